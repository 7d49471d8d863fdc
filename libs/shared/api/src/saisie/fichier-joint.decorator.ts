import { applyDecorators, createParamDecorator, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { invalide } from '../http/probleme.exception';

/** A file as it was joined: its name, and what it holds, in memory. */
export interface FichierJoint {
  nom: string;
  octets: Buffer;
}

const TAILLE_D_UN_CHAMP = 100;

/** Takes one file (multipart, `fichier`) of so many bytes at most, with the fields that `champs` describes beside it. */
export function RecoitUnFichier(octets: number, champs: Record<string, object> = {}): MethodDecorator {
  const noms = Object.keys(champs);
  const properties = { fichier: { type: 'string', format: 'binary' }, ...champs };
  const limits = { fileSize: octets, files: 1, fields: noms.length, fieldSize: TAILLE_D_UN_CHAMP };
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties, required: ['fichier', ...noms] } }),
    UseInterceptors(FileInterceptor('fichier', { limits, defParamCharset: 'utf8' })),
  );
}

/** The file that a request joins (see `RecoitUnFichier`); throws 400, with the words given here, when there is none. */
export const Fichier = createParamDecorator((absent: string, contexte: ExecutionContext): FichierJoint => {
  const { file } = contexte.switchToHttp().getRequest<{ file?: { originalname: string; buffer: Buffer } }>();
  if (!file) throw invalide(absent, [{ pointer: '/fichier', detail: absent }]);
  return { nom: file.originalname, octets: file.buffer };
});
