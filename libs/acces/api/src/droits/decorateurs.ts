import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { Acteur, Permission as NomPermission } from '@pleniere/acces/domain';
import { ROUTE_PUBLIQUE } from '@pleniere/shared/api';
import { type RequeteConnectee, sessionDe } from './requete';

type Decorateur = ClassDecorator & MethodDecorator;

/** Metadata key of the permission that a route declares. */
export const ROUTE_PERMISSION = 'pleniere:permission';
/** Metadata key of a route open to any person who is logged in. */
export const ROUTE_CONNECTEE = 'pleniere:connectee';
/** Metadata key of a route that pages call by themselves. */
export const ROUTE_VEILLE = 'pleniere:veille';

/** Metadata key of a route open to a session whose second factor is still due. */
export const ROUTE_AVANT_SECOND_FACTEUR = 'pleniere:avant-second-facteur';

/** A route of a session, as the description of the API tells it. */
const deSession = (cle: string, valeur: unknown) =>
  applyDecorators(SetMetadata(cle, valeur), ApiSecurity({ session: [], jeton: [] }));

/** The route needs this permission; the guard refuses roles that hold it nowhere. */
export const Permission = (permission: NomPermission): Decorateur => deSession(ROUTE_PERMISSION, permission);

/** Anybody may call the route, without an account. */
export const Public = (): Decorateur => SetMetadata(ROUTE_PUBLIQUE, true);

/** Any person who is logged in may call the route. */
export const Connecte = (): Decorateur => deSession(ROUTE_CONNECTEE, true);

/** Pages call the route by themselves: a call is not a sign that somebody works, and does not prolong the session. */
export const Veille = (): Decorateur => SetMetadata(ROUTE_VEILLE, true);

/** The route serves to set up the second factor that is due, or to leave. */
export const AvantSecondFacteur = (): Decorateur => SetMetadata(ROUTE_AVANT_SECOND_FACTEUR, true);

/** The person who acts, for a route that needs one. */
export const ActeurCourant = createParamDecorator((_: unknown, contexte: ExecutionContext): Acteur => {
  return sessionDe(contexte.switchToHttp().getRequest<RequeteConnectee>()).acteur;
});
