import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min, MinLength, validateSync } from 'class-validator';

/** Settings of the server, read once from the environment at start; nothing else reads the environment. */
export class Config {
  /** Address of PostgreSQL ≥ 15 (`postgres://…`). */
  @IsString()
  @MinLength(1)
  databaseUrl!: string;

  /** Address to listen on. */
  @IsString()
  host!: string;

  /** Port to listen on; 0 takes a free one. */
  @IsInt()
  @Min(0)
  @Max(65_535)
  port!: number;

  /** Folder of the built interface, or null when another server gives it (development). */
  @IsOptional()
  @IsString()
  webRoot!: string | null;

  /** Shows the demo accounts on the welcome page and loads the demo contrat in an empty database. */
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  modeDemo!: boolean;

  /** Cookies travel over HTTPS only; set behind a TLS proxy. */
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  secureCookies!: boolean;

  /** How many reverse proxies stand in front: whose forwarded addresses are believed. */
  @IsInt()
  @Min(0)
  @Max(5)
  trustedProxies!: number;

  @IsIn(['silent', 'error', 'warn', 'info', 'debug'])
  logLevel!: string;
}

/** Reads and checks the environment; throws with every mistake named. */
export function lireConfig(env: NodeJS.ProcessEnv): Config {
  const config = plainToInstance(Config, {
    databaseUrl: env['DATABASE_URL'],
    host: env['HOST'] ?? '127.0.0.1',
    port: Number(env['PORT'] ?? 4300),
    webRoot: env['WEB_ROOT'] ?? null,
    modeDemo: env['MODE_DEMO'] ?? false,
    secureCookies: env['SECURE_COOKIES'] ?? false,
    trustedProxies: Number(env['TRUSTED_PROXIES'] ?? 0),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  });
  const fautes = validateSync(config).flatMap((erreur) => Object.values(erreur.constraints ?? {}));
  if (fautes.length > 0) throw new Error(`Configuration refusée :\n- ${fautes.join('\n- ')}`);
  return config;
}
