import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Arrete, type ArreteResume, jsonCanonique, SCHEMA_ARRETE, type Seance } from '@pleniere/plenieres/domain';
import { Base } from '@pleniere/shared/api';
import { createHash, randomUUID } from 'node:crypto';
import { type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';
import { ecartsAuSchema } from '../../testing/schema-json';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let fiche: string;
let indicateurId: string;

const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;
const sha256 = (octets: string): string => createHash('sha256').update(octets).digest('hex');

async function figer(reste: object = {}): Promise<Arrete> {
  const choix = { titre: 'Plénière 2026', seanceId: null, ficheIds: [fiche], ...reste };
  return (await equipe.post(chemin('arretes'), choix).expect(201)).body as Arrete;
}

async function ecrire(valeur: number, version: number | null): Promise<void> {
  await equipe.post(chemin('valeurs'), { saisies: [saisie(indicateurId, { valeur, version })] }).expect(200);
}

async function tenirSeance(date = '2026-12-10'): Promise<Seance> {
  const { body: instance } = await equipe.post(chemin('instances'), { sorte: 'autre', nom: `Instance ${date}` });
  const cadre = { instanceId: (instance as { id: string }).id, date };
  return (await equipe.post(chemin('seances'), cadre).expect(201)).body as Seance;
}

async function telecharger(id: string): Promise<string> {
  const { text } = await equipe.get(`/arretes/${id}/contenu.json`).expect(200);
  return text;
}

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  fiche = await poserFiche(app, contrat, { contenu: { titre: 'Espaces de dialogue' } });
  ({ id: indicateurId } = await poserIndicateur(contrat, fiche));
});
afterAll(() => app.close());

