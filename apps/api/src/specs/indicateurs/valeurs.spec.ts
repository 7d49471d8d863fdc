import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type { HistoriqueValeur, Indicateur, SaisieValeur, Valeur } from '@pleniere/indicateurs/domain';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
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
  indicateur = await poserIndicateur(contrat, ficheId);
  referent = await contrat.en('referentA');
});

const envoyer = (client: Client, ...saisies: object[]) =>
  client.post(`/contrats/${contrat.contratId}/valeurs`, { saisies });
const cellule = (reste: Partial<SaisieValeur> = {}) => saisie(indicateur.id, reste);

async function valeursLues(id = indicateur.id): Promise<Valeur[]> {
  return ((await referent.get(`/indicateurs/${id}`).expect(200)).body as { valeurs: Valeur[] }).valeurs;
}

async function historique(): Promise<HistoriqueValeur[]> {
  return (await referent.get(`/indicateurs/${indicateur.id}/historique`).expect(200)).body as HistoriqueValeur[];
}

describe('values: success', () => {
  it('records a pasted block and gives it back, signed', async () => {
    const reponse = await envoyer(
      referent,
      cellule({ commentaire: 'Deux ateliers annulés.', source: 'Feuilles de présence', qualite: 'definitive' }),
      cellule({ territoire: contrat.qpv.a2, valeur: 0 }),
      cellule({ annee: 2026, valeur: null, absence: 'nd' }),
      cellule({ annee: 2030, valeur: null, absence: 'a-venir' }),
    ).expect(200);
    const { valeurs, effacees } = reponse.body as { valeurs: Valeur[]; effacees: unknown[] };
    expect(effacees).toEqual([]);
    expect(valeurs.map(({ valeur, absence, version }) => [valeur, absence, version])).toEqual([
      [12, null, 1],
      [0, null, 1],
      [null, 'nd', 1],
      [null, 'a-venir', 1],
    ]);
    expect(valeurs[0]).toMatchObject({
      commentaire: 'Deux ateliers annulés.',
      source: 'Feuilles de présence',
      qualite: 'definitive',
      modifiePar: 'Personne referentA',
    });
    expect(await valeursLues()).toHaveLength(4);
  });

  it('keeps numbers, texts and answers of a list as they were typed', async () => {
    const poser = (reste: Partial<Indicateur>) =>
      poserIndicateur(contrat, ficheId, { maille: 'contrat', agregation: 'aucune', ...reste });
    const montant = await poser({ nature: 'montant' });
    const taux = await poser({ nature: 'pourcentage', decimales: 1 });
    const texte = await poser({ nature: 'texte', sens: 'aucun' });
    const ouiNon = await poser({ nature: 'oui-non', sens: 'aucun' });
    const liste = await poser({
      nature: 'liste',
      sens: 'aucun',
      modalites: [
        { valeur: 'atelier', libelle: 'Atelier' },
        { valeur: 'reunion', libelle: 'Réunion publique' },
      ],
    });
    const contenus = new Map<string, SaisieValeur['valeur']>([
      [montant.id, 12_345.67],
      [taux.id, -4.2],
      [texte.id, 'Une parole plus libre ;\nmais « ils ne reviennent pas » <b>toujours</b>.'],
      [ouiNon.id, 'oui'],
      [liste.id, ['reunion', 'atelier']],
    ]);
    const saisies = [...contenus].map(([id, valeur]) => saisie(id, { territoire: 'contrat', valeur }));
    await envoyer(referent, ...saisies).expect(200);
    for (const [id, valeur] of contenus) expect((await valeursLues(id))[0]?.valeur).toEqual(valeur);
  });

  it('writes by commune when the indicator is measured there', async () => {
    const parVille = await poserIndicateur(contrat, ficheId, { maille: 'commune' });
    await envoyer(referent, saisie(parVille.id, { territoire: contrat.communes.a })).expect(200);
    expect((await valeursLues(parVille.id))[0]).toMatchObject({ territoire: contrat.communes.a, valeur: 12 });
  });

  it('keeps the history of a cell with its authors, even once emptied', async () => {
    await envoyer(referent, cellule()).expect(200);
    await envoyer(await contrat.en('equipe'), cellule({ version: 1, valeur: 15, commentaire: 'Recompté.' })).expect(
      200,
    );
    const vidage = await envoyer(referent, cellule({ version: 2, valeur: null })).expect(200);
    expect(vidage.body).toEqual({
      valeurs: [],
      effacees: [{ indicateurId: indicateur.id, annee: 2025, territoire: contrat.qpv.a1, ventilation: 'total' }],
    });
    expect(await valeursLues()).toEqual([]);
    expect((await historique()).map(({ auteur, avant, apres }) => [auteur, avant?.valeur, apres?.valeur])).toEqual([
      ['Personne referentA', 15, undefined],
      ['Personne equipe', 12, 15],
      ['Personne referentA', undefined, 12],
    ]);
  });

  it('leaves a cell that already says so: no version, no history, whatever was read', async () => {
    await envoyer(referent, cellule()).expect(200);
    const [avant] = await valeursLues();
    const reponse = await envoyer(referent, cellule(), cellule({ annee: 2024, valeur: null })).expect(200);
    expect((reponse.body as { valeurs: Valeur[] }).valeurs).toEqual([avant]);
    expect(await historique()).toHaveLength(1);
  });
});

