import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Action, ChampEnConflit, ChampEnregistre, Declinaison, FicheLue } from '@pleniere/fiches/domain';
import { Direct, type MessageDirect } from '@pleniere/shared/api';
import type { EvenementDirect } from '@pleniere/shared/domain';
import type { Subscription } from 'rxjs';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, jusqua, parcourir } from '../../testing';
import { poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
  await app.get(Direct).ecouter();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
});

const ecrire = (client: Client, valeur: string, version: number) =>
  client.put(`/fiches/${ficheId}/champs/titre`, version, { valeur });

describe('live changes of a fiche', () => {
  let recus: EvenementDirect[];
  let ecoute: Subscription;
  beforeEach(() => {
    recus = [];
    ecoute = app.get(Direct).messages.subscribe((message: MessageDirect) => {
      if (!('evenement' in message) || message.contratId !== contrat.contratId) return;
      if (message.evenement.type.startsWith('fiche')) recus.push(message.evenement);
    });
  });
  afterEach(() => ecoute.unsubscribe());

  it('name the field and its version to those who work, never the text', async () => {
    const { body } = await equipe.get(`/fiches/${ficheId}`).expect(200);
    const { version = 0 } = (body as FicheLue).champs.titre ?? {};
    await ecrire(equipe, 'Un titre', version).expect(200);
    await ecrire(equipe, 'Trop tard', version).expect(412);
    await ecrire(equipe, 'Un autre', version + 1).expect(200);
    const annonce = { type: 'fiche.champ', objetId: ficheId, ficheId, auteurId: contrat.personnes.equipe };
    await jusqua(() => recus.length === 2);
    expect(recus).toEqual(
      [version + 1, version + 2].map((suivante) => ({
        ...annonce,
        visibilite: 'travail',
        donnees: { champ: 'titre', version: suivante },
      })),
    );
  });

  it('tell of the actions, the déclinaisons and the steps; a lecteur hears of what is in force', async () => {
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
    const creee = (await equipe.post(`/fiches/${ficheId}/actions`, action).expect(201)).body as Action;
    await equipe.patch(`/actions/${creee.id}`, 1, { titre: 'Cafés' }).expect(200);
    await equipe.delete(`/actions/${creee.id}`, 2).expect(204);
    const declinaison = {
      organisationId: contrat.organisations.villeA,
      qpvCode: null,
      referentId: null,
      statutExecution: 'en-cours',
      meteo: null,
      meteoExplication: '',
      modaliteRetenue: '',
      recits: [],
    };
    const posee = (await equipe.post(`/fiches/${ficheId}/declinaisons`, declinaison).expect(201)).body as Declinaison;
    await equipe.delete(`/declinaisons/${posee.id}`, 1).expect(204);
    await jusqua(() => recus.length === 5);
    expect(new Set(recus.map(({ type, visibilite }) => `${type} ${visibilite}`))).toEqual(new Set(['fiche travail']));

    recus.length = 0;
    const enVigueur = await poserFiche(app, contrat, { rang: 2 });
    await parcourir(contrat, enVigueur, 'reviser');
    await jusqua(() => recus.length === 1);
    expect(recus[0]).toMatchObject({ type: 'fiche', ficheId: enVigueur, visibilite: 'tous' });
  });
});

const EDITEURS = 200;
const SAISIES = 2_000;
const DE_FRONT = 20;

describe('a field that two hundred people write at once', () => {
  it('is never overwritten in silence: each refused save is told the text that stands there', async () => {
    const clients = await Promise.all(
      (['equipe', 'referentA'] as const).flatMap((qui) => Array.from({ length: DE_FRONT / 2 }, () => contrat.en(qui))),
    );
    const { body } = await equipe.get(`/fiches/${ficheId}`).expect(200);
    const depart = (body as FicheLue).champs.titre?.version ?? 0;
    // What each editor has on screen: most write upon an old text.
    const lues = Array.from({ length: EDITEURS }, () => depart);
    const acquises: { version: number; valeur: string; sur: number }[] = [];
    let refusees = 0;
    let suivante = 0;

    async function travailler(client: Client): Promise<void> {
      for (let rang = suivante++; rang < SAISIES; rang = suivante++) {
        const editeur = rang % EDITEURS;
        const valeur = `Texte ${rang} de l’éditeur ${editeur}`;
        const sur = lues[editeur] ?? depart;
        const reponse = await ecrire(client, valeur, sur);
        if (reponse.status === 200) {
          const { etat } = reponse.body as ChampEnregistre<'titre'>;
          acquises.push({ version: etat.version, valeur, sur });
          lues[editeur] = etat.version;
        } else {
          expect(reponse.status).toBe(412);
          const { actuel } = reponse.body as { actuel: ChampEnConflit<'titre'> };
          expect(actuel.etat.version).toBeGreaterThan(sur);
          expect(actuel.valeur).toMatch(/\S/);
          lues[editeur] = actuel.etat.version;
          refusees += 1;
        }
      }
    }
    await Promise.all(clients.map(travailler));

    expect(acquises.length + refusees).toBe(SAISIES);
    expect(acquises.length).toBeGreaterThan(0);
    expect(refusees).toBeGreaterThan(0);
    // Each version was written once, upon the one before: nobody wrote over a text that they had not read.
    const chaine = [...acquises].sort((a, b) => a.version - b.version);
    expect(chaine.map(({ version }) => version)).toEqual(chaine.map((_, rang) => depart + 1 + rang));
    expect(chaine.filter(({ sur, version }) => sur !== version - 1)).toEqual([]);
    const finale = (await equipe.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue;
    expect(finale.contenu.titre).toBe(chaine.at(-1)?.valeur);
    expect(finale.champs.titre?.version).toBe(depart + acquises.length);
  }, 180_000);
});
