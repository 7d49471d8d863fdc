/** Lengths of what residents write, counted in Unicode code points of the text trimmed and in NFC. */
export const LONGUEURS_PAROLES = { propositionMin: 12, proposition: 140, questionMin: 10, question: 600 } as const;
