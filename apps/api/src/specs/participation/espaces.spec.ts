import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Espace, EspaceResume, SeanceDialogue, SeanceDialogueResume } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let espace: Espace;

const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;
const dans = (jours: number): string => jourDeParis(new Date(Date.now() + jours * 86_400_000));

function cadre(reste: object = {}): object {
  return {
    nom: 'Conseil citoyen du Sanitas',
    forme: 'conseil-citoyen',
    organisationId: contrat.organisations.villeA,
    depuis: '2024-01-01',
    qpvCodes: [contrat.qpv.a1],
    ...reste,
  };
}

async function planifier(reste: object = {}): Promise<SeanceDialogue> {
  const saisie = { date: dans(-2), heure: '18:30', lieu: 'Centre social', ...reste };
  return (await equipe.post(`/espaces/${espace.id}/seances`, saisie).expect(201)).body as SeanceDialogue;
}

async function suivre(seance: SeanceDialogue, transition: string, reste: object = {}): Promise<SeanceDialogue> {
  const reponse = await equipe
    .post(`/seances-dialogue/${seance.id}/transitions`, { transition, ...reste })
    .set('If-Match', `"${seance.version}"`)
    .expect(200);
  return reponse.body as SeanceDialogue;
}

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  espace = (await equipe.post(chemin('espaces'), cadre()).expect(201)).body as Espace;
});
afterAll(() => app.close());

