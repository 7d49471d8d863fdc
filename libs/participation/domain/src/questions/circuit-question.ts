import type { Permission } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';
import { type EtatQuestion, MOTIFS_REFUS_QUESTION } from './etats';

/** What the guards look at: the question as it stands, with what is being given. What is not asked stays null or empty. */
export interface SituationQuestion {
  id: string;
  aujourdhui: string;
  /** Motif given: a slug of the charter to refuse, words for the rest. */
  motif: string;
  /** Who the resident is sent to, in words. */
  orientation: string;
  /** Organisation that answers, and the day by which it does. */
  serviceId: string | null;
  echeance: string | null;
  reponse: string;
  /** Function of whoever signs the answer (« adjointe à la tranquillité publique »); never a name alone. */
  fonctionAuteur: string;
  /** True when the person who moderated is the one who publishes, where the contrat keeps both apart. */
  memeMainQueLaModeration: boolean;
  /** Question that it would follow. */
  cible: { id: string; etat: EtatQuestion } | null;
  /** Number of questions attached to this one. */
  rattachees: number;
}

/** A situation in which nothing is given. */
export const SANS_DONNEE_QUESTION: Omit<SituationQuestion, 'id' | 'aujourdhui'> = {
  motif: '',
  orientation: '',
  serviceId: null,
  echeance: null,
  reponse: '',
  fonctionAuteur: '',
  memeMainQueLaModeration: false,
  cible: null,
  rattachees: 0,
};

const rempli = (texte: string) => texte.trim() !== '';

const motifDonne = ({ motif }: SituationQuestion): Refus =>
  rempli(motif) ? null : 'Dites pourquoi\u00A0: la personne qui a posé la question le lira.';
const motifDeLaCharte = ({ motif }: SituationQuestion): Refus =>
  (MOTIFS_REFUS_QUESTION as readonly string[]).includes(motif) ? null : 'Choisissez un motif de la charte.';
const orientationDonnee = ({ orientation }: SituationQuestion): Refus =>
  rempli(orientation) ? null : 'Dites vers qui la personne est orientée.';
const serviceChoisi = ({ serviceId }: SituationQuestion): Refus =>
  serviceId === null ? 'Choisissez le service qui répondra.' : null;
const echeanceTenable = ({ echeance, aujourdhui }: SituationQuestion): Refus => {
  if (echeance === null) return 'Donnez le jour avant lequel le service répond.';
  return echeance < aujourdhui ? 'Ce jour est déjà passé.' : null;
};
const reponseEcrite = ({ reponse }: SituationQuestion): Refus =>
  rempli(reponse) ? null : 'La réponse n’est pas encore écrite.';
const fonctionDonnee = ({ fonctionAuteur }: SituationQuestion): Refus =>
  rempli(fonctionAuteur) ? null : 'Dites la fonction de la personne qui répond.';
const autreMain = ({ memeMainQueLaModeration }: SituationQuestion): Refus =>
  memeMainQueLaModeration ? 'Vous avez modéré cette question\u00A0: une autre personne publie la réponse.' : null;
const cibleSuivie = ({ id, cible, rattachees }: SituationQuestion): Refus => {
  if (cible === null) return 'Choisissez la question qu’elle rejoint.';
  if (cible.id === id) return 'Une question ne se rattache pas à elle-même.';
  if (rattachees > 0) return 'D’autres questions sont rattachées à celle-ci\u00A0: rattachez-les d’abord ailleurs.';
  const suivies: readonly EtatQuestion[] = ['recevable', 'attribuee', 'reponse-preparee', 'reponse-publiee'];
  return suivies.includes(cible.etat) ? null : 'La question choisie n’aura pas de réponse.';
};

/** One arrow of the life of a question: who may follow it, under which named guards. */
export interface EtapeQuestion {
  transition: string;
  libelle: string;
  de: readonly EtatQuestion[];
  vers: EtatQuestion;
  permission: Permission;
  gardes: Readonly<Record<string, (situation: SituationQuestion) => Refus>>;
}