describe('arrêtés: success', () => {
  it('holds the fiches in the order chosen, with their figures, the séance and its decisions', async () => {
    const autre = await poserFiche(app, contrat, { rang: 2 });
    await ecrire(84, null);
    const seance = await tenirSeance();
    await equipe.post(`/seances/${seance.id}/decisions`, { texte: 'Publier', ficheId: fiche }).expect(201);
    const tardive = await tenirSeance('2027-06-01');
    await equipe.post(`/seances/${tardive.id}/decisions`, { texte: 'Plus tard' }).expect(201);

    const arrete = await figer({ seanceId: seance.id, ficheIds: [autre, fiche] });
    expect(arrete).toMatchObject({ numero: 1, titre: 'Plénière 2026', empreinteTenue: true });
    expect(arrete.seance).toEqual({ id: seance.id, instance: 'Instance 2026-12-10', date: '2026-12-10' });
    expect(arrete.contenu.fiches.map(({ code }) => code)).toEqual(['T1.2', 'T1.1']);
    expect(arrete.contenu.fiches[1]?.indicateurs[0]?.valeurs).toEqual([
      expect.objectContaining({ annee: 2025, territoire: contrat.qpv.a1, valeur: 84 }),
    ]);
    expect(arrete.contenu.decisions.map(({ texte }) => texte)).toEqual(['Publier']);
    expect(arrete.contenu.quartiers.map(({ code }) => code)).toEqual(Object.values(contrat.qpv).sort());
  });

  it('gives the very bytes that were hashed, as its published schema says', async () => {
    await ecrire(84, null);
    const { id, sha256: empreinte, contenu } = await figer({ seanceId: (await tenirSeance()).id });
    const texte = await telecharger(id);
    expect(sha256(texte)).toBe(empreinte);
    expect(texte).toBe(jsonCanonique(contenu));
    const { body: schema } = await equipe.get('/schemas/arrete.json').expect(200);
    expect(schema).toEqual(JSON.parse(JSON.stringify(SCHEMA_ARRETE)));
    expect(ecartsAuSchema(schema, JSON.parse(texte))).toEqual([]);
  });

  it('holds the text in force, never the one being written, nor who typed what', async () => {
    await app.get(Base).pool.query(
      `with r as (insert into revision (contrat_id, fiche_id, numero) select contrat_id, id, 2 from fiche where id = $1)
       update fiche set statut = 'brouillon', revision = 2, contenu = '{"titre": "Titre en chantier"}' where id = $1`,
      [fiche],
    );
    await ecrire(84, null);
    const { id } = await figer();
    const texte = await telecharger(id);
    expect(texte).toContain('Espaces de dialogue');
    expect(texte).not.toContain('Titre en chantier');
    expect(texte).not.toContain('modifiePar');
    expect(texte).not.toContain('@');
  });

  it('never changes, whatever changes after it', async () => {
    await ecrire(84, null);
    const seance = await tenirSeance();
    const { body: decision } = await equipe.post(`/seances/${seance.id}/decisions`, { texte: 'Publier' });
    const avant = await figer({ seanceId: seance.id });
    const texte = await telecharger(avant.id);

    await ecrire(12, 1);
    await equipe.patch(`/decisions/${(decision as { id: string }).id}`, 1, { statut: 'faite' }).expect(200);
    await equipe.patch(`/seances/${seance.id}`, 1, { date: '2027-01-15', lieu: 'Ailleurs' }).expect(200);
    const { pool } = app.get(Base);
    await pool.query(`update fiche set contenu = '{"titre": "Autre"}' where id = $1`, [fiche]);
    await pool.query(`update indicateur set libelle = 'Autre' where id = $1`, [indicateurId]);
    await pool.query(`update contrat set titre = 'Autre contrat' where id = $1`, [contrat.contratId]);
    await pool.query(`update organisation set nom = 'Autre ville' where id = $1`, [contrat.organisations.villeA]);

    const { body: apres } = await equipe.get(`/arretes/${avant.id}`).expect(200);
    expect((apres as Arrete).contenu).toEqual(avant.contenu);
    expect(apres).toMatchObject({ sha256: avant.sha256, empreinteTenue: true });
    expect(await telecharger(avant.id)).toBe(texte);
  });

  it('numbers arrêtés frozen at the same time one after the other, and lists the latest first', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, rang) => figer({ titre: `Essai ${rang}` })));
    const { body } = await (await contrat.en('lecteur')).get(chemin('arretes')).expect(200);
    expect((body as ArreteResume[]).map(({ numero }) => numero)).toEqual([5, 4, 3, 2, 1]);
    expect(body[0]).not.toHaveProperty('contenu');
    expect((body as ArreteResume[])[0]?.perimetre).toEqual([{ id: fiche, code: 'T1.1', titre: 'Espaces de dialogue' }]);
  });

  it('offers the fiches that have a text in force, and no other', async () => {
    await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    await poserFiche(app, contrat, { rang: 3, statut: 'archive' });
    const { body } = await equipe.get(chemin('arretes/fiches')).expect(200);
    expect(body).toEqual([{ id: fiche, code: 'T1.1', titre: 'Espaces de dialogue' }]);
  });

  it('hides from other readers the small counts that its hash holds', async () => {
    await ecrire(3, null);
    const { id } = await figer();
    const lire = async (qui: 'equipe' | 'delegue' | 'lecteur') =>
      ((await (await contrat.en(qui)).get(`/arretes/${id}`).expect(200)).body as Arrete).contenu.fiches[0]
        ?.indicateurs[0]?.valeurs[0];
    expect(await lire('delegue')).toMatchObject({ valeur: 3, absence: null });
    expect(await lire('lecteur')).toMatchObject({ valeur: null, absence: 'secret' });
    await (await contrat.en('delegue')).get(`/arretes/${id}/contenu.json`).expect(200);
    await (await contrat.en('lecteur')).get(`/arretes/${id}/contenu.json`).expect(403);
  });

  it('holds the answers that residents had read, and no other', async () => {
    const { contratId, organisations } = contrat;
    await app.get(Base).pool.query(
      `with q as (
         insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, organisation_id,
           echeance, moderee_le, attribuee_le, repondue_le)
         values ($1, 1, 'ABCDEFGHJKMN', 'Quand ?', 'quand', 'en-ligne', 'reponse-publiee', $2, '2026-12-01', now(), now(), now()),
           ($1, 2, 'ABCDEFGHJKMP', 'Où ?', 'ou', 'en-ligne', 'posee', null, null, null, null, null)
         returning id, numero
       )
       insert into reponse (contrat_id, question_id, version, texte, fonction, organisation_id, publiee_le)
       select $1, id, v.version, v.texte, 'Cheffe de projet', $2, v.publiee_le from q, (values
         (1, 'En mai.', '2026-10-01T10:00:00Z'::timestamptz), (2, 'En juin.', '2026-10-09T10:00:00Z'), (3, 'En août.', null))
         as v(version, texte, publiee_le)
       where q.numero = 1`,
      [contratId, organisations.villeA],
    );
    const { id, contenu } = await figer();
    expect(contenu.reponses).toEqual([
      expect.objectContaining({ numero: 1, question: 'Quand ?', reponse: 'En juin.', publieeLe: '2026-10-09' }),
    ]);
    expect(ecartsAuSchema(SCHEMA_ARRETE, JSON.parse(await telecharger(id)))).toEqual([]);
  });

  it('is written in the journal with its fingerprint', async () => {
    const { id, sha256: empreinte } = await figer();
    const { body } = await equipe.get(`${chemin('journal')}?objet=arrete`).expect(200);
    expect(body).toEqual([
      expect.objectContaining({ objetId: id, apres: { numero: 1, titre: 'Plénière 2026', sha256: empreinte } }),
    ]);
  });
});

