import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Arrete } from '@pleniere/plenieres/domain';
import type { DocumentProduit } from '@pleniere/restitution/domain';
import { Atelier, DocumentInterrompu } from '@pleniere/restitution/api';
import { Base, lireConfig, Taches } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { createHash, randomUUID } from 'node:crypto';
import { creerApplication } from '../../application';
import { type ContratDeTest, creerContrat, demarrerApi, jusqua, pointeurs, vider } from '../../testing';
import { poserFiche } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let fiche: string;
let arrete: Arrete;

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  fiche = await poserFiche(app, contrat, { contenu: { titre: 'Espaces de dialogue' } });
  arrete = await figer();
});
afterAll(() => app.close());

const sha256 = (octets: Buffer): string => createHash('sha256').update(octets).digest('hex');
const documents = (id = arrete.id): string => `/contrats/${contrat.contratId}/arretes/${id}/documents`;

const apercu = (): string => `/contrats/${contrat.contratId}/arretes/${arrete.id}/apercu.pdf`;

async function figer(): Promise<Arrete> {
  const choix = { titre: 'Plénière 2026', seanceId: null, ficheIds: [fiche] };
  return (await equipe.post(`/contrats/${contrat.contratId}/arretes`, choix).expect(201)).body as Arrete;
}

async function demander(reste: object = {}): Promise<DocumentProduit> {
  return (await equipe.post(documents(), { sorte: 'livre-pdf', ...reste }).expect(201)).body as DocumentProduit;
}

async function lire(id: string): Promise<DocumentProduit> {
  return (await equipe.get(`/documents/${id}`).expect(200)).body as DocumentProduit;
}

/** Does what an earlier process would have left behind. */
async function laisser(id: string, reste: string): Promise<void> {
  await app.get(Base).pool.query(`update document_produit set ${reste} where id = $1`, [id]);
}

describe('documents of an arrêté: success', () => {
  it('are made after the answer, kept with their fingerprint, and told to who asked', async () => {
    const demande = await demander();
    expect(demande).toMatchObject({ statut: 'attente', fichier: null, demandePar: 'Personne equipe' });
    expect(await vider(app, 'document')).toEqual([]);

    const pret = await lire(demande.id);
    expect(pret).toMatchObject({ statut: 'pret', avancement: 100, etape: '', motif: null });
    const lecteur = await contrat.en('lecteur');
    const { body, headers } = await lecteur.get(`/documents/${demande.id}/fichier`).buffer(true).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      etag: `"${pret.fichier?.sha256}"`,
      'content-disposition': `inline; filename="${pret.fichier?.nom}"`,
    });
    expect(sha256(body as Buffer)).toBe(pret.fichier?.sha256);
    expect((body as Buffer).length).toBe(pret.fichier?.taille);

    const { body: liste } = await lecteur.get(documents()).expect(200);
    expect(liste).toEqual([pret]);
    const { body: courriels } = await equipe.get(`/contrats/${contrat.contratId}/courriels`).expect(200);
    expect(courriels.courriels[0]).toMatchObject({ objet: 'Le livre (PDF) est prêt' });
  });

  it('are the same bytes each time', async () => {
    const [un, deux] = [await demander(), await demander()];
    await vider(app, 'document');
    expect((await lire(un.id)).fichier?.sha256).toBe((await lire(deux.id)).fichier?.sha256);
  });

  it('are seen before they are made, and nothing is kept of that', async () => {
    const adresse = `${apercu()}?fiches=${fiche}&sections=fiches`;
    const { body, headers } = await equipe.get(adresse).buffer(true).expect(200);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await equipe.get(documents()).expect(200)).body).toEqual([]);
  });

  it('are given up before they are begun', async () => {
    const { id } = await demander();
    const { body } = await equipe.post(`/documents/${id}/annuler`).expect(200);
    expect(body).toMatchObject({ statut: 'annule', fichier: null });
    await vider(app, 'document');
    expect(await lire(id)).toMatchObject({ statut: 'annule' });
  });

  it('are taken up when the process that made them has gone silent, and given up after three', async () => {
    const { id } = await demander();
    await laisser(id, `statut = 'en-cours', essais = 1, avancement = 40, vu_le = now() - interval '1 minute'`);
    await vider(app, 'document');
    expect(await lire(id)).toMatchObject({ statut: 'en-cours', avancement: 40 });
    await vider(app, 'documents-repris');
    await reprendre();
    await vider(app, 'document');
    expect(await lire(id)).toMatchObject({ statut: 'pret' });

    const { id: maudit } = await demander();
    await laisser(maudit, `statut = 'en-cours', essais = 3, vu_le = now() - interval '1 minute'`);
    await reprendre();
    expect(await lire(maudit)).toMatchObject({ statut: 'echec', motif: expect.stringContaining('trois fois') });
  });

  it('finish after the program has stopped half way', async () => {
    const premiere = await demarrer();
    const commencee = retenir(premiere);
    const { id } = await demander();
    await commencee;
    expect(await lire(id)).toMatchObject({ statut: 'en-cours', fichier: null });
    await premiere.close();
    expect(await lire(id)).toMatchObject({ statut: 'attente', avancement: 0 });

    await laisser(id, `vu_le = now() - interval '5 minutes'`);
    const seconde = await demarrer();
    await reprendre();
    await jusqua(async () => (await lire(id)).statut === 'pret');
    await seconde.close();
  });

  it('stop at once when they are cancelled half way, and let the next one be made', async () => {
    const autre = await demarrer();
    const commencee = retenir(autre);
    const [un, deux] = [await demander(), await demander()];
    const interrompue = await commencee;
    const { body } = await equipe.get(documents()).expect(200);
    const enCours = (body as DocumentProduit[]).find(({ statut }) => statut === 'en-cours')?.id ?? '';
    expect([un.id, deux.id]).toContain(enCours);
    jest.restoreAllMocks();
    // Another process of the product takes the request: the one that works sees it at its next sign of life.
    await equipe.post(`/documents/${enCours}/annuler`).expect(200);
    await jusqua(() => interrompue.aborted);
    const suivant = enCours === un.id ? deux.id : un.id;
    await jusqua(async () => (await lire(suivant)).statut === 'pret');
    expect(await lire(enCours)).toMatchObject({ statut: 'annule', fichier: null });
    await autre.close();
  });
});

