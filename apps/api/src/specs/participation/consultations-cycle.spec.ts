import type { NestExpressApplication } from '@nestjs/platform-express';
import type {
  Consultation,
  Idee,
  LotPapier,
  PropositionAModerer,
  ResultatsConsultation,
} from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { strFromU8, unzipSync } from 'fflate';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, vider } from '../../testing';
import { dansJours, habitant, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

const sql = async <T extends object>(texte: string, valeurs: unknown[]): Promise<T[]> =>
  (await app.get(Base).pool.query<T>(texte, valeurs)).rows;
const lire = async (id: string): Promise<Consultation> =>
  (await equipe.get(`/consultations/${id}`).expect(200)).body as Consultation;
const agir = async (id: string, transition: string, motif = '') =>
  equipe
    .post(`/consultations/${id}/transitions`, { transition, motif })
    .set('If-Match', `"${(await lire(id)).version}"`);
const clore = (id: string) =>
  regler(app, id, { ouverture: dansJours(-30), finPropositions: dansJours(-10), fin: dansJours(-0.001) });

/** Votes of `nombre` residents on the first cards, all for but the last card, all against it. */
async function faireVoter(id: string, nombre: number): Promise<void> {
  for (let rang = 0; rang < nombre; rang++) {
    const lui = habitant(app, contrat.contratId, id);
    const { id: serie, cartes } = await lui.cartes();
    const parNumero = cartes.toSorted((a, b) => a.numero - b.numero);
    for (const [place, carte] of parNumero.entries()) {
      await lui.voter(carte.id, place === parNumero.length - 1 ? -1 : 1, serie).expect(200);
    }
    await lui
      .put('/profil', {
        trancheAge: rang < 3 ? '15-24' : '25-59',
        genre: null,
        qpvCode: contrat.qpv.a1,
        situation: 'habitant',
        premiereFois: true,
      })
      .expect(204);
  }
}

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});

describe('consultations: success', () => {
  it('goes from the draft to the archive, and its counts survive the purge to the unit', async () => {
    const { id } = await poserConsultation(app, contrat, { amorces: 3 });
    await faireVoter(id, 35);
    await clore(id);
    expect((await lire(id)).statut).toBe('close');
    expect((await agir(id, 'analyser')).status).toBe(200);
    const geles = (await equipe.get(`/consultations/${id}/resultats`).expect(200)).body as ResultatsConsultation;
    expect(geles.participants.total).toBe(35);
    expect(geles.propositions.map(({ resultat }) => [resultat.classe, resultat.n])).toEqual([
      ['plebiscitee', 35],
      ['plebiscitee', 35],
      ['rejetee', 35],
    ]);
    const ages = geles.profils.find(({ dimension }) => dimension === 'trancheAge');
    expect(ages?.parts.every(({ nombre }) => nombre === null)).toBe(true);

    const refus = await agir(id, 'restituer');
    expect(refus.status).toBe(409);
    expect(refus.body.detail).toContain('rapport');
    await equipe
      .patch(`/consultations/${id}`, (await lire(id)).version, { rapport: 'Le rapport.', methode: 'La méthode.' })
      .expect(200);
    await habitant(app, contrat.contratId, id).get('/resultats').expect(404);
    await sql(
      `update proposition set email = 'a@exemple.fr', email_jusqua = now() + interval '30 months' where consultation_id = $1 and numero = 1`,
      [id],
    );
    expect((await agir(id, 'restituer')).status).toBe(200);
    const [garde] = await sql<{ un_an: boolean }>(
      `select email_jusqua <= now() + interval '12 months' as un_an from proposition where consultation_id = $1 and email is not null`,
      [id],
    );
    expect(garde).toEqual({ un_an: true });
    await habitant(app, contrat.contratId, id).get('/resultats').expect(200);

    expect((await agir(id, 'engager-les-suites')).body.detail).toContain('plébiscitées');
    const [fiche] = await sql<{ id: string }>('select id from fiche where contrat_id = $1', [contrat.contratId]);
    const idee = {
      titre: 'Un quartier ombragé',
      verdict: 'retenue',
      motif: 'Budget voté.',
      ficheId: fiche?.id,
      agendaRang: 1,
    };
    const { body: creee } = await equipe.post(`/consultations/${id}/idees`, idee).expect(201);
    for (const { id: proposition } of geles.propositions.slice(0, 2)) {
      const [ligne] = await sql<{ version: number }>('select version from proposition where id = $1', [proposition]);
      await equipe
        .put(`/propositions/${proposition}/idee`, ligne?.version ?? 0, { ideeId: (creee as Idee).id, doublon: false })
        .expect(200);
    }
    expect((await agir(id, 'engager-les-suites')).status).toBe(200);

    const zip = async () => {
      const { body } = await habitant(app, contrat.contratId, id)
        .get('/donnees.zip')
        .buffer(true)
        .parse((flux, suite) => {
          const blocs: Buffer[] = [];
          flux.on('data', (bloc: Buffer) => blocs.push(bloc));
          flux.on('end', () => suite(null, Buffer.concat(blocs)));
        })
        .expect(200);
      return Object.fromEntries(
        Object.entries(unzipSync(new Uint8Array(body as Buffer))).map(([nom, octets]) => [nom, strFromU8(octets)]),
      );
    };
    const avant = await zip();
    expect(avant['votes.csv']?.trim().split('\r\n')).toHaveLength(106);
    const participants = (await sql<{ id: string }>('select id from participant where consultation_id = $1', [id])).map(
      (un) => un.id,
    );
    expect((await agir(id, 'archiver')).status).toBe(200);
    expect(await vider(app, 'consultations-purge')).toEqual([]);
    expect(await zip()).toEqual(avant);
    expect(
      ((await equipe.get(`/consultations/${id}/resultats`).expect(200)).body as ResultatsConsultation).sha256,
    ).toBe(geles.sha256);
    for (const table of ['vote_event', 'vote_courant', 'participant_profil', 'sequence_servie']) {
      expect(await sql(`select 1 from ${table} where participant_id = any($1::uuid[])`, [participants])).toEqual([]);
    }
    expect(
      await sql(
        'select 1 from participant where consultation_id = $1 and (cle_hash is not null or signal_hash is not null)',
        [id],
      ),
    ).toEqual([]);
    const [empreinte] = await sql<{ gelee: string; votes: number }>(
      `select (select contenu::json ->> 'votesSha256' from resultat where consultation_id = $1) as gelee,
        (select count(*)::int from vote_courant where consultation_id = $1) as votes`,
      [id],
    );
    expect(empreinte).toEqual({ gelee: geles.votesSha256, votes: 105 });
  });

  it('publishes each date that moves, with its reason', async () => {
    const { id, version, dates } = await poserConsultation(app, contrat);
    const fin = dansJours(45);
    await equipe.put(`/consultations/${id}/dates`, version, { ...dates, fin }).expect(422);
    await equipe
      .put(`/consultations/${id}/dates`, version, { ...dates, fin, motif: 'Les vacances scolaires.' })
      .expect(200);
    const { body } = await habitant(app, contrat.contratId, id).get('').expect(200);
    expect((body as Consultation).datesChangees).toEqual([
      expect.objectContaining({
        champ: 'fin',
        nouvelle: expect.stringContaining(fin.slice(0, 10)),
        motif: 'Les vacances scolaires.',
        fonction: 'Chargée de mission',
      }),
    ]);
  });

  it('counts paper votes apart, once two people have typed the same', async () => {
    const { id } = await poserConsultation(app, contrat, { moderateurs: [contrat.personnes.referentA] });
    const propositions = (await equipe.get(`/consultations/${id}/propositions`).expect(200))
      .body as PropositionAModerer[];
    const lignes = [{ propositionId: propositions[0]?.id ?? '', pour: 8, contre: 2, neutre: 1 }];
    const lot = (
      await equipe
        .post(`/consultations/${id}/lots-papier`, { canal: 'papier', libelle: 'Fête', bulletins: 11, lignes })
        .expect(201)
    ).body as LotPapier;
    const controler = (client: Client, pour: number) =>
      client
        .post(`/lots-papier/${lot.id}/controle`, { bulletins: 11, lignes: [{ ...lignes[0], pour }] })
        .set('If-Match', '"1"');
    await controler(equipe, 8).expect(409);
    const referent = await contrat.en('referentA');
    await controler(referent, 9).expect(422);
    await controler(referent, 8).expect(200);
    await clore(id);
    await agir(id, 'analyser');
    const { body } = await equipe.get(`/consultations/${id}/resultats`).expect(200);
    expect((body as ResultatsConsultation).propositions.find(({ numero }) => numero === 1)).toMatchObject({
      papier: { pour: 8, contre: 2, neutre: 1 },
      resultat: { n: 0 },
    });
  });
});

