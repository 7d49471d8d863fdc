import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntreeJournal } from '@pleniere/acces/domain';
import type { FicheLue } from '@pleniere/fiches/domain';
import type { Indicateur, IndicateurSaisie, Valeur } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, type Personnage, pointeurs } from '../../testing';
import { definition, poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let equipe: Client;
let indicateurs: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  equipe = await contrat.en('equipe');
  indicateurs = `/contrats/${contrat.contratId}/indicateurs`;
});

const probleme = ({ body }: { body: unknown }) => body as Probleme;

describe('definitions of indicators: success', () => {
  it('gives a new definition back exactly as it was typed, with its version', async () => {
    const tapee = definition(ficheId, {
      nature: 'echelle',
      agregation: 'aucune',
      maille: 'contrat',
      type: 'impact',
      sens: 'hausse',
      periodicite: 'ponctuelle',
      anneesPonctuelles: [2024, 2027, 2030],
      modalites: [
        { valeur: '-1', libelle: 'Dégradé' },
        { valeur: '0', libelle: 'Inchangé' },
        { valeur: '1', libelle: 'Amélioré' },
      ],
      reference: { annee: 2023, valeur: 0 },
      cibles: [{ annee: 2030, valeur: 1 }],
      responsableId: contrat.organisations.bailleur,
      resultatsLies: [randomUUID()],
      definition: 'Ce que disent les habitants.\nSans les agents.',
      visibilite: 'interne',
    });
    const cree = await equipe.post(indicateurs, tapee).expect(201).expect('ETag', '"1"');
    const { id } = cree.body as Indicateur;
    expect(cree.body).toEqual({ ...tapee, id, version: 1, ordre: 1, ruptures: [] });

    const relu = await equipe.get(`/indicateurs/${id}`).expect(200).expect('ETag', '"1"');
    expect(relu.body).toEqual({ ...tapee, id, version: 1, ordre: 1, ruptures: [], valeurs: [], poids: null });
  });

  it('lists the definitions of a fiche in their order, and of the whole contrat', async () => {
    const autreFiche = await poserFiche(app, contrat, { rang: 2 });
    await poserIndicateur(contrat, autreFiche, { libelle: 'Ailleurs' });
    const premier = await poserIndicateur(contrat, ficheId, { libelle: 'Premier' });
    const second = await poserIndicateur(contrat, ficheId, { libelle: 'Second' });
    const libelles = async (filtre: string) =>
      ((await equipe.get(indicateurs + filtre).expect(200)).body as Indicateur[]).map(({ libelle }) => libelle);

    expect(await libelles(`?fiche=${ficheId}`)).toEqual(['Premier', 'Second']);
    expect(await libelles('')).toEqual(['Premier', 'Second', 'Ailleurs']);

    await equipe.put(`${indicateurs}/ordre`, null, { ficheId, ids: [second.id, premier.id] }).expect(200);
    expect(await libelles(`?fiche=${ficheId}`)).toEqual(['Second', 'Premier']);
  });

  it('changes what is sent and leaves the rest, and tells the journal field by field', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const cibles = [{ annee: 2030, valeur: 400 }];
    const reponse = await equipe.patch(`/indicateurs/${id}`, 1, { cibles, unite: 'personnes' }).expect(200);
    expect(reponse.body).toMatchObject({
      version: 2,
      cibles,
      unite: 'personnes',
      libelle: 'Nombre d’habitants mobilisés',
    });

    const journal = (await equipe.get(`/contrats/${contrat.contratId}/journal?fiche=${ficheId}`))
      .body as EntreeJournal[];
    const changements = journal.filter(({ objet, champ }) => objet === 'indicateur' && champ !== null);
    expect(changements.map(({ champ, avant, apres }) => ({ champ, avant, apres }))).toEqual(
      expect.arrayContaining([
        { champ: 'cibles', avant: [], apres: cibles },
        { champ: 'unite', avant: 'habitants', apres: 'personnes' },
      ]),
    );
  });

  it('deletes a definition that bears no value', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await equipe.delete(`/indicateurs/${id}`, 1).expect(204);
    await equipe.get(`/indicateurs/${id}`).expect(404);
  });
});

