import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Acteur, Permission as NomPermission } from '@pleniere/acces/domain';
import { nonConnecte, ROUTE_PUBLIQUE } from '@pleniere/shared/api';
import type { RequeteConnectee } from './requete';

/** Metadata key of the permission that a route declares. */
export const ROUTE_PERMISSION = 'pleniere:permission';
/** Metadata key of a route open to any person who is logged in. */
export const ROUTE_CONNECTEE = 'pleniere:connectee';

/** The route needs this permission; the guard refuses roles that hold it nowhere. */
export const Permission = (permission: NomPermission): CustomDecorator => SetMetadata(ROUTE_PERMISSION, permission);

/** Anybody may call the route, without an account. */
export const Public = (): CustomDecorator => SetMetadata(ROUTE_PUBLIQUE, true);

/** Any person who is logged in may call the route. */
export const Connecte = (): CustomDecorator => SetMetadata(ROUTE_CONNECTEE, true);

/** The person who acts, for a route that needs one. */
export const ActeurCourant = createParamDecorator((_: unknown, contexte: ExecutionContext): Acteur => {
  const { session } = contexte.switchToHttp().getRequest<RequeteConnectee>();
  if (!session) throw nonConnecte();
  return session.acteur;
});
