import type { Refus } from '@pleniere/shared/domain';
import { longueurDe } from './parole';
import { PARAMETRES_CONSULTATION } from './parametres';
import { refusDates } from './statut';
import type { DatesConsultation } from './types';
import type { StatutConsultation } from './vocabulaire';

/** What the guards look at: the consultation as it stands, with what is being given. */
export interface SituationConsultation {
  maintenant: Date;
  question: string;
  dates: DatesConsultation | null;
  /** Quartiers consulted, and whether the whole ville is. */
  quartiers: number;
  touteLaVille: boolean;
  charte: string;
  mentionRgpd: string;
  /** Accepted propositions to start from, and why there are none. */
  amorces: number;
  sansAmorces: string;
  moderateurs: number;
  fiches: number;
  /** Propositions that nobody has decided of yet. */
  enAttente: number;
  rapport: string;
  methode: string;
  /** Ideas that residents acclaimed and of which nothing was decided with its reason. */
  plebisciteesSansDecision: number;
  actionsOuvertes: number;
  /** Laureate projects that are neither delivered nor given up. */
  projetsEnCours: number;
  /** Why it ends although linked actions go on, why it is suspended or cancelled; empty otherwise. */
  motif: string;
}

type Garde = (situation: SituationConsultation) => Refus;

const { question: QUESTION_MAX, amorces: AMORCES } = PARAMETRES_CONSULTATION;
const rempli = (texte: string) => texte.trim() !== '';

const questionFormulee: Garde = ({ question }) => {
  if (!question.trim().endsWith('?')) return 'La question se termine par un point d’interrogation.';
  const longueur = longueurDe(question);
  if (longueur < 2) return 'Écrivez la question posée aux habitants.';
  return longueur > QUESTION_MAX ? `La question fait ${QUESTION_MAX} caractères au plus.` : null;
};
const territoireChoisi: Garde = ({ quartiers, touteLaVille }) =>
  quartiers > 0 || touteLaVille ? null : 'Choisissez au moins un quartier, ou toute la ville.';
const datesFixees: Garde = ({ dates, maintenant }) => {
  if (dates === null) return 'Fixez l’ouverture, la fin des propositions et la fin des votes.';
  if (Date.parse(dates.fin) <= maintenant.getTime()) return 'La fin des votes est déjà passée.';
  return refusDates(dates);
};
const charteEcrite: Garde = ({ charte }) => (rempli(charte) ? null : 'Écrivez la charte de la consultation.');
const mentionRgpdEcrite: Garde = ({ mentionRgpd }) =>
  rempli(mentionRgpd) ? null : 'Dites ce que deviennent les données des participants.';
const amorcesPosees: Garde = ({ amorces, sansAmorces }) =>
  amorces >= AMORCES || rempli(sansAmorces)
    ? null
    : `Écrivez au moins ${AMORCES} propositions de départ (${amorces}), ou dites pourquoi il n’y en a pas.`;
const moderateurNomme: Garde = ({ moderateurs }) => (moderateurs > 0 ? null : 'Nommez au moins un modérateur.');
const ficheLiee: Garde = ({ fiches }) =>
  fiches > 0 ? null : 'Liez la consultation à au moins une fiche\u00A0: c’est ce qu’elle peut changer.';
const pasEncoreOuverte: Garde = ({ dates, maintenant }) =>
  dates === null || maintenant.getTime() < Date.parse(dates.ouverture) ? null : 'La consultation a déjà ouvert.';
const moderationFinie: Garde = ({ enAttente }) =>
  enAttente === 0 ? null : `Il reste des propositions à modérer (${enAttente}).`;
const rapportRedige: Garde = ({ rapport }) => (rempli(rapport) ? null : 'Le rapport n’est pas encore écrit.');
const methodeExpliquee: Garde = ({ methode }) =>
  rempli(methode) ? null : 'Expliquez la méthode\u00A0: comment les résultats ont été établis.';
const ideesDecidees: Garde = ({ plebisciteesSansDecision }) =>
  plebisciteesSansDecision === 0
    ? null
    : `Des idées plébiscitées attendent une décision et son motif (${plebisciteesSansDecision}).`;
const suitesFinies: Garde = ({ actionsOuvertes, projetsEnCours, motif }) => {
  const enCours = [
    ...(actionsOuvertes > 0 ? [`des actions liées (${actionsOuvertes})`] : []),
    ...(projetsEnCours > 0 ? [`des projets lauréats (${projetsEnCours})`] : []),
  ];
  if (enCours.length === 0 || rempli(motif)) return null;
  return `Tout n’est pas fini, ${enCours.join(' et ')} en cours\u00A0: dites pourquoi la consultation se termine quand même.`;
};
const motifDonne: Garde = ({ motif }) => (rempli(motif) ? null : 'Dites pourquoi\u00A0: tout le monde le lira.');

/** One arrow of the life of a consultation: an act of the team under named guards, or the clock. */
export interface EtapeDeConsultation {
  transition: string;
  libelle: string;
  de: readonly StatutConsultation[];
  /** Null where the clock says it (a suspension that ends). */
  vers: StatutConsultation | null;
  par: 'acte' | 'horloge';
  gardes: Readonly<Record<string, Garde>>;
}