describe('espaces de dialogue: success', () => {
  it('are opened, read by everybody of the contrat with their next séance, and handed over', async () => {
    await planifier({ date: dans(-30) });
    const prochaine = await planifier({ date: dans(7), lieu: 'Salle des fêtes' });
    await planifier({ date: dans(14) });
    const lecteur = await contrat.en('lecteur');
    const { body } = await lecteur.get(chemin('espaces')).expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        nom: 'Conseil citoyen du Sanitas',
        qpvCodes: [contrat.qpv.a1],
        organisation: { id: contrat.organisations.villeA, nom: 'Ville de Tours' },
        prochaine: { id: prochaine.id, date: dans(7), heure: '18:30', lieu: 'Salle des fêtes' },
        tenues: 0,
        derniere: null,
      } satisfies Partial<EspaceResume>),
    ]);
    const saisie = { organisationId: contrat.organisations.bailleur, qpvCodes: [contrat.qpv.a2, contrat.qpv.b1] };
    const { body: change } = await equipe.patch(`/espaces/${espace.id}`, 1, saisie).expect(200);
    expect(change).toMatchObject({ version: 2, qpvCodes: [contrat.qpv.b1, contrat.qpv.a2] });
    const { body: seul } = await equipe.patch(`/espaces/${espace.id}`, 2, { qpvCodes: [] }).expect(200);
    expect(seul).toMatchObject({ version: 3, qpvCodes: [] });
    const { body: journal } = await equipe.get(chemin('journal?objet=espace-dialogue')).expect(200);
    expect((journal as { champ: string | null }[]).map(({ champ }) => champ)).toEqual([
      'qpvCodes',
      'qpvCodes',
      null,
      null,
    ]);
  });

  it('live their séances: announced, held, told, closed', async () => {
    let seance = await planifier();
    expect(seance).toMatchObject({
      statut: 'planifiee',
      presents: null,
      ressenti: { version: 0, notes: [0, 0, 0, 0, 0] },
    });
    expect(seance.codeEmargement).toMatch(/^[2-9A-Z]{8}$/);
    seance = await suivre(seance, 'annoncer');
    seance = await suivre(seance, 'tenir');
    await equipe.put(`/seances-dialogue/${seance.id}/comptages/habitant`, null, { n: 24, version: 0 }).expect(200);
    const recit = {
      compteRendu: '<p>Les jeux seront réparés.</p><script>1</script>',
      niveauParticipation: 'concertation',
      niveauJustification: 'Trois scénarios étaient ouverts.',
    };
    const ecrite = await equipe.patch(`/seances-dialogue/${seance.id}`, seance.version, recit).expect(200);
    seance = await suivre(ecrite.body as SeanceDialogue, 'publier-compte-rendu');
    expect(seance).toMatchObject({
      compteRendu: '<p>Les jeux seront réparés.</p>',
      compteRenduPublieLe: dans(0),
      presents: 24,
      habitants: 24,
    });
    seance = await suivre(seance, 'clore');
    const { body } = await equipe.get(chemin('seances-dialogue')).expect(200);
    expect((body as SeanceDialogueResume[])[0]).toMatchObject({ id: seance.id, statut: 'close', presents: 24 });
  });

  it('postpone with a reason, then find another day', async () => {
    const reportee = await suivre(await planifier({ date: dans(3) }), 'reporter', { motif: 'Salle inondée' });
    expect(reportee).toMatchObject({ statut: 'reportee', motif: 'Salle inondée' });
    const replanifiee = await suivre(reportee, 'replanifier', { date: dans(20) });
    expect(replanifiee).toMatchObject({ statut: 'planifiee', motif: '', date: dans(20) });
  });

  it('plan once what a device sends twice', async () => {
    const id = randomUUID();
    const premiere = await planifier({ id });
    const seconde = await planifier({ id, lieu: 'Ailleurs' });
    expect(seconde).toEqual(premiere);
    const { body } = await equipe.get(`/espaces/${espace.id}`).expect(200);
    expect((body as Espace).seances).toHaveLength(1);
  });

  it('tell their attendance year by year, without a key leaving the server', async () => {
    const { pool } = app.get(Base);
    const remplir = async (date: string, n: number | null, cles: string[]) => {
      const { id } = await planifier({ date });
      await pool.query(`update seance_dialogue set statut = 'tenue' where id = $1`, [id]);
      if (n !== null)
        await equipe.put(`/seances-dialogue/${id}/comptages/habitant`, null, { n, version: 0 }).expect(200);
      for (const cle of cles)
        await pool.query(
          `insert into presence (contrat_id, seance_id, role, cle_hash) values ($1, $2, 'habitant', encode(sha256($3), 'hex'))`,
          [contrat.contratId, id, cle],
        );
    };
    const de = (debut: number, fin: number) => Array.from({ length: fin - debut + 1 }, (_, rang) => `c${debut + rang}`);
    await remplir('2025-01-10', 12, de(1, 10));
    await remplir('2025-02-10', 20, de(6, 13));
    await remplir('2025-03-10', 9, []);
    const { body, text } = await equipe.get(`/espaces/${espace.id}`).expect(200);
    expect((body as Espace).frequentation).toEqual([
      { annee: 2025, seances: 3, participations: 41, distinctes: 13, min: 20, max: 36, premieresFois: 13, retours: 5 },
    ]);
    expect(text).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe('espaces de dialogue: validation', () => {
  it.each([
    ['a quartier of elsewhere', { qpvCodes: ['QN99999Z'] }, 422, '/qpvCodes'],
    ['an organisation of elsewhere', { organisationId: randomUUID() }, 422, '/organisationId'],
    ['an end before the beginning', { jusquA: '2020-01-01' }, 422, '/jusquA'],
    ['a name taken', { nom: 'Conseil citoyen du Sanitas' }, 422, '/nom'],
    ['no name', { nom: ' ' }, 400, '/nom'],
  ])('refuses %s, and says where', async (_, reste, statut, pointer) => {
    const { body } = await equipe.post(chemin('espaces'), { ...cadre({ nom: 'Autre' }), ...reste }).expect(statut);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('refuses a step out of place, with the reason', async () => {
    const seance = await planifier({ date: dans(5) });
    const essayer = (corps: object, version = 1) =>
      equipe.post(`/seances-dialogue/${seance.id}/transitions`, corps).set('If-Match', `"${version}"`);
    expect((await essayer({ transition: 'tenir' }).expect(409)).body.detail).toContain('pas encore eu lieu');
    expect((await essayer({ transition: 'annuler' }).expect(409)).body.detail).toContain('pourquoi');
    await essayer({ transition: 'clore' }).expect(409);
    await essayer({ transition: 'annoncer' }, 7).expect(412);
    const niveau = { niveauParticipation: 'decision' };
    const { body } = await equipe.patch(`/seances-dialogue/${seance.id}`, 1, niveau).expect(422);
    expect(body.errors[0].pointer).toBe('/niveauJustification');
  });

  it('keeps an espace that met, and a séance that has a history', async () => {
    const seance = await planifier();
    await equipe.delete(`/espaces/${espace.id}`, 1).expect(409);
    await equipe.put(`/seances-dialogue/${seance.id}/presences/${randomUUID()}`, null).expect(200);
    await equipe.delete(`/seances-dialogue/${seance.id}`, 1).expect(409);
    const vide = await planifier();
    await equipe.delete(`/seances-dialogue/${vide.id}`, 1).expect(204);
  });

  it('gives the second of two people what stands now', async () => {
    const seance = await planifier();
    const [une, autre] = await Promise.all(
      ['Salle A', 'Salle B'].map((lieu) => equipe.patch(`/seances-dialogue/${seance.id}`, 1, { lieu })),
    );
    expect([une?.status, autre?.status].sort()).toEqual([200, 412]);
    const [pris, perdu] = une?.status === 200 ? [une, autre] : [autre, une];
    expect(perdu?.body.actuel).toMatchObject({ version: 2, lieu: pris?.body.lieu });
  });
});

describe('espaces de dialogue: access', () => {
  it('are animated by their organisation and the team alone', async () => {
    const seance = await planifier();
    const referentB = await contrat.en('referentB');
    await referentB.post(`/espaces/${espace.id}/seances`, { date: dans(1) }).expect(403);
    await referentB.put(`/seances-dialogue/${seance.id}/presences/${randomUUID()}`, null).expect(403);
    const referentA = await contrat.en('referentA');
    await referentA.put(`/seances-dialogue/${seance.id}/presences/${randomUUID()}`, null).expect(200);
    const contributeur = await contrat.en('contributeur');
    const sien = cadre({ nom: 'Permanence', organisationId: contrat.organisations.bailleur });
    await contributeur.post(chemin('espaces'), sien).expect(201);
    await contributeur.post(chemin('espaces'), cadre({ nom: 'Autre' })).expect(403);
  });

  it('show what each said of themselves to those who animate alone', async () => {
    const seance = await planifier();
    const dite = { trancheAge: '15-24', genre: 'femme', premiereFois: true };
    await equipe.put(`/seances-dialogue/${seance.id}/presences/${randomUUID()}`, null, dite).expect(200);
    const lue = async (qui: 'equipe' | 'lecteur' | 'referentB'): Promise<unknown> => {
      const { body } = await (await contrat.en(qui)).get(`/seances-dialogue/${seance.id}`).expect(200);
      return (body as SeanceDialogue).presences[0];
    };
    expect(await lue('equipe')).toMatchObject({ role: 'habitant', ...dite });
    for (const qui of ['lecteur', 'referentB'] as const)
      expect(await lue(qui)).toMatchObject({ role: 'habitant', trancheAge: null, genre: null, premiereFois: null });
  });

  it('are not those of another contrat', async () => {
    const seance = await planifier();
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.get(`/espaces/${espace.id}`).expect(404);
    await ailleurs.get(`/seances-dialogue/${seance.id}`).expect(404);
    await ailleurs.put(`/seances-dialogue/${seance.id}/presences/${randomUUID()}`, null).expect(404);
  });
});
