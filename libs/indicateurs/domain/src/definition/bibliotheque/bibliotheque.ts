import { CADRE_DE_VIE_TRANQUILLITE } from './cadre-de-vie-tranquillite';
import { EMPLOI_EDUCATION_SANTE } from './emploi-education-sante';
import type { DefinitionModele } from './modele';
import { PARTICIPATION_LIEN_EGALITE } from './participation-lien-egalite';

/** Definitions to start from, written for a contrat de ville; sources name who usually holds the figure. */
export const BIBLIOTHEQUE: readonly DefinitionModele[] = [
  ...EMPLOI_EDUCATION_SANTE,
  ...CADRE_DE_VIE_TRANQUILLITE,
  ...PARTICIPATION_LIEN_EGALITE,
];
