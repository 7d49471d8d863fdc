import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import * as fc from 'fast-check';
import type { ChildProcess } from 'node:child_process';
import { creerContrat, demarrerApi, MOT_DE_PASSE_TEST } from '../../testing';
import { type Demande, demandes, idsDe } from '../../testing/attaques/demandes';
import { envoyer, raccrocher } from '../../testing/attaques/envoyer';
import { OPERATIONS } from '../../testing/attaques/operations';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { construireProgramme, lancerProgramme } from '../../testing/programme-construit';

/** In every text that is sent: typed, searched, or put in an address. */
const MARQUE = 'marquesecrete';
const ADRESSE_RESEAU = '203.0.113.211';
const LONG_MS = 120_000;

/** The same request, whose every text bears the mark. */
function marquer({ chemin, corps, ...reste }: Demande): Demande {
  const marque = corps?.replace(/"([^"\\]{0,60})"(?=\s*[,}\]])/g, (entier, texte: string) =>
    /^[\da-f-]{36}$/.test(texte) ? entier : `"${texte}${MARQUE}"`,
  );
  return { ...reste, chemin: `${chemin}${chemin.includes('?') ? '&' : '?'}q=${MARQUE}`, corps: marque ?? null };
}

describe('what the program writes of what it is asked', () => {
  let app: NestExpressApplication;
  let decor: DecorDroits;
  let construit: ReturnType<typeof construireProgramme>;
  let programme: ChildProcess;
  let port: number;
  let sortie = '';
  const secrets = new Set([MARQUE, ADRESSE_RESEAU, MOT_DE_PASSE_TEST]);

  beforeAll(async () => {
    app = await demarrerApi();
    decor = await poserDecor(app, await creerContrat(app));
    construit = construireProgramme();
    ({ port, programme } = await lancerProgramme(
      construit.dossier,
      { LOG_LEVEL: 'debug', TRUSTED_PROXIES: '1' },
      (morceau) => (sortie += morceau.toString('utf8')),
    ));
  }, LONG_MS);
  afterAll(async () => {
    programme.kill('SIGKILL');
    raccrocher();
    construit.retirer();
    await app.get(Base).pool.query('delete from frein_connexion');
    await app.close();
  });

  const demander = (methode: string, chemin: string, corps: object | null, entetes: Record<string, string> = {}) =>
    envoyer(port, {
      ...{ methode, chemin, corps: corps && JSON.stringify(corps) },
      entetes: { 'x-forwarded-for': ADRESSE_RESEAU, ...(corps && { 'content-type': 'application/json' }), ...entetes },
    });

  it('tells of log-ins, links and questions neither who, nor from where, nor by what secret', async () => {
    const email = `equipe.${decor.contrat.contratId.slice(0, 8)}@exemple.fr`;
    secrets.add(email).add(decor.recepisse);
    const { entetes } = await demander('POST', '/api/v1/session', { email, motDePasse: MOT_DE_PASSE_TEST });
    for (const cookie of entetes['set-cookie'] ?? []) secrets.add(/=([^;]+)/.exec(cookie)?.[1] ?? '');
    expect(secrets.size).toBe(7);
    await demander('POST', '/api/v1/session', { email, motDePasse: `${MARQUE}-Faux` });
    await demander('GET', `/api/v1/activation/${MARQUE}`, null);
    await demander('POST', `/api/v1/activation/${MARQUE}`, { motDePasse: `${MARQUE}-Faux` });
    const racine = `/api/v1/public/contrats/${decor.contrat.contratId}/questions`;
    expect((await demander('GET', `${racine}/suivi/${decor.recepisse}`, null)).status).toBe(200);
    await demander('GET', `/habitants/un-contrat/questions/suivi/${decor.recepisse}?q=${MARQUE}`, null);
    await demander('GET', `/api/v1/oidc/retour?code=${MARQUE}&state=${MARQUE}`, null);
  });

  it(
    'tells nothing of what is sent to any operation, by anybody',
    async () => {
      const autre = await poserDecor(app, await creerContrat(app));
      const ids = idsDe(decor).filter((id) => !secrets.has(id));
      const reperes = { sien: decor, autre, ids };
      for (const [rang, qui] of (['equipe', 'referentA', 'delegue'] as const).entries()) {
        const { cookie, jeton } = await decor.contrat.en(qui);
        secrets.add(cookie.split('=')[1] ?? '').add(jeton);
        for (const [numero, operation] of OPERATIONS.entries()) {
          const [demande] = fc.sample(demandes(operation, reperes), { numRuns: 1, seed: 7_000 * rang + numero });
          if (!demande) continue;
          const entetes = { cookie, 'x-xsrf-token': jeton, 'x-forwarded-for': ADRESSE_RESEAU, ...demande.entetes };
          await envoyer(port, marquer({ ...demande, entetes }));
        }
      }
      expect(sortie.split('\n').length).toBeGreaterThan(OPERATIONS.length * 2);
      expect(sortie).toContain('"url":"/api/v1/session');
      for (const secret of secrets) {
        const ou = sortie.indexOf(secret);
        expect({ secret, dit: ou < 0 ? '' : sortie.slice(Math.max(0, ou - 300), ou + 60) }).toEqual({
          secret,
          dit: '',
        });
      }
    },
    LONG_MS,
  );
});
