import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Visiteur } from '@pleniere/participation/domain';
import { lireSecret, nomDHote } from '@pleniere/shared/api';
import type { Request } from 'express';
import { COOKIE_PARTICIPANT } from './consultations-publiques';

/** Whoever calls a public route: the key of the cookie, the codes of the headers, what tells a browser from another. */
export function lireVisiteur(requete: Request): Visiteur {
  return {
    // A key lives longer than settings: one given before HTTPS was set still finds its votes.
    cle: lireSecret(requete, nomDHote(COOKIE_PARTICIPANT)) ?? lireSecret(requete, COOKIE_PARTICIPANT),
    ip: requete.ip ?? '',
    agent: (requete.get('user-agent') ?? '').slice(0, 300),
    borne: requete.get('x-code-borne') ?? null,
    codeHabitant: requete.get('x-code-habitant') ?? null,
  };
}

/** The visitor of a public route. */
export const VisiteurCourant = createParamDecorator((_: unknown, contexte: ExecutionContext): Visiteur => {
  return lireVisiteur(contexte.switchToHttp().getRequest<Request>());
});
