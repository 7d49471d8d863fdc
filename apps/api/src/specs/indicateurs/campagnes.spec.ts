import type { NestExpressApplication } from '@nestjs/platform-express';
import type { CaseAFaire, MatriceCampagne, TableauDeBord } from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { type Campagne, etatAvancement, type Valeur } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referent: Client;
let racine: string;
let jour: jest.SpyInstance<string, []>;

beforeAll(async () => {
  app = await demarrerApi();
  jour = jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui');
});
afterAll(() => app.close());

beforeEach(async () => {
  jour.mockReturnValue('2026-11-22');
  contrat = await creerContrat(app);
  racine = `/contrats/${contrat.contratId}/campagnes`;
  equipe = await contrat.en('equipe');
  referent = await contrat.en('referentA');
});

const OUVERTURE = { annee: 2026, echeance: '2026-12-18', consigne: 'Une valeur par quartier.' };

const ouvrir = async (reste: object = {}): Promise<Campagne> =>
  (await equipe.post(racine, { ...OUVERTURE, ...reste }).expect(201)).body as Campagne;
const agir = (client: Client, geste: string, version: number, corps: object = {}) =>
  client.post(`${racine}/2026/${geste}`, corps).set('If-Match', `"${version}"`);
const clore = async (version = 1): Promise<Campagne> =>
  (await agir(equipe, 'cloture', version).expect(200)).body as Campagne;
const ecrire = (client: Client, ...saisies: object[]) =>
  client.post(`/contrats/${contrat.contratId}/valeurs`, { saisies });
const ecrites = async (client: Client, ...saisies: object[]): Promise<Valeur[]> =>
  ((await ecrire(client, ...saisies).expect(200)).body as { valeurs: Valeur[] }).valeurs;
const statuts = async (): Promise<string[]> => {
  const { rows } = await app
    .get(Base)
    .pool.query<{ statut: string }>('select statut from valeur where contrat_id = $1 order by territoire', [
      contrat.contratId,
    ]);
  return rows.map(({ statut }) => statut);
};
const retourner = (indicateurId: string, territoire: string, retour = 'Chiffre à vérifier.') =>
  app.get(Base).pool.query(
    `update valeur set statut = 'brouillon', retour = $4
       where (contrat_id, indicateur_id, territoire) = ($1, $2, $3)`,
    [contrat.contratId, indicateurId, territoire, retour],
  );
const en2026 = (indicateurId: string, territoire: string, reste: object = {}) =>
  saisie(indicateurId, { annee: 2026, territoire, ...reste });
const matrice = async (client = equipe): Promise<MatriceCampagne> =>
  (await client.get(`${racine}/2026/matrice`).expect(200)).body as MatriceCampagne;
const journal = async (): Promise<[string, string | null][]> => {
  const { body } = await equipe.get(`/contrats/${contrat.contratId}/journal`).expect(200);
  return (body as { objet: string; champ: string; motif: string | null }[])
    .filter(({ objet }) => objet === 'campagne')
    .map(({ champ, motif }) => [champ, motif]);
};

