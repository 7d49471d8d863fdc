import type { FicheDemo } from '../../modele';
import { ficheE11 } from './fiche-e1-1';
import { ficheE12 } from './fiche-e1-2';
import { ficheE13 } from './fiche-e1-3';
import { ficheE21 } from './fiche-e2-1';
import { ficheE22 } from './fiche-e2-2';
import { ficheE31 } from './fiche-e3-1';
import { ficheE32 } from './fiche-e3-2';
import { ficheE41 } from './fiche-e4-1';
import { ficheE42 } from './fiche-e4-2';
import { ficheE43 } from './fiche-e4-3';

/** The thematic fiches. */
export const FICHES_THEMATIQUES: readonly FicheDemo[] = [
  ficheE11,
  ficheE12,
  ficheE13,
  ficheE21,
  ficheE22,
  ficheE31,
  ficheE32,
  ficheE41,
  ficheE42,
  ficheE43,
];
