import type { Refus } from '@pleniere/shared/domain';
import { joursEntre } from '../questions/echeance';

/** Where a séance of an espace de dialogue stands. */
export const STATUTS_SEANCE = [
  'planifiee',
  'annoncee',
  'tenue',
  'reportee',
  'annulee',
  'compte-rendu-publie',
  'close',
] as const;
/** Slug of a séance's statut. */
export type StatutSeance = (typeof STATUTS_SEANCE)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_SEANCE: Readonly<Record<StatutSeance, string>> = {
  planifiee: 'Planifiée',
  annoncee: 'Annoncée',
  tenue: 'Tenue',
  reportee: 'Reportée',
  annulee: 'Annulée',
  'compte-rendu-publie': 'Compte rendu publié',
  close: 'Close',
};

/** Statuts of a séance that took place: the only ones that count. */
export const STATUTS_TENUE = ['tenue', 'compte-rendu-publie', 'close'] as const satisfies readonly StatutSeance[];

/** Days within which the compte rendu is published after a séance. */
export const DELAI_COMPTE_RENDU = 21;

/** What the guards look at: the séance as it stands, with what is being given. Days are ISO, in Paris. */
export interface SituationSeance {
  aujourdhui: string;
  date: string;
  lieu: string;
  motif: string;
  compteRendu: string;
  /** True when somebody was counted or ticked. */
  presencesSaisies: boolean;
  niveauParticipation: string | null;
}

const rempli = (texte: string) => texte.trim() !== '';

const lieuDonne = ({ lieu }: SituationSeance): Refus =>
  rempli(lieu) ? null : 'Dites où la séance a lieu avant de l’annoncer.';
const jourVenu = ({ date, aujourdhui }: SituationSeance): Refus =>
  date <= aujourdhui ? null : 'La séance n’a pas encore eu lieu.';
const motifDonne = ({ motif }: SituationSeance): Refus =>
  rempli(motif) ? null : 'Dites pourquoi\u00A0: les habitants le liront.';
const compteRenduEcrit = ({ compteRendu }: SituationSeance): Refus =>
  rempli(compteRendu) ? null : 'Le compte rendu n’est pas encore écrit.';
const presencesComptees = ({ presencesSaisies }: SituationSeance): Refus =>
  presencesSaisies ? null : 'Personne n’a été compté\u00A0: saisissez les présences.';
const niveauChoisi = ({ niveauParticipation }: SituationSeance): Refus =>
  niveauParticipation === null ? 'Choisissez le niveau de participation de la séance.' : null;

/** One arrow of the life of a séance; all belong to whoever animates the espace. */
export interface EtapeSeance {
  transition: string;
  libelle: string;
  de: readonly StatutSeance[];
  vers: StatutSeance;
  gardes: Readonly<Record<string, (situation: SituationSeance) => Refus>>;
}

/** The life of a séance in one table. */
export const CIRCUIT_SEANCE = [
  {
    transition: 'annoncer',
    libelle: 'Annoncer',
    de: ['planifiee'],
    vers: 'annoncee',
    gardes: { lieuDonne },
  },
  {
    transition: 'tenir',
    libelle: 'Marquer comme tenue',
    de: ['planifiee', 'annoncee'],
    vers: 'tenue',
    gardes: { jourVenu },
  },
  {
    transition: 'reporter',
    libelle: 'Reporter',
    de: ['planifiee', 'annoncee'],
    vers: 'reportee',
    gardes: { motifDonne },
  },
  {
    transition: 'replanifier',
    libelle: 'Planifier à une nouvelle date',
    de: ['reportee'],
    vers: 'planifiee',
    gardes: {},
  },
  {
    transition: 'annuler',
    libelle: 'Annuler',
    de: ['planifiee', 'annoncee', 'reportee'],
    vers: 'annulee',
    gardes: { motifDonne },
  },
  {
    transition: 'publier-compte-rendu',
    libelle: 'Publier le compte rendu',
    de: ['tenue'],
    vers: 'compte-rendu-publie',
    gardes: { compteRenduEcrit },
  },
  {
    transition: 'clore',
    libelle: 'Clore',
    de: ['compte-rendu-publie'],
    vers: 'close',
    gardes: { presencesComptees, niveauChoisi },
  },
] as const satisfies readonly EtapeSeance[];

/** Name of a transition of a séance. */
export type TransitionSeance = (typeof CIRCUIT_SEANCE)[number]['transition'];

/** The step that bears this name. */
export function etapeSeance(transition: TransitionSeance): EtapeSeance {
  return CIRCUIT_SEANCE.find((etape) => etape.transition === transition) as EtapeSeance;
}

/** Why a séance of this statut cannot follow a transition; null when it can. */
export function refusEtapeSeance(
  transition: TransitionSeance,
  statut: StatutSeance,
  situation: SituationSeance,
): Refus {
  const { de, gardes } = etapeSeance(transition);
  if (!de.includes(statut)) return 'La séance n’en est plus là\u00A0: rechargez la page.';
  return Object.values(gardes).reduce<Refus>((refus, garde) => refus ?? garde(situation), null);
}

/** Transitions that leave a statut. */
export function etapesSeance(statut: StatutSeance): EtapeSeance[] {
  const table: readonly EtapeSeance[] = CIRCUIT_SEANCE;
  return table.filter(({ de }) => de.includes(statut));
}

/** True for a séance that took place. */
export function estTenue(statut: StatutSeance): boolean {
  return (STATUTS_TENUE as readonly StatutSeance[]).includes(statut);
}

/** True when the compte rendu of a séance that was held is awaited beyond its twenty-one days. */
export function compteRenduEnRetard(
  { statut, date }: { statut: StatutSeance; date: string },
  aujourdhui: string,
): boolean {
  return statut === 'tenue' && joursEntre(date, aujourdhui) > DELAI_COMPTE_RENDU;
}
