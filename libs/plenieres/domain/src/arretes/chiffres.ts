import { nomQpv } from '@pleniere/contrat/domain';
import {
  type AnneeDeSerie,
  formaterValeur,
  type IndicateurAvecValeurs,
  libelleCouverture,
  phraseSerie,
  raisonDuVide,
  seRassemble,
  serieDuTerritoire,
  serieRassemblee,
} from '@pleniere/indicateurs/domain';
import { anneesDuContrat } from '@pleniere/shared/domain';
import type { CadreFige, IndicateurFige } from './arrete';

/** The years of one territory, in words. */
export interface LigneDeChiffres {
  territoire: string;
  valeurs: string[];
}

/** An indicator of an arrêté as it reads: one sentence, then the years up to that of the arrêté. */
export interface ChiffresFiges {
  phrase: string;
  annees: number[];
  lignes: LigneDeChiffres[];
}

const ENSEMBLE = { code: 'contrat', nom: 'Ensemble du contrat' };
// What an arrêté leaves out of a value plays no part in a series.
const VIE_OUBLIEE = { version: 0, modifieLe: '', modifiePar: '', retour: '' };

function territoiresDe(
  { maille }: IndicateurFige,
  { communes, quartiers }: CadreFige,
): { code: string; nom: string }[] {
  if (maille === 'contrat') return [ENSEMBLE];
  return maille === 'commune' ? communes : quartiers.map((qpv) => ({ code: qpv.code, nom: nomQpv(qpv) }));
}

/** The series of a frozen indicator: territory by territory, and for the whole when its territories make one figure. */
export interface SeriesFigees {
  annees: number[];
  parties: { code: string; nom: string; serie: AnneeDeSerie[] }[];
  ensemble: AnneeDeSerie[] | null;
}

/** Years of a frozen indicator up to that of its arrêté. */
export function seriesFigees(indicateur: IndicateurFige, cadre: CadreFige): SeriesFigees {
  const derniere = Number(cadre.figeLe.slice(0, 4));
  const annees = anneesDuContrat(cadre.contrat).filter((annee) => annee <= derniere);
  const lu: IndicateurAvecValeurs = {
    ...indicateur,
    valeurs: indicateur.valeurs.map((valeur) => ({ ...valeur, ...VIE_OUBLIEE })),
  };
  const territoires = territoiresDe(indicateur, cadre);
  const parties = territoires.map(({ code, nom }) => ({
    ...{ code, nom },
    serie: serieDuTerritoire(lu, code, annees, derniere),
  }));
  if (indicateur.maille === 'contrat') return { annees, parties, ensemble: parties[0]?.serie ?? null };
  const codes = territoires.map(({ code }) => code);
  const ensemble = seRassemble(indicateur) ? serieRassemblee(lu, codes, annees, derniere) : null;
  return { annees, parties, ensemble };
}

/** What the figures of an indicator said when they were frozen. */
export function chiffresFiges(indicateur: IndicateurFige, cadre: CadreFige): ChiffresFiges {
  const { annees, parties, ensemble } = seriesFigees(indicateur, cadre);
  const dire = ({ absence, valeur }: AnneeDeSerie) =>
    absence === null ? formaterValeur(valeur, indicateur) : raisonDuVide(absence);
  const ecrire = (territoire: string, serie: AnneeDeSerie[]) => ({ territoire, valeurs: serie.map(dire) });
  const lignes = parties.map(({ nom, serie }) => ecrire(nom, serie));
  if (!ensemble) return { phrase: direLesParties(indicateur, parties), annees, lignes };
  const phrase = phraseSerie(indicateur, ensemble);
  if (indicateur.maille === 'contrat') return { phrase, annees, lignes };
  return { phrase, annees, lignes: [ecrire(ENSEMBLE.nom, ensemble), ...lignes] };
}

function direLesParties({ maille }: IndicateurFige, parties: readonly { serie: AnneeDeSerie[] }[]): string {
  const connues = parties.flatMap(({ serie }) => serie.filter(({ absence }) => absence === null));
  if (connues.length === 0) return 'Aucune valeur n’est encore renseignée.';
  const annee = Math.max(...connues.map((connue) => connue.annee));
  const renseignes = connues.filter((connue) => connue.annee === annee).length;
  return `Dernier constat en ${annee} (${libelleCouverture({ renseignes, attendus: parties.length }, maille)}).`;
}
