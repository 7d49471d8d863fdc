import type { NestExpressApplication } from '@nestjs/platform-express';
import type { BrouillonAvis, FicheLue, TableauDeBord } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  ecrireAvis,
  lireFiche,
  parcourir,
  type Personnage,
  pointeurs,
  poserFiche,
  suivre,
} from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let delegue: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  delegue = await contrat.en('delegue');
  ficheId = await poserFiche(app, contrat, { statut: 'avis', contenu: contenuComplet(contrat) });
});

const POINT = { id: randomUUID() as string, champ: 'publicCible', texte: 'Dire lequel.' };
const A_COMPLETER = { sens: 'a-completer', texte: 'À revoir sur un point.', points: [POINT] };
const lire = (client = equipe) => lireFiche(client, ficheId);
const rendre = async (saisi: object) => {
  await ecrireAvis(delegue, ficheId, saisi).expect(200);
  return (await suivre(delegue, ficheId, 'rendre-avis', (await lire()).version).expect(200)).body as FicheLue;
};
const suivrePoint = (client: Client, { id, version }: FicheLue['avis'][number], suivi: object) =>
  client.patch(`/avis/${id}/points/${POINT.id}`, version, suivi);
const attentes = async (personnage: Personnage) => {
  const client = await contrat.en(personnage);
  const { body } = await client.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200);
  return (body as TableauDeBord).attentes.map(({ sorte, echeance }) => (echeance ? `${sorte} ${echeance}` : sorte));
};

describe('the avis of the State', () => {
  it('is saved as it is written, and shown to its author alone until it is given in one act', async () => {
    expect((await delegue.get(`/fiches/${ficheId}/avis/brouillon`).expect(200)).body).toMatchObject({ version: 0 });
    const { body } = await ecrireAvis(delegue, ficheId, A_COMPLETER).expect(200);
    expect(body).toEqual({ version: 1, ...A_COMPLETER });
    expect(JSON.stringify(await lire())).not.toContain('Dire lequel');
    expect(JSON.stringify((await equipe.get(`/fiches/${ficheId}/historique`)).body)).not.toContain('Dire lequel');

    const vides = { points: [POINT, { id: randomUUID(), champ: null, texte: ' ' }] };
    await ecrireAvis(delegue, ficheId, { ...A_COMPLETER, ...vides }, 1).expect(200);
    const rendue = (await suivre(delegue, ficheId, 'rendre-avis', 1).expect(200)).body as FicheLue;
    expect(rendue.avis).toMatchObject([
      { auteur: 'Personne delegue', fonction: 'Chargée de mission', revision: 1, sens: 'a-completer' },
    ]);
    expect(rendue.avis[0]?.points).toEqual([{ ...POINT, statut: 'ouvert', reponse: '', levePar: null, leveLe: null }]);
    expect((await delegue.get(`/fiches/${ficheId}/avis/brouillon`)).body).toMatchObject({ version: 0, texte: '' });
  });

  it('holds the fiche back until its points are lifted, with words, by the délégué or the team', async () => {
    const { avis, version } = await rendre(A_COMPLETER);
    const [rendu] = avis;
    if (!rendu) throw new Error('the avis was given');
    expect((await suivre(equipe, ficheId, 'valider', version).expect(422)).body).toMatchObject({
      detail: expect.stringContaining('des points à lever (1)'),
    });
    const sansMot = await suivrePoint(equipe, rendu, { statut: 'leve', reponse: ' ' }).expect(422);
    expect(pointeurs(sansMot.body)).toEqual(['/reponse']);
    const levee = (await suivrePoint(equipe, rendu, { statut: 'leve', reponse: 'Ajouté.' }).expect(200))
      .body as FicheLue;
    expect(levee.avis[0]?.points[0]).toMatchObject({ statut: 'leve', reponse: 'Ajouté.', levePar: 'Personne equipe' });
    await suivrePoint(delegue, rendu, { statut: 'ouvert', reponse: '' }).expect(412);
    const [actuel] = levee.avis;
    if (!actuel) throw new Error('the avis was given');
    const rouverte = (await suivrePoint(delegue, actuel, { statut: 'ouvert', reponse: '' }).expect(200))
      .body as FicheLue;
    expect(rouverte.avis[0]?.points[0]).toMatchObject({ statut: 'ouvert', levePar: null });
    await suivrePoint(delegue, { ...actuel, version: actuel.version + 1 }, { statut: 'leve', reponse: 'Vu.' }).expect(
      200,
    );
    await suivre(equipe, ficheId, 'valider', version).expect(200);
  });

  it('waits on the home page of the délégués with its day, then of the team; a correction on that of the référents', async () => {
    const { avisEcheance } = (await lire()).situation;
    expect(await attentes('delegue')).toEqual([`avis ${avisEcheance}`]);
    expect(await attentes('equipe')).toEqual([]);
    await rendre({ sens: 'favorable' });
    expect(await attentes('delegue')).toEqual([]);
    expect(await attentes('equipe')).toEqual(['a-valider']);
    await parcourir(contrat, ficheId, 'demander-correction');
    expect(await attentes('referentA')).toContain('correction');
    expect(await attentes('referentB')).not.toContain('correction');
  });

  it('that is late waits for both', async () => {
    await app
      .get(Base)
      .pool.query('update revision set avis_echeance = current_date - 3 where fiche_id = $1', [ficheId]);
    expect((await attentes('delegue'))[0]).toMatch(/^avis /);
    expect(await attentes('equipe')).toEqual(['a-valider']);
  });
});