describe('values: validation', () => {
  it.each<[string, () => object, string]>([
    ['an unknown field', () => ({ ...cellule(), secret: 1 }), '/saisies/0/secret'],
    ['an object for a value', () => ({ ...cellule(), valeur: { $gt: 0 } }), '/saisies/0/valeur'],
    ['a text of 4,001 characters', () => cellule({ valeur: 'a'.repeat(4001) }), '/saisies/0/valeur'],
    ['a comment of 2,001 characters', () => cellule({ commentaire: 'a'.repeat(2001) }), '/saisies/0/commentaire'],
    ['an absence that does not exist', () => ({ ...cellule(), valeur: null, absence: 'perdue' }), '/saisies/0/absence'],
    ['a year in words', () => ({ ...cellule(), annee: '2025' }), '/saisies/0/annee'],
    ['a territory that is none', () => cellule({ territoire: '37261 or 1=1' }), '/saisies/0/territoire'],
    ['an id that is not one', () => cellule({ indicateurId: 'tous' }), '/saisies/0/indicateurId'],
    ['no version at all', () => ({ ...cellule(), version: undefined }), '/saisies/0/version'],
  ])('refuses %s with 400 and its pointer', async (_, corps, pointeur) => {
    expect(pointeurs((await envoyer(referent, corps()).expect(400)).body)).toContain(pointeur);
  });

  it('refuses an empty batch and one of 501 cells', async () => {
    await envoyer(referent).expect(400);
    const cellules = Array.from({ length: 501 }, () => cellule());
    expect(pointeurs((await envoyer(referent, ...cellules).expect(400)).body)).toEqual(['/saisies']);
  });

  it.each<[string, () => Partial<SaisieValeur>, string]>([
    ['a value outside the nature', () => ({ valeur: 'beaucoup' }), '/valeur'],
    ['a decimal where people are counted', () => ({ valeur: 1.5 }), '/valeur'],
    ['a number that no one can count', () => ({ valeur: 1e300 }), '/valeur'],
    ['a value and an absence at once', () => ({ absence: 'nd' }), '/valeur'],
    ['a year outside the contrat', () => ({ annee: 2031 }), '/annee'],
    ['a value of a year to come', () => ({ annee: 2027 }), '/valeur'],
    ['a territory of another level', () => ({ territoire: contrat.communes.a }), '/territoire'],
    ['a quartier of another contrat', () => ({ territoire: 'QN09336I' }), '/territoire'],
    ['an indicator that does not exist', () => ({ indicateurId: randomUUID() }), '/indicateurId'],
  ])('refuses %s with 422 at the cell, and writes nothing of the batch', async (_, reste, partie) => {
    const reponse = await envoyer(referent, cellule({ annee: 2024 }), cellule(reste())).expect(422);
    expect(pointeurs(reponse.body)).toEqual([`/saisies/1${partie}`]);
    expect(await valeursLues()).toEqual([]);
    expect(await historique()).toEqual([]);
  });

  it('refuses the same cell twice in a batch', async () => {
    expect(pointeurs((await envoyer(referent, cellule(), cellule({ valeur: 13 })).expect(422)).body)).toEqual([
      '/saisies/1',
    ]);
  });
});

describe('values: access', () => {
  it('lets a ville write its own quartiers only, on the fiches that it pilots', async () => {
    await envoyer(referent, cellule()).expect(200);
    const refus = await envoyer(referent, cellule({ territoire: contrat.qpv.b1 })).expect(403);
    expect((refus.body as Probleme).detail).toMatch(/sa commune et de ses quartiers/);
    await envoyer(await contrat.en('referentB'), cellule({ territoire: contrat.qpv.b1 })).expect(403);
  });

  it('refuses a whole batch for one cell of another ville', async () => {
    await envoyer(referent, cellule(), cellule({ territoire: contrat.qpv.b1 })).expect(403);
    expect(await valeursLues()).toEqual([]);
  });

  it('lets the organisation that owes the data write it everywhere, and nothing else', async () => {
    const contributeur = await contrat.en('contributeur');
    await envoyer(contributeur, cellule()).expect(403);
    const du = await poserIndicateur(contrat, ficheId, { responsableId: contrat.organisations.bailleur });
    await envoyer(contributeur, saisie(du.id), saisie(du.id, { territoire: contrat.qpv.b1 })).expect(200);
  });

  it('lets the team write everywhere, and the readers nowhere', async () => {
    await envoyer(await contrat.en('equipe'), cellule({ territoire: contrat.qpv.b1 })).expect(200);
    await envoyer(await contrat.en('delegue'), cellule()).expect(403);
    await envoyer(await contrat.en('lecteur'), cellule()).expect(403);
  });

  it('knows no indicator of another contrat', async () => {
    const voisin = await creerContrat(app);
    const client = await voisin.en('equipe');
    await client.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [cellule()] }).expect(404);
    const reponse = await client.post(`/contrats/${voisin.contratId}/valeurs`, { saisies: [cellule()] }).expect(422);
    expect(pointeurs(reponse.body)).toEqual(['/saisies/0/indicateurId']);
    expect(await valeursLues()).toEqual([]);
  });
});

