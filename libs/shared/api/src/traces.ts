import type { Options } from 'pino-http';

interface DemandeTracee {
  id: unknown;
  method: string;
  url: string;
  remoteAddress: string;
}

const JETON_D_ACTIVATION = /(\/activation\/)[^/?]+/;
/** What the identity provider sends back: a code that opens a session. */
const RETOUR_OIDC = /(\/oidc\/retour\?).*/s;

/**
 * What the server's logs keep: who asked for what and what became of it. Neither bodies nor headers, where passwords
 * and sessions travel; nor activation links, nor the codes of the identity provider; nor the values of a statement that failed.
 */
export function optionsDesTraces(niveau: string): Options {
  return {
    level: niveau,
    serializers: {
      req: ({ id, method, url, remoteAddress }: DemandeTracee) => ({
        id,
        method,
        url: url.replace(JETON_D_ACTIVATION, '$1…').replace(RETOUR_OIDC, '$1…'),
        remoteAddress,
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    redact: ['err.parameters', 'err.detail', 'err.driverError'],
    autoLogging: { ignore: (requete) => requete.url?.startsWith('/health') === true },
  };
}
