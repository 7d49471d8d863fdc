import type { Interlocuteur } from '@pleniere/fiches/domain';
import { sansAccents } from '@pleniere/shared/domain';

/** How many people are proposed at a time. */
const PROPOSES = 6;

/** A name being typed after « @ »: where it starts, and what is typed of it. */
export interface AppelEnCours {
  debut: number;
  nom: string;
}

/** The name that is being typed before the caret; null when there is none. */
export function appelEnCours(texte: string, curseur: number): AppelEnCours | null {
  const trouve = /(?:^|[\s(«])@([\p{L}’'-]*(?: [\p{L}’'-]*)?)$/u.exec(texte.slice(0, curseur));
  const nom = trouve?.[1];
  return nom === undefined ? null : { debut: curseur - nom.length - 1, nom };
}

/** People whose name, function or organisation holds what is typed; names first. */
export function proposer(interlocuteurs: readonly Interlocuteur[], { nom }: AppelEnCours): Interlocuteur[] {
  const cherche = sansAccents(nom);
  const parNom = interlocuteurs.filter((un) => sansAccents(un.nom).includes(cherche));
  const autres = interlocuteurs.filter(
    (un) => !parNom.includes(un) && sansAccents(`${un.fonction} ${un.organisation.nom}`).includes(cherche),
  );
  return [...parNom, ...autres].slice(0, PROPOSES);
}

/** People of a list whose name stands in the text after « @ ». */
export function citees<T extends { id: string; nom: string }>(texte: string, connus: readonly T[]): T[] {
  return connus.filter(({ nom }) => texte.includes(`@${nom}`));
}

/** A stretch of a message: plain, or the name of somebody mentioned. */
export interface Passage {
  texte: string;
  mention: boolean;
}

/** Cuts a message at the names that it mentions. */
export function decouper(texte: string, noms: readonly string[]): Passage[] {
  const appels = noms.map((nom) => `@${nom}`).sort((a, b) => b.length - a.length);
  const passages: Passage[] = [];
  let reste = texte;
  while (reste !== '') {
    const debuts = appels.map((appel) => ({ appel, ou: reste.indexOf(appel) })).filter(({ ou }) => ou >= 0);
    const premier = debuts.sort((a, b) => a.ou - b.ou)[0];
    if (!premier) return [...passages, { texte: reste, mention: false }];
    if (premier.ou > 0) passages.push({ texte: reste.slice(0, premier.ou), mention: false });
    passages.push({ texte: premier.appel, mention: true });
    reste = reste.slice(premier.ou + premier.appel.length);
  }
  return passages;
}
