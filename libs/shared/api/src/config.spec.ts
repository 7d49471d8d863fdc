import { ConfigurationRefusee, lireConfig } from './config';

const BASE = { DATABASE_URL: 'postgres://pleniere:secret@localhost/pleniere' };

describe('settings', () => {
  it('have a value when they are absent, and when they are empty', () => {
    const absentes = lireConfig(BASE);
    expect(absentes).toMatchObject({
      host: '127.0.0.1',
      port: 4300,
      secureCookies: false,
      taches: true,
      logLevel: 'info',
    });
    const vides = {
      HOST: '',
      PORT: '',
      SECURE_COOKIES: '',
      TACHES: '',
      LOG_LEVEL: '',
      TRUSTED_PROXIES: '',
      WEB_ROOT: '',
    };
    expect(lireConfig({ ...BASE, ...vides })).toEqual(absentes);
  });

  it('are what is asked', () => {
    const lue = lireConfig({ ...BASE, SECURE_COOKIES: 'true', TACHES: 'false', PORT: '8080', TRUSTED_PROXIES: '2' });
    expect(lue).toMatchObject({ secureCookies: true, taches: false, port: 8080, trustedProxies: 2 });
  });

  it.each([
    ['SECURE_COOKIES', 'oui'],
    ['SECURE_COOKIES', '1'],
    ['MODE_DEMO', 'TRUE'],
    ['TACHES', 'non'],
    ['PORT', '65536'],
    ['PORT', 'quatre'],
    ['TRUSTED_PROXIES', 'loopback'],
    ['ARRET_DELAI', '-1'],
    ['METRIQUES_PORT', '0'],
    ['LOG_LEVEL', 'verbose'],
    ['DATABASE_LECTURE_URL', 'secours:5432'],
    ['ADRESSE_PUBLIQUE', 'contrat.exemple.fr'],
    ['OIDC_SIGNATURE', 'HS256'],
  ])('say which one is wrong, and what is expected of it: %s=%s', (variable, valeur) => {
    expect(() => lireConfig({ ...BASE, [variable]: valeur })).toThrow(ConfigurationRefusee);
    expect(() => lireConfig({ ...BASE, [variable]: valeur })).toThrow(
      new RegExp(`^Configuration refusée :\n- ${variable} : .* est attendue?.*$`),
    );
  });

  it('say all that is wrong at once, each once', () => {
    expect(() => lireConfig({ PORT: 'quatre', OIDC_DECOUVERTE: 'https://fournisseur.exemple.fr' })).toThrow(
      /^Configuration refusée :(\n- (DATABASE_URL|PORT|OIDC_CLIENT_ID|OIDC_CLIENT_SECRET) : [^\n]+){4}$/,
    );
  });
});
