import { Injectable } from '@nestjs/common';
import { Config } from '@pleniere/shared/api';
import type { Configuration } from 'openid-client';

/** What one login must keep, server-side, until the browser comes back. */
export interface Depart {
  etat: string;
  nonce: string;
  verificateur: string;
}

/** Who the provider says has logged in. It gives no right here. */
export interface Identite {
  emetteur: string;
  sub: string;
  nom: string;
  email: string;
  /** False when the provider says that it has not checked the address. */
  emailSur: boolean;
  siret: string | null;
}

/** An identity, and the token by which the browser logs out of the provider. */
export interface Retour {
  identite: Identite;
  jeton: string;
}

// Most servers have no provider: what speaks to one is loaded for the first who asks.
const client = () => import('openid-client');

const DELAI_S = 10;
const BOUCLE_LOCALE = ['localhost', '127.0.0.1', '[::1]'];
const CHEMIN_RETOUR = '/api/v1/oidc/retour';
const REVENDICATIONS_SIGNEES = ['iss', 'aud', 'exp'];

const texte = (valeur: unknown): string => (typeof valeur === 'string' ? valeur.trim() : '');

/** Fourteen digits, however they are spaced; else null: ProConnect does not always know it. */
function lireSiret(valeur: unknown): string | null {
  const chiffres = texte(valeur).replace(/\s/g, '');
  return /^\d{14}$/.test(chiffres) ? chiffres : null;
}

/** The OpenID provider of the settings (ProConnect): authorisation code, PKCE, signed identity. */
@Injectable()
export class Fournisseur {
  private connu: Promise<Configuration> | null = null;

  constructor(private readonly config: Config) {}

  /** True when a provider is set. */
  get regle(): boolean {
    return this.config.oidcDecouverte !== null;
  }

  /** Where the browser goes, and what to keep till it comes back. */
  async partir(): Promise<Depart & { adresse: string }> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...hasard } = await client();
    const depart = {
      etat: hasard.randomState(),
      nonce: hasard.randomNonce(),
      verificateur: hasard.randomPKCECodeVerifier(),
    };
    const adresse = buildAuthorizationUrl(await this.decouvrir(), {
      redirect_uri: this.config.adresse + CHEMIN_RETOUR,
      scope: this.config.oidcPortees,
      state: depart.etat,
      nonce: depart.nonce,
      code_challenge: await calculatePKCECodeChallenge(depart.verificateur),
      code_challenge_method: 'S256',
    });
    return { ...depart, adresse: adresse.href };
  }

  /** Who has come back, from the query of the return address; throws when anything is not as it was asked. */
  async revenir(parametres: string, { etat, nonce, verificateur }: Depart): Promise<Retour> {
    const { authorizationCodeGrant, fetchUserInfo } = await client();
    const connu = await this.decouvrir();
    const jetons = await authorizationCodeGrant(connu, new URL(this.config.adresse + CHEMIN_RETOUR + parametres), {
      expectedState: etat,
      expectedNonce: nonce,
      pkceCodeVerifier: verificateur,
      idTokenExpected: true,
    });
    const sub = jetons.claims()?.sub ?? '';
    const infos = await fetchUserInfo(connu, jetons.access_token, sub);
    for (const nom of REVENDICATIONS_SIGNEES) {
      if (infos[nom] === undefined) throw new Error(`the signed userinfo says nothing of « ${nom} »`);
    }
    const email = texte(infos.email);
    if (email === '') throw new Error('the provider gave no e-mail address');
    const nomEntier = [texte(infos.given_name), texte(infos['usual_name']) || texte(infos.family_name)]
      .join(' ')
      .trim();
    return {
      jeton: jetons.id_token ?? '',
      identite: {
        emetteur: connu.serverMetadata().issuer,
        sub,
        nom: (nomEntier || texte(infos.name) || email).slice(0, 120),
        email,
        emailSur: infos.email_verified !== false,
        siret: lireSiret(infos['siret']),
      },
    };
  }

  /** Where the browser logs out of the provider and comes back from; null when the provider cannot be asked. */
  async sortir(jeton: string): Promise<string | null> {
    try {
      const { buildEndSessionUrl, randomState } = await client();
      return buildEndSessionUrl(await this.decouvrir(), {
        id_token_hint: jeton,
        post_logout_redirect_uri: `${this.config.adresse}/`,
        state: randomState(),
      }).href;
    } catch {
      return null;
    }
  }

  /** Whether that failure of `revenir` is somebody who gave up, on the provider's page. */
  async estUnRenoncement(erreur: unknown): Promise<boolean> {
    const { AuthorizationResponseError } = await client();
    return erreur instanceof AuthorizationResponseError && erreur.error === 'access_denied';
  }

  /** Asked once; asked again after a failure. */
  private decouvrir(): Promise<Configuration> {
    this.connu ??= this.demander().catch((erreur: unknown) => {
      this.connu = null;
      throw erreur;
    });
    return this.connu;
  }

  private async demander(): Promise<Configuration> {
    const { allowInsecureRequests, ClientSecretPost, discovery, enableNonRepudiationChecks } = await client();
    const { oidcDecouverte, oidcClientId, oidcClientSecret, oidcSignature } = this.config;
    const adresse = new URL(oidcDecouverte ?? '');
    const signature = { id_token_signed_response_alg: oidcSignature, userinfo_signed_response_alg: oidcSignature };
    const connu = await discovery(adresse, oidcClientId, signature, ClientSecretPost(oidcClientSecret), {
      timeout: DELAI_S,
      // A provider on this very machine: tests, and a trial at home.
      execute: BOUCLE_LOCALE.includes(adresse.hostname) ? [allowInsecureRequests] : [],
    });
    enableNonRepudiationChecks(connu);
    return connu;
  }
}