describe('life of a campagne', () => {
  it('is opened with its due date, read by everybody, changed by the team', async () => {
    const ouverte = await ouvrir();
    expect(ouverte).toMatchObject({ annee: 2026, version: 1, echeance: '2026-12-18', closeLe: null, exceptions: [] });
    const lecteur = await contrat.en('lecteur');
    expect((await lecteur.get(racine).expect(200)).body).toEqual([ouverte]);
    const { body, headers } = await equipe.patch(`${racine}/2026`, 1, { echeance: '2027-01-15' }).expect(200);
    expect(body).toMatchObject({ version: 2, echeance: '2027-01-15', consigne: OUVERTURE.consigne });
    expect(headers['etag']).toBe('"2"');
    expect(await journal()).toEqual([
      ['echeance', null],
      ['ouverture', null],
    ]);
  });

  it('locks the year when it closes, empty cells too, for the team as well; other years stay open', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    const [valeur] = await ecrites(referent, en2026(id, contrat.qpv.a1));
    await ouvrir();
    const close = await clore();
    expect(close.closeLe).not.toBeNull();
    expect(await statuts()).toEqual(['verrouillee']);

    const refus = await ecrire(
      referent,
      saisie(id),
      en2026(id, contrat.qpv.a1, { version: valeur?.version, valeur: 13 }),
      en2026(id, contrat.qpv.a2),
    ).expect(422);
    const { errors } = refus.body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/saisies/2', '/saisies/1']);
    expect(errors[0]?.detail).toMatch(/^La campagne 2026 est close depuis le .* demandez une exception/);
    await ecrire(equipe, en2026(id, contrat.qpv.a2)).expect(422);
    await ecrire(referent, saisie(id)).expect(200);
    await ecrire(referent, en2026(id, contrat.qpv.a1, { version: null })).expect(200);
  });

  it('gives each value its statut back when it reopens, and keeps the reason', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ecrites(equipe, en2026(id, contrat.qpv.a1), en2026(id, contrat.qpv.a2), en2026(id, contrat.qpv.b1));
    await app.get(Base).pool.query(
      `update valeur set statut = 'validee', statut_le = now(), statut_par = 'Claire'
         where contrat_id = $1 and territoire = $2`,
      [contrat.contratId, contrat.qpv.b1],
    );
    await retourner(id, contrat.qpv.a2);
    const avant = await statuts();
    await ouvrir();
    await clore();
    expect((await statuts()).sort()).toEqual(['brouillon', 'verrouillee', 'verrouillee']);
    const rouverte = await agir(equipe, 'reouverture', 2, { motif: 'Erreur de la Caf' }).expect(200);
    expect((rouverte.body as Campagne).closeLe).toBeNull();
    expect(await statuts()).toEqual(avant);
    expect((await journal())[0]).toEqual(['reouverture', 'Erreur de la Caf']);
  });

  it('opens a closed year to the organisation of an exception, on its fiche, until its day, then no more', async () => {
    const ficheId = await poserFiche(app, contrat, { pilote: contrat.organisations.villeA });
    const autre = await poserFiche(app, contrat, { rang: 2 });
    const ici = await poserIndicateur(contrat, ficheId);
    const ailleurs = await poserIndicateur(contrat, autre);
    await ouvrir();
    await clore();
    const exception = {
      organisationId: contrat.organisations.villeA,
      ficheId,
      motif: 'Nouveau référent',
      jusquAu: '2026-12-31',
    };
    const { body } = await equipe.post(`${racine}/2026/exceptions`, exception).expect(201);
    const [accordee] = (body as Campagne).exceptions;
    expect(accordee).toMatchObject({ ficheId, motif: 'Nouveau référent', accordeePar: 'Personne equipe' });

    await ecrire(referent, en2026(ailleurs.id, contrat.qpv.a1)).expect(422);
    jour.mockReturnValue('2026-12-31');
    const [tardive] = await ecrites(referent, en2026(ici.id, contrat.qpv.a1));
    expect(tardive).toMatchObject({ enRetard: true, statut: 'proposee' });
    jour.mockReturnValue('2027-01-01');
    await ecrire(referent, en2026(ici.id, contrat.qpv.a2)).expect(422);

    jour.mockReturnValue('2026-12-31');
    await equipe.delete(`${racine}/2026/exceptions/${accordee?.id}`, 1).expect(204);
    await ecrire(referent, en2026(ici.id, contrat.qpv.a2)).expect(422);
    expect((await journal()).slice(0, 2)).toEqual([
      ['exception', 'Nouveau référent'],
      ['exception', 'Nouveau référent'],
    ]);
  });

  it('marks as late what comes in from the day after the due date on', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    jour.mockReturnValue('2026-12-18');
    expect((await ecrites(referent, en2026(id, contrat.qpv.a1)))[0]?.enRetard).toBe(false);
    jour.mockReturnValue('2026-12-19');
    expect((await ecrites(referent, en2026(id, contrat.qpv.a2)))[0]?.enRetard).toBe(true);
    expect((await matrice()).total).toMatchObject({ attendues: 3, saisies: 2, tardives: 1 });
  });

  it('closes before or after a batch that is being written, never in the middle of it', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    const lot = [en2026(id, contrat.qpv.a1), en2026(id, contrat.qpv.a2)];
    const [ecriture, cloture] = await Promise.all([ecrire(referent, ...lot), agir(equipe, 'cloture', 1)]);
    expect(cloture.status).toBe(200);
    expect([200, 422]).toContain(ecriture.status);
    expect(await statuts()).toEqual(ecriture.status === 200 ? ['verrouillee', 'verrouillee'] : []);
  });

  it('waits for a batch that holds the year, and locks what it wrote', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    const redacteur = await app.get(Base).pool.connect();
    await redacteur.query('begin');
    await redacteur.query('select from campagne where contrat_id = $1 for share', [contrat.contratId]);
    const cloture = agir(equipe, 'cloture', 1).then(({ status }) => status);
    await redacteur.query(
      `insert into valeur (contrat_id, indicateur_id, annee, qpv_code, valeur_num, modifie_par) values ($1, $2, 2026, $3, 4, 'x')`,
      [contrat.contratId, id, contrat.qpv.a1],
    );
    await redacteur.query('commit');
    redacteur.release();
    expect(await cloture).toBe(200);
    expect(await statuts()).toEqual(['verrouillee']);
  });
});

