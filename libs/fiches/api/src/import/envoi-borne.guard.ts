import {
  type CanActivate,
  type ExecutionContext,
  HttpException,
  Injectable,
  PayloadTooLargeException,
} from '@nestjs/common';
import type { Request } from 'express';

/** Everything that one request may bring, in bytes: it is held in memory. */
const ENVOI_MAX = 100 * 1024 * 1024;
const LONGUEUR_REQUISE = 411;

/** Refuses a request that is too big, or that does not say how big it is, before any of it is read. */
@Injectable()
export class EnvoiBorne implements CanActivate {
  canActivate(contexte: ExecutionContext): boolean {
    const { headers } = contexte.switchToHttp().getRequest<Request>();
    const longueur = headers['content-length'];
    if (longueur === undefined) throw new HttpException('', LONGUEUR_REQUISE);
    if (Number(longueur) > ENVOI_MAX) throw new PayloadTooLargeException();
    return true;
  }
}
