import type { Options } from 'pino-http';

interface DemandeTracee {
  id: unknown;
  method: string;
  url: string;
}

/** What opens something to whoever holds it: a link of activation, the récépissé of a question. */
const SECRET_D_ADRESSE = /(\/(?:activation|suivi)\/)[^/?]+/;
/** What the identity provider sends back: a code that opens a session. */
const RETOUR_OIDC = /(\/oidc\/retour\?).*/s;

/**
 * What the server's logs keep: what was asked and what became of it; not from which address, which is personal. Neither bodies nor headers, where passwords
 * and sessions travel; nor activation links, récépissés, nor the codes of the identity provider; nor the values of a statement that failed.
 */
export function optionsDesTraces(niveau: string): Options {
  return {
    level: niveau,
    serializers: {
      req: ({ id, method, url }: DemandeTracee) => ({
        id,
        method,
        url: url.replace(SECRET_D_ADRESSE, '$1…').replace(RETOUR_OIDC, '$1…'),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    redact: ['err.parameters', 'err.detail', 'err.driverError'],
    autoLogging: { ignore: (requete) => requete.url?.startsWith('/health') === true },
  };
}
