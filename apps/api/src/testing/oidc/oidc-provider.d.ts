/** What the tests use of oidc-provider, which is published without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope: (portees: string) => void;
    save: () => Promise<string>;
  }

  interface ContexteOidc {
    provider: { Grant: new (cle: { clientId: string; accountId: string }) => Grant };
    session?: { accountId?: string };
    params?: Record<string, unknown>;
  }

  interface Reglages {
    features: {
      rpInitiatedLogout: { enabled: boolean; logoutSource: (contexte: { body: string }, formulaire: string) => void };
      [autre: string]: object;
    };
    interactions: { url: (contexte: unknown, interaction: { uid: string }) => string };
    findAccount: (contexte: unknown, sub: string) => { accountId: string; claims: () => object };
    loadExistingGrant: (contexte: { oidc: ContexteOidc }) => Promise<Grant>;
    pkce: { required: () => boolean };
    [autre: string]: object;
  }

  export class Provider {
    constructor(emetteur: string, reglages: Reglages);
    callback(): (requete: IncomingMessage, reponse: ServerResponse) => Promise<void>;
    interactionFinished(requete: IncomingMessage, reponse: ServerResponse, resultat: object): Promise<void>;
  }
}
