/** Password of every demo account; shown on the welcome page in demo mode only. */
export const MOT_DE_PASSE_DEMO = 'Quartiers-2030-en-commun';