describe('what is refused of an avis', () => {
  it.each([
    ['a sense that is not one', { sens: 'rejet' }, 400],
    ['a text too long', { texte: 'a'.repeat(10_001) }, 400],
    ['a point on a field that is not of the sheet', { points: [{ ...POINT, champ: 'meteo' }] }, 422],
    ['twice the same point', { points: [POINT, POINT] }, 422],
    ['an unknown part', { decision: 'refus' }, 400],
  ])('%s', async (_, saisi, statut) => {
    await ecrireAvis(delegue, ficheId, saisi).expect(statut);
    expect((await delegue.get(`/fiches/${ficheId}/avis/brouillon`)).body).toMatchObject({ version: 0 });
  });

  it('to be given without a sense, or without a word when it is not favorable', async () => {
    await suivre(delegue, ficheId, 'rendre-avis', 1).expect(422);
    await ecrireAvis(delegue, ficheId, { sens: null, texte: 'Bien' }).expect(200);
    await suivre(delegue, ficheId, 'rendre-avis', 1).expect(422);
    await ecrireAvis(delegue, ficheId, { sens: 'favorable-avec-reserves' }, 1).expect(200);
    await suivre(delegue, ficheId, 'rendre-avis', 1).expect(422);
  });

  it('an old version, with what stands there; a fiche that is not before the State', async () => {
    await ecrireAvis(delegue, ficheId, { texte: 'Un' }).expect(200);
    const perime = await ecrireAvis(delegue, ficheId, { texte: 'Deux' }).expect(412);
    expect(((perime.body as Probleme).actuel as BrouillonAvis).texte).toBe('Un');
    const ailleurs = await poserFiche(app, contrat, { rang: 2, statut: 'relecture' });
    await ecrireAvis(delegue, ailleurs).expect(409);
  });
});

describe('whoever is not concerned', () => {
  it('neither writes an avis nor lifts a point', async () => {
    const [rendu] = (await rendre(A_COMPLETER)).avis;
    if (!rendu) throw new Error('the avis was given');
    for (const personnage of ['referentA', 'contributeur', 'lecteur'] as const) {
      await suivrePoint(await contrat.en(personnage), rendu, { statut: 'leve', reponse: 'Oui' }).expect(403);
    }
    await ecrireAvis(equipe, ficheId).expect(403);
    const autre = await creerContrat(app);
    await suivrePoint(await autre.en('delegue'), rendu, { statut: 'leve', reponse: 'Oui' }).expect(404);
    await ecrireAvis(await autre.en('delegue'), ficheId).expect(404);
    await (await autre.en('delegue')).get(`/fiches/${ficheId}/avis/brouillon`).expect(404);
  });
});
