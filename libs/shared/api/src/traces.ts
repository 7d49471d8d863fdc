import { adresseSansSecret } from '@pleniere/shared/domain';
import { type DestinationStream, destination } from 'pino';
import type { Options } from 'pino-http';

interface DemandeTracee {
  id: unknown;
  method: string;
  url: string;
}

/**
 * What the server's logs keep: what was asked and what became of it; not from which address, which is personal. Neither bodies nor headers, where passwords
 * and sessions travel; nor what an address has of secret; nor the values of a statement that failed.
 */
export function optionsDesTraces(niveau: string): Options {
  return {
    level: niveau,
    serializers: {
      req: ({ id, method, url }: DemandeTracee) => ({ id, method, url: adresseSansSecret(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    redact: ['err.parameters', 'err.detail', 'err.driverError'],
    autoLogging: { ignore: (requete) => requete.url?.startsWith('/health') === true },
  };
}

/** Where they go: the standard output, many lines at a time, each within a second; what waits leaves with the process. */
export function sortieDesTraces(): DestinationStream {
  return destination({ sync: false, minLength: 4096, periodicFlush: 1_000 });
}
