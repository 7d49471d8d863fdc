import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

function versionDe(corps: unknown): number | null {
  if (typeof corps !== 'object' || corps === null) return null;
  if ('version' in corps && typeof corps.version === 'number') return corps.version;
  return 'etat' in corps ? versionDe(corps.etat) : null;
}

/** Gives the version of the answered resource (or field) as its `ETag`, to be sent back in `If-Match`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(contexte: ExecutionContext, suite: CallHandler): Observable<unknown> {
    return suite.handle().pipe(
      map((corps: unknown) => {
        const version = versionDe(corps);
        if (version !== null) contexte.switchToHttp().getResponse<Response>().setHeader('ETag', `"${version}"`);
        return corps;
      }),
    );
  }
}