describe('consultations: validation', () => {
  it('says everything that is missing before it is published', async () => {
    const { body } = await equipe
      .post(`/contrats/${contrat.contratId}/consultations`, { question: 'Quoi' })
      .expect(201);
    const refus = (body as Consultation).transitions.find(({ transition }) => transition === 'programmer')?.refus ?? [];
    expect(refus.length).toBeGreaterThanOrEqual(7);
    const reponse = await agir((body as Consultation).id, 'programmer');
    expect(reponse.status).toBe(409);
    for (const raison of refus) expect(reponse.body.detail).toContain(raison);
  });

  it('never opens again what is closed, by the API nor in the database', async () => {
    const { id, dates } = await poserConsultation(app, contrat);
    await clore(id);
    const { version } = await lire(id);
    await equipe
      .put(`/consultations/${id}/dates`, version, { ...dates, fin: dansJours(40), motif: 'Encore.' })
      .expect(409);
    await expect(
      regler(app, id, { ouverture: dansJours(-2), finPropositions: dansJours(1), fin: dansJours(2) }),
    ).rejects.toThrow('close');
    await expect(sql('delete from consultation_date_historique', [])).rejects.toThrow('ne se modifie pas');
  });

  it('waits for every proposition to be read before it freezes', async () => {
    const { id } = await poserConsultation(app, contrat);
    const lui = habitant(app, contrat.contratId, id);
    await lui.cartes();
    await lui.post('/propositions', { texte: 'Il faut ouvrir une épicerie solidaire' }).expect(201);
    await clore(id);
    expect((await agir(id, 'analyser')).body.detail).toContain('modérer (1)');
  });

  it('keeps its rules once it is published', async () => {
    const { id, version } = await poserConsultation(app, contrat);
    const { body } = await equipe.patch(`/consultations/${id}`, version, { question: 'Autre chose ?' }).expect(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer: '/question' }));
    await equipe.patch(`/consultations/${id}`, version, { description: 'Plus de détails.' }).expect(200);
    await equipe.patch(`/consultations/${id}`, version, { description: 'Encore.' }).expect(412);
  });
});