describe('values: concurrency', () => {
  it('refuses a stale cell with what stands now, and writes nothing of the batch', async () => {
    await envoyer(referent, cellule()).expect(200);
    await envoyer(referent, cellule({ version: 1, valeur: 15 })).expect(200);
    const reponse = await envoyer(referent, cellule({ annee: 2024 }), cellule({ version: 1, valeur: 20 })).expect(412);
    expect((reponse.body as Probleme).actuel).toMatchObject([
      { annee: 2025, territoire: contrat.qpv.a1, valeur: 15, version: 2 },
    ]);
    expect((await valeursLues()).map(({ valeur }) => valeur)).toEqual([15]);
  });

  it('refuses to fill a cell that somebody has filled', async () => {
    await envoyer(referent, cellule()).expect(200);
    const reponse = await envoyer(await contrat.en('equipe'), cellule({ valeur: 40 })).expect(412);
    expect((reponse.body as Probleme).actuel).toMatchObject([{ valeur: 12, version: 1 }]);
  });

  it('tells a stale writer that the cell has been emptied', async () => {
    await envoyer(referent, cellule(), cellule({ annee: 2024 })).expect(200);
    await envoyer(referent, cellule({ version: 1, valeur: null })).expect(200);
    const lot = [cellule({ version: 1, valeur: 20 }), cellule({ annee: 2024, version: 7, valeur: 30 })];
    const { body } = await envoyer(referent, ...lot).expect(412);
    const videe = { indicateurId: indicateur.id, annee: 2025, territoire: contrat.qpv.a1, ventilation: 'total' };
    expect((body as Probleme).actuel).toEqual([
      { ...videe, version: null, valeur: null, absence: null },
      expect.objectContaining({ annee: 2024, version: 1, valeur: 12 }),
    ]);
  });

  it('never gives a version twice to a cell, even emptied in between', async () => {
    await envoyer(referent, cellule()).expect(200);
    await envoyer(referent, cellule({ version: 1, valeur: null })).expect(200);
    await envoyer(referent, cellule({ valeur: 30 })).expect(200);
    await envoyer(referent, cellule({ version: 1, valeur: 99 })).expect(412);
    expect((await valeursLues())[0]?.valeur).toBe(30);
  });

  it.each([
    ['an empty cell', null],
    ['a filled cell', 1],
  ])('lets exactly one of twenty writers of %s through, the others see its value', async (_, version) => {
    if (version !== null) await envoyer(referent, cellule()).expect(200);
    const reponses = await Promise.all(
      Array.from({ length: 20 }, (__, rang) => envoyer(referent, cellule({ version, valeur: 100 + rang }))),
    );
    const passees = reponses.filter(({ status }) => status === 200);
    const refusees = reponses.filter(({ status }) => status === 412);
    expect([passees.length, refusees.length]).toEqual([1, 19]);
    const [ecrite] = (passees[0]?.body as { valeurs: Valeur[] }).valeurs;
    for (const refusee of refusees) expect((refusee.body as Probleme).actuel).toEqual([ecrite]);
    expect(await valeursLues()).toEqual([ecrite]);
    expect(await historique()).toHaveLength(version === null ? 1 : 2);
  });

  it('lets crossing batches through without waiting for each other for ever', async () => {
    const cellules = [2024, 2025, 2026].flatMap((annee) => [
      cellule({ annee }),
      cellule({ annee, territoire: contrat.qpv.a2 }),
    ]);
    await envoyer(referent, ...cellules).expect(200);
    const lots = Array.from({ length: 12 }, (_, rang) => {
      const lot = cellules.map((case_) => ({ ...case_, version: 1, valeur: rang + 200 }));
      return envoyer(referent, ...(rang % 2 === 0 ? lot : lot.reverse()));
    });
    const statuts = (await Promise.all(lots)).map(({ status }) => status);
    expect(statuts.filter((statut) => statut === 200)).toHaveLength(1);
    expect(statuts.filter((statut) => statut === 412)).toHaveLength(11);
    expect(new Set((await valeursLues()).map(({ valeur }) => valeur)).size).toBe(1);
  });

  it('never keeps a value of a nature that changed meanwhile', async () => {
    const equipe = await contrat.en('equipe');
    const [changement, ecriture] = await Promise.all([
      equipe.patch(`/indicateurs/${indicateur.id}`, 1, { nature: 'texte', agregation: 'aucune' }),
      envoyer(referent, cellule()),
    ]);
    expect([
      [200, 422],
      [409, 200],
    ]).toContainEqual([changement.status, ecriture.status]);
  });
});
