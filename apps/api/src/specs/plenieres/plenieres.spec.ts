import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Decision, Instance, Seance, SeanceResume } from '@pleniere/plenieres/domain';
import { randomUUID } from 'node:crypto';
import { type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';
import { poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let instance: Instance;

const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;

async function planifier(reste: object = {}): Promise<Seance> {
  const saisie = { instanceId: instance.id, date: '2026-12-10', heure: '14:00', lieu: 'Hôtel de ville', ...reste };
  return (await equipe.post(chemin('seances'), saisie).expect(201)).body as Seance;
}

async function decider(seance: Pick<Seance, 'id'>, reste: object = {}): Promise<Decision> {
  const saisie = { texte: 'Publier les réponses aux habitants', ...reste };
  return (await equipe.post(`/seances/${seance.id}/decisions`, saisie).expect(201)).body as Decision;
}

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  const saisie = { sorte: 'assemblee-pleniere', nom: 'Assemblée Plénière' };
  instance = (await equipe.post(chemin('instances'), saisie).expect(201)).body as Instance;
});
afterAll(() => app.close());

describe('séances: success', () => {
  it('plans a séance, and everybody of the contrat reads it', async () => {
    const seance = await planifier();
    expect(seance).toMatchObject({ version: 1, statut: 'preparation', ordreDuJour: [], presences: [], decisions: [] });
    const lecteur = await contrat.en('lecteur');
    const { body } = await lecteur.get(chemin('seances')).expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        id: seance.id,
        instance: { id: instance.id, sorte: 'assemblee-pleniere', nom: 'Assemblée Plénière' },
        date: '2026-12-10',
        points: 0,
        decisions: 0,
      } satisfies Partial<SeanceResume>),
    ]);
  });

  it('keeps the agenda in the order given, fiches and subjects', async () => {
    const [une, deux] = [await poserFiche(app, contrat), await poserFiche(app, contrat, { rang: 2 })];
    const seance = await planifier();
    const points = [
      { ficheId: deux, titre: '' },
      { ficheId: null, titre: 'Bilan de l’année' },
      { ficheId: une, titre: '' },
    ];
    const { body } = await equipe.put(`/seances/${seance.id}/ordre-du-jour`, 1, { points }).expect(200);
    expect((body as Seance).version).toBe(2);
    expect((body as Seance).ordreDuJour.map(({ fiche, titre }) => fiche?.code ?? titre)).toEqual([
      'T1.2',
      'Bilan de l’année',
      'T1.1',
    ]);
  });

  it('counts who came by collège, and keeps the minutes without what could harm', async () => {
    const seance = await planifier();
    const presences = [{ college: 'habitants', presents: 12, excuses: 3 }];
    const compteRendu = '<p>Ouverture à <strong>14 h</strong>.</p><script>alert(1)</script>';
    const saisie = { statut: 'tenue', presences, compteRendu };
    const { body } = await equipe.patch(`/seances/${seance.id}`, 1, saisie).expect(200);
    expect(body).toMatchObject({
      statut: 'tenue',
      presences,
      compteRendu: '<p>Ouverture à <strong>14 h</strong>.</p>',
    });
  });

  it('numbers the decisions of a séance, and lists what remains to be done first', async () => {
    const ficheId = await poserFiche(app, contrat);
    const seance = await planifier();
    const premiere = await decider(seance, { echeance: '2027-03-31', ficheId });
    const seconde = await decider(seance, { responsableId: contrat.organisations.villeA, echeance: '2027-01-31' });
    expect([premiere.rang, seconde.rang]).toEqual([1, 2]);
    expect(premiere.fiche?.code).toBe('T1.1');
    const faite = { statut: 'faite', suivi: 'Publiées le 2 février.' };
    await equipe.patch(`/decisions/${seconde.id}`, 1, faite).expect(200);
    const { body } = await equipe.get(chemin('decisions')).expect(200);
    expect((body as Decision[]).map(({ id, statut }) => [id, statut])).toEqual([
      [premiere.id, 'a-faire'],
      [seconde.id, 'faite'],
    ]);
    const { body: liste } = await equipe.get(chemin('seances')).expect(200);
    expect(liste).toEqual([expect.objectContaining({ decisions: 2, decisionsOuvertes: 1 })]);
  });

  it('numbers decisions typed at the same time one after the other', async () => {
    const seance = await planifier();
    const decisions = await Promise.all(Array.from({ length: 8 }, () => decider(seance)));
    expect(decisions.map(({ rang }) => rang).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes once a decision that a device sends several times, and gives it back as it stands', async () => {
    const [seance, id] = [await planifier(), randomUUID()];
    const envoyer = () => equipe.put(`/seances/${seance.id}/decisions/${id}`, null, { texte: 'Ouvrir le samedi' });
    const reponses = await Promise.all(Array.from({ length: 4 }, () => envoyer().expect(200)));
    expect(reponses.map(({ body }) => (body as Decision).rang)).toEqual([1, 1, 1, 1]);
    await equipe.patch(`/decisions/${id}`, 1, { statut: 'faite' }).expect(200);
    expect((await envoyer().expect(200)).body).toMatchObject({ id, version: 2, statut: 'faite' });
    expect(((await equipe.get(`/seances/${seance.id}`)).body as Seance).decisions).toHaveLength(1);
  });
});

