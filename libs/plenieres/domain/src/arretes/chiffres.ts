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

/** What the figures of an indicator said when they were frozen. */
export function chiffresFiges(indicateur: IndicateurFige, cadre: CadreFige): ChiffresFiges {
  const derniere = Number(cadre.figeLe.slice(0, 4));
  const annees = anneesDuContrat(cadre.contrat).filter((annee) => annee <= derniere);
  const lu: IndicateurAvecValeurs = {
    ...indicateur,
    valeurs: indicateur.valeurs.map((valeur) => ({ ...valeur, ...VIE_OUBLIEE })),
  };
  const dire = ({ absence, valeur }: AnneeDeSerie) =>
    absence === null ? formaterValeur(valeur, indicateur) : raisonDuVide(absence);
  const ecrire = (territoire: string, serie: AnneeDeSerie[]) => ({ territoire, valeurs: serie.map(dire) });
  const territoires = territoiresDe(indicateur, cadre);
  const parties = territoires.map(({ code, nom }) => ({
    nom,
    serie: serieDuTerritoire(lu, code, annees, derniere),
  }));
  const lignes = parties.map(({ nom, serie }) => ecrire(nom, serie));
  const [premiere] = parties;
  if (indicateur.maille === 'contrat' && premiere) {
    return { phrase: phraseSerie(indicateur, premiere.serie), annees, lignes };
  }
  if (!seRassemble(indicateur)) return { phrase: direLesParties(indicateur, parties), annees, lignes };
  const codes = territoires.map(({ code }) => code);
  const ensemble = serieRassemblee(lu, codes, annees, derniere);
  return {
    phrase: phraseSerie(indicateur, ensemble),
    annees,
    lignes: [ecrire(ENSEMBLE.nom, ensemble), ...lignes],
  };
}

function direLesParties({ maille }: IndicateurFige, parties: readonly { serie: AnneeDeSerie[] }[]): string {
  const connues = parties.flatMap(({ serie }) => serie.filter(({ absence }) => absence === null));
  if (connues.length === 0) return 'Aucune valeur n’est encore renseignée.';
  const annee = Math.max(...connues.map((connue) => connue.annee));
  const renseignes = connues.filter((connue) => connue.annee === annee).length;
  return `Dernier constat en ${annee} (${libelleCouverture({ renseignes, attendus: parties.length }, maille)}).`;
}
