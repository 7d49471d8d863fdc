import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Action, ChampEnregistre, ContenuFiche, FicheLue, LigneBudget } from '@pleniere/fiches/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, historiqueDe, pointeurs } from '../../testing';
import { mettreEnVigueur, poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;
let action: Action;

const ligne = (reste: Partial<LigneBudget> = {}): LigneBudget => ({
  ...{ id: randomUUID(), annee: 2026, financeur: 'Ville', nature: 'droit-commun' },
  ...{ prevu: 100_000, obtenu: 80_000, realise: null },
  ...reste,
});

async function creerAction(ou: string, titre = 'Ouvrir un café'): Promise<Action> {
  const saisie = {
    ...{ titre, description: '', pilote: '', echeance: null, statut: 'en-cours' },
    ...{ niveauParticipation: 'decision', etapes: [], refDauphin: '' },
  };
  return (await equipe.post(`/fiches/${ou}/actions`, saisie).expect(201)).body as Action;
}

const ecrire = (valeur: unknown, version = 0, qui = equipe) =>
  qui.put(`/fiches/${ficheId}/champs/lignesBudget`, version, { valeur });
const lignesDe = async (): Promise<ContenuFiche['lignesBudget'] | undefined> =>
  ((await equipe.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue).contenu.lignesBudget;

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
  action = await creerAction(ficheId);
});
afterAll(() => app.close());

describe('a line of budget: success', () => {
  it('names the action that it pays, or the whole fiche', async () => {
    const lignes = [ligne({ actionId: action.id }), ligne({ actionId: null }), ligne()];
    const { body } = await ecrire(lignes).expect(200);
    expect((body as ChampEnregistre<'lignesBudget'>).valeur).toEqual(lignes);
    expect(await lignesDe()).toEqual(lignes);
  });

  it('pays the whole fiche once its action is gone, and the journal says so', async () => {
    const payee = ligne({ actionId: action.id });
    await ecrire([payee, ligne({ actionId: null })]).expect(200);
    await equipe.delete(`/actions/${action.id}`, 1).expect(204);
    expect((await lignesDe())?.map(({ actionId }) => actionId)).toEqual([null, null]);
    const [, entree] = await historiqueDe(equipe, ficheId);
    expect(entree).toMatchObject({
      champ: 'lignesBudget',
      motif: 'L’action «\u00A0Ouvrir un café\u00A0» est retirée.',
    });
    // Whoever still had the action on screen loses nothing of what was typed.
    const { body } = await ecrire([{ ...payee, financeur: 'État' }], 2).expect(200);
    expect((body as ChampEnregistre<'lignesBudget'>).valeur).toEqual([{ ...payee, financeur: 'État', actionId: null }]);
  });

  it('stays as it was signed in a text in force', async () => {
    const payee = ligne({ actionId: action.id });
    await ecrire([payee]).expect(200);
    await mettreEnVigueur(app, ficheId);
    await equipe.delete(`/actions/${action.id}`, 1).expect(204);
    expect(await lignesDe()).toEqual([payee]);
  });
});

describe('a line of budget: validation', () => {
  it('pays no action of another fiche, and nothing that is not an id', async () => {
    const ailleurs = await creerAction(await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' }));
    const refus = await ecrire([ligne(), ligne({ actionId: ailleurs.id })]).expect(422);
    expect(pointeurs(refus.body)).toEqual(['/valeur/1/actionId']);
    await ecrire([ligne({ actionId: 'la première' })]).expect(400);
    await ecrire([{ ...ligne(), actionId: 3 }]).expect(400);
    expect(await lignesDe()).toBeUndefined();
  });
});

describe('a line of budget: access', () => {
  it('is written by who holds the pen, and knows no action of another contrat', async () => {
    await ecrire([ligne({ actionId: action.id })], 0, await contrat.en('lecteur')).expect(403);
    const voisin = await creerContrat(app);
    const chezEux = await voisin.en('equipe');
    const leur = await poserFiche(app, voisin, { statut: 'brouillon' });
    const { body } = await chezEux
      .put(`/fiches/${leur}/champs/lignesBudget`, 0, { valeur: [ligne({ actionId: action.id })] })
      .expect(200);
    expect((body as ChampEnregistre<'lignesBudget'>).valeur[0]?.actionId).toBeNull();
  });
});
