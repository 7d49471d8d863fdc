import type { NestExpressApplication } from '@nestjs/platform-express';
import { type FicheLue, type PageFiches, type RevisionLue, type StatutFiche } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  historiqueDe,
  lireFiche,
  parcourir,
  pointeurs,
  poserFiche,
  suivre,
} from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referentA: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  referentA = await contrat.en('referentA');
  ficheId = await poser('brouillon');
});

let rangs = 0;
const poser = (statut: StatutFiche, reste: object = {}) =>
  poserFiche(app, contrat, { rang: ++rangs, statut, contenu: { ...contenuComplet(contrat), ...reste } });
const lire = (client = equipe, id = ficheId) => lireFiche(client, id);
const ecrire = (client: Client, champ: string, valeur: unknown, version: number) =>
  client.put(`/fiches/${ficheId}/champs/${champ}`, version, { valeur });
const historique = () => historiqueDe(equipe, ficheId);

describe('a revision', () => {
  let lecteur: Client;

  beforeEach(async () => {
    lecteur = await contrat.en('lecteur');
    await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
  });

  const chercher = async (client: Client, q: string) => {
    const adresse = `/contrats/${contrat.contratId}/fiches?q=${encodeURIComponent(q)}`;
    return ((await client.get(adresse).expect(200)).body as PageFiches).fiches.map(({ id }) => id);
  };

  it('is asked before a text in force changes, with what opens it', async () => {
    const { version } = await lire();
    const refus = await ecrire(equipe, 'contexte', '<p>Autre</p>', 0).expect(409);
    expect((refus.body as Probleme).detail).toContain('ouvrez une révision');
    const sansCause = await suivre(referentA, ficheId, 'reviser', version).expect(422);
    expect(pointeurs(sansCause.body)).toEqual(['/cause']);
    const ouverte = await parcourir(contrat, ficheId, 'reviser');
    expect(ouverte).toMatchObject({ statut: 'brouillon', revision: 2, enVigueur: 1, droits: { ecrire: true } });
    expect(ouverte.revisions).toMatchObject([
      { numero: 2, cause: { sorte: 'avenant', texte: 'Avenant n° 1' }, ouvertePar: 'Personne referentA' },
      { numero: 1, cause: { sorte: 'initiale' } },
    ]);
  });

  it('leaves the text in force to those who read nothing else, in every place, until it is in force itself', async () => {
    await parcourir(contrat, ficheId, 'reviser');
    await ecrire(referentA, 'titre', 'Un titre ombellifère', 0).expect(200);
    await ecrire(referentA, 'contexte', '<p>Le texte de demain</p>', 0).expect(200);
    await ecrire(
      referentA,
      'cadreOu',
      { texte: '', portee: 'selection', qpv: [contrat.qpv.b1], communes: [] },
      0,
    ).expect(200);

    const lue = await lire(lecteur);
    expect(lue).toMatchObject({ statut: 'en-vigueur', revision: 1, avis: [], correction: null, transitions: [] });
    expect(lue.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
    expect(lue.revisions.map(({ numero }) => numero)).toEqual([1]);
    expect(lue.orientationTexte).toBe('Agir avec les habitants.');
    await lecteur.get(`/fiches/${ficheId}/revisions/2`).expect(404);
    const pdf = await lecteur.get(`/fiches/${ficheId}.pdf`).expect(200);
    expect(pdf.headers['content-type']).toContain('pdf');

    const adresse = `/public/contrats/${contrat.contratId}/fiches`;
    const publiques = JSON.stringify([
      (await lecteur.get(adresse).expect(200)).body,
      (await lecteur.get(`${adresse}/${lue.code}`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/fiches`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/quartiers/${contrat.qpv.a1}`).expect(200)).body,
    ]);
    expect(publiques).toContain('Projet');
    expect(publiques).not.toMatch(/ombellifère|texte de demain|"relecture"|"brouillon"/);
    expect(await chercher(lecteur, 'ombellifère')).toEqual([]);
    expect(await chercher(lecteur, 'vigueur')).toEqual([ficheId]);
    expect(await chercher(equipe, 'ombellifère')).toEqual([ficheId]);
    const parQuartier = `/contrats/${contrat.contratId}/fiches?qpv=${contrat.qpv.a1}`;
    expect(((await lecteur.get(parQuartier).expect(200)).body as PageFiches).total).toBe(1);
    expect(((await equipe.get(parQuartier).expect(200)).body as PageFiches).total).toBe(0);

    await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
    expect((await lire(lecteur)).contenu.contexte).toBe('<p>Le texte de demain</p>');
    expect(await chercher(lecteur, 'ombellifère')).toEqual([ficheId]);
    expect((await lire()).revisions).toMatchObject([
      { numero: 2, remplaceeLe: null },
      { numero: 1, remplaceeLe: expect.any(String) },
    ]);
    const ancienne = (await equipe.get(`/fiches/${ficheId}/revisions/1`).expect(200)).body as RevisionLue;
    expect(ancienne.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
  });

  it('is given up for the text in force, which comes back with all that it names; what was written is kept', async () => {
    await parcourir(contrat, ficheId, 'reviser');
    await ecrire(referentA, 'contexte', '<p>Abandonné</p>', 0).expect(200);
    await ecrire(referentA, 'pilotes', [], 0).expect(200);
    const { version } = await lire();
    expect(pointeurs((await suivre(equipe, ficheId, 'renoncer', version).expect(422)).body)).toEqual(['/motif']);
    await suivre(equipe, ficheId, 'renoncer', version, { motif: 'Avenant retiré' }).expect(200);
    const revenue = await lire();
    expect(revenue).toMatchObject({ statut: 'en-vigueur', revision: 1, enVigueur: 1 });
    expect(revenue.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
    expect(revenue.champs.contexte?.version).toBe(2);
    expect((await lire(referentA)).transitions.map(({ transition }) => transition)).toEqual(['reviser']);
    const gardee = (await equipe.get(`/fiches/${ficheId}/revisions/2`).expect(200)).body as RevisionLue;
    expect(gardee).toMatchObject({ contenu: { contexte: '<p>Abandonné</p>' }, abandonneePar: 'Personne equipe' });
    expect(await historique()).toContainEqual(
      expect.objectContaining({ champ: 'contexte', avant: '<p>Abandonné</p>', apres: '<p>Le texte en vigueur</p>' }),
    );
    expect((await parcourir(contrat, ficheId, 'reviser')).revision).toBe(3);
  });

  it('keeps its text for ever once closed: the database refuses to change or lose it', async () => {
    const { pool } = app.get(Base);
    await expect(pool.query(`update revision set contenu = '{}' where fiche_id = $1`, [ficheId])).rejects.toThrow(
      'ne change plus',
    );
    await expect(pool.query('delete from revision where fiche_id = $1', [ficheId])).rejects.toThrow('ne s’efface pas');
    await expect(pool.query('update fiche set en_vigueur = null where id = $1', [ficheId])).rejects.toThrow(
      'texte_en_vigueur',
    );
  });

  it('lets values, actions and déclinaisons change freely while the text is in force', async () => {
    const action = {
      titre: 'Café',
      description: '',
      pilote: '',
      echeance: null,
      statut: 'en-cours',
      niveauParticipation: 'aucune',
      etapes: [],
      refDauphin: '',
    };
    await referentA.post(`/fiches/${ficheId}/actions`, action).expect(201);
  });
});

describe('an archived fiche', () => {
  beforeEach(() => parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider'));

  const archiver = async (demande: object, statut: number) => {
    const { version } = await lire();
    return (await suivre(equipe, ficheId, 'archiver', version, demande).expect(statut)).body as FicheLue;
  };

  it('says what it became: split into fiches that keep its wording, under codes of their own', async () => {
    expect(pointeurs(await archiver({ issue: 'scindee', motif: 'Deux publics', suites: ['Une'] }, 422))).toEqual([
      '/suites',
    ]);
    const { filiation, code, contenu } = await archiver(
      { issue: 'scindee', motif: 'Deux publics', suites: ['Une', 'Deux'] },
      200,
    );
    expect(filiation.suites).toMatchObject([
      { titre: 'Une', sorte: 'scindee' },
      { titre: 'Deux', sorte: 'scindee' },
    ]);
    const suite = await lire(equipe, filiation.suites[0]?.id);
    expect(suite).toMatchObject({
      statut: 'brouillon',
      revision: 1,
      enVigueur: null,
      completude: { remplis: expect.any(Number) },
    });
    expect(suite.filiation.origines).toMatchObject([{ code, sorte: 'scindee' }]);
    expect(suite.contenu.contexte).toBe(contenu.contexte);
    expect(suite.contenu.resultatsAttendus?.[0]?.id).not.toBe(contenu.resultatsAttendus?.[0]?.id);
    expect(suite.contenu.resultatsAttendus?.[0]?.texte).toBe(contenu.resultatsAttendus?.[0]?.texte);
    expect((await lire(referentA, suite.id)).droits.ecrire).toBe(true);

    const rang = Number(code.split('.')[1]);
    const saisie = { enjeuId: contrat.enjeuId, rang, titre: 'Même code' };
    await equipe.post(`/contrats/${contrat.contratId}/fiches`, saisie).expect(409);
    const neuve = await equipe.post(`/contrats/${contrat.contratId}/fiches`, { ...saisie, rang: null }).expect(201);
    const codes = [code, ...filiation.suites.map((liee) => liee.code), (neuve.body as FicheLue).code];
    expect(new Set(codes).size).toBe(4);
  });

  it('is merged with others in force into one that keeps the wording of all', async () => {
    const voisine = await poser('en-vigueur', {
      resultatsAttendus: [{ id: randomUUID(), texte: '<p>Un autre résultat</p>' }],
      resumePublic: 'Le résumé de la voisine',
    });
    const brouillon = await poser('brouillon');
    const fusion = { issue: 'fusionnee', motif: 'Doublon', suites: ['Ensemble'] };
    await archiver({ ...fusion, avec: [brouillon] }, 409);
    await archiver({ ...fusion, avec: [ficheId] }, 409);
    await archiver({ ...fusion, avec: [await poserFiche(app, await creerContrat(app))] }, 404);
    expect((await lire(equipe, voisine)).statut).toBe('en-vigueur');
    const { filiation } = await archiver({ ...fusion, avec: [voisine] }, 200);
    const reunie = await lire(equipe, filiation.suites[0]?.id);
    expect(reunie.contenu.resultatsAttendus?.map(({ texte }) => texte)).toEqual([
      '<p>Un point</p>',
      '<p>Un autre résultat</p>',
    ]);
    expect(reunie.contenu.resumePublic).toBe('Le résumé de la voisine');
    expect(reunie.filiation.origines).toHaveLength(2);
    expect(await lire(equipe, voisine)).toMatchObject({ statut: 'archive', issue: 'fusionnee' });
  });
});