/** The life of a question in one table; nothing leaves `recevable` for a service without a day. */
export const CIRCUIT_QUESTION = [
  {
    transition: 'retenir',
    libelle: 'Déclarer recevable',
    de: ['posee'],
    vers: 'recevable',
    permission: 'questions.traiter',
    gardes: {},
  },
  {
    transition: 'orienter',
    libelle: 'Orienter ailleurs',
    de: ['posee', 'recevable', 'attribuee'],
    vers: 'hors-competence',
    permission: 'questions.traiter',
    gardes: { orientationDonnee },
  },
  {
    transition: 'refuser',
    libelle: 'Refuser',
    de: ['posee'],
    vers: 'refusee',
    permission: 'questions.traiter',
    gardes: { motifDeLaCharte },
  },
  {
    transition: 'reexaminer',
    libelle: 'Réexaminer',
    de: ['refusee', 'hors-competence', 'sans-suite'],
    vers: 'posee',
    permission: 'questions.traiter',
    gardes: { motifDonne },
  },
  {
    transition: 'attribuer',
    libelle: 'Attribuer à un service',
    de: ['recevable', 'attribuee'],
    vers: 'attribuee',
    permission: 'questions.traiter',
    gardes: { serviceChoisi, echeanceTenable },
  },
  {
    transition: 'preparer-reponse',
    libelle: 'Proposer la réponse',
    de: ['attribuee'],
    vers: 'reponse-preparee',
    permission: 'questions.repondre',
    gardes: { reponseEcrite, fonctionDonnee },
  },
  {
    transition: 'reprendre-reponse',
    libelle: 'Reprendre la réponse',
    de: ['reponse-preparee'],
    vers: 'attribuee',
    permission: 'questions.repondre',
    gardes: {},
  },
  {
    transition: 'publier-reponse',
    libelle: 'Publier la réponse',
    de: ['reponse-preparee'],
    vers: 'reponse-publiee',
    permission: 'questions.repondre',
    gardes: { reponseEcrite, fonctionDonnee, autreMain },
  },
  {
    transition: 'corriger-reponse',
    libelle: 'Publier une nouvelle version',
    de: ['reponse-publiee'],
    vers: 'reponse-publiee',
    permission: 'questions.repondre',
    gardes: { reponseEcrite, fonctionDonnee },
  },
  {
    transition: 'classer-sans-suite',
    libelle: 'Classer sans suite',
    de: ['recevable', 'attribuee', 'reponse-preparee'],
    vers: 'sans-suite',
    permission: 'questions.traiter',
    gardes: { motifDonne },
  },
  {
    transition: 'rattacher',
    libelle: 'Rattacher à une question déjà posée',
    de: ['posee', 'recevable', 'attribuee'],
    vers: 'rattachee',
    permission: 'questions.traiter',
    gardes: { cibleSuivie },
  },
  {
    transition: 'detacher',
    libelle: 'Détacher',
    de: ['rattachee'],
    vers: 'recevable',
    permission: 'questions.traiter',
    gardes: {},
  },
] as const satisfies readonly EtapeQuestion[];

/** Name of a transition of a question. */
export type TransitionQuestion = (typeof CIRCUIT_QUESTION)[number]['transition'];

/** The step that bears this name. */
export function etapeQuestion(transition: TransitionQuestion): EtapeQuestion {
  return CIRCUIT_QUESTION.find((etape) => etape.transition === transition) as EtapeQuestion;
}

/** Why a question in this état cannot follow a transition; null when it can. */
export function refusEtapeQuestion(
  transition: TransitionQuestion,
  etat: EtatQuestion,
  situation: SituationQuestion,
): Refus {
  const { de, gardes } = etapeQuestion(transition);
  if (!de.includes(etat)) return 'La question n’en est plus là\u00A0: rechargez la page.';
  return Object.values(gardes).reduce<Refus>((refus, garde) => refus ?? garde(situation), null);
}

/** Transitions that leave an état, for a person whose permissions are decided by `peut`. */
export function etapesQuestion(etat: EtatQuestion, peut: (permission: Permission) => Refus): EtapeQuestion[] {
  const table: readonly EtapeQuestion[] = CIRCUIT_QUESTION;
  return table.filter(({ de, permission }) => de.includes(etat) && peut(permission) === null);
}
