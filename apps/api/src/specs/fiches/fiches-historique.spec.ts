import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntreeJournal } from '@pleniere/acces/domain';
import {
  rejouer,
  type ChampEnConflit,
  type ChampId,
  type ContenuFiche,
  type FicheLue,
  type HistoriqueContrat,
  type TextePasse,
} from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import {
  type Client,
  type ContratDeTest,
  contenuComplet,
  creerContrat,
  demarrerApi,
  parcourir,
  poserFiche,
} from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await creer('Espaces de dialogue');
});

async function creer(titre: string): Promise<string> {
  const saisie = { enjeuId: contrat.enjeuId, rang: null, titre };
  const { body } = await equipe.post(`/contrats/${contrat.contratId}/fiches`, saisie).expect(201);
  return (body as FicheLue).id;
}

const ecrire = (champ: ChampId, valeur: unknown, version = 0, client = equipe) =>
  client.put(`/fiches/${ficheId}/champs/${champ}`, version, { valeur });
const lue = async (id = ficheId) => (await equipe.get(`/fiches/${id}`).expect(200)).body as FicheLue;

async function historique(filtre = '', client = equipe): Promise<HistoriqueContrat> {
  const { body } = await client.get(`/contrats/${contrat.contratId}/historique${filtre}`).expect(200);
  return body as HistoriqueContrat;
}

/** Every entry of the fiche, oldest first, page after page. */
async function toutes(): Promise<EntreeJournal[]> {
  const entrees: EntreeJournal[] = [];
  for (;;) {
    const avant = entrees.at(-1)?.id;
    const page = (await historique(`?fiche=${ficheId}${avant ? `&avant=${avant}` : ''}`)).entrees;
    entrees.push(...page);
    if (page.length < 100) return entrees.reverse();
  }
}

const element = (id: number, texte: string) => ({
  id: `6f9619ff-8b86-4d01-b42d-00cf4fc9640${id}`,
  texte: `<p>${texte}</p>`,
});

describe('history under parallel writes', () => {
  const CHAMPS = ['contexte', 'resumePublic', 'resultatsAttendus', 'facteursFavorables', 'titreCourt'] as const;
  const valeurDe = (champ: (typeof CHAMPS)[number], editeur: number, tour: number): unknown => {
    const dit = `Écrit par ${editeur}, fois ${tour}`;
    if (champ === 'contexte') return `<p>${dit}</p>`;
    return champ === 'resumePublic' || champ === 'titreCourt'
      ? dit
      : [element(editeur % 10, dit), element((editeur + 1) % 10, 'Autre')];
  };

  /** Writes until it is taken, from what the refusal says is there now, as a person who looks at both texts. */
  async function insister(client: Client, champ: ChampId, valeur: unknown): Promise<void> {
    let version = 0;
    for (;;) {
      const { status, body } = await ecrire(champ, valeur, version, client);
      if (status === 200) return;
      expect(status).toBe(412);
      version = (body as { actuel: ChampEnConflit }).actuel.etat.version;
    }
  }

  it('20 editors, 500 saves: replayed, the history gives the stored text, and no save is lost', async () => {
    const clients = await Promise.all(Array.from({ length: 20 }, (_, n) => contrat.en(n % 2 ? 'equipe' : 'referentA')));
    await ecrire('pilotes', [
      { organisationId: contrat.organisations.villeA, categorie: null, libelle: 'Ville' },
    ]).expect(200);
    await Promise.all(
      clients.map(async (client, editeur) => {
        for (let tour = 0; tour < 25; tour++) {
          const champ = CHAMPS[(editeur + tour) % CHAMPS.length] ?? 'contexte';
          await insister(client, champ, valeurDe(champ, editeur, tour));
        }
      }),
    );

    const { contenu, champs } = await lue();
    const entrees = await toutes();
    expect(rejouer({}, entrees)).toEqual(contenu);
    for (const champ of CHAMPS) {
      const sienne = entrees.filter((entree) => entree.champ === champ);
      expect(sienne).toHaveLength(100);
      expect(champs[champ]?.version).toBe(100);
      expect(sienne.map(({ avant }) => avant)).toEqual([null, ...sienne.slice(0, -1).map(({ apres }) => apres)]);
    }
  }, 120_000);
});