describe('definitions of indicators: validation', () => {
  it.each<[string, Partial<Record<keyof IndicateurSaisie | 'inconnu', unknown>>, string]>([
    ['an unknown field', { inconnu: 1 }, '/inconnu'],
    ['an empty wording', { libelle: '  ' }, '/libelle'],
    ['a wording of 301 characters', { libelle: 'a'.repeat(301) }, '/libelle'],
    ['a text where a list is expected', { cibles: 'beaucoup' }, '/cibles'],
    ['a nature that does not exist', { nature: 'couleur' }, '/nature'],
    ['a target without figure', { cibles: [{ annee: 2030, valeur: 'dix' }] }, '/cibles/0/valeur'],
    ['an id that is not one', { responsableId: 'moi' }, '/responsableId'],
    ['half a decimal', { decimales: 0.5 }, '/decimales'],
  ])('refuses %s with 400 and its pointer', async (_, changement, pointeur) => {
    const reponse = await equipe.post(indicateurs, { ...definition(ficheId), ...changement }).expect(400);
    expect(reponse.headers['content-type']).toContain('application/problem+json');
    expect(pointeurs(reponse.body)).toContain(pointeur);
  });

  it.each<[string, (autre: ContratDeTest) => Partial<IndicateurSaisie>, string]>([
    ['a target outside the contrat', () => ({ cibles: [{ annee: 2035, valeur: 1 }] }), '/cibles/0'],
    ['a sum of percentages', () => ({ nature: 'pourcentage' }), '/agregation'],
    ['a fiche that does not exist', () => ({ ficheId: randomUUID() }), '/ficheId'],
    [
      'an organisation of another contrat',
      (autre) => ({ responsableId: autre.organisations.villeA }),
      '/responsableId',
    ],
  ])('refuses %s with 422 and its pointer', async (_, changement, pointeur) => {
    const autre = await creerContrat(app);
    const reponse = await equipe.post(indicateurs, definition(ficheId, changement(autre))).expect(422);
    expect(pointeurs(reponse.body)).toEqual([pointeur]);
    expect((await equipe.get(indicateurs)).body).toEqual([]);
  });

  it('refuses a null where a change needs something', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const reponse = await equipe.patch(`/indicateurs/${id}`, 1, { libelle: null, modalites: null }).expect(400);
    expect(pointeurs(reponse.body)).toEqual(expect.arrayContaining(['/libelle', '/modalites']));
  });

  it('refuses an order that forgets an indicator', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await poserIndicateur(contrat, ficheId);
    const reponse = await equipe.put(`${indicateurs}/ordre`, null, { ficheId, ids: [id] }).expect(422);
    expect(pointeurs(reponse.body)).toEqual(['/ids']);
  });

  it('keeps what recorded values need: decimals, answers and years of measure', async () => {
    const modalites = ['-1', '0', '1'].map((valeur) => ({ valeur, libelle: `Degré ${valeur}` }));
    const echelle = { nature: 'echelle', agregation: 'aucune', modalites } as const;
    const taux = await poserIndicateur(contrat, ficheId, {
      nature: 'pourcentage',
      agregation: 'moyenne',
      decimales: 1,
    });
    const degre = await poserIndicateur(contrat, ficheId, echelle);
    const saisies = [saisie(taux.id, { valeur: 4.5 }), saisie(degre.id, { valeur: 1 })];
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);

    const refus = await equipe.patch(`/indicateurs/${taux.id}`, 1, { decimales: 0 }).expect(409);
    expect(probleme(refus).detail).toBe(
      '1\u00A0valeur enregistrée ne suivrait plus cette définition\u00A0: corrigez d’abord les valeurs.',
    );
    await equipe.patch(`/indicateurs/${degre.id}`, 1, { modalites: modalites.slice(0, 2) }).expect(409);
    const ponctuel = { periodicite: 'ponctuelle', anneesPonctuelles: [2027] };
    await equipe.patch(`/indicateurs/${degre.id}`, 1, ponctuel).expect(409);

    await equipe.patch(`/indicateurs/${taux.id}`, 1, { decimales: 2 }).expect(200);
    await equipe.patch(`/indicateurs/${degre.id}`, 1, { modalites: modalites.slice(1) }).expect(200);
  });

  it('belongs to its fiche: archived, nothing of it changes any more', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await app.get(Base).pool.query(`update fiche set statut = 'archive' where id = $1`, [ficheId]);
    const reponses = [
      await equipe.post(indicateurs, definition(ficheId)),
      await equipe.patch(`/indicateurs/${id}`, 1, { libelle: 'Autre' }),
      await equipe.delete(`/indicateurs/${id}`, 1),
      await equipe.put(`${indicateurs}/ordre`, null, { ficheId, ids: [id] }),
      await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(id)] }),
    ];
    for (const reponse of reponses) {
      expect([reponse.status, probleme(reponse).detail]).toEqual([409, expect.stringContaining('archivée')]);
    }
    const { body } = await equipe.get(`/fiches/${ficheId}`).expect(200);
    expect((body as FicheLue).droits).toMatchObject({ indicateurs: false, territoires: [], declinaisons: [] });
  });

  it('keeps the definition on which values stand', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(id)] }).expect(200);
    const suppression = await equipe.delete(`/indicateurs/${id}`, 1).expect(409);
    expect(probleme(suppression).detail).toMatch(/porte 1.valeur/);
    await equipe.patch(`/indicateurs/${id}`, 1, { nature: 'montant' }).expect(409);
    await equipe.patch(`/indicateurs/${id}`, 1, { maille: 'commune' }).expect(409);
    await equipe.patch(`/indicateurs/${id}`, 1, { libelle: 'Habitants rencontrés' }).expect(200);
    const relu = (await equipe.get(`/indicateurs/${id}`)).body as { valeurs: Valeur[] };
    expect(relu.valeurs).toHaveLength(1);
  });

  it('asks for a version, and refuses a stale one with what stands now', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await equipe.patch(`/indicateurs/${id}`, null, { unite: 'personnes' }).expect(428);
    await equipe.patch(`/indicateurs/${id}`, 1, { unite: 'personnes' }).expect(200);
    const reponse = await equipe.patch(`/indicateurs/${id}`, 1, { unite: 'gens' }).expect(412);
    expect(probleme(reponse).actuel).toMatchObject({ id, version: 2, unite: 'personnes' });
    await equipe.delete(`/indicateurs/${id}`, 1).expect(412);
  });
});

