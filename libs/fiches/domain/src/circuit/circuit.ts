import type { Permission } from '@pleniere/acces/domain';
import { formaterDate, type Refus } from '@pleniere/shared/domain';
import { pointsOuverts, type Avis } from './avis';
import type { RevisionResumee } from './revision';
import type { SaisieDeTransition } from './saisie-transition';

/** States of a fiche; nouns, so that they agree with nothing. */
export const STATUTS_FICHE = ['brouillon', 'relecture', 'avis', 'en-vigueur', 'archive'] as const;
/** Slug of a fiche's statut. */
export type StatutFiche = (typeof STATUTS_FICHE)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_FICHE: Readonly<Record<StatutFiche, string>> = {
  brouillon: 'Brouillon',
  relecture: 'En relecture',
  avis: 'À l’avis de l’État',
  'en-vigueur': 'En vigueur',
  archive: 'Archivée',
};

/** What the guards look at. */
export interface SituationFiche {
  manquesObligatoires: number;
  /** Number of the revision whose text is in force, null when none ever was. */
  enVigueur: number | null;
  /** Day by which the State answers; null as long as the text has not been sent. */
  avisEcheance: string | null;
  aujourdhui: string;
  /** True once an avis was given on the text that was sent. */
  avisRendu: boolean;
  /** Open points of the last avis when it asks for complements. */
  complementsAttendus: number;
  /** True when the caller has written an avis that can be given. */
  avisRedige: boolean;
}

/** Situation of a fiche from its revisions, its avis (newest first) and what depends on the caller and on the day. */
export function situationDe(
  fiche: {
    revision: number;
    enVigueur: number | null;
    revisions: readonly Pick<RevisionResumee, 'numero' | 'transmiseLe' | 'avisEcheance'>[];
    avis: readonly Pick<Avis, 'revision' | 'renduLe' | 'sens' | 'points'>[];
  },
  reste: Pick<SituationFiche, 'manquesObligatoires' | 'avisRedige' | 'aujourdhui'>,
): SituationFiche {
  const { transmiseLe = null, avisEcheance = null } =
    fiche.revisions.find(({ numero }) => numero === fiche.revision) ?? {};
  const rendu = fiche.avis.find(
    ({ revision, renduLe }) =>
      revision === fiche.revision && transmiseLe !== null && Date.parse(renduLe) >= Date.parse(transmiseLe),
  );
  return {
    ...reste,
    enVigueur: fiche.enVigueur,
    avisEcheance,
    avisRendu: rendu !== undefined,
    complementsAttendus: rendu?.sens === 'a-completer' ? pointsOuverts([rendu]).length : 0,
  };
}

const ficheComplete = ({ manquesObligatoires }: SituationFiche): Refus =>
  manquesObligatoires === 0 ? null : `Il reste à remplir les champs obligatoires (${manquesObligatoires}).`;
const avisRenduOuDelaiEcoule = (situation: SituationFiche): Refus => {
  const { avisRendu, avisEcheance, aujourdhui } = situation;
  if (avisRendu) return null;
  if (avisEcheance === null) return 'La fiche n’a pas été transmise à l’État.';
  return avisEcheance < aujourdhui ? null : `L’avis de l’État est attendu jusqu’au ${formaterDate(avisEcheance)}.`;
};
const complementsApportes = ({ complementsAttendus }: SituationFiche): Refus =>
  complementsAttendus === 0
    ? null
    : `L’État demande des compléments\u00A0: il reste des points à lever (${complementsAttendus}).`;
const avisRedige = (situation: SituationFiche): Refus =>
  situation.avisRedige ? null : 'Donnez le sens de votre avis et, s’il n’est pas favorable, ce qui le motive.';
const enRevision = ({ enVigueur }: SituationFiche): Refus =>
  enVigueur === null ? 'La fiche n’a pas encore de texte en vigueur.' : null;

/** One arrow of the circuit: who may follow it, under which named guards, and what goes with it. */
export interface EtapeCircuit {
  transition: string;
  libelle: string;
  de: readonly StatutFiche[];
  vers: StatutFiche;
  permission: Permission;
  gardes: Readonly<Record<string, (situation: SituationFiche) => Refus>>;
  /** What is asked of whoever follows it. */
  saisies: readonly SaisieDeTransition[];
}

