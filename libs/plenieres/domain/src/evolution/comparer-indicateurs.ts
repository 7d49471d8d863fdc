import { nomQpv } from '@pleniere/contrat/domain';
import { cleDe, formaterValeur, LIBELLES_VENTILATIONS, raisonDuVide } from '@pleniere/indicateurs/domain';
import type { CadreFige, IndicateurFige, ValeurFigee } from '../arretes/arrete';
import { chiffresFiges, seriesFigees } from '../arretes/chiffres';
import { ciblesEchues } from './cibles';
import type { Discretion } from './discretion';
import type { CibleEchue, IndicateurEvolue, ValeurEvoluee } from './evolution';

/** An indicator with the frame that gives its codes a sense, and what may be told of it. */
export type IndicateurSitue = readonly [IndicateurFige, CadreFige, Discretion];

type Cote = IndicateurSitue | undefined;

const DEFINITION = ['libelle', 'unite', 'definition', 'numerateur', 'denominateur', 'reference', 'cibles'] as const;

const memes = (un: unknown, autre: unknown): boolean => JSON.stringify(un) === JSON.stringify(autre);

function dire(valeur: ValeurFigee | undefined, cote: Cote): string | null {
  if (!valeur || !cote) return null;
  const [indicateur, , { mot }] = cote;
  const masque = mot(cleDe(valeur));
  if (masque !== null) return masque;
  return valeur.absence === null ? formaterValeur(valeur.valeur, indicateur) : raisonDuVide(valeur.absence);
}

const estConnue = (valeur: ValeurFigee | undefined) => valeur !== undefined && valeur.absence === null;

/** Figures that are not the same on both sides, by year and territory. */
function comparerValeurs(avant: Cote, apres: Cote, nommer: (code: string) => string) {
  const anciennes = new Map(avant?.[0].valeurs.map((valeur) => [cleDe(valeur), valeur]));
  const nouvelles = new Map(apres?.[0].valeurs.map((valeur) => [cleDe(valeur), valeur]));
  const evoluees = [...new Map([...anciennes, ...nouvelles])].flatMap(([cle, valeur]) => {
    const [ancienne, nouvelle] = [anciennes.get(cle), nouvelles.get(cle)];
    // To say that a figure will not come is no figure.
    if (!estConnue(ancienne) && !estConnue(nouvelle)) return [];
    if (ancienne && nouvelle && memes(contenuDe(ancienne), contenuDe(nouvelle))) return [];
    const evoluee: ValeurEvoluee = {
      annee: valeur.annee,
      territoire: nommer(valeur.territoire),
      ensemble: valeur.territoire === 'contrat',
      part: valeur.ventilation === 'total' ? '' : LIBELLES_VENTILATIONS[valeur.ventilation],
      avant: dire(ancienne, avant),
      apres: dire(nouvelle, apres),
    };
    // Two figures that are told by the same words show no change.
    if (evoluee.avant === evoluee.apres) return [];
    return [{ evoluee, arrivee: estConnue(nouvelle) && !estConnue(ancienne) }];
  });
  const garder = (sorte: boolean) =>
    evoluees.flatMap(({ evoluee, arrivee }) => (arrivee === sorte ? [evoluee] : [])).sort(parAnnee);
  return { arrivees: garder(true), changees: garder(false) };
}

const contenuDe = ({ valeur, absence }: ValeurFigee) => [valeur, absence];

function parAnnee(une: ValeurEvoluee, autre: ValeurEvoluee): number {
  const noms = une.territoire.localeCompare(autre.territoire, 'fr') || une.part.localeCompare(autre.part, 'fr');
  return une.annee - autre.annee || noms;
}

/** Names of the territories that values are written for. */
function nomsDes({ communes, quartiers }: CadreFige): (code: string) => string {
  const noms = new Map([
    ...communes.map(({ code, nom }) => [code, nom] as const),
    ...quartiers.map((qpv) => [qpv.code, nomQpv(qpv)] as const),
  ]);
  return (code) => (code === 'contrat' ? 'Ensemble du contrat' : (noms.get(code) ?? code));
}

/** Targets judged now that were not, or were judged otherwise. */
function ciblesNouvelles(avant: Cote, apres: IndicateurSitue): CibleEchue[] {
  const connues = avant ? ciblesEchues(...avant) : [];
  return ciblesEchues(...apres).filter((cible) => !connues.some((connue) => memes(connue, cible)));
}

const bouge = ({ sorte, redefini, cibles, arrivees, changees }: IndicateurEvolue) =>
  sorte !== 'suivi' || redefini || cibles.length + arrivees.length + changees.length > 0;

function phraseDe([indicateur, cadre, { tairaitEnsemble }]: IndicateurSitue): string {
  const { ensemble } = seriesFigees(indicateur, cadre);
  return ensemble?.some(({ nombre }) => tairaitEnsemble(nombre)) ? '' : chiffresFiges(indicateur, cadre).phrase;
}

function suivre(avant: Cote, apres: IndicateurSitue): IndicateurEvolue {
  const [{ id, libelle }, cadre] = apres;
  return {
    ...{ id, libelle, sorte: avant ? 'suivi' : 'nouveau', phrase: phraseDe(apres) },
    ...comparerValeurs(avant, apres, nomsDes(cadre)),
    cibles: ciblesNouvelles(avant, apres),
    redefini: avant !== undefined && DEFINITION.some((nom) => !memes(avant[0][nom], apres[0][nom])),
  };
}

/** What moved in an indicator, whose figures go with it when it is gone; null when nothing did. */
export function comparerIndicateur(avant: Cote, apres: Cote): IndicateurEvolue | null {
  if (apres) {
    const evolue = suivre(avant, apres);
    return bouge(evolue) ? evolue : null;
  }
  if (!avant) return null;
  const [{ id, libelle }] = avant;
  const rien = { arrivees: [], changees: [], cibles: [], redefini: false };
  return { id, libelle, sorte: 'retire', phrase: '', ...rien };
}
