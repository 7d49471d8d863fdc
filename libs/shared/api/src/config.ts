import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';

const SIGNATURES = ['RS256', 'ES256', 'PS256', 'EdDSA', 'Ed25519'];
const NIVEAUX = ['silent', 'error', 'warn', 'info', 'debug'];
const POSTGRES = /^postgres(ql)?:\/\/\S+$/;

/** A whole number, within bounds. */
function Entier(variable: string, min: number, max: number): PropertyDecorator {
  const attendu = { message: `${variable} : un nombre entier de ${min} à ${max} est attendu` };
  return applyDecorators(IsInt(attendu), Min(min, attendu), Max(max, attendu));
}

/** `true` or `false`: another word is refused, for it would be taken for the one that was not meant. */
function VraiOuFaux(variable: string): PropertyDecorator {
  const valeurs: Readonly<Record<string, boolean>> = { true: true, false: false };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => valeurs[String(value)] ?? value),
    IsBoolean({ message: `${variable} : true ou false est attendu` }),
  );
}

/** What the identity provider gave at the registration: asked as soon as there is one. */
function DonneParLeFournisseur(variable: string): PropertyDecorator {
  return applyDecorators(
    ValidateIf((config: Config) => config.oidcDecouverte !== null),
    Matches(/\S/, { message: `${variable} : attendu, puisque OIDC_DECOUVERTE est donné` }),
  );
}

/** Settings of the server, read once from the environment at start; nothing else reads the environment. */
export class Config {
  /** Address of PostgreSQL ≥ 15 (`postgres://…`). */
  @Matches(POSTGRES, { message: 'DATABASE_URL : l’adresse d’un PostgreSQL est attendue (postgres://…)' })
  databaseUrl!: string;

  /** Address of a standby of it, which answers the reads of pages; or null: the primary answers everything. */
  @IsOptional()
  @Matches(POSTGRES, { message: 'DATABASE_LECTURE_URL : l’adresse d’un PostgreSQL est attendue (postgres://…)' })
  databaseLectureUrl!: string | null;

  /** Address to listen on. */
  @IsString()
  host!: string;

  /** Port to listen on; 0 takes a free one. */
  @Entier('PORT', 0, 65_535)
  port!: number;

  /** Seconds between saying that this replica stops (`/health/ready` refuses) and stopping: longer than a proxy's checks are apart. */
  @Entier('ARRET_DELAI', 0, 60)
  arretDelai!: number;

  /** Folder of the built interface, or null when another server gives it (development). */
  @IsOptional()
  @IsString()
  webRoot!: string | null;

  /** Shows the demo accounts on the welcome page and loads the demo contrat in an empty database. */
  @VraiOuFaux('MODE_DEMO')
  modeDemo!: boolean;

  /** Cookies travel over HTTPS only; set behind a TLS proxy. */
  @VraiOuFaux('SECURE_COOKIES')
  secureCookies!: boolean;

  /** How many reverse proxies stand in front: whose forwarded addresses are believed. */
  @Entier('TRUSTED_PROXIES', 0, 5)
  trustedProxies!: number;

  /** Server that e-mails leave by (`smtp://…` or `smtps://…`), or null: then they are kept and shown to the team. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'SMTP_URL : smtp://… ou smtps://… est attendu' })
  smtpUrl!: string | null;

  /** Who e-mails come from: `Plénière <pleniere@exemple.fr>`. */
  @Matches(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, {
    message: 'COURRIEL_EXPEDITEUR : une adresse électronique est attendue',
  })
  courrielExpediteur!: string;

  /** Address by which people reach the product, without a slash at the end: links of e-mails start with it. */
  @Matches(/^https?:\/\/[^\s/]+(\/\S*[^\s/])?$/, { message: 'ADRESSE_PUBLIQUE : https://… est attendu' })
  adresse!: string;

  /** This process runs the jobs of the queue; false when it only answers requests. */
  @VraiOuFaux('TACHES')
  taches!: boolean;

  /** Key (32 bytes in hexadecimal) that seals the secrets of second factors, or null: then the database holds them as they are. */
  @IsOptional()
  @Matches(/^[\da-f]{64}$/i, { message: 'CLE_SECRETS : 64 chiffres hexadécimaux sont attendus' })
  cleSecrets!: string | null;

