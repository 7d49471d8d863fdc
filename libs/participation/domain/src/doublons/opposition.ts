// Beginnings of words that say the contrary of one another; texts are normalised.
const CONTRAIRES: readonly (readonly [string, string])[] = [
  ['autoris|permett|permis', 'interdi|prohib'],
  ['plus\\b', 'moins\\b'],
  ['ouvr|rouvr|reouv', 'ferm'],
  ['augment|multipli|renforc|develop', 'diminu|redui|baiss|limit'],
  ['ajout|install|creer|remett|mettre|planter', 'supprim|enlev|retir|arrach'],
  ['gard|conserv|maint|preserv', 'supprim|enlev|abandonn|remplac'],
  ['constru|batir', 'demol|detrui|ras(?:er|ons)'],
  ['gratuit', 'payant'],
  ['allum|eclair', 'etei|etein'],
  ['acceler', 'ralent'],
  ['elarg|agrand', 'retrec|redui'],
  ['obligatoire|oblig', 'facultatif|libre'],
  ['avec\\b', 'sans\\b'],
  ['pieton', 'voiture|automobil'],
  ['toujours\\b', 'jamais\\b'],
];
const PAIRES = CONTRAIRES.map(([un, autre]) => [new RegExp(`\\b(?:${un})`), new RegExp(`\\b(?:${autre})`)] as const);

const NEGATIONS: readonly RegExp[] = [
  /\b(?:ne|n)(?: \w+){0,3}? (?:pas|plus|jamais|aucune?|rien)\b/,
  /^(?:pas|plus aucune?|stop|non)\b/,
  /\b(?:arret(?:er|ons|ez)|cess(?:er|ons|ez)|evit(?:er|ons|ez)|stopper|renoncer)(?: \w+)? (?:de|d|a|aux?|les?|la|l)\b/,
];

/** True when a normalised text says no to something. */
export function estNegative(normalise: string): boolean {
  return NEGATIONS.some((negation) => negation.test(normalise));
}

/** True when one of two normalised texts has a word whose contrary is in the other, and neither has both. */
function ontUnContraire(a: string, b: string): boolean {
  return PAIRES.some(([un, autre]) => {
    const [a1, a2, b1, b2] = [un.test(a), autre.test(a), un.test(b), autre.test(b)];
    return (a1 && !a2 && b2 && !b1) || (a2 && !a1 && b1 && !b2);
  });
}

/**
 * True when two texts that look alike seem to want the contrary: a word and its contrary, or a negation on one side;
 * both together make the same meaning again. A hint for the reader, who alone decides.
 */
export function semblentOpposees(a: string, b: string): boolean {
  return ontUnContraire(a, b) !== (estNegative(a) !== estNegative(b));
}
