import type { NestExpressApplication } from '@nestjs/platform-express';
import { SILENCE_PRESENCE_MS, type Present } from '@pleniere/fiches/domain';
import { Base, Direct, type MessageDirect } from '@pleniere/shared/api';
import type { EvenementDirect, Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { filter, firstValueFrom } from 'rxjs';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, jusqua, ouvrirClient } from '../../testing';
import { poserFiche } from '../../testing/poser';

let une: NestExpressApplication;
let autre: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;

beforeAll(async () => {
  [une, autre] = [await demarrerApi(), await demarrerApi()];
});
afterAll(() => Promise.all([une.close(), autre.close()]));
afterEach(() => jest.restoreAllMocks());
beforeEach(async () => {
  contrat = await creerContrat(une);
  ficheId = await poserFiche(une, contrat);
});

/** The same person, served by another replica. */
async function ailleurs(app: NestExpressApplication, qui: keyof ContratDeTest['personnes']): Promise<Client> {
  const [compte] = await app
    .get(Base)
    .entites.query<{ id: string }[]>('select id from compte where contrat_id = $1 and personne_id = $2', [
      contrat.contratId,
      contrat.personnes[qui],
    ]);
  return ouvrirClient(app, { contratId: contrat.contratId, compteId: compte?.id ?? '' });
}

const adresse = () => `/fiches/${ficheId}/presence`;
const battre = async (client: Client, champ: string | null = null, onglet = randomUUID() as string) =>
  (await client.put(adresse(), null, { onglet, champ }).expect(200)).body as Present[];
const lire = async (client: Client) => (await client.get(adresse()).expect(200)).body as Present[];
const champs = (presents: Present[]) => presents.map(({ personneId, champ }) => [personneId, champ]);

function entendre(app: NestExpressApplication): EvenementDirect[] {
  const recus: EvenementDirect[] = [];
  app.get(Direct).messages.subscribe((message: MessageDirect) => {
    if (!('evenement' in message) || message.contratId !== contrat.contratId) return;
    if (message.evenement.type === 'presence') recus.push(message.evenement);
  });
  return recus;
}

describe('presence on a fiche', () => {
  it('says who else is there and writes where, whichever replica answers', async () => {
    const [claire, samira] = [await contrat.en('equipe'), await ailleurs(autre, 'referentA')];
    const page = randomUUID();
    expect(await battre(claire, 'titre', page)).toEqual([]);
    await jusqua(async () => (await lire(samira)).length === 1);
    const [vue] = await battre(samira);
    expect(vue).toEqual({
      personneId: contrat.personnes.equipe,
      nom: expect.any(String),
      fonction: expect.any(String),
      champ: 'titre',
    });
    await jusqua(async () => (await lire(claire)).length === 1);
    expect(champs(await battre(claire, null, page))).toEqual([[contrat.personnes.referentA, null]]);
    await jusqua(async () => (await lire(samira))[0]?.champ === null);
  });

  it('tells those who are there when somebody comes, writes or leaves, and nobody else', async () => {
    const [claire, samira] = [await contrat.en('equipe'), await ailleurs(autre, 'referentA')];
    await battre(claire);
    const recus = entendre(une);
    const page = randomUUID();
    await jusqua(async () => (await lire(samira)).length === 1);
    for (const champ of [null, null, 'titre']) await battre(samira, champ, page);
    await samira.delete(`${adresse()}/${page}`, null).expect(204);
    await jusqua(async () => (await lire(claire)).length === 0);
    const annonce = { type: 'presence', objetId: ficheId, ficheId, auteurId: contrat.personnes.referentA };
    const attendu = { ...annonce, visibilite: 'travail', pour: [contrat.personnes.equipe] };
    await jusqua(() => recus.length >= 3);
    expect(recus).toEqual([attendu, attendu, attendu]);
  });

  it('forgets a page that is silent for forty seconds', async () => {
    const [claire, samira] = [await contrat.en('equipe'), await contrat.en('referentA')];
    // Its own echo must not come back once the clock has moved.
    const echo = firstValueFrom(une.get(Direct).messages.pipe(filter((message) => 'signal' in message)));
    await battre(claire);
    await echo;
    const fin = Date.now() + SILENCE_PRESENCE_MS;
    const heure = jest.spyOn(Date, 'now').mockReturnValue(fin - 1_000);
    expect(await lire(samira)).toHaveLength(1);
    heure.mockReturnValue(fin + 10_000);
    expect(await lire(samira)).toEqual([]);
  });

  it('shows somebody once, however many pages they have open', async () => {
    const [claire, samira] = [await contrat.en('equipe'), await contrat.en('referentA')];
    await battre(claire, 'titre');
    await battre(claire);
    expect(champs(await lire(samira))).toEqual([[contrat.personnes.equipe, 'titre']]);
  });

  it('is known to a replica that has just started', async () => {
    const claire = await contrat.en('equipe');
    await battre(claire, 'titre');
    const neuve = await demarrerApi();
    try {
      const samira = await ailleurs(neuve, 'referentA');
      expect(champs(await battre(samira))).toEqual([[contrat.personnes.equipe, 'titre']]);
    } finally {
      await neuve.close();
    }
  });

  it('does not keep a session alive', async () => {
    const claire = await contrat.en('equipe');
    const { pool } = une.get(Base);
    const vieillir = `update session set vue_le = now() - interval '1 hour' where contrat_id = $1`;
    const vue = `select vue_le < now() - interval '30 minutes' as ancienne from session where contrat_id = $1`;
    await pool.query(vieillir, [contrat.contratId]);
    await battre(claire);
    expect((await pool.query(vue, [contrat.contratId])).rows).toEqual([{ ancienne: true }]);
    await claire.get(`/fiches/${ficheId}`).expect(200);
    expect((await pool.query(vue, [contrat.contratId])).rows).toEqual([{ ancienne: false }]);
  });
});

describe('validation of a presence', () => {
  it.each([
    { onglet: 'page', champ: null },
    { onglet: '00000000-0000-4000-8000-000000000001', champ: 'inconnu' },
    { onglet: '00000000-0000-4000-8000-000000000001' },
  ])('refuses %j', async (corps) => {
    const { body } = await (await contrat.en('equipe')).put(adresse(), null, corps).expect(400);
    expect((body as Probleme).errors).toHaveLength(1);
  });
});

describe('access to presences', () => {
  it('neither shows a lecteur nor shows to a lecteur', async () => {
    const lecteur = await contrat.en('lecteur');
    await lecteur.put(adresse(), null, { onglet: randomUUID(), champ: null }).expect(403);
    await lecteur.get(adresse()).expect(403);
  });

  it('knows no fiche of another contrat, and lets nobody close the page of somebody else', async () => {
    const voisin = await (await creerContrat(une)).en('equipe');
    await voisin.get(adresse()).expect(404);
    await voisin.put(adresse(), null, { onglet: randomUUID(), champ: null }).expect(404);

    const [claire, samira] = [await contrat.en('equipe'), await contrat.en('referentA')];
    const page = randomUUID();
    await battre(claire, null, page);
    await samira.delete(`${adresse()}/${page}`, null).expect(204);
    expect(await lire(samira)).toHaveLength(1);
  });
});
