import { anneesDuContrat, FINE, INSECABLE } from '@pleniere/shared/domain';
import {
  agreger,
  cibleFinale,
  estAttendue,
  estNumerique,
  formaterAvecUnite,
  formaterValeur,
  LIBELLES_ABSENCES,
  libelleProgression,
  type Maille,
  progression,
  type Repere,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import type { FicheLue, IndicateurLu } from '@pleniere/fiches/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';

/** A territory of the contrat at one level, in the order in which it is printed. */
export interface TerritoireImprime {
  code: string;
  nom: string;
  maille: Maille;
}

interface Cadre {
  annees: number[];
  anneeEnCours: number;
  territoires: TerritoireImprime[];
}

const ENSEMBLE = 'Ensemble du contrat';
const NOMS_DES_MAILLES: Readonly<Record<Maille, string>> = { contrat: '', commune: 'villes', qpv: 'quartiers' };

function imprimerRepere({ annee, valeur }: Repere, indicateur: IndicateurLu): RepereImprime {
  return { annee, texte: formaterValeur(valeur, indicateur), nombre: valeur };
}

function imprimerVide(annee: number, indicateur: IndicateurLu, anneeEnCours: number): ValeurImprimee {
  const vide = { annee, nombre: null, qualite: null };
  if (!estAttendue(indicateur, annee)) return { ...vide, texte: 'non mesuré', absence: 'vide' };
  return annee > anneeEnCours
    ? { ...vide, texte: LIBELLES_ABSENCES['a-venir'].long, absence: 'a-venir' }
    : { ...vide, texte: 'non renseigné', absence: 'vide' };
}

function imprimerValeur(
  annee: number,
  valeur: Valeur | undefined,
  indicateur: IndicateurLu,
  { anneeEnCours }: Cadre,
): ValeurImprimee {
  if (!valeur) return imprimerVide(annee, indicateur, anneeEnCours);
  const { absence, qualite } = valeur;
  if (absence) return { annee, texte: LIBELLES_ABSENCES[absence].long, nombre: null, absence, qualite: null };
  const nombre = typeof valeur.valeur === 'number' ? valeur.valeur : null;
  return { annee, texte: formaterValeur(valeur.valeur, indicateur), nombre, absence: null, qualite };
}

function serie(nom: string, valeurs: Valeur[], indicateur: IndicateurLu, cadre: Cadre): SerieImprimee {
  return {
    territoire: nom,
    valeurs: cadre.annees.map((annee) =>
      imprimerValeur(
        annee,
        valeurs.find((valeur) => valeur.annee === annee),
        indicateur,
        cadre,
      ),
    ),
  };
}

/** The territories together, by the indicator's own rule; no series when it forbids one or nothing is known. */
function serieEnsemble(
  series: SerieImprimee[],
  indicateur: IndicateurLu,
  { annees, anneeEnCours }: Cadre,
): SerieImprimee[] {
  if (indicateur.agregation === 'aucune' || !estNumerique(indicateur.nature)) return [];
  const valeurs = annees.map((annee): ValeurImprimee => {
    const deLAnnee = series.flatMap((partie) => partie.valeurs.filter((valeur) => valeur.annee === annee));
    const { valeur } = agreger(
      deLAnnee.map(({ nombre }) => nombre),
      indicateur.agregation,
      series.length,
    );
    if (valeur === null) return imprimerVide(annee, indicateur, anneeEnCours);
    const provisoire = deLAnnee.some(({ qualite }) => qualite === 'provisoire' || qualite === 'estimee');
    return {
      annee,
      texte: formaterValeur(valeur, indicateur),
      nombre: valeur,
      absence: null,
      qualite: provisoire ? 'provisoire' : 'definitive',
    };
  });
  return valeurs.some(({ nombre }) => nombre !== null) ? [{ territoire: ENSEMBLE, ensemble: true, valeurs }] : [];
}

function seriesDe(indicateur: IndicateurLu, cadre: Cadre): SerieImprimee[] {
  if (indicateur.maille === 'contrat')
    return [{ ...serie(ENSEMBLE, indicateur.valeurs, indicateur, cadre), ensemble: true }];
  const parTerritoire = cadre.territoires
    .filter(({ maille }) => maille === indicateur.maille)
    .map(({ code, nom }) =>
      serie(
        nom,
        indicateur.valeurs.filter(({ territoire }) => territoire === code),
        indicateur,
        cadre,
      ),
    );
  return [...serieEnsemble(parTerritoire, indicateur, cadre), ...parTerritoire];
}

function couverture(series: SerieImprimee[], annee: number, maille: Maille): string {
  const parties = series.filter(({ ensemble }) => !ensemble);
  const renseignees = parties.filter(({ valeurs }) =>
    valeurs.some((valeur) => valeur.annee === annee && valeur.absence === null),
  );
  if (parties.length === 0 || renseignees.length === parties.length) return '';
  return ` (${renseignees.length} ${NOMS_DES_MAILLES[maille]} sur ${parties.length})`;
}

/** What the years say, in one sentence: last value known, against the reference, towards the target. */
function phraseDe(indicateur: IndicateurLu, series: SerieImprimee[]): string {
  const dites = series.flatMap(({ valeurs }) =>
    valeurs.filter(({ absence }) => absence === null).map(({ annee }) => annee),
  );
  if (dites.length === 0) return 'Aucune valeur n’a encore été saisie.';
  const derniereAnnee = Math.max(...dites);
  const derniere = series.find(({ ensemble }) => ensemble)?.valeurs.findLast(({ nombre }) => nombre !== null);
  if (!derniere || derniere.nombre === null) {
    return `Dernier constat en ${derniereAnnee}${couverture(series, derniereAnnee, indicateur.maille)}.`;
  }
  const { reference } = indicateur;
  const cible = cibleFinale(indicateur);
  const contre =
    reference && reference.annee !== derniere.annee
      ? `, contre ${formaterValeur(reference.valeur, indicateur)} en ${reference.annee}`
      : '';
  const vers = cible ? `${FINE}; la cible est de ${formaterValeur(cible.valeur, indicateur)} en ${cible.annee}` : '';
  const lue = formaterAvecUnite(derniere.nombre, indicateur);
  return `En ${derniere.annee}${INSECABLE}: ${lue}${couverture(series, derniere.annee, indicateur.maille)}${contre}${vers}.`;
}

function progressionDe(indicateur: IndicateurLu, series: SerieImprimee[]): string {
  if (!estNumerique(indicateur.nature) || (indicateur.sens !== 'hausse' && indicateur.sens !== 'baisse')) return '';
  const derniere = series.find(({ ensemble }) => ensemble)?.valeurs.findLast(({ nombre }) => nombre !== null);
  const { reference, sens } = indicateur;
  return libelleProgression(progression(derniere?.nombre ?? null, reference, cibleFinale(indicateur), sens));
}

/** The indicators of a fiche with their years, ready to print; `aujourdhui` (ISO) decides which years are still to come. */
export function imprimerIndicateurs(
  fiche: FicheLue,
  territoires: TerritoireImprime[],
  aujourdhui: string,
): IndicateurImprime[] {
  const cadre = { annees: anneesDuContrat(fiche.contrat), anneeEnCours: Number(aujourdhui.slice(0, 4)), territoires };
  return fiche.indicateurs.map((indicateur) => {
    const series = seriesDe(indicateur, cadre);
    const { type, libelle, unite, sens, source, reference, cibles } = indicateur;
    return {
      type,
      libelle,
      unite,
      sens,
      source,
      reference: reference && imprimerRepere(reference, indicateur),
      cibles: cibles.map((cible) => imprimerRepere(cible, indicateur)),
      series,
      progression: progressionDe(indicateur, series),
      phrase: phraseDe(indicateur, series),
    };
  });
}
