import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Visiteur } from '@pleniere/participation/domain';
import type { Request } from 'express';
import { COOKIE_PARTICIPANT } from './consultations-publiques';

/** Whoever calls a public route: the key of the cookie, the codes of the headers, what tells a browser from another. */
export function lireVisiteur(requete: Request): Visiteur {
  const cle = new RegExp(`(?:^|;\\s*)${COOKIE_PARTICIPANT}=([\\w-]{43})(?:;|$)`).exec(
    requete.headers.cookie ?? '',
  )?.[1];
  return {
    cle: cle ?? null,
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