/** The life of a consultation in one table; after `close`, nothing opens it again. */
export const CIRCUIT_CONSULTATION = [
  {
    transition: 'programmer',
    libelle: 'Publier',
    de: ['brouillon'],
    vers: 'programmee',
    par: 'acte',
    gardes: {
      ...{ questionFormulee, territoireChoisi, datesFixees, charteEcrite },
      ...{ mentionRgpdEcrite, amorcesPosees, moderateurNomme, ficheLiee },
    },
  },
  {
    transition: 'reprendre-la-preparation',
    libelle: 'Revenir à la préparation',
    de: ['programmee'],
    vers: 'brouillon',
    par: 'acte',
    gardes: { pasEncoreOuverte },
  },
  { transition: 'ouvrir', libelle: 'Ouverture', de: ['programmee'], vers: 'ouverte', par: 'horloge', gardes: {} },
  {
    transition: 'fermer-les-propositions',
    libelle: 'Fermer les propositions',
    de: ['ouverte'],
    vers: 'vote-seul',
    par: 'acte',
    gardes: { motifDonne },
  },
  {
    transition: 'passer-au-vote-seul',
    libelle: 'Fin des propositions',
    de: ['ouverte'],
    vers: 'vote-seul',
    par: 'horloge',
    gardes: {},
  },
  {
    transition: 'clore',
    libelle: 'Fin des votes',
    de: ['vote-seul', 'suspendue'],
    vers: 'close',
    par: 'horloge',
    gardes: {},
  },
  {
    transition: 'analyser',
    libelle: 'Geler et analyser',
    de: ['close'],
    vers: 'analyse',
    par: 'acte',
    gardes: { moderationFinie },
  },
  {
    transition: 'restituer',
    libelle: 'Publier les résultats',
    de: ['analyse'],
    vers: 'restituee',
    par: 'acte',
    gardes: { rapportRedige, methodeExpliquee },
  },
  {
    transition: 'engager-les-suites',
    libelle: 'Engager les suites',
    de: ['restituee'],
    vers: 'suites',
    par: 'acte',
    gardes: { ideesDecidees },
  },
  {
    transition: 'archiver',
    libelle: 'Archiver',
    de: ['suites'],
    vers: 'archivee',
    par: 'acte',
    gardes: { suitesFinies },
  },
  {
    transition: 'suspendre',
    libelle: 'Suspendre',
    de: ['programmee', 'ouverte', 'vote-seul'],
    vers: 'suspendue',
    par: 'acte',
    gardes: { motifDonne },
  },
  { transition: 'reprendre', libelle: 'Reprendre', de: ['suspendue'], vers: null, par: 'acte', gardes: {} },
  {
    transition: 'annuler',
    libelle: 'Annuler',
    de: ['brouillon', 'programmee', 'ouverte', 'vote-seul', 'suspendue', 'close'],
    vers: 'annulee',
    par: 'acte',
    gardes: { motifDonne },
  },
] as const satisfies readonly EtapeDeConsultation[];

/** Name of an act of the team; the clock asks nobody. */
export type TransitionConsultation = Extract<(typeof CIRCUIT_CONSULTATION)[number], { par: 'acte' }>['transition'];

/** A transition as the screen offers it: possible, or with every reason why not. */
export interface TransitionDeConsultation {
  transition: TransitionConsultation;
  libelle: string;
  refus: string[];
  /** Why a motif has to be given when it is done; null when none is asked. */
  motifAttendu: string | null;
}

/** The act that bears this name. */
export function etapeConsultation(transition: TransitionConsultation): EtapeDeConsultation {
  return CIRCUIT_CONSULTATION.find((etape) => etape.transition === transition) as EtapeDeConsultation;
}

/** Why a consultation of this statut cannot follow an act: every reason at once; empty when it can. */
export function refusTransitionConsultation(
  transition: TransitionConsultation,
  statut: StatutConsultation,
  situation: SituationConsultation,
): string[] {
  const { de, gardes } = etapeConsultation(transition);
  if (!de.includes(statut)) return ['La consultation n’en est plus là\u00A0: rechargez la page.'];
  return Object.values(gardes).flatMap((garde) => garde(situation) ?? []);
}

/** Acts that leave a statut, with what still keeps them from being done; what a motif lifts is asked when it is done. */
export function transitionsConsultation(
  statut: StatutConsultation,
  situation: SituationConsultation,
): TransitionDeConsultation[] {
  return CIRCUIT_CONSULTATION.flatMap((etape: EtapeDeConsultation) => {
    if (etape.par !== 'acte' || !etape.de.includes(statut)) return [];
    const gardes = Object.values(etape.gardes);
    const refus = gardes.flatMap((garde) => garde({ ...situation, motif: 'Donné.' }) ?? []);
    const motifAttendu = gardes.flatMap((garde) => garde(situation) ?? []).find((un) => !refus.includes(un)) ?? null;
    return [{ transition: etape.transition as TransitionConsultation, libelle: etape.libelle, refus, motifAttendu }];
  });
}