/** Has a process begin its next document and never end it; gives what tells it to give up. */
function retenir(processus: NestExpressApplication): Promise<AbortSignal> {
  return new Promise((commencer) => {
    jest.spyOn(processus.get(Atelier, { strict: false }), 'produire').mockImplementation((_, avancer, signal) => {
      avancer('Composition des fiches', 0.1);
      commencer(signal);
      return new Promise((_fait, refuser) => {
        signal.addEventListener('abort', () => refuser(new DocumentInterrompu()));
      });
    });
  });
}

/** A process with workers, as in production. */
async function demarrer(): Promise<NestExpressApplication> {
  const config = lireConfig({ DATABASE_URL: databaseUrlForWorker(), LOG_LEVEL: 'silent' });
  return (await creerApplication(Object.assign(config, { taches: true }))).init();
}

/** Has the job of every minute done now. */
async function reprendre(): Promise<void> {
  await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, 'documents-repris', {}));
  expect(await vider(app, 'documents-repris')).toEqual([]);
}

describe('documents of an arrêté: validation', () => {
  it('refuse an unknown kind, an unknown part, a fiche twice', async () => {
    const options = { ficheIds: [fiche, fiche], sections: ['annexes'] };
    const { body } = await equipe.post(documents(), { sorte: 'affiche', options }).expect(400);
    expect(pointeurs(body)).toEqual(['/sorte', '/options/ficheIds', '/options/sections']);
  });

  it('refuse a fiche that the arrêté does not hold, and an arrêté that is not earlier', async () => {
    const options = { ficheIds: [fiche, randomUUID()], sections: [], arreteDepuisId: arrete.id };
    const { body } = await equipe.post(documents(), { sorte: 'livre-pdf', options }).expect(422);
    expect(pointeurs(body)).toEqual(['/options/ficheIds/1', '/options/arreteDepuisId']);
    const { body: sans } = await equipe.post(documents(), { sorte: 'evolution-pdf' }).expect(422);
    expect(pointeurs(sans)).toEqual(['/options/arreteDepuisId']);
    const suivant = await figer();
    const compare = { sorte: 'livre-pdf', options: { arreteDepuisId: arrete.id } };
    await equipe.post(documents(suivant.id), compare).expect(201);
  });

  it('are seen for one or two fiches of the arrêté', async () => {
    await equipe.get(apercu()).expect(400);
    const trois = [fiche, randomUUID(), randomUUID()].map((id) => `fiches=${id}`).join('&');
    await equipe.get(`${apercu()}?${trois}`).expect(400);
    const { body } = await equipe.get(`${apercu()}?fiches=${randomUUID()}`).expect(422);
    expect(pointeurs(body)).toEqual(['/options/ficheIds/0']);
  });

  it('refuse to cancel what is over', async () => {
    const { id } = await demander();
    await vider(app, 'document');
    await equipe.post(`/documents/${id}/annuler`).expect(409);
    expect(await lire(id)).toMatchObject({ statut: 'pret' });
  });

  it('are never another file than their fingerprint says, even in the database', async () => {
    const { id } = await demander();
    await vider(app, 'document');
    await expect(laisser(id, `octets = 'autre'`)).rejects.toThrow('document_produit_empreinte');
  });
});

describe('documents of an arrêté: access', () => {
  it('are read by everybody of the contrat, asked and cancelled by the team', async () => {
    const { id } = await demander();
    for (const role of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
      const personne = await contrat.en(role);
      await personne.get(documents()).expect(200);
      await personne.get(`/documents/${id}`).expect(200);
      await personne.get(`/documents/${id}/fichier`).expect(404);
      await personne.post(documents(), { sorte: 'livre-pdf' }).expect(403);
      await personne.get(`${apercu()}?fiches=${fiche}`).expect(403);
      await personne.post(`/documents/${id}/annuler`).expect(403);
    }
  });

  it('show nothing to another contrat', async () => {
    const { id } = await demander();
    await vider(app, 'document');
    const autre = await (await creerContrat(app)).en('equipe');
    await autre.get(`/documents/${id}`).expect(404);
    await autre.get(`/documents/${id}/fichier`).expect(404);
    await autre.post(`/documents/${id}/annuler`).expect(404);
    await autre.get(documents()).expect(404);
    await autre.post(documents(), { sorte: 'livre-pdf' }).expect(404);
  });
});
