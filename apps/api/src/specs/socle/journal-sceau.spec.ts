import type { NestExpressApplication } from '@nestjs/platform-express';
import { Journal, sceauConnu, verifierJournal, type Rupture } from '@pleniere/acces/api';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

let app: NestExpressApplication;
let base: Base;
let contrat: ContratDeTest;

beforeAll(async () => {
  app = await demarrerApi();
  base = app.get(Base);
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  await base.entites.query(`update contrat set titre_court = id::text where id = $1`, [contrat.contratId]);
  for (const nom of ['Un', 'Deux', 'Trois', 'Quatre']) await inscrire(nom);
});

const auteur = (nom: string) => ({ contratId: contrat.contratId, personneId: contrat.personnes.equipe, nom });
const entree = { objet: 'contrat', objetId: 'essai', apres: { libelle: 'É', montant: 1.5 } };
const inscrire = (nom: string) =>
  base.transaction((tx) => app.get(Journal, { strict: false }).inscrire(tx, auteur(nom), entree));

async function verifier(tx: EntityManager = base.entites) {
  const journaux = await verifierJournal(tx);
  const mien = journaux.find((journal) => journal.contrat === contrat.contratId);
  if (!mien) throw new Error('The journal of the contrat is not verified');
  return mien;
}

/** As the owner of the tables who takes every right back and puts the triggers to sleep. */
const FORCER = `
  grant update, delete on journal, journal_sceau to current_user;
  alter table journal disable trigger user;
  alter table journal_sceau disable trigger user`;

/** What the verification says once the journal was written over; then takes it back. */
async function falsifier(...ordres: string[]): Promise<Rupture | null> {
  const runner = base.entites.connection.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(FORCER);
    for (const ordre of ordres) await runner.query(ordre, ordre.includes('$1') ? [contrat.contratId] : []);
    return (await verifier(runner.manager)).rupture;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const DEUXIEME = `(select entree_id from journal_sceau where contrat_id = $1 and rang = 2)`;

describe('a journal that nobody touched', () => {
  it('is whole, each entry sealed with the one before it', async () => {
    const { entrees, empreinte, rupture } = await verifier();
    expect({ entrees, rupture }).toEqual({ entrees: 4, rupture: null });
    expect(empreinte).toMatch(/^[0-9a-f]{64}$/);
    expect(await sceauConnu(base.entites, empreinte ?? '')).toBe(true);
    await inscrire('Cinq');
    expect((await verifier()).empreinte).not.toBe(empreinte);
    expect(await sceauConnu(base.entites, empreinte ?? '')).toBe(true);
  });

  it('stays whole under writes of many at once, of one entry or of several', async () => {
    const autre = await creerContrat(app);
    const ecrire = (rang: number) =>
      base.transaction(async (tx) => {
        const qui = rang % 5 === 0 ? { ...auteur('Ailleurs'), contratId: autre.contratId } : auteur(`N° ${rang}`);
        await app.get(Journal, { strict: false }).inscrire(tx, qui, rang % 3 === 0 ? [entree, entree] : entree);
      });
    await Promise.all(Array.from({ length: 60 }, (_, rang) => ecrire(rang)));
    expect(await verifier()).toMatchObject({ entrees: 4 + 64, rupture: null });
    expect((await verifierJournal(base.entites)).every(({ rupture }) => rupture === null)).toBe(true);
  });

  it('keeps nothing of a change that is taken back', async () => {
    const perdue = base.transaction(async (tx) => {
      await app.get(Journal, { strict: false }).inscrire(tx, auteur('Perdue'), entree);
      throw new Error('taken back');
    });
    await expect(perdue).rejects.toThrow('taken back');
    expect(await verifier()).toMatchObject({ entrees: 4, rupture: null });
  });
});

describe('a journal written over', () => {
  it.each([
    ['author', `auteur = 'Autre'`],
    ['instant', `quand = quand - interval '1 second'`],
    ['content', `apres = '{"libelle": "É", "montant": 1.50}'`],
    ['field', `champ = 'titre'`],
    ['reason', `motif = 'Aucun'`],
    ['person', `personne_id = null`],
  ])('shows a change of the %s', async (_, change) => {
    const rupture = await falsifier(`update journal set ${change} where contrat_id = $1 and id = ${DEUXIEME}`);
    expect(rupture).toMatchObject({ defaut: 'changee', rang: '2' });
  });

  it('shows an entry taken away, with its seal or without it', async () => {
    const effacer = `delete from journal where contrat_id = $1 and id = ${DEUXIEME}`;
    expect(await falsifier(effacer)).toMatchObject({ defaut: 'absente', rang: '2', quand: null });
    const sceau = `delete from journal_sceau where contrat_id = $1 and rang = 2`;
    expect(await falsifier(effacer, sceau)).toMatchObject({ defaut: 'deplacee', rang: '3' });
    const renumeroter = `update journal_sceau set rang = rang - 1 where contrat_id = $1 and rang > 2`;
    expect(await falsifier(effacer, sceau, renumeroter)).toMatchObject({
      defaut: 'changee',
      rang: '2',
      auteur: 'Trois',
    });
  });

  it('shows entries put in another order, and one slipped in', async () => {
    const echanger = `
      update journal_sceau s set entree_id = case s.rang when 2 then t.entree_id else d.entree_id end
      from journal_sceau d, journal_sceau t
      where s.contrat_id = $1 and d.contrat_id = $1 and t.contrat_id = $1 and d.rang = 2 and t.rang = 3 and s.rang in (2, 3)`;
    const sansUnicite = 'alter table journal_sceau drop constraint journal_sceau_contrat_id_entree_id_key';
    expect(await falsifier(sansUnicite, echanger)).toMatchObject({ defaut: 'changee', rang: '2' });
    const glisser = `insert into journal (contrat_id, auteur, objet, objet_id) values ($1, 'Intrus', 'contrat', 'x')`;
    expect(await falsifier(glisser)).toMatchObject({ defaut: 'sans-sceau', rang: null, auteur: 'Intrus' });
  });

  it('that was sealed again from end to end has lost the seal noted before', async () => {
    const { empreinte } = await verifier();
    const runner = base.entites.connection.createQueryRunner();
    await runner.startTransaction();
    await runner.query(FORCER);
    await runner.query(`update journal set auteur = 'Autre' where contrat_id = $1 and id = ${DEUXIEME}`, [
      contrat.contratId,
    ]);
    await runner.query('delete from journal_sceau where contrat_id = $1', [contrat.contratId]);
    await runner.query('select sceller(j) from (select * from journal where contrat_id = $1 order by id) j', [
      contrat.contratId,
    ]);
    expect((await verifier(runner.manager)).rupture).toBeNull();
    expect(await sceauConnu(runner.manager, empreinte ?? '')).toBe(false);
    await runner.rollbackTransaction();
    await runner.release();
  });
});

describe('the right to write over the journal', () => {
  const ordres = ['journal', 'journal_sceau'].flatMap((table) => [
    `update ${table} set contrat_id = contrat_id`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]);

  it.each(ordres)('does not exist for the product, even as the owner of the tables: %s', async (ordre) => {
    await expect(base.entites.query(ordre)).rejects.toThrow('permission denied');
  });

  it.each(ordres)('given back, meets a trigger that refuses: %s', async (ordre) => {
    const rendu = base.transaction(async (tx) => {
      await tx.query('grant update, delete, truncate on journal, journal_sceau to current_user');
      await tx.query(ordre);
    });
    await expect(rendu).rejects.toThrow('Le journal ne se modifie pas.');
  });
});