  /** Address of the OpenID provider (ProConnect), or null: accounts open by password alone. */
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, { message: 'OIDC_DECOUVERTE : https://… est attendu' })
  oidcDecouverte!: string | null;

  /** What the provider knows this product by. */
  @DonneParLeFournisseur('OIDC_CLIENT_ID')
  oidcClientId!: string;

  /** What the product proves itself to the provider with. */
  @DonneParLeFournisseur('OIDC_CLIENT_SECRET')
  oidcClientSecret!: string;

  /** How the provider signs identities, as agreed at the registration. */
  @IsIn(SIGNATURES, { message: `OIDC_SIGNATURE : ${SIGNATURES.join(', ')} est attendu` })
  oidcSignature!: string;

  /** What is asked of the provider; ProConnect gives `siret` to whom it has been granted. */
  @Matches(/\bopenid\b/, { message: 'OIDC_PORTEES : openid est attendu' })
  oidcPortees!: string;

  /** Words of the button that leads to the provider. */
  @IsString()
  oidcLibelle!: string;

  /** Port on which a supervisor reads metrics (Prometheus), or null: none are kept. */
  @IsOptional()
  @Entier('METRIQUES_PORT', 1, 65_535)
  metriquesPort!: number | null;

  /** Address of that port; give it to the supervisor's network only. */
  @IsString()
  metriquesHost!: string;

  /** How much the logs tell. */
  @IsIn(NIVEAUX, { message: `LOG_LEVEL : ${NIVEAUX.join(', ')} est attendu` })
  logLevel!: string;
}

type Courrier = Pick<Config, 'smtpUrl' | 'courrielExpediteur' | 'adresse'>;

function courrier(env: NodeJS.ProcessEnv, host: string, port: number): Courrier {
  // What listens everywhere is reached by this name.
  const hote = host === '0.0.0.0' || host.includes(':') ? 'localhost' : host;
  return {
    smtpUrl: env['SMTP_URL'] || null,
    courrielExpediteur: env['COURRIEL_EXPEDITEUR'] || 'Plénière <ne-pas-repondre@localhost>',
    adresse: (env['ADRESSE_PUBLIQUE'] || `http://${hote}:${port}`).replace(/\/+$/, ''),
  };
}

function identite(env: NodeJS.ProcessEnv): Pick<Config, 'cleSecrets' | (`oidc${string}` & keyof Config)> {
  return {
    cleSecrets: env['CLE_SECRETS'] || null,
    oidcDecouverte: env['OIDC_DECOUVERTE'] || null,
    oidcClientId: env['OIDC_CLIENT_ID'] ?? '',
    oidcClientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
    oidcSignature: env['OIDC_SIGNATURE'] || 'RS256',
    oidcPortees: env['OIDC_PORTEES'] || 'openid given_name usual_name email siret',
    oidcLibelle: env['OIDC_LIBELLE'] || 'S’identifier avec ProConnect',
  };
}

type Supervision = Pick<Config, 'metriquesPort' | 'metriquesHost' | 'logLevel' | 'arretDelai'>;

function supervision(env: NodeJS.ProcessEnv): Supervision {
  return {
    metriquesPort: env['METRIQUES_PORT'] ? Number(env['METRIQUES_PORT']) : null,
    metriquesHost: env['METRIQUES_HOST'] || '127.0.0.1',
    logLevel: env['LOG_LEVEL'] || 'info',
    arretDelai: Number(env['ARRET_DELAI'] || 0),
  };
}

/** The settings are refused: `message` names every mistake, by its variable. */
export class ConfigurationRefusee extends Error {
  override readonly name = 'ConfigurationRefusee';
}

/** Reads and checks the environment; a variable that is empty is as one that is absent. Throws `ConfigurationRefusee`. */
export function lireConfig(env: NodeJS.ProcessEnv): Config {
  const host = env['HOST'] || '127.0.0.1';
  const port = Number(env['PORT'] || 4300);
  const config = plainToInstance(Config, {
    databaseUrl: env['DATABASE_URL'],
    databaseLectureUrl: env['DATABASE_LECTURE_URL'] || null,
    host,
    port,
    webRoot: env['WEB_ROOT'] || null,
    modeDemo: env['MODE_DEMO'] || false,
    secureCookies: env['SECURE_COOKIES'] || false,
    trustedProxies: Number(env['TRUSTED_PROXIES'] || 0),
    ...courrier(env, host, port),
    taches: env['TACHES'] || true,
    ...identite(env),
    ...supervision(env),
  });
  const fautes = validateSync(config).flatMap((erreur) => Object.values(erreur.constraints ?? {}));
  if (fautes.length > 0) {
    throw new ConfigurationRefusee(`Configuration refusée :\n- ${[...new Set(fautes)].join('\n- ')}`);
  }
  return config;
}