describe('definitions of indicators: access', () => {
  it('lets the référent of the pilote define, and refuses the others', async () => {
    const tenter = async (personnage: Personnage) =>
      (await (await contrat.en(personnage)).post(indicateurs, definition(ficheId))).status;
    expect(await tenter('referentA')).toBe(201);
    expect(await tenter('referentB')).toBe(403);
    expect(await tenter('delegue')).toBe(403);
    expect(await tenter('contributeur')).toBe(403);
    expect(await tenter('lecteur')).toBe(403);
  });

  it('keeps a context indicator to the team', async () => {
    await equipe.post(indicateurs, definition(null)).expect(201);
    await (await contrat.en('referentA')).post(indicateurs, definition(null)).expect(403);
  });

  it('does not let an indicator be moved to the fiche of somebody else', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const ailleurs = await poserFiche(app, contrat, { rang: 2, pilote: contrat.organisations.villeB });
    await (await contrat.en('referentA')).patch(`/indicateurs/${id}`, 1, { ficheId: ailleurs }).expect(403);
  });

  it('shows a lecteur the indicators of the fiches in force alone', async () => {
    const brouillon = await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    const cache = await poserIndicateur(contrat, brouillon);
    const visible = await poserIndicateur(contrat, ficheId);
    const lecteur = await contrat.en('lecteur');
    const lus = (await lecteur.get(indicateurs).expect(200)).body as Indicateur[];
    expect(lus.map(({ id }) => id)).toEqual([visible.id]);
    await lecteur.get(`/indicateurs/${cache.id}`).expect(404);
    await lecteur.get(`/indicateurs/${cache.id}/historique`).expect(404);
    await (await contrat.en('delegue')).get(`/indicateurs/${cache.id}`).expect(200);
  });

  it('hides everything from another contrat', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const voisin = await (await creerContrat(app)).en('equipe');
    await voisin.get(indicateurs).expect(404);
    await voisin.get(`/indicateurs/${id}`).expect(404);
    await voisin.get(`/indicateurs/${id}/historique`).expect(404);
    await voisin.patch(`/indicateurs/${id}`, 1, { unite: 'gens' }).expect(404);
    await voisin.delete(`/indicateurs/${id}`, 1).expect(404);
    await equipe.get('/indicateurs/pas-un-identifiant').expect(404);
  });
});
