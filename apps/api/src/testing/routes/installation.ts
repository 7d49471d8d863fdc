import { commune, type RoutesAttendues } from './route';

/** Routes of the first start, which answer nothing once there is a contrat. */
export const ROUTES_INSTALLATION: RoutesAttendues = {
  'GET /installation': commune('public', '/installation'),
  'GET /installation/epci': { ...commune('public', '/installation'), adresse: () => '/installation' },
  'POST /installation': commune('public', '/installation', { code: 'ABCD' }),
};
