import type { Refus } from '@pleniere/shared/domain';
import { MOTIFS_REFUS } from './motifs';
import type { EtatProposition } from './vocabulaire';

/** What the guards look at. */
export interface SituationProposition {
  /** Motif given: a slug of the charter. */
  motif: string;
  /** Idea that it would be attached to. */
  ideeId: string | null;
  /** Name of the moderator who opened it and still holds it; null when it is free or one’s own. */
  verrouilleePar: string | null;
}

type Garde = (situation: SituationProposition) => Refus;

const motifDeLaCharte: Garde = ({ motif }) =>
  (MOTIFS_REFUS as readonly string[]).includes(motif)
    ? null
    : 'Choisissez un motif de la charte\u00A0: son auteur le lira.';
const ideeChoisie: Garde = ({ ideeId }) => (ideeId === null ? 'Choisissez l’idée qu’elle rejoint.' : null);
const libre: Garde = ({ verrouilleePar }) =>
  verrouilleePar === null ? null : `${verrouilleePar} est en train de l’examiner.`;

/** One arrow of the life of a proposition: by a moderator, or by its author. */
export interface EtapeDeProposition {
  transition: string;
  libelle: string;
  de: readonly EtatProposition[];
  vers: EtatProposition;
  par: 'moderateur' | 'auteur';
  gardes: Readonly<Record<string, Garde>>;
}

/** The life of a proposition in one table. Attaching moves no vote; a withdrawn one keeps its votes and leaves the ranking. */
export const CIRCUIT_PROPOSITION = [
  {
    transition: 'accepter',
    libelle: 'Publier',
    de: ['en-attente', 'reportee', 'refusee'],
    vers: 'acceptee',
    par: 'moderateur',
    gardes: { libre },
  },
  {
    transition: 'refuser',
    libelle: 'Refuser',
    de: ['en-attente', 'reportee', 'acceptee'],
    vers: 'refusee',
    par: 'moderateur',
    gardes: { libre, motifDeLaCharte },
  },
  {
    transition: 'reporter',
    libelle: 'Mettre de côté',
    de: ['en-attente'],
    vers: 'reportee',
    par: 'moderateur',
    gardes: { libre },
  },
  {
    transition: 'rattacher',
    libelle: 'Rattacher à une idée',
    de: ['acceptee'],
    vers: 'rattachee',
    par: 'moderateur',
    gardes: { ideeChoisie },
  },
  {
    transition: 'detacher',
    libelle: 'Détacher de l’idée',
    de: ['rattachee'],
    vers: 'acceptee',
    par: 'moderateur',
    gardes: {},
  },
  {
    transition: 'retirer',
    libelle: 'Retirer ma proposition',
    de: ['en-attente', 'reportee', 'acceptee', 'rattachee'],
    vers: 'retiree',
    par: 'auteur',
    gardes: {},
  },
] as const satisfies readonly EtapeDeProposition[];

/** Name of a transition of a proposition. */
export type TransitionProposition = (typeof CIRCUIT_PROPOSITION)[number]['transition'];

/** The step that bears this name. */
export function etapeProposition(transition: TransitionProposition): EtapeDeProposition {
  return CIRCUIT_PROPOSITION.find((etape) => etape.transition === transition) as EtapeDeProposition;
}

/** Why a proposition in this état cannot follow a transition; null when it can. */
export function refusEtapeProposition(
  transition: TransitionProposition,
  etat: EtatProposition,
  situation: SituationProposition,
): Refus {
  const { de, gardes } = etapeProposition(transition);
  if (!de.includes(etat)) return 'Cette proposition a déjà été traitée\u00A0: rechargez la page.';
  return Object.values<Garde>(gardes).reduce<Refus>((refus, garde) => refus ?? garde(situation), null);
}

/** True for a proposition that is shown in a sequence, where it gets its votes. */
export function estVotable(etat: EtatProposition): boolean {
  return etat === 'acceptee';
}
