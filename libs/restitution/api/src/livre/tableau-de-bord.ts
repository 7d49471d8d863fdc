import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, LIBELLES_METEO, type Meteo, METEOS } from '@pleniere/fiches/domain';
import { type CadreFige, type Decision, estOuverte } from '@pleniere/plenieres/domain';
import { compter, type Comptes, type EnjeuDuLivre } from './matiere';

/** The page that tells the whole in figures. */
export interface TableauDuLivre {
  chiffres: { nombre: string; dit: string }[];
  entetes: string[];
  lignes: string[][];
  /** Every fiche of an enjeu with its weather in one line. */
  fiches: {
    enjeu: string;
    couleur: string;
    fiches: { code: string; ancre: string; meteo: Meteo | null; dit: string }[];
  }[];
}

const ENTETES = [
  'Enjeu',
  'Fiches',
  ...METEOS.map((meteo) => LIBELLES_METEO[meteo].nom),
  'Actions réalisées',
  'En retard',
  'Indicateurs',
  'Cibles atteintes',
];

function ligne(titre: string, comptes: Comptes): string[] {
  const { actions, actionsRealisees, actionsEnRetard, indicateurs, ciblesAtteintes, ciblesEchues } = comptes;
  return [
    titre,
    String(comptes.fiches),
    ...METEOS.map((meteo) => String(comptes.meteos[meteo])),
    `${actionsRealisees} / ${actions}`,
    String(actionsEnRetard),
    String(indicateurs),
    `${ciblesAtteintes} / ${ciblesEchues}`,
  ];
}

/** The dashboard of the enjeux that the book holds. */
export function dresserTableau(
  enjeux: readonly EnjeuDuLivre[],
  decisions: readonly Decision[],
  cadre: CadreFige,
): TableauDuLivre {
  const total = compter(
    enjeux.flatMap(({ fiches }) => fiches),
    cadre,
  );
  const faites = decisions.filter((decision) => !estOuverte(decision)).length;
  return {
    chiffres: [
      { nombre: String(total.fiches), dit: 'fiches en vigueur' },
      { nombre: String(total.declinaisons), dit: 'déclinaisons locales' },
      { nombre: `${total.actionsRealisees} / ${total.actions}`, dit: 'actions réalisées' },
      { nombre: String(total.indicateurs), dit: 'indicateurs suivis' },
      { nombre: `${total.ciblesAtteintes} / ${total.ciblesEchues}`, dit: 'cibles échues atteintes' },
      { nombre: `${faites} / ${decisions.length}`, dit: 'décisions closes' },
    ],
    entetes: ENTETES,
    lignes: [
      ...enjeux.map(({ enjeu, fiches }) => ligne(`${libelleEnjeu(enjeu)} – ${enjeu.intitule}`, compter(fiches, cadre))),
      ligne('Ensemble', total),
    ],
    fiches: enjeux.map(({ enjeu, fiches }) => ({
      enjeu: `${libelleEnjeu(enjeu)} – ${enjeu.intitule}`,
      couleur: enjeu.couleur,
      fiches: fiches.map(({ fiche: { code, meteo }, ancre }) => ({
        code: codeAffiche(code),
        ancre,
        meteo,
        dit: meteo === null ? 'Météo non renseignée' : LIBELLES_METEO[meteo].nom,
      })),
    })),
  };
}
