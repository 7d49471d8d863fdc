import type { ErreurDeChamp } from '@pleniere/shared/domain';
import type { CAUSES_REVISION, IssueFiche } from './revision';

/** What a step of the circuit asks of whoever follows it. */
export type SaisieDeTransition = 'motif' | 'destinataire' | 'cause' | 'issue';

/** A step that is asked, with everything that may go with it; what the step does not ask stays empty. */
export interface DemandeDeTransition {
  motif: string;
  /** Person to whom the correction is asked. */
  destinataireId: string | null;
  /** What opens the revision; its words are the motif of the whole revision. */
  cause: { sorte: (typeof CAUSES_REVISION)[number]; texte: string } | null;
  issue: IssueFiche | null;
  /** Titles of the fiches that follow: two or more when it is split, one when it is merged. */
  suites: readonly string[];
  /** Fiches in force merged with this one. */
  avec: readonly string[];
}

/** A step that nothing accompanies. */
export const SANS_SAISIE: DemandeDeTransition = {
  motif: '',
  destinataireId: null,
  cause: null,
  issue: null,
  suites: [],
  avec: [],
};

const erreur = (pointer: string, detail: string): ErreurDeChamp => ({ pointer, detail });

/** What an issue asks of the fiches that follow. */
function verifierSuites({ issue, suites, avec }: DemandeDeTransition): ErreurDeChamp[] {
  if (issue === null) return [erreur('/issue', 'Dites ce que la fiche devient.')];
  const attendues = { achevee: [0, 0], abandonnee: [0, 0], scindee: [2, Infinity], fusionnee: [1, 1] }[issue];
  const [min = 0, max = 0] = attendues;
  const erreurs: ErreurDeChamp[] = [];
  if (suites.length < min || suites.length > max) {
    const details = {
      achevee: 'Une fiche achevée n’a pas de suite.',
      abandonnee: 'Une fiche abandonnée n’a pas de suite.',
      scindee: 'Donnez le titre d’au moins deux fiches.',
      fusionnee: 'Donnez le titre de la fiche qui les réunit.',
    };
    erreurs.push(erreur('/suites', details[issue]));
  }
  if (issue === 'fusionnee' && avec.length === 0) erreurs.push(erreur('/avec', 'Choisissez au moins une autre fiche.'));
  if (issue !== 'fusionnee' && avec.length > 0) erreurs.push(erreur('/avec', 'Seule une fusion réunit des fiches.'));
  return erreurs;
}

const VERIFICATIONS: Readonly<Record<SaisieDeTransition, (demande: DemandeDeTransition) => ErreurDeChamp[]>> = {
  motif: ({ motif }) => (motif.trim() === '' ? [erreur('/motif', 'Donnez un motif.')] : []),
  destinataire: ({ destinataireId }) =>
    destinataireId === null ? [erreur('/destinataireId', 'Dites à qui la correction est demandée.')] : [],
  cause: ({ cause }) =>
    cause === null || cause.texte.trim() === ''
      ? [erreur('/cause', 'Dites quel avenant ou quelle décision ouvre la révision.')]
      : [],
  issue: verifierSuites,
};

/** What is missing from a step that is asked; empty when nothing is. */
export function verifierDemande(
  etape: { saisies: readonly SaisieDeTransition[] },
  demande: DemandeDeTransition,
): ErreurDeChamp[] {
  return etape.saisies.flatMap((saisie) => VERIFICATIONS[saisie](demande));
}
