import type { Permission } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';

/** States of a fiche; nouns, so that they agree with nothing. */
export const STATUTS_FICHE = ['brouillon', 'relecture', 'en-vigueur', 'archive'] as const;
/** Slug of a fiche's statut. */
export type StatutFiche = (typeof STATUTS_FICHE)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_FICHE: Readonly<Record<StatutFiche, string>> = {
  brouillon: 'Brouillon',
  relecture: 'En relecture',
  'en-vigueur': 'En vigueur',
  archive: 'Archivée',
};

/** What the guards look at. */
export interface SituationFiche {
  manquesObligatoires: number;
  motif: string;
}

const ficheComplete = ({ manquesObligatoires }: SituationFiche): Refus =>
  manquesObligatoires === 0 ? null : `Il reste à remplir les champs obligatoires (${manquesObligatoires}).`;
const motifDonne = ({ motif }: SituationFiche): Refus => (motif.trim() === '' ? 'Donnez un motif.' : null);

/** One arrow of the circuit: who may follow it, and under which named guards. */
export interface EtapeCircuit {
  transition: string;
  libelle: string;
  de: StatutFiche;
  vers: StatutFiche;
  permission: Permission;
  gardes: Readonly<Record<string, (situation: SituationFiche) => Refus>>;
}

/** The circuit of a fiche in one table; the diagram of the documentation is drawn from it. */
export const CIRCUIT = [
  {
    transition: 'soumettre',
    libelle: 'Soumettre à la relecture',
    de: 'brouillon',
    vers: 'relecture',
    permission: 'fiches.ecrire',
    gardes: { ficheComplete },
  },
  {
    transition: 'demander-correction',
    libelle: 'Demander une correction',
    de: 'relecture',
    vers: 'brouillon',
    permission: 'fiches.valider',
    gardes: { motifDonne },
  },
  {
    transition: 'valider',
    libelle: 'Mettre en vigueur',
    de: 'relecture',
    vers: 'en-vigueur',
    permission: 'fiches.valider',
    gardes: { ficheComplete },
  },
  {
    transition: 'archiver',
    libelle: 'Archiver',
    de: 'en-vigueur',
    vers: 'archive',
    permission: 'fiches.valider',
    gardes: { motifDonne },
  },
] as const satisfies readonly EtapeCircuit[];

/** Name of a transition. */
export type Transition = (typeof CIRCUIT)[number]['transition'];

/** A transition as the screen offers it: possible, or with the reason why not. */
export interface TransitionDisponible {
  transition: Transition;
  libelle: string;
  refus: Refus;
  motifRequis: boolean;
}

/** First reason that keeps a transition from being followed; null when it may be. */
export function refusDeTransition(etape: EtapeCircuit, situation: SituationFiche): Refus {
  return Object.values(etape.gardes).reduce<Refus>((refus, garde) => refus ?? garde(situation), null);
}

/** Transitions that leave a statut, for a person whose permissions are decided by `peut`. */
export function transitionsDisponibles(
  statut: StatutFiche,
  situation: SituationFiche,
  peut: (permission: Permission) => Refus,
): TransitionDisponible[] {
  return CIRCUIT.filter((etape) => etape.de === statut && peut(etape.permission) === null).map((etape) => {
    const motifRequis = 'motifDonne' in etape.gardes;
    const refus = refusDeTransition(etape, motifRequis ? { ...situation, motif: situation.motif || '…' } : situation);
    return { transition: etape.transition, libelle: etape.libelle, refus, motifRequis };
  });
}

/** Reason why the text of a fiche cannot be written in its present statut; null when it can. */
export function refusEcriture(statut: StatutFiche, peutValider: boolean): Refus {
  if (statut === 'archive') return 'La fiche est archivée : elle ne peut plus être modifiée.';
  if (statut === 'relecture' && !peutValider) return 'La fiche est en relecture à la métropole.';
  return null;
}
