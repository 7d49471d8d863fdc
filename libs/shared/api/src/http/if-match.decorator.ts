import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { invalide, versionRequise } from './probleme.exception';

/** Version from which the caller writes, read from `If-Match: "3"`; 428 when it is absent. */
export const IfMatch = createParamDecorator((_: unknown, contexte: ExecutionContext): number => {
  const entete = contexte.switchToHttp().getRequest<Request>().headers['if-match'];
  if (entete === undefined) throw versionRequise();
  const lue = /^(?:W\/)?"(\d{1,9})"$/.exec(entete.trim());
  if (!lue) throw invalide('L’en-tête If-Match doit être de la forme "3".');
  return Number(lue[1]);
});
