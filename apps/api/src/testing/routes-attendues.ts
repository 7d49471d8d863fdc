import { ROUTES_ACCES } from './routes/acces';
import { ROUTES_CONTRAT } from './routes/contrat';
import { ROUTES_DIALOGUE } from './routes/dialogue';
import { ROUTES_FICHES } from './routes/fiches';
import { ROUTES_INDICATEURS } from './routes/indicateurs';
import { ROUTES_INSTALLATION } from './routes/installation';
import { ROUTES_CONSULTATIONS } from './routes/participation-consultations';
import { ROUTES_ESPACES } from './routes/participation-espaces';
import { ROUTES_LIENS } from './routes/participation-liens';
import { ROUTES_QUESTIONS } from './routes/participation-questions';
import { ROUTES_PLENIERES } from './routes/plenieres';
import type { RoutesAttendues } from './routes/route';

export type { RouteAttendue } from './routes/route';

/** Every route of the API, with who may call it. A route that is not here fails the test of rights. */
export const ROUTES_ATTENDUES: RoutesAttendues = {
  ...ROUTES_ACCES,
  ...ROUTES_CONTRAT,
  ...ROUTES_INDICATEURS,
  ...ROUTES_INSTALLATION,
  ...ROUTES_FICHES,
  ...ROUTES_DIALOGUE,
  ...ROUTES_PLENIERES,
  ...ROUTES_CONSULTATIONS,
  ...ROUTES_ESPACES,
  ...ROUTES_LIENS,
  ...ROUTES_QUESTIONS,
};