describe('home page while a campagne runs', () => {
  const attentes = async () => {
    const { body } = await referent.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200);
    return (body as TableauDeBord).attentes.map(({ sorte, nombre, echeance, motif }) => [
      sorte,
      nombre,
      echeance,
      motif,
    ]);
  };

  it('asks for the values of the year with the due date, and for returned ones first, with the reason', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    expect(await attentes()).toEqual([['valeurs', 2, '2026-12-18', null]]);
    await ecrites(referent, en2026(id, contrat.qpv.a1));
    await retourner(id, contrat.qpv.a1);
    expect(await attentes()).toEqual([
      ['valeurs-retournees', 1, null, 'Chiffre à vérifier.'],
      ['valeurs', 1, '2026-12-18', null],
    ]);
  });

  it('goes on asking for a past year as long as its campagne is open, and for nothing once it is closed', async () => {
    await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    jour.mockReturnValue('2027-01-10');
    expect(await attentes()).toEqual([['valeurs', 2, '2026-12-18', null]]);
    jour.mockReturnValue('2026-11-22');
    await clore();
    expect(await attentes()).toEqual([]);
  });
});

describe('a campagne refuses', () => {
  it('a second one in the same year, a year to come, a past due date, with the words of the form', async () => {
    await ouvrir();
    await equipe.post(racine, OUVERTURE).expect(409);
    const { body } = await equipe.post(racine, { ...OUVERTURE, annee: 2027, echeance: '2026-11-21' }).expect(422);
    expect((body as { errors: unknown }).errors).toEqual([
      { pointer: '/annee', detail: 'L’année 2027 n’a pas commencé\u00A0: rien ne peut encore s’y mesurer.' },
      { pointer: '/echeance', detail: 'Choisissez aujourd’hui ou un jour à venir.' },
    ]);
    await equipe.post(racine, { ...OUVERTURE, annee: 2025.5 }).expect(400);
    await equipe.get(`${racine}/abc`).expect(404);
    await equipe.get(`${racine}/2025/matrice`).expect(404);
  });

  it('what is stale, done already, or without a reason', async () => {
    await ouvrir();
    await agir(equipe, 'reouverture', 1, { motif: 'Rien' }).expect(409);
    await clore();
    const perime = await agir(equipe, 'cloture', 1).expect(412);
    expect((perime.body as { actuel: Campagne }).actuel.version).toBe(2);
    await agir(equipe, 'cloture', 2).expect(409);
    await agir(equipe, 'reouverture', 2, { motif: ' ' }).expect(400);
    await equipe.patch(`${racine}/2026`, 2, { consigne: 'Encore' }).expect(409);
    await equipe.post(`${racine}/2026/cloture`).expect(428);
  });

  it('an exception while it is open, to nobody, on an unknown fiche or in the past', async () => {
    await ouvrir();
    const exception = {
      organisationId: contrat.organisations.villeA,
      ficheId: null,
      motif: 'x',
      jusquAu: '2026-12-31',
    };
    await equipe.post(`${racine}/2026/exceptions`, exception).expect(409);
    await clore();
    const faux = { ...exception, organisationId: randomUUID(), ficheId: randomUUID(), jusquAu: '2026-01-01' };
    const { body } = await equipe.post(`${racine}/2026/exceptions`, faux).expect(422);
    expect(pointeurs(body)).toEqual(['/organisationId', '/ficheId', '/jusquAu']);
  });
});