describe('arrêtés: validation', () => {
  it('refuses no fiche, a fiche twice, no title, and what is not an id', async () => {
    const refuser = async (reste: object) => {
      const complet = { titre: 'Essai', seanceId: null, ficheIds: [fiche], ...reste };
      const { body } = await equipe.post(chemin('arretes'), complet).expect(400);
      return pointeurs(body);
    };
    expect(await refuser({ ficheIds: [] })).toEqual(['/ficheIds']);
    expect(await refuser({ ficheIds: [fiche, fiche] })).toEqual(['/ficheIds']);
    expect(await refuser({ titre: '  ' })).toEqual(['/titre']);
    expect(await refuser({ seanceId: 'demain' })).toEqual(['/seanceId']);
  });

  it('names each fiche without text in force, and a séance of elsewhere; nothing is frozen', async () => {
    const brouillon = await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    const ailleurs = await poserFiche(app, await creerContrat(app));
    const ficheIds = [brouillon, fiche, ailleurs];
    const choix = { titre: 'Essai', seanceId: randomUUID(), ficheIds };
    const { body } = await equipe.post(chemin('arretes'), choix).expect(422);
    expect(pointeurs(body)).toEqual(['/ficheIds/0', '/ficheIds/2', '/seanceId']);
    expect((await equipe.get(chemin('arretes')).expect(200)).body).toEqual([]);
  });

  it('cannot be changed, deleted, or written with another fingerprint, even in the database', async () => {
    const { id } = await figer();
    const { pool } = app.get(Base);
    await expect(pool.query(`update arrete set titre = 'Autre' where id = $1`, [id])).rejects.toThrow(
      'Un arrêté ne se modifie pas.',
    );
    await expect(pool.query('delete from arrete where id = $1', [id])).rejects.toThrow('Un arrêté ne se modifie pas.');
    await expect(
      pool.query(
        `insert into arrete (contrat_id, numero, titre, fige_le, fige_par_id, fige_par, perimetre, contenu, sha256)
         select contrat_id, 2, titre, fige_le, fige_par_id, fige_par, perimetre,
           replace(contenu, '"numero":1', '"numero":2'), sha256 from arrete where id = $1`,
        [id],
      ),
    ).rejects.toThrow('arrete_empreinte');
  });

  it('says so when a content was rewritten behind the back of the product', async () => {
    const { id } = await figer();
    const { pool } = app.get(Base);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('alter table arrete disable trigger arrete_immuable');
      await client.query(
        `update arrete a set contenu = n.contenu, sha256 = encode(sha256(convert_to(n.contenu, 'UTF8')), 'hex')
         from (select replace(contenu, 'Espaces de dialogue', 'Espaces fermés') as contenu from arrete where id = $1) n
         where id = $1`,
        [id],
      );
      await client.query('alter table arrete enable trigger arrete_immuable');
      await client.query('commit');
    } finally {
      client.release();
    }
    const { body } = await equipe.get(`/arretes/${id}`).expect(200);
    expect((body as Arrete).empreinteTenue).toBe(false);
  });
});

describe('arrêtés: access', () => {
  it('lets everybody of the contrat read, nobody but the team freeze', async () => {
    const { id } = await figer();
    for (const role of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
      const personne = await contrat.en(role);
      await personne.get(`/arretes/${id}`).expect(200);
      await personne.post(chemin('arretes'), { titre: 'Essai', seanceId: null, ficheIds: [fiche] }).expect(403);
    }
  });

  it('shows nothing of another contrat', async () => {
    const { id } = await figer();
    const autre = await (await creerContrat(app)).en('equipe');
    await autre.get(`/arretes/${id}`).expect(404);
    await autre.get(`/arretes/${id}/contenu.json`).expect(404);
  });
});
