import { CreateSchema1763800000000 } from './1763800000000-create-schema';
import { CreateFrein1763800100000 } from './1763800100000-create-frein';
import { CreateImport1763800200000 } from './1763800200000-create-import';
import { CreateImportValeurs1763800300000 } from './1763800300000-create-import-valeurs';
import { CreateReferentiel1763800400000 } from './1763800400000-create-referentiel';

/** Every migration, oldest first; listed by hand because the product is one bundle. */
export const MIGRATIONS = [
  CreateSchema1763800000000,
  CreateFrein1763800100000,
  CreateImport1763800200000,
  CreateImportValeurs1763800300000,
  CreateReferentiel1763800400000,
];
