/** A piece of the report: what the arrêté tells, or what somebody must still write. */
export type BlocDuRapport =
  | { type: 'paragraphe'; texte: string }
  | { type: 'intertitre'; texte: string; niveau: 2 | 3 }
  | { type: 'liste'; items: { texte: string; source: string }[] }
  | { type: 'tableau'; entetes: string[]; lignes: string[][]; parts: number[] }
  | { type: 'source'; texte: string }
  | { type: 'a-completer'; quoi: string; qui: string };

/** A part of the report, after the plan of the decree. */
export interface PartieDuRapport {
  titre: string;
  /** What the decree asks here. */
  attendu: string;
  blocs: BlocDuRapport[];
}

/** Who can write what the contrat does not hold. */
export const QUI = {
  epci: 'le service politique de la ville de l’intercommunalité',
  villes: 'les référents des villes',
  etat: 'les délégués du préfet',
  observatoire: 'l’observatoire ou l’agence d’urbanisme, avec les données de l’Insee et de l’ANCT',
  renouvellement: 'la direction du renouvellement urbain',
  finances: 'les services financiers des communes bénéficiaires',
  assemblees: 'le service des assemblées',
  pilotage: 'le comité de pilotage',
} as const;

export const paragraphe = (texte: string): BlocDuRapport => ({ type: 'paragraphe', texte });
export const intertitre = (texte: string, niveau: 2 | 3 = 2): BlocDuRapport => ({ type: 'intertitre', texte, niveau });
export const source = (texte: string): BlocDuRapport => ({ type: 'source', texte });
export const aCompleter = (quoi: string, qui: string): BlocDuRapport => ({ type: 'a-completer', quoi, qui });

/** A table, or nothing when it would have no line. */
export function tableau(entetes: string[], lignes: string[][], parts: number[]): BlocDuRapport[] {
  return lignes.length > 0 ? [{ type: 'tableau', entetes, lignes, parts }] : [];
}

/** A list, or nothing when nobody told anything. */
export function liste(items: { texte: string; source: string }[]): BlocDuRapport[] {
  return items.length > 0 ? [{ type: 'liste', items }] : [];
}
