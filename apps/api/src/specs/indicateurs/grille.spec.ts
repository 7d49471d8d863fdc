import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type { Cellule, FicheSerree, Indicateur, SaisieValeur, Valeur } from '@pleniere/indicateurs/domain';
import { cleDe, deplierGrille, direCellules } from '@pleniere/indicateurs/domain';
import { Direct } from '@pleniere/shared/api';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let indicateur: Indicateur;
let referent: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  indicateur = await poserIndicateur(contrat, ficheId, { ventilations: ['sexe'] });
  referent = await contrat.en('referentA');
});

const envoyer = (client: Client, ...saisies: object[]) =>
  client.post(`/contrats/${contrat.contratId}/valeurs`, { saisies });
const cellule = (reste: Partial<SaisieValeur> = {}) => saisie(indicateur.id, reste);
const grille = async (client: Client, suite = '') =>
  deplierGrille((await client.get(`/contrats/${contrat.contratId}/grille${suite}`).expect(200)).body as FicheSerree[]);
const relire = (client: Client, ...cellules: Cellule[]) =>
  client.get(`/contrats/${contrat.contratId}/valeurs`).query({ cellules: cellules.map(cleDe).join() });

describe('grid: success', () => {
  it('reads every fiche with its indicators, their values by part and what the caller may enter', async () => {
    const autre = await poserFiche(app, contrat, { rang: 2, pilote: null });
    await envoyer(referent, cellule(), cellule({ ventilation: 'femmes', valeur: 7 })).expect(200);
    const lues = await grille(referent);
    expect(lues.map(({ code, titre, droits }) => [code, titre, droits])).toEqual([
      [
        'T1.1',
        'Projet 1',
        { indicateurs: true, territoires: ['contrat', contrat.communes.a, ...[contrat.qpv.a1, contrat.qpv.a2].sort()] },
      ],
      ['T1.2', 'Projet 2', { indicateurs: false, territoires: [] }],
    ]);
    expect(lues[0]?.indicateurs?.[0]?.valeurs.map(({ ventilation, valeur }) => [ventilation, valeur])).toEqual([
      ['femmes', 7],
      ['total', 12],
    ]);
    expect(lues[1]).toMatchObject({ id: autre, indicateurs: [] });
  });

  it('reads the indicators of the one fiche that is asked for, and names the others', async () => {
    await poserFiche(app, contrat, { rang: 2 });
    const lues = await grille(await contrat.en('equipe'), '?fiche=T1.1');
    expect(
      lues.map(({ code, indicateurs, droits }) => [code, indicateurs?.length ?? null, droits.territoires]),
    ).toEqual([
      ['T1.1', 1, null],
      ['T1.2', null, null],
    ]);
  });

  it('keeps a total and its parts as cells of their own', async () => {
    const parts = [cellule({ ventilation: 'femmes', valeur: 7 }), cellule({ ventilation: 'hommes', valeur: 4 })];
    await envoyer(referent, cellule(), ...parts).expect(200);
    await envoyer(referent, { ...parts[0], version: 1, valeur: 8 }).expect(200);
    const lues = (await relire(referent, cellule(), cellule({ ventilation: 'femmes' })).expect(200)).body as Valeur[];
    expect(
      Object.fromEntries(lues.map(({ ventilation, valeur, version }) => [ventilation, [valeur, version]])),
    ).toEqual({
      total: [12, 1],
      femmes: [8, 2],
    });
  });

  it('takes parts before their total', async () => {
    await envoyer(referent, cellule({ ventilation: 'femmes', valeur: 7 })).expect(200);
    expect((await relire(referent, cellule()).expect(200)).body).toEqual([]);
  });

  it('tells the open grids which cells were written, fiche by fiche, once the batch is kept', async () => {
    const direct = app.get(Direct, { strict: false });
    await direct.ecouter();
    const recus: EvenementDirect[] = [];
    const fil = direct.messages.subscribe((message) => {
      if ('evenement' in message && message.contratId === contrat.contratId) recus.push(message.evenement);
    });
    const parts = [cellule(), cellule({ ventilation: 'femmes', valeur: 7 })];
    await envoyer(referent, { ...parts[0], valeur: 1.5 }).expect(422);
    await envoyer(referent, ...parts).expect(200);
    await envoyer(referent, ...parts).expect(200);
    while (recus.length === 0) await new Promise((suite) => setImmediate(suite));
    fil.unsubscribe();
    expect(recus).toEqual([
      expect.objectContaining({
        type: 'valeurs',
        ficheId,
        visibilite: 'travail',
        donnees: { cellules: direCellules(parts.map((part) => ({ ...part, version: 1 }))) },
      }),
    ]);
  });
});

