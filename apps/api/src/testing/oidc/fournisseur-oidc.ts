import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the provider knows of somebody. */
export interface IdentiteDeTest {
  given_name?: string;
  usual_name?: string;
  email?: string;
  email_verified?: boolean;
  siret?: string;
}

/** How the provider cheats when it gives the identity; null when it is honest. */
export type Tricherie = 'sans-signature' | 'autre-cle' | 'autre-audience' | 'expiree' | 'autre-personne' | null;

/** A real OpenID provider on this machine. */
export interface FournisseurDeTest {
  /** Address of its discovery document. */
  decouverte: string;
  /** People that it knows, by `sub`. */
  identites: Map<string, IdentiteDeTest>;
  /** Who logs in next; null gives up. */
  sub: string | null;
  tricherie: Tricherie;
  /** Follows its pages as a browser does, to the address where it sends the browser back. */
  naviguer: (depart: string) => Promise<URL>;
  fermer: () => Promise<void>;
}

const ADRESSE_PLENIERE = 'https://pleniere.exemple.fr';

/** What the product is registered under there. */
export const CLIENT_OIDC = {
  adresse: ADRESSE_PLENIERE,
  oidcClientId: 'pleniere',
  oidcClientSecret: 'secret-de-pleniere-aupres-du-fournisseur',
};

const clef = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const base64 = (objet: object) => Buffer.from(JSON.stringify(objet)).toString('base64url');

/** A JWT signed by whoever holds the key. */
function signer(contenu: object, cle: KeyObject): string {
  const corps = `${base64({ alg: 'RS256', kid: 'la-seule' })}.${base64(contenu)}`;
  return `${corps}.${sign('sha256', Buffer.from(corps), cle).toString('base64url')}`;
}

/** Starts the provider on a free port of 127.0.0.1; it signs identities with RS256. */
export async function demarrerFournisseur(): Promise<FournisseurDeTest> {
  const serveur = createServer();
  await new Promise<void>((suite) => serveur.listen(0, '127.0.0.1', suite));
  const emetteur = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  const [cle, autreCle] = [clef(), clef()];
  const fournisseur: FournisseurDeTest = {
    decouverte: `${emetteur}/.well-known/openid-configuration`,
    identites: new Map(),
    sub: null,
    tricherie: null,
    naviguer: (depart) => naviguer(depart, new Map()),
    fermer: () => fermer(serveur),
  };
  const provider = creerProvider(emetteur, cle, fournisseur);

  const tricher = (reponse: ServerResponse): void => {
    const maintenant = Math.floor(Date.now() / 1000);
    const sub = fournisseur.tricherie === 'autre-personne' ? 'quelqu-un-d-autre' : fournisseur.sub;
    const contenu = {
      ...fournisseur.identites.get(fournisseur.sub ?? ''),
      sub,
      iss: emetteur,
      aud: fournisseur.tricherie === 'autre-audience' ? 'un-autre-service' : CLIENT_OIDC.oidcClientId,
      exp: maintenant + (fournisseur.tricherie === 'expiree' ? -3600 : 3600),
    };
    const nu = fournisseur.tricherie === 'sans-signature';
    reponse.setHeader('Content-Type', nu ? 'application/json' : 'application/jwt');
    reponse.end(nu ? JSON.stringify(contenu) : signer(contenu, fournisseur.tricherie === 'autre-cle' ? autreCle : cle));
  };
  const repondre = async (requete: IncomingMessage, reponse: ServerResponse): Promise<void> => {
    if (requete.url?.startsWith('/me') && fournisseur.tricherie !== null) return tricher(reponse);
    if (!requete.url?.startsWith('/entrer/')) return void provider.callback()(requete, reponse);
    const resultat = fournisseur.sub === null ? { error: 'access_denied' } : { login: { accountId: fournisseur.sub } };
    await provider.interactionFinished(requete, reponse, resultat);
  };
  serveur.on('request', (requete, reponse) => void repondre(requete, reponse));
  return fournisseur;
}

function creerProvider(emetteur: string, cle: KeyObject, { identites }: FournisseurDeTest): Provider {
  const { oidcClientId, oidcClientSecret } = CLIENT_OIDC;
  return new Provider(emetteur, {
    clients: [
      {
        client_id: oidcClientId,
        client_secret: oidcClientSecret,
        redirect_uris: [`${ADRESSE_PLENIERE}/api/v1/oidc/retour`],
        post_logout_redirect_uris: [`${ADRESSE_PLENIERE}/`],
        token_endpoint_auth_method: 'client_secret_post',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [{ ...cle.export({ format: 'jwk' }), kid: 'la-seule', alg: 'RS256', use: 'sig' }] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
    },
    scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
    cookies: { keys: ['une-clef-de-test'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (contexte, formulaire) => {
          contexte.body = formulaire;
        },
      },
    },
    interactions: { url: (_, { uid }) => `/entrer/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...identites.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidcClientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope(String(oidc.params?.['scope'] ?? ''));
      await grant.save();
      return grant;
    },
  });
}

async function naviguer(adresse: string, cookies: Map<string, string>): Promise<URL> {
  const entetes = { cookie: [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ') };
  const reponse = await fetch(adresse, { redirect: 'manual', headers: entetes });
  for (const cookie of reponse.headers.getSetCookie()) {
    const [, nom = '', valeur = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (valeur === '') cookies.delete(nom);
    else cookies.set(nom, valeur);
  }
  const suite = new URL(reponse.headers.get('location') ?? '', adresse);
  if (suite.href === adresse || reponse.status >= 400) throw new Error(`the provider stopped: ${await reponse.text()}`);
  return suite.href.startsWith(ADRESSE_PLENIERE) ? suite : naviguer(suite.href, cookies);
}

async function fermer(serveur: Server): Promise<void> {
  serveur.closeAllConnections();
  await new Promise((suite) => serveur.close(suite));
}
