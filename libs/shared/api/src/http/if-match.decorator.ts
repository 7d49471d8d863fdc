import { createParamDecorator, type ExecutionContext, type ParamDecoratorEnhancer } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { invalide, versionRequise } from './probleme.exception';

function lireVersion(_: unknown, contexte: ExecutionContext): number {
  const entete = contexte.switchToHttp().getRequest<Request>().headers['if-match'];
  if (entete === undefined) throw versionRequise();
  const lue = /^(?:W\/)?"(\d{1,9})"$/.exec(entete.trim());
  if (!lue) throw invalide('L’en-tête If-Match doit être de la forme "3".');
  return Number(lue[1]);
}

const decrire: ParamDecoratorEnhancer = (classe, methode) => {
  const route = Object.getOwnPropertyDescriptor(classe, methode ?? '');
  const description = 'Version that was read, `"3"`: 412 when somebody has written since, 428 when it is missing.';
  if (route) ApiHeader({ name: 'If-Match', required: true, description })(classe, methode ?? '', route);
};

/** Version from which the caller writes, read from `If-Match: "3"`; 428 when it is absent. */
export const IfMatch = createParamDecorator(lireVersion, [decrire]);