describe('GET /contrats/:id/historique', () => {
  it('tells one part: a fiche, a person, an organisation, a kind, from a day to another', async () => {
    await ecrire('contexte', '<p>Un</p>').expect(200);
    await ecrire('pilotes', [
      { organisationId: contrat.organisations.villeA, categorie: null, libelle: 'Ville' },
    ]).expect(200);
    await ecrire('titreCourt', 'Dialogue', 0, await contrat.en('referentA')).expect(200);
    const autre = await creer('Autre projet');
    const champs = async (filtre: string) => (await historique(filtre)).entrees.map(({ champ }) => champ);

    expect((await historique()).fiches.map(({ titre }) => titre)).toEqual(['Espaces de dialogue', 'Autre projet']);
    expect(await champs('')).toEqual([null, 'titreCourt', 'pilotes', 'contexte', null]);
    expect(await champs(`?fiche=${autre}`)).toEqual([null]);
    expect(await champs(`?personne=${contrat.personnes.referentA}`)).toEqual(['titreCourt']);
    expect(await champs(`?organisation=${contrat.organisations.villeA}`)).toEqual(['titreCourt']);
    expect(await champs(`?organisation=${contrat.organisations.bailleur}`)).toEqual([]);
    expect(await champs('?objet=mandat')).toEqual([]);
    expect(await champs('?objet=fiche')).toHaveLength(5);
    expect(await champs('?depuis=2099-01-01')).toEqual([]);
    expect(await champs('?jusqua=2020-01-01')).toEqual([]);
    const { quand } = (await historique(`?fiche=${autre}`)).entrees[0] ?? { quand: '' };
    expect(await champs(`?depuis=${new Date(quand).toISOString()}`)).toEqual([null]);
  });

  it.each([
    '?depuis=hier',
    '?depuis=2026-02-30',
    '?depuis=0000-01-01',
    '?depuis=2026-01-01T10:00:00%2B23:00',
    '?jusqua=2026-01-01T10:00:00Z',
    '?personne=x',
    '?objet=DROP',
    '?avant=x',
  ])('refuses what cannot be read: %s', async (filtre) => {
    await equipe.get(`/contrats/${contrat.contratId}/historique${filtre}`).expect(400);
  });
});

describe('GET /fiches/:id/texte', () => {
  const texte = async (quand: string) => {
    const { body } = await equipe.get(`/fiches/${ficheId}/texte?quand=${quand}`).expect(200);
    return body as TextePasse;
  };

  it('gives the text at each instant of its life', async () => {
    await ecrire('contexte', '<p>Un</p>').expect(200);
    await ecrire('contexte', '<p>Deux</p>', 1).expect(200);
    await ecrire('resultatsAttendus', [element(1, 'Résultat')]).expect(200);
    const instants = (await toutes()).map(({ quand }) => new Date(new Date(quand).getTime() + 1).toISOString());
    const textes: Partial<ContenuFiche>[] = [];
    for (const instant of instants) textes.push((await texte(instant)).contenu);
    const titre = 'Espaces de dialogue';
    expect(textes[0]).toEqual({ titre });
    expect(textes.slice(1).map(({ contexte }) => contexte)).toEqual(['<p>Un</p>', '<p>Deux</p>', '<p>Deux</p>']);
    expect(textes.map(({ resultatsAttendus }) => resultatsAttendus?.length)).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
    expect((await texte('2099-01-01')).contenu).toEqual((await lue()).contenu);
  });

  it('says that there was none before the fiche, nor in another contrat', async () => {
    await equipe.get(`/fiches/${ficheId}/texte?quand=2020-01-01`).expect(404);
    await equipe.get(`/fiches/${ficheId}/texte`).expect(400);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.get(`/fiches/${ficheId}/texte?quand=2099-01-01`).expect(404);
  });
});

