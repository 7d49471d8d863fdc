import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerContrat, demarrerApi } from '../../testing';
import { construireProgramme } from '../../testing/programme-construit';

// The server is built first.
jest.setTimeout(300_000);

const ADRESSE_PUBLIQUE = 'https://contrat.exemple.fr';
const ADMIN = ['--nom', 'Ana Lopes', '--fonction', 'Cheffe de projet', '--email'];

describe('commands of who operates', () => {
  let app: NestExpressApplication;
  let construit: ReturnType<typeof construireProgramme>;
  let contrat: string;

  function lancer(args: string[], reglages: Record<string, string> = {}): { code: number | null; dit: string } {
    const env = { DATABASE_URL: databaseUrlForWorker(), ADRESSE_PUBLIQUE, ...reglages };
    const programme = [join(construit.dossier, 'pleniere.cjs'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, programme, { env, encoding: 'utf8' });
    return { code: status, dit: `${stdout}${stderr}` };
  }

  beforeAll(async () => {
    app = await demarrerApi();
    const { contratId } = await creerContrat(app);
    const { rows } = await app
      .get(Base)
      .pool.query<{ adresse: string }>('select adresse from contrat where id = $1', [contratId]);
    contrat = rows[0]?.adresse ?? '';
    construit = construireProgramme();
  });
  afterAll(async () => {
    construit.retirer();
    await app.close();
  });

  describe('success', () => {
    it('let somebody in by a link that bears the public address', () => {
      const { code, dit } = lancer(['creer-admin', '--contrat', contrat, ...ADMIN, `ana-${contrat}@exemple.fr`]);
      expect(dit).toMatch(/^Lien à remettre, valable jusqu’au .* : https:\/\/contrat\.exemple\.fr\/activation\/\S+\n$/);
      expect(code).toBe(0);
    });

    it.each([[[]], [['sauvegarder', '--help']]])('tell what they are: %j', (args) => {
      const { code, dit } = lancer(args);
      expect(dit).toContain('restaurer FICHIER');
      expect(code).toBe(0);
    });
  });

  describe('validation', () => {
    it.each([
      [['ouvrir'], /^Commande inconnue : ouvrir\.\n\nCommandes de Plénière/],
      [['migrer', 'tout'], /^« tout » est de trop/],
      [['verifier-journal', '--sceau', 'abc'], /^Un sceau compte 64 chiffres/],
      [['sauvegarder', tmpdir()], /^C’est un dossier/],
      [['sauvegarder', '/nulle/part.zip'], /^Ce dossier ou ce fichier n’existe pas : \/nulle\/part\.zip\n$/],
      [['creer-admin', '--nom', 'Ana'], /\n {2}--contrat : .*\n {2}--fonction : /],
      [['creer-admin', '--contrat', 'ailleurs', ...ADMIN, 'ana@exemple.fr'], /« ailleurs » est introuvable/],
    ])('say in French what is wrong: %j', (args, dit) => {
      const fin = lancer(args);
      expect(fin.dit).toMatch(dit);
      expect(fin.code).toBe(2);
    });
  });

  describe('failures outside the product', () => {
    it.each([
      [{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, /^PostgreSQL ne répond pas/],
      [{ SECURE_COOKIES: 'oui' }, /^Configuration refusée :\n- SECURE_COOKIES : true ou false est attendu\n$/],
    ])('are told without a stack: %j', (reglages, dit) => {
      const fin = lancer(['purger'], reglages);
      expect(fin.dit).toMatch(dit);
      expect(fin.code).toBe(2);
    });
  });
});
