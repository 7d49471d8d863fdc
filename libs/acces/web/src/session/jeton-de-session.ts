import type { HttpXsrfTokenExtractor } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';

/** The token that writes send back in `X-XSRF-TOKEN`: that of the cookie of this very host, where HTTPS is set. */
@Injectable()
export class JetonDeSession implements HttpXsrfTokenExtractor {
  private readonly document = inject(DOCUMENT);

  getToken(): string | null {
    const { cookie } = this.document;
    const lu = /(?:^|;\s*)__Host-XSRF-TOKEN=([\w-]+)/.exec(cookie) ?? /(?:^|;\s*)XSRF-TOKEN=([\w-]+)/.exec(cookie);
    return lu?.[1] ?? null;
  }
}
