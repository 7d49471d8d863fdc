import type { NestExpressApplication } from '@nestjs/platform-express';
import { CIRCUIT, STATUTS_FICHE, type StatutFiche, type Transition } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demandeDe,
  demarrerApi,
  ecrireAvis,
  historiqueDe,
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
const reculer = (jours: number) =>
  app
    .get(Base)
    .pool.query('update revision set avis_echeance = current_date - $2::int where fiche_id = $1', [ficheId, jours]);

describe('the circuit', () => {
  it('goes from brouillon to archive, each step signed, dated and told in the journal', async () => {
    const vue = await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
    expect(vue).toMatchObject({ statut: 'en-vigueur', revision: 1, enVigueur: 1, droits: { ecrire: false } });
    expect(vue.revisions).toMatchObject([
      { numero: 1, soumisePar: 'Personne referentA', transmisePar: 'Personne equipe', enVigueurPar: 'Personne equipe' },
    ]);
    expect(vue.avis).toMatchObject([{ sens: 'favorable', auteur: 'Personne delegue', revision: 1 }]);
    const archivee = await parcourir(contrat, ficheId, 'archiver');
    expect(archivee).toMatchObject({ statut: 'archive', issue: 'achevee', transitions: [], droits: { ecrire: false } });

    const pas = (await historique()).map(({ objet, avant, apres }) => (objet === 'avis' ? 'avis' : [avant, apres]));
    expect(pas.reverse()).toEqual([
      ['brouillon', 'relecture'],
      ['relecture', 'avis'],
      'avis',
      ['avis', 'en-vigueur'],
      ['en-vigueur', 'archive'],
    ]);
  });

  it('freezes the day by which the State answers when the text is sent, with the delay of the contrat', async () => {
    await app.get(Base).pool.query('update contrat set delai_avis = 45 where id = $1', [contrat.contratId]);
    const { situation } = await parcourir(contrat, ficheId, 'soumettre', 'transmettre');
    const attendue = new Date(Date.parse(situation.aujourdhui) + 45 * 86_400_000).toISOString().slice(0, 10);
    expect(situation.avisEcheance).toBe(attendue);
    await app.get(Base).pool.query('update contrat set delai_avis = 10 where id = $1', [contrat.contratId]);
    expect((await lire()).situation.avisEcheance).toBe(attendue);
  });

  it('waits for the avis of the State, or for the end of its delay', async () => {
    const { version, transitions } = await parcourir(contrat, ficheId, 'soumettre', 'transmettre');
    const refus = transitions.find(({ transition }) => transition === 'valider')?.refus;
    expect(refus).toMatch(/^L’avis de l’État est attendu jusqu’au /);
    expect((await suivre(equipe, ficheId, 'valider', version).expect(422)).body).toMatchObject({ detail: refus });
    await reculer(1);
    await suivre(equipe, ficheId, 'valider', version).expect(200);
  });

  it('comes back to the brouillon with a motif and an addressee, until it is submitted again', async () => {
    const { version, destinataires } = await parcourir(contrat, ficheId, 'soumettre');
    expect(destinataires).toEqual([
      { id: contrat.personnes.referentA, nom: 'Personne referentA' },
      { id: contrat.personnes.equipe, nom: 'Personne equipe' },
    ]);
    const vide = await suivre(equipe, ficheId, 'demander-correction', version).expect(422);
    expect(pointeurs(vide.body)).toEqual(['/motif', '/destinataireId']);
    const etranger = { motif: 'Préciser', destinataireId: contrat.personnes.referentB };
    const refusee = await suivre(equipe, ficheId, 'demander-correction', version, etranger).expect(422);
    expect(pointeurs(refusee.body)).toEqual(['/destinataireId']);
    const corrigee = await parcourir(contrat, ficheId, 'demander-correction');
    expect(corrigee.correction).toMatchObject({
      motif: 'Préciser les publics',
      destinataire: { nom: 'Personne referentA' },
      par: 'Personne equipe',
    });
    expect((await parcourir(contrat, ficheId, 'soumettre')).correction).toBeNull();
  });

  it('asks for a second avis when a corrected text is sent again', async () => {
    const etapes = [
      'soumettre',
      'transmettre',
      'rendre-avis',
      'demander-correction',
      'soumettre',
      'transmettre',
    ] as const;
    const { situation, avis } = await parcourir(contrat, ficheId, ...etapes);
    expect([situation.avisRendu, avis.length]).toEqual([false, 1]);
    expect((await parcourir(contrat, ficheId, 'rendre-avis')).avis).toHaveLength(2);
  });

  it('refuses what a step does not allow: a step of another statut, an unknown one, an old or absent version', async () => {
    await suivre(equipe, ficheId, 'valider', 1).expect(409);
    await equipe.post(`/fiches/${ficheId}/transitions`, { transition: 'publier' }).set('If-Match', '"1"').expect(400);
    const perime = await suivre(equipe, ficheId, 'soumettre', 7).expect(412);
    expect((perime.body as Probleme).actuel).toMatchObject({ version: 1, statut: 'brouillon' });
    await equipe.post(`/fiches/${ficheId}/transitions`, { transition: 'soumettre' }).expect(428);
    await suivre(equipe, ficheId, 'renoncer', 1, { motif: 'Rien' }).expect(422);
  });

  it('lets one of two people who move it at once pass, and tells the other', async () => {
    const deux = await Promise.all([
      suivre(equipe, ficheId, 'soumettre', 1),
      suivre(referentA, ficheId, 'soumettre', 1),
    ]);
    expect(deux.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('never moves a text other than the one that was read: a field being written and a step exclude each other', async () => {
    const [ecriture, pas] = await Promise.all([
      ecrire(referentA, 'contexte', '<p>Autre</p>', 0),
      suivre(equipe, ficheId, 'soumettre', 1),
    ]);
    expect([
      [200, 412],
      [409, 200],
    ]).toContainEqual([ecriture.status, pas.status]);
  });
});

describe('every step', () => {
  const ROLES: Personnage[] = ['equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur'];
  const PEUVENT: Readonly<Record<Transition, Personnage[]>> = {
    soumettre: ['equipe', 'referentA'],
    transmettre: ['equipe'],
    'rendre-avis': ['delegue'],
    valider: ['equipe'],
    'demander-correction': ['equipe'],
    reviser: ['equipe', 'referentA'],
    renoncer: ['equipe', 'referentA'],
    archiver: ['equipe'],
  };

  it.each(CIRCUIT.map(({ transition }) => transition))('%s, in each statut and by each role', async (transition) => {
    const trouves: string[] = [];
    const attendus: string[] = [];
    for (const statut of STATUTS_FICHE) {
      for (const personnage of ROLES) {
        const id = await poser(statut);
        const client = await contrat.en(personnage);
        if (personnage === 'delegue' && statut === 'avis') await ecrireAvis(client, id).expect(200);
        const reponse = await suivre(client, id, transition, 1, demandeDe(contrat, transition));
        trouves.push(`${statut} ${personnage} ${reponse.status}`);
        const etape = CIRCUIT.find((candidate) => candidate.transition === transition);
        const offerte = (etape?.de as readonly string[]).includes(statut);
        // A first text has nothing to go back to; an avis is still awaited.
        const retenue = transition === 'renoncer' || transition === 'valider';
        const permise = PEUVENT[transition].includes(personnage);
        attendus.push(`${statut} ${personnage} ${permise ? (offerte ? (retenue ? 422 : 200) : 409) : 403}`);
      }
    }
    expect(trouves).toEqual(attendus);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await suivre(ailleurs, ficheId, transition, 1, demandeDe(contrat, transition)).expect(
      transition === 'rendre-avis' ? 403 : 404,
    );
  });
});