describe('séances: validation', () => {
  it.each([
    ['a day that does not exist', { date: '2026-02-30' }, '/date'],
    ['an hour that does not exist', { heure: '25:00' }, '/heure'],
    [
      'a collège counted twice',
      { presences: [0, 1].map(() => ({ college: 'etat', presents: 1, excuses: 0 })) },
      '/presences',
    ],
    ['half a person', { presences: [{ college: 'etat', presents: 1.5, excuses: 0 }] }, '/presences/0/presents'],
  ])('refuses %s', async (_, reste, pointer) => {
    const saisie = { instanceId: instance.id, date: '2026-12-10', ...reste };
    const { body } = await equipe.post(chemin('seances'), saisie).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('refuses what is not of the contrat, and says where', async () => {
    const seance = await planifier();
    const ailleurs = await poserFiche(app, await creerContrat(app));
    const refusee = await equipe
      .post(`/seances/${seance.id}/decisions`, { texte: 'Oui', ficheId: ailleurs })
      .expect(422);
    expect(refusee.body.errors[0].pointer).toBe('/ficheId');
    const points = [{ ficheId: ailleurs, titre: '' }];
    const { body } = await equipe.put(`/seances/${seance.id}/ordre-du-jour`, 1, { points }).expect(422);
    expect(body.errors[0].pointer).toBe('/points/0/ficheId');
    await equipe.post(chemin('seances'), { instanceId: randomUUID(), date: '2026-12-10' }).expect(422);
  });

  it('refuses a fiche twice on the agenda, and a point that says nothing', async () => {
    const ficheId = await poserFiche(app, contrat);
    const seance = await planifier();
    const points = [
      { ficheId, titre: '' },
      { ficheId, titre: '' },
      { ficheId: null, titre: ' ' },
    ];
    const { body } = await equipe.put(`/seances/${seance.id}/ordre-du-jour`, 1, { points }).expect(422);
    expect(pointeurs(body)).toEqual(['/points/2/titre', '/points']);
  });

  it('keeps an instance that met, a séance that decided, and two instances apart by their names', async () => {
    const seance = await planifier();
    await decider(seance);
    await equipe.delete(`/instances/${instance.id}`, 1).expect(409);
    await equipe.delete(`/seances/${seance.id}`, 1).expect(409);
    await equipe.post(chemin('instances'), { sorte: 'autre', nom: 'Assemblée Plénière' }).expect(409);
  });

  it('takes no decision in a séance that was cancelled', async () => {
    const seance = await planifier({ statut: 'annulee' });
    await equipe.post(`/seances/${seance.id}/decisions`, { texte: 'Oui' }).expect(409);
    await equipe.put(`/seances/${seance.id}/decisions/${randomUUID()}`, null, { texte: 'Oui' }).expect(409);
  });

  it('keeps a decision in the séance that took it', async () => {
    const [une, autre] = [await planifier(), await planifier({ date: '2026-12-11' })];
    const { id } = await decider(une);
    await equipe.put(`/seances/${autre.id}/decisions/${id}`, null, { texte: 'Oui' }).expect(409);
    await equipe.put(`/seances/${une.id}/decisions/pas-un-id`, null, { texte: 'Oui' }).expect(404);
    await equipe.put(`/seances/${une.id}/decisions/${randomUUID()}`, null, { texte: '' }).expect(400);
  });

  it('refuses to overwrite what somebody else wrote in between', async () => {
    const seance = await planifier();
    await equipe.patch(`/seances/${seance.id}`, 1, { lieu: 'Mairie annexe' }).expect(200);
    const { body } = await equipe.put(`/seances/${seance.id}/ordre-du-jour`, 1, { points: [] }).expect(412);
    expect(body.actuel).toMatchObject({ version: 2, lieu: 'Mairie annexe' });
    await equipe.patch(`/seances/${seance.id}`, 1, { lieu: 'Ailleurs' }).expect(412);
  });
});

describe('séances: access', () => {
  it('shows nothing of another contrat', async () => {
    const seance = await planifier();
    const decision = await decider(seance);
    const autre = await (await creerContrat(app)).en('equipe');
    await autre.get(`/seances/${seance.id}`).expect(404);
    await autre.patch(`/decisions/${decision.id}`, 1, { statut: 'faite' }).expect(404);
    await autre.post(`/seances/${seance.id}/decisions`, { texte: 'Oui' }).expect(404);
  });

  it('lets nobody but the team write', async () => {
    const seance = await planifier();
    for (const role of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
      const personne = await contrat.en(role);
      await personne.get(`/seances/${seance.id}`).expect(200);
      await personne.post(`/seances/${seance.id}/decisions`, { texte: 'Oui' }).expect(403);
      await personne.put(`/seances/${seance.id}/decisions/${randomUUID()}`, null, { texte: 'Oui' }).expect(403);
      await personne.patch(`/seances/${seance.id}`, 1, { lieu: 'Ici' }).expect(403);
    }
  });
});