describe('POST /fiches/:id/champs/:champ/retablissement', () => {
  const retablir = (entree: string, cote: string, version: number, motif = '', champ = 'contexte', client = equipe) => {
    const appel = client.post(`/fiches/${ficheId}/champs/${champ}/retablissement`, { entree, cote, motif });
    return appel.set('If-Match', `"${version}"`);
  };
  let entrees: EntreeJournal[];

  beforeEach(async () => {
    await ecrire('contexte', '<p>Un</p>').expect(200);
    await ecrire('contexte', '<p>Deux</p>', 1).expect(200);
    entrees = await toutes();
  });
  const entree = (rang: number) => entrees[rang]?.id ?? '';

  it('brings the field back, before or after a change, and says why in the journal', async () => {
    const { body } = await retablir(entree(2), 'avant', 2, 'Effacé par erreur').expect(200);
    expect(body).toMatchObject({ champ: 'contexte', valeur: '<p>Un</p>', etat: { version: 3 } });
    const derniere = (await toutes()).at(-1);
    expect(derniere).toMatchObject({ champ: 'contexte', avant: '<p>Deux</p>', apres: '<p>Un</p>' });
    expect(derniere?.motif).toMatch(/^Texte rétabli, d’avant la modification du .*: Effacé par erreur$/);
    await retablir(entree(1), 'avant', 3).expect(200);
    expect((await lue()).contenu.contexte).toBe('');
    await retablir(entree(0), 'apres', 1, '', 'titre').expect(200);
  });

  it('refuses a text changed since, an entry of something else, a text in force', async () => {
    await retablir(entree(2), 'avant', 1).expect(412);
    await retablir(entree(2), 'avant', 1, '', 'titre').expect(422);
    await retablir('999999999', 'avant', 2).expect(422);
    await retablir(entree(2), 'milieu', 2).expect(400);
    expect((await lue()).contenu.contexte).toBe('<p>Deux</p>');
    const autre = await creer('Autre');
    const [enTrop] = (await historique(`?fiche=${autre}`)).entrees;
    await retablir(enTrop?.id ?? '', 'apres', 1, '', 'titre').expect(422);
  });

  it('is for whoever may write the field', async () => {
    for (const qui of ['lecteur', 'contributeur', 'delegue', 'referentB'] as const)
      await retablir(entree(2), 'avant', 2, '', 'contexte', await contrat.en(qui)).expect(403);
  });
});

describe('POST /fiches/:id/revisions/:numero/retablissement', () => {
  const reprendre = (numero: number, version: number, client = equipe) =>
    client
      .post(`/fiches/${ficheId}/revisions/${numero}/retablissement`, { motif: 'Décision du comité' })
      .set('If-Match', `"${version}"`);

  beforeEach(async () => {
    ficheId = await poserFiche(app, contrat, { rang: 30, statut: 'brouillon', contenu: contenuComplet(contrat) });
    await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
  });

  it('brings back each field that differs, with all that it names', async () => {
    const ouverte = await parcourir(contrat, ficheId, 'reviser');
    await ecrire('contexte', '<p>Demain</p>').expect(200);
    await ecrire('pilotes', [
      { organisationId: contrat.organisations.villeB, categorie: null, libelle: 'Joué' },
    ]).expect(200);
    await ecrire('dispositifs', ['Cité éducative']).expect(200);
    const { version } = await lue();
    const { body } = await reprendre(1, version).expect(200);
    const { dispositifs, ...contenu } = (body as FicheLue).contenu;
    expect(dispositifs).toEqual([]);
    expect(contenu).toEqual(ouverte.contenu);
    const reprises = (await toutes()).filter(({ motif }) => motif?.startsWith('Texte de la révision 1 repris'));
    expect(reprises.map(({ champ }) => champ).sort()).toEqual(['contexte', 'dispositifs', 'pilotes']);
    const { rows } = await app
      .get(Base)
      .pool.query(`select organisation_id as o from fiche_reference where fiche_id = $1 and champ = 'pilotes'`, [
        ficheId,
      ]);
    expect(rows).toEqual([{ o: contrat.organisations.villeA }]);
  });

  it('asks for a revision being written, the present version, and a closed text', async () => {
    const { version } = await lue();
    const { body } = await reprendre(1, version).expect(409);
    expect((body as Probleme).detail).toContain('ouvrez une révision');
    const ouverte = await parcourir(contrat, ficheId, 'reviser');
    await reprendre(1, version).expect(412);
    await reprendre(2, ouverte.version).expect(409);
    await reprendre(9, ouverte.version).expect(404);
  });

  it('is for whoever may write the fiche', async () => {
    const { version } = await parcourir(contrat, ficheId, 'reviser');
    for (const qui of ['lecteur', 'contributeur', 'delegue', 'referentB'] as const)
      await reprendre(1, version, await contrat.en(qui)).expect(403);
  });
});
