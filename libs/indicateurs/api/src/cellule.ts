/** Form of the code of a territory, and what to say of another one. */
export const TERRITOIRE: [RegExp, { message: string }] = [
  /^(contrat|(\d{2}|2[AB])\d{3}|QN[0-9AB]{5}[IMNC])$/,
  { message: 'Un territoire est le contrat, le code d’une commune ou celui d’un quartier.' },
];

/** Largest version that the database holds. */
export const ENTIER_MAX = 2_147_483_647;
