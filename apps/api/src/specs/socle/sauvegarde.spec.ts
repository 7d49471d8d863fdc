import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { restaurer } from '../../commandes/sauvegarde/restaurer';
import { sauvegarder } from '../../commandes/sauvegarde/sauvegarder';
import { createDataSource } from '../../database/data-source';
import { creerContrat, demarrerApi } from '../../testing';
import { poserDecor } from '../../testing/decor-droits';

// Whole databases are made and filled.
jest.setTimeout(120_000);

const origine = databaseUrlForWorker();
const voisine = (nom: string) => Object.assign(new URL(origine), { pathname: `/${nom}` }).toString();
const NOMS = ['retour', 'retour_bis'].map((nom) => `${new URL(origine).pathname.slice(1)}_${nom}`);
const [retour = '', bis = ''] = NOMS.map(voisine);

async function sur<T>(url: string, travail: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await travail(client);
  } finally {
    await client.end();
  }
}

describe('backup of the whole database', () => {
  let dossier: string;
  let fichier: string;

  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'pleniere-sauvegarde-'));
    fichier = join(dossier, 'contrat.pleniere');
    await sur(origine, async (client) => {
      for (const nom of NOMS) {
        await client.query(`drop database if exists ${nom}`);
        await client.query(`create database ${nom}`);
      }
    });
  });
  afterAll(async () => {
    rmSync(dossier, { recursive: true });
    await sur(origine, async (client) => {
      for (const nom of NOMS) await client.query(`drop database ${nom}`);
    });
  });

  it('comes back whole, files and journal included, and the product starts on it', async () => {
    const app = await demarrerApi();
    const contrat = await creerContrat(app);
    const decor = await poserDecor(app, contrat);
    await app.close();
    const sauvee = await sauvegarder(origine, fichier);
    expect(readdirSync(dossier)).toEqual(['contrat.pleniere']);

    await restaurer(retour, fichier);
    const ramenee = await sauvegarder(retour, join(dossier, 'seconde.pleniere'));
    expect(ramenee.tables).toEqual(sauvee.tables);
    expect(sauvee.tables.find(({ nom }) => nom === 'public.journal_sceau')?.lignes).toBeGreaterThan(0);
    expect(sauvee.tables.find(({ nom }) => nom === 'public.piece')?.lignes).toBeGreaterThan(0);

    const revenue = await demarrerApi({ databaseUrl: retour });
    try {
      const equipe = await contrat.en('equipe', revenue);
      await equipe.get(`/fiches/${decor.ficheId}`).expect(200);
      await equipe.post(`/contrats/${contrat.contratId}/instances`, { sorte: 'autre', nom: 'Reprise' }).expect(201);
    } finally {
      await revenue.close();
    }
  });

  it('is refused when it was cut or changed, and the database stays empty', async () => {
    const entiere = readFileSync(fichier);
    const coupee = join(dossier, 'coupee.pleniere');
    writeFileSync(coupee, entiere.subarray(0, entiere.length / 2));
    await expect(restaurer(bis, coupee)).rejects.toThrow('Ce fichier n’est pas une sauvegarde entière.');
    const tables = await sur(bis, (client) =>
      client.query(`select from information_schema.tables where table_schema = 'public'`),
    );
    expect(tables.rowCount).toBe(0);
  });

  it('never writes over what is there', async () => {
    await expect(restaurer(origine, fichier)).rejects.toThrow('La base n’est pas vide : rien n’y a été changé.');
  });

  it('is refused while the product runs on the database, even an empty one', async () => {
    const produit = new Client({ connectionString: bis, application_name: 'pleniere' });
    await produit.connect();
    await expect(restaurer(bis, fichier)).rejects.toThrow('Plénière est en marche sur cette base');
    await produit.end();
  });

  it('begins again where a restoration was cut, which leaves a schema and no row', async () => {
    const source = await createDataSource(bis).initialize();
    await source.runMigrations();
    await source.destroy();
    const { tables } = await restaurer(bis, fichier);
    const { rows } = await sur(bis, (client) => client.query<{ n: number }>('select count(*)::int as n from contrat'));
    expect(rows[0]?.n).toBe(tables.find(({ nom }) => nom === 'public.contrat')?.lignes);
  });

  it('leaves no half file when the disk is full', async () => {
    const pleine = join(dossier, 'pleine.pleniere');
    symlinkSync('/dev/full', `${pleine}.en-cours`);
    await expect(sauvegarder(origine, pleine)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(dossier)).not.toContainEqual(expect.stringContaining('pleine'));
  });

  it('leaves no half file when the database cannot be read', async () => {
    await expect(sauvegarder(voisine('pas_de_base'), join(dossier, 'jamais.pleniere'))).rejects.toThrow();
    expect(readdirSync(dossier)).not.toContainEqual(expect.stringContaining('jamais'));
  });

  it('says from which migrations it was made, so that an older one is brought up to date', async () => {
    const { migrations } = await sauvegarder(retour, join(dossier, 'version.pleniere'));
    const source = await createDataSource(retour).initialize();
    expect(migrations).toHaveLength(source.migrations.length);
    await source.destroy();
  });
});
