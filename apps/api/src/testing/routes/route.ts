import type { Permission } from '@pleniere/acces/domain';
import type { Personnage } from '../creer-contrat';
import type { DecorDroits } from '../decor-droits';

/** Who may call a route, and a well-formed call of it on a contrat. */
export interface RouteAttendue {
  acces: Permission | 'connecte' | 'public';
  adresse: (decor: DecorDroits) => string;
  corps?: (decor: DecorDroits) => object;
  /** For a permission held where one's own organisation is concerned: whose organisation is. For what is one's own: whose it is. */
  plume?: Personnage[];
  /** True when the route names nothing of a contrat: another contrat makes no difference. */
  commune?: boolean;
  /** True when the answer is a thread of events, which does not end by itself. */
  flux?: boolean;
}

/** Expected access of each route, by method and path. */
export type RoutesAttendues = Readonly<Record<string, RouteAttendue>>;

/** Who holds the pen when ville A is concerned. */
export const REFERENT_A: Personnage[] = ['referentA'];

/** Who enters values. */
export const SAISISSENT: Personnage[] = ['referentA', 'referentB', 'contributeur'];

/** A route of a contrat, `/contrats/{id}…`. */
export const contrat = (acces: Permission, suite: string, corps?: RouteAttendue['corps']): RouteAttendue => ({
  acces,
  adresse: ({ contrat: { contratId } }) => `/contrats/${contratId}${suite}`,
  corps,
});

/** A route of one thing, by its id. */
export const element = (
  acces: Permission,
  racine: string,
  id: (decor: DecorDroits) => string,
  suite = '',
): RouteAttendue => ({
  acces,
  adresse: (decor) => `/${racine}/${id(decor)}${suite}`,
  corps: () => ({}),
});

/** A route that needs one's own organisation to be concerned. */
export const tenue = (
  route: RouteAttendue,
  corps: RouteAttendue['corps'] = () => ({}),
  plume = REFERENT_A,
): RouteAttendue => ({
  ...route,
  corps,
  plume,
});

/** A route that names nothing of a contrat. */
export const commune = (acces: RouteAttendue['acces'], adresse: string, corps?: object): RouteAttendue => ({
  acces,
  adresse: () => adresse,
  corps: corps && (() => corps),
  commune: true,
});