/** The circuit of a fiche in one table; the diagram of the documentation is drawn from it. */
export const CIRCUIT = [
  {
    transition: 'soumettre',
    libelle: 'Soumettre à la relecture',
    de: ['brouillon'],
    vers: 'relecture',
    permission: 'fiches.ecrire',
    gardes: { ficheComplete },
    saisies: [],
  },
  {
    transition: 'transmettre',
    libelle: 'Transmettre à l’État',
    de: ['relecture'],
    vers: 'avis',
    permission: 'fiches.valider',
    gardes: { ficheComplete },
    saisies: [],
  },
  {
    transition: 'rendre-avis',
    libelle: 'Rendre l’avis',
    de: ['avis'],
    vers: 'avis',
    permission: 'avis.rendre',
    gardes: { avisRedige },
    saisies: [],
  },
  {
    transition: 'valider',
    libelle: 'Mettre en vigueur',
    de: ['avis'],
    vers: 'en-vigueur',
    permission: 'fiches.valider',
    gardes: { ficheComplete, avisRenduOuDelaiEcoule, complementsApportes },
    saisies: [],
  },
  {
    transition: 'demander-correction',
    libelle: 'Demander une correction',
    de: ['relecture', 'avis'],
    vers: 'brouillon',
    permission: 'fiches.valider',
    gardes: {},
    saisies: ['motif', 'destinataire'],
  },
  {
    transition: 'reviser',
    libelle: 'Réviser',
    de: ['en-vigueur'],
    vers: 'brouillon',
    permission: 'fiches.ecrire',
    gardes: {},
    saisies: ['cause'],
  },
  {
    transition: 'renoncer',
    libelle: 'Renoncer à cette révision',
    de: ['brouillon'],
    vers: 'en-vigueur',
    permission: 'fiches.ecrire',
    gardes: { enRevision },
    saisies: ['motif'],
  },
  {
    transition: 'archiver',
    libelle: 'Archiver',
    de: ['en-vigueur'],
    vers: 'archive',
    permission: 'fiches.valider',
    gardes: {},
    saisies: ['issue', 'motif'],
  },
] as const satisfies readonly EtapeCircuit[];

/** Name of a transition. */
export type Transition = (typeof CIRCUIT)[number]['transition'];

/** A transition as the screen offers it: possible, or with the reason why not. */
export interface TransitionDisponible {
  transition: Transition;
  libelle: string;
  refus: Refus;
  saisies: readonly SaisieDeTransition[];
}

/** First reason that keeps a transition from being followed; null when it may be. */
export function refusDeTransition(etape: EtapeCircuit, situation: SituationFiche): Refus {
  return Object.values(etape.gardes).reduce<Refus>((refus, garde) => refus ?? garde(situation), null);
}

/** The step that bears this name. */
export function etapeDe(transition: Transition): EtapeCircuit {
  return CIRCUIT.find((etape) => etape.transition === transition) as EtapeCircuit;
}

/**
 * Transitions that leave a statut, for a person whose permissions are decided by `peut`: those that must wait are told with
 * their reason. A first draft has nothing to go back to, so nobody is told of giving it up.
 */
export function transitionsDisponibles(
  statut: StatutFiche,
  situation: SituationFiche,
  peut: (permission: Permission) => Refus,
): TransitionDisponible[] {
  const table: readonly (EtapeCircuit & { transition: Transition })[] = CIRCUIT;
  return table
    .filter(({ de, permission }) => de.includes(statut) && peut(permission) === null)
    .filter(({ transition }) => transition !== 'renoncer' || situation.enVigueur !== null)
    .map((etape) => ({
      transition: etape.transition,
      libelle: etape.libelle,
      refus: refusDeTransition(etape, situation),
      saisies: etape.saisies,
    }));
}

/** Reason why the text of a fiche cannot be written in its present statut; null when it can. */
export function refusEcriture(statut: StatutFiche, peutValider: boolean): Refus {
  if (statut === 'archive') return 'La fiche est archivée\u00A0: elle ne peut plus être modifiée.';
  if (statut === 'en-vigueur') return 'Ce texte est en vigueur\u00A0: ouvrez une révision pour le changer.';
  if (statut === 'avis') return 'La fiche est soumise à l’avis de l’État\u00A0: son texte ne change pas.';
  if (statut === 'relecture' && !peutValider) return 'La fiche est en relecture à la métropole.';
  return null;
}
