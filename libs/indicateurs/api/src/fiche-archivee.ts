/** Reason why an indicator of an archived fiche, or a value of it, is not written any more. */
export const FICHE_ARCHIVEE = 'La fiche est archivée\u00A0: ses indicateurs et leurs valeurs ne changent plus.';