describe('grid: validation', () => {
  it('refuses a part that the definition does not ask for, and writes nothing of the batch', async () => {
    const reponse = await envoyer(referent, cellule(), cellule({ ventilation: '15-24' })).expect(422);
    expect(pointeurs(reponse.body)).toEqual(['/saisies/1/ventilation']);
    expect((await relire(referent, cellule()).expect(200)).body).toEqual([]);
  });

  it('refuses a part that nobody knows with 400', async () => {
    expect(pointeurs((await envoyer(referent, { ...cellule(), ventilation: 'autres' }).expect(400)).body)).toEqual([
      '/saisies/0/ventilation',
    ]);
  });

  it.each(['', 'tous', `${'0'.repeat(36)}/2025/QN03709M`, "x' or 1=1/2025/contrat"])(
    'refuses « %s » as the name of a cell',
    async (nom) => {
      await referent.get(`/contrats/${contrat.contratId}/valeurs`).query({ cellules: nom }).expect(400);
    },
  );

  it('refuses to read more cells at once than an announcement names', async () => {
    const trop = Array.from({ length: 101 }, (_, rang) => cellule({ annee: 2000 + rang }));
    await relire(referent, ...trop).expect(400);
  });

  it('refuses a fiche that is not a code, and finds nothing for one that does not exist', async () => {
    await referent.get(`/contrats/${contrat.contratId}/grille?fiche=tout`).expect(400);
    expect((await grille(referent, '?fiche=X9.9')).every(({ indicateurs }) => indicateurs === null)).toBe(true);
  });
});

describe('grid: access', () => {
  it('shows a lecteur the fiches in force alone, with nothing to enter', async () => {
    await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    await poserFiche(app, contrat, { rang: 3, statut: 'archive' });
    await envoyer(referent, cellule()).expect(200);
    const lecteur = await contrat.en('lecteur');
    expect((await grille(lecteur)).map(({ code, droits }) => [code, droits.territoires])).toEqual([['T1.1', []]]);
    expect((await relire(lecteur, cellule()).expect(200)).body).toHaveLength(1);
    expect((await grille(referent)).map(({ code }) => code)).toEqual(['T1.1', 'T1.2']);
  });

  it('gives no cell of a fiche that is not in force to a lecteur', async () => {
    const brouillon = await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    const cache = await poserIndicateur(contrat, brouillon);
    await envoyer(await contrat.en('equipe'), saisie(cache.id)).expect(200);
    expect((await relire(await contrat.en('lecteur'), saisie(cache.id)).expect(200)).body).toEqual([]);
    expect((await relire(referent, saisie(cache.id)).expect(200)).body).toHaveLength(1);
  });

  it('knows nothing of another contrat', async () => {
    await envoyer(referent, cellule()).expect(200);
    const voisin = await creerContrat(app);
    const client = await voisin.en('equipe');
    await client.get(`/contrats/${contrat.contratId}/grille`).expect(404);
    await relire(client, cellule()).expect(404);
    const siennes = await client.get(`/contrats/${voisin.contratId}/valeurs`).query({ cellules: cleDe(cellule()) });
    expect(siennes.body).toEqual([]);
  });
});
