/** Why a proposition may be refused: the eight motifs of the charter that residents read, and two of small places. */
export const MOTIFS_REFUS = [
  'incomprehensible',
  'hors-sujet',
  'discriminante',
  'partisane',
  'publicite',
  'idees-multiples',
  'injures',
  'autre-langue',
  'donnees-personnelles',
  'doublon-exact',
] as const;
/** Slug of a motif of refusal. */
export type MotifRefus = (typeof MOTIFS_REFUS)[number];

/** French label of each motif, as the list of the moderator and the public count give it. */
export const LIBELLES_MOTIFS_REFUS: Readonly<Record<MotifRefus, string>> = {
  incomprehensible: 'Incompréhensible',
  'hors-sujet': 'Hors sujet',
  discriminante: 'Discriminatoire',
  partisane: 'Partisan',
  publicite: 'Publicité',
  'idees-multiples': 'Plusieurs idées à la fois',
  injures: 'Injurieux',
  'autre-langue': 'Dans une autre langue que le français',
  'donnees-personnelles': 'Désigne une personne',
  'doublon-exact': 'Déjà écrit mot pour mot',
};

/** What the author reads, after « parce que votre texte… ». */
export const EXPLICATIONS_REFUS: Readonly<Record<MotifRefus, string>> = {
  incomprehensible: 'ne se comprend pas, même relu plusieurs fois',
  'hors-sujet': 'ne répond pas à la question posée',
  discriminante: 'vise des personnes pour ce qu’elles sont',
  partisane: 'appelle à soutenir ou à combattre un parti, un candidat ou un élu',
  publicite: 'fait la promotion d’un produit, d’une marque ou d’un service',
  'idees-multiples': 'contient plusieurs idées\u00A0: écrivez-en une par proposition',
  injures: 'contient des injures ou des menaces',
  'autre-langue': 'n’est pas écrit en français\u00A0: un médiateur peut vous aider à le traduire',
  'donnees-personnelles': 'permet de reconnaître une personne',
  'doublon-exact': 'existe déjà mot pour mot',
};
