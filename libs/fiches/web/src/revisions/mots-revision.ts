import { LIBELLES_CAUSES, type RevisionResumee } from '@pleniere/fiches/domain';

/** One moment in the life of a revision: what, when and by whom; `aVenir` when it is only awaited. */
export interface Moment {
  quoi: string;
  quand: string;
  par: string;
  aVenir: boolean;
}

const moment = (quoi: string, quand: string | null, par: string | null, aVenir = false): Moment[] =>
  quand === null ? [] : [{ quoi, quand, par: par ?? '', aVenir }];

/** The life of a revision, step by step, the avis that is awaited last. */
export function vieDe(revision: RevisionResumee, avisRendus: readonly { renduLe: string; auteur: string }[]): Moment[] {
  const close = revision.enVigueurLe !== null || revision.abandonneeLe !== null;
  return [
    ...moment('Ouverte', revision.ouverteLe, revision.ouvertePar),
    ...moment('Soumise à la relecture', revision.soumiseLe, revision.soumisePar),
    ...moment('Transmise à l’État', revision.transmiseLe, revision.transmisePar),
    ...avisRendus.toReversed().flatMap(({ renduLe, auteur }) => moment('Avis rendu', renduLe, auteur)),
    ...(close || avisRendus.length > 0 ? [] : moment('Avis attendu', revision.avisEcheance, null, true)),
    ...moment('En vigueur', revision.enVigueurLe, revision.enVigueurPar),
    ...moment('Remplacée', revision.remplaceeLe, null),
    ...moment('Abandonnée', revision.abandonneeLe, revision.abandonneePar),
  ];
}

/** What opened a revision, in one line. */
export function direCause({ cause }: Pick<RevisionResumee, 'cause'>): string {
  return cause.texte === '' ? LIBELLES_CAUSES[cause.sorte] : `${LIBELLES_CAUSES[cause.sorte]} – ${cause.texte}`;
}

/** « En vigueur », « Remplacée », « Abandonnée » or « En cours d’écriture ». */
export function etatDe({ enVigueurLe, remplaceeLe, abandonneeLe }: RevisionResumee): string {
  if (abandonneeLe !== null) return 'Abandonnée';
  if (enVigueurLe === null) return 'En cours d’écriture';
  return remplaceeLe === null ? 'En vigueur' : 'Remplacée';
}
