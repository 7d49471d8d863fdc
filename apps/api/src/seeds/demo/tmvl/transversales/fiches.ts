import type { FicheDemo } from '../../modele';
import { ficheT12 } from './fiche-t1-2';
import { ficheT13 } from './fiche-t1-3';
import { ficheT14, SUITES_T14 } from './fiches-t1-4';
import { ficheT21 } from './fiche-t2-1';
import { ficheT22 } from './fiche-t2-2';
import { ficheT31 } from './fiche-t3-1';
import { ficheT32 } from './fiche-t3-2';

/** The transversal fiches besides T 1.1. */
export const FICHES_TRANSVERSALES: readonly FicheDemo[] = [
  ficheT12,
  ficheT13,
  ficheT14,
  ...SUITES_T14,
  ficheT21,
  ficheT22,
  ficheT31,
  ficheT32,
];
