import { nomQpv } from '@pleniere/contrat/domain';
import { cleDe, formaterValeur, LIBELLES_VENTILATIONS, raisonDuVide } from '@pleniere/indicateurs/domain';
import type { CadreFige, IndicateurFige, ValeurFigee } from '../arretes/arrete';
import { chiffresFiges } from '../arretes/chiffres';
import { ciblesEchues } from './cibles';
import type { CibleEchue, IndicateurEvolue, ValeurEvoluee } from './evolution';

/** An indicator with the frame that gives its codes a sense. */
export type IndicateurSitue = readonly [IndicateurFige, CadreFige];

const DEFINITION = ['libelle', 'unite', 'definition', 'numerateur', 'denominateur', 'reference', 'cibles'] as const;

const memes = (un: unknown, autre: unknown): boolean => JSON.stringify(un) === JSON.stringify(autre);

function dire(valeur: ValeurFigee | undefined, indicateur: IndicateurFige | undefined): string | null {
  if (!valeur || !indicateur) return null;
  return valeur.absence === null ? formaterValeur(valeur.valeur, indicateur) : raisonDuVide(valeur.absence);
}

/** Figures that are not the same on both sides, by year and territory. */
function comparerValeurs(
  avant: IndicateurFige | undefined,
  apres: IndicateurFige | undefined,
  nommer: (code: string) => string,
): { arrivees: ValeurEvoluee[]; changees: ValeurEvoluee[] } {
  const anciennes = new Map(avant?.valeurs.map((valeur) => [cleDe(valeur), valeur]));
  const nouvelles = new Map(apres?.valeurs.map((valeur) => [cleDe(valeur), valeur]));
  const arrivees: ValeurEvoluee[] = [];
  const changees: ValeurEvoluee[] = [];
  for (const cle of new Set([...anciennes.keys(), ...nouvelles.keys()])) {
    const [ancienne, nouvelle] = [anciennes.get(cle), nouvelles.get(cle)];
    const valeur = nouvelle ?? ancienne;
    if (!valeur || (ancienne && nouvelle && memes(contenuDe(ancienne), contenuDe(nouvelle)))) continue;
    const evoluee = {
      annee: valeur.annee,
      territoire: nommer(valeur.territoire),
      part: valeur.ventilation === 'total' ? '' : LIBELLES_VENTILATIONS[valeur.ventilation],
      avant: dire(ancienne, avant ?? apres),
      apres: dire(nouvelle, apres ?? avant),
    };
    const connue = (lue: ValeurFigee | undefined) => lue !== undefined && lue.absence === null;
    (connue(nouvelle) && !connue(ancienne) ? arrivees : changees).push(evoluee);
  }
  return { arrivees: arrivees.sort(parAnnee), changees: changees.sort(parAnnee) };
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
function ciblesNouvelles(avant: IndicateurSitue | undefined, apres: IndicateurSitue): CibleEchue[] {
  const connues = avant ? ciblesEchues(...avant) : [];
  return ciblesEchues(...apres).filter((cible) => !connues.some((connue) => memes(connue, cible)));
}

/** What moved in an indicator; null when nothing did. */
export function comparerIndicateur(
  avant: IndicateurSitue | undefined,
  apres: IndicateurSitue | undefined,
): IndicateurEvolue | null {
  const situe = apres ?? avant;
  if (!situe) return null;
  const [{ id, libelle }, cadre] = situe;
  const { arrivees, changees } = comparerValeurs(avant?.[0], apres?.[0], nomsDes(cadre));
  const evolue: IndicateurEvolue = {
    id,
    libelle,
    sorte: !avant ? 'nouveau' : !apres ? 'retire' : 'suivi',
    phrase: apres ? chiffresFiges(...apres).phrase : '',
    arrivees,
    // Whatever stood in an indicator that is gone went with it.
    changees: apres ? changees : [],
    cibles: apres ? ciblesNouvelles(avant, apres) : [],
    redefini:
      avant !== undefined && apres !== undefined && DEFINITION.some((nom) => !memes(avant[0][nom], apres[0][nom])),
  };
  const bouge = evolue.sorte !== 'suivi' || evolue.redefini || evolue.cibles.length > 0;
  return bouge || arrivees.length + changees.length > 0 ? evolue : null;
}