describe('matrix of a campagne', () => {
  it('counts each expected cell once, by fiche, by ville and where they cross', async () => {
    const un = await poserFiche(app, contrat);
    const deux = await poserFiche(app, contrat, { rang: 2 });
    const parQuartier = await poserIndicateur(contrat, un);
    await poserIndicateur(contrat, un, { maille: 'contrat' });
    await poserIndicateur(contrat, deux, { maille: 'commune' });
    await poserIndicateur(contrat, deux, { periodicite: 'ponctuelle', anneesPonctuelles: [2027] });
    await ouvrir();
    await ecrites(
      equipe,
      en2026(parQuartier.id, contrat.qpv.a1, { valeur: 0 }),
      en2026(parQuartier.id, contrat.qpv.a2, { valeur: null, absence: 'nd' }),
      en2026(parQuartier.id, contrat.qpv.b1),
    );
    await retourner(parQuartier.id, contrat.qpv.b1);

    const { fiches, villes, croisements, total } = await matrice();
    expect(total).toEqual({ attendues: 6, saisies: 2, expliquees: 1, retournees: 1, validees: 0, tardives: 0 });
    expect(fiches.map(({ code, attendues }) => [code, attendues])).toEqual([
      ['T1.1', 4],
      ['T1.2', 2],
    ]);
    expect(villes.map(({ nom, attendues }) => [nom, attendues])).toEqual([
      ['Ville de Joué-lès-Tours', 2],
      ['Ville de Tours', 3],
      ['Ensemble du contrat', 1],
    ]);
    const etat = (ficheId: string, villeId: string | null) => {
      const place = croisements.find((une) => une.ficheId === ficheId && une.villeId === villeId);
      return place && etatAvancement(place, { echeance: '2026-12-18' }, '2026-12-20');
    };
    const { villeA, villeB } = contrat.organisations;
    expect([etat(un, villeA), etat(un, villeB), etat(un, null), etat(deux, villeA), etat(deux, null)]).toEqual([
      'complet',
      'en-retard',
      'aucune-reponse',
      'aucune-reponse',
      undefined,
    ]);

    const lire = async (ville?: string) =>
      (await equipe.get(`${racine}/2026/a-faire?fiche=${un}${ville ? `&ville=${ville}` : ''}`).expect(200))
        .body as CaseAFaire[];
    expect((await lire(villeB)).map(({ lieu, retour }) => [lieu, retour])).toEqual([
      ['Rabière', 'Chiffre à vérifier.'],
    ]);
    expect((await lire()).map(({ lieu, retour }) => [lieu, retour])).toEqual([['Ensemble du contrat', null]]);
    expect(await lire(villeA)).toEqual([]);
  });

  it('counts once a quartier that two villes share', async () => {
    await app
      .get(Base)
      .pool.query('insert into qpv_commune (contrat_id, qpv_code, commune_code) values ($1, $2, $3)', [
        contrat.contratId,
        contrat.qpv.a1,
        contrat.communes.b,
      ]);
    await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    const { fiches, villes, total } = await matrice();
    expect([total.attendues, fiches[0]?.attendues]).toEqual([3, 3]);
    expect(villes.map(({ attendues }) => attendues)).toEqual([2, 2]);
  });

  it('shows nothing of another contrat, and fiches in draft to those who may see them alone', async () => {
    await poserIndicateur(contrat, await poserFiche(app, contrat, { statut: 'brouillon' }));
    await ouvrir();
    expect((await matrice()).total.attendues).toBe(3);
    expect((await matrice(await contrat.en('lecteur'))).total.attendues).toBe(0);
    const voisin = await creerContrat(app);
    await (await voisin.en('equipe')).get(`${racine}/2026/matrice`).expect(404);
  });
});
