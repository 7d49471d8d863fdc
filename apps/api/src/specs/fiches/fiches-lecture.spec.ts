import type { NestExpressApplication } from '@nestjs/platform-express';
import type {
  ContenuFiche,
  FacettesFiches,
  FicheLue,
  FichePublique,
  PageFiches,
  QuartierLu,
  TableauDeBord,
} from '@pleniere/fiches/domain';
import type { Indicateur } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, mettreEnVigueur } from '../../testing';
import { poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});

async function creer(
  titre: string,
  contenu: Partial<ContenuFiche> = {},
  rang: number | null = null,
): Promise<FicheLue> {
  const { body } = await equipe
    .post(`/contrats/${contrat.contratId}/fiches`, { enjeuId: contrat.enjeuId, rang, titre })
    .expect(201);
  const { id } = body as FicheLue;
  for (const [champ, valeur] of Object.entries(contenu)) {
    await equipe.put(`/fiches/${id}/champs/${champ}`, 0, { valeur }).expect(200);
  }
  return body as FicheLue;
}

async function lister(filtres: Record<string, string> = {}, client = equipe): Promise<PageFiches> {
  const requete = new URLSearchParams(filtres).toString();
  return (await client.get(`/contrats/${contrat.contratId}/fiches?${requete}`).expect(200)).body as PageFiches;
}

async function compter(filtres: Record<string, string> = {}, client = equipe): Promise<FacettesFiches> {
  const requete = new URLSearchParams(filtres).toString();
  const { body } = await client.get(`/contrats/${contrat.contratId}/fiches/facettes?${requete}`).expect(200);
  return body as FacettesFiches;
}

const codes = ({ fiches }: PageFiches) => fiches.map(({ code }) => code);

describe('order of the fiches', () => {
  it('is transversal first, then by number, wherever fiches are listed', async () => {
    const enjeu = { type: 'thematique', numero: 1, intitule: 'Emploi', couleur: '#0b6e4f' };
    const { body } = await equipe.post(`/contrats/${contrat.contratId}/enjeux`, enjeu).expect(201);
    const thematique = { enjeuId: (body as { id: string }).id, rang: 1, titre: 'Emploi' };
    await equipe.post(`/contrats/${contrat.contratId}/fiches`, thematique).expect(201);
    const dix = await creer('Dix', {}, 10);
    const deux = await creer('Deux', {}, 2);
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string }>(
        `update fiche set contenu = contenu || '{"cadreOu": {"portee": "tous-qpv"}}' where contrat_id = $1 returning id`,
        [contrat.contratId],
      );
    for (const { id } of rows) await mettreEnVigueur(app, id);
    await poserIndicateur(contrat, dix.id);
    await poserIndicateur(contrat, deux.id);

    const lire = async <T>(chemin: string) => (await equipe.get(chemin).expect(200)).body as T;
    const racine = `/contrats/${contrat.contratId}`;
    const ordre = ['T1.2', 'T1.10', 'E1.1'];
    const { enjeux, attentes } = await lire<TableauDeBord>(`${racine}/tableau-de-bord`);
    expect(codes(await lister())).toEqual(ordre);
    expect((await compter()).enjeu.map(({ libelle }) => libelle)).toEqual(['Participation citoyenne', 'Emploi']);
    expect(enjeux.flatMap(({ fiches }) => fiches.map(({ code }) => code))).toEqual(ordre);
    expect(attentes.map(({ fiche }) => fiche?.code)).toEqual(['T1.2', 'T1.10']);
    const quartier = await lire<QuartierLu>(`${racine}/quartiers/${contrat.qpv.a1}`);
    expect(quartier.fichesConcernees.map(({ code }) => code)).toEqual(ordre);
    const publiques = await lire<FichePublique[]>(`/public${racine}/fiches`);
    expect(publiques.map(({ code }) => code)).toEqual(ordre);
    expect((await lire<Indicateur[]>(`${racine}/indicateurs`)).map(({ ficheId }) => ficheId)).toEqual([
      deux.id,
      dix.id,
    ]);
  });
});

describe('opening a fiche', () => {
  it('gives the next code of the enjeu, and the fiche as a brouillon', async () => {
    expect(await creer('Premier')).toMatchObject({
      code: 'T1.1',
      statut: 'brouillon',
      version: 1,
      contenu: { titre: 'Premier' },
    });
    expect((await creer('Douzième', {}, 12)).code).toBe('T1.12');
    expect((await creer('Suivant')).code).toBe('T1.13');
  });

  it('gives different codes to fiches opened at once', async () => {
    const fiches = await Promise.all(Array.from({ length: 8 }, (_, rang) => creer(`Projet ${rang}`)));
    expect(new Set(fiches.map(({ code }) => code)).size).toBe(8);
  });

  it('refuses a code twice, an unknown enjeu and a wrong form', async () => {
    const chemin = `/contrats/${contrat.contratId}/fiches`;
    const bonne = { enjeuId: contrat.enjeuId, rang: 1, titre: 'Premier' };
    await equipe.post(chemin, bonne).expect(201);
    const { body } = await equipe.post(chemin, bonne).expect(409);
    expect(body.detail).toContain('T\u00A01.1');
    await equipe.post(chemin, { ...bonne, rang: 2, enjeuId: randomUUID() }).expect(422);
    await equipe.post(chemin, { ...bonne, rang: 0 }).expect(400);
    await equipe.post(chemin, { ...bonne, rang: 2, titre: '  ' }).expect(400);
    await equipe.post(chemin, { ...bonne, rang: 2, statut: 'en-vigueur' }).expect(400);
  });

  it('is for the team alone, in its own contrat', async () => {
    const saisieDeFiche = { enjeuId: contrat.enjeuId, rang: null, titre: 'X' };
    for (const personnage of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
      const client = await contrat.en(personnage);
      await client.post(`/contrats/${contrat.contratId}/fiches`, saisieDeFiche).expect(403);
    }
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.post(`/contrats/${contrat.contratId}/fiches`, saisieDeFiche).expect(404);
  });
});

describe('reading a fiche with everything', () => {
  it('answers to its id and to its code in any spelling, and to nothing else', async () => {
    const { id } = await creer('Espaces de dialogue');
    for (const ref of [id, 'T1.1', 't 1.1', 'T%C2%A01.1']) {
      expect((await equipe.get(`/fiches/${ref}`).expect(200)).body.id).toBe(id);
    }
    for (const ref of [randomUUID(), 'T1.2', 'nimporte', '%00', '%F0%9F%98%80'])
      await equipe.get(`/fiches/${ref}`).expect(404);
    await equipe.get('/fiches/%E0%A4%A').expect(400);
  });

  it('holds the contrat, the enjeu, the actions, the déclinaisons with their worst weather, and the values', async () => {
    const { id } = await creer('Espaces de dialogue', {
      pilotes: [{ organisationId: null, categorie: 'ville', libelle: 'Villes' }],
    });
    const indicateur = await poserIndicateur(contrat, id, { type: 'resultat' });
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(indicateur.id)] }).expect(200);
    for (const [organisationId, meteo] of [
      [contrat.organisations.villeA, 'soleil'],
      [contrat.organisations.villeB, 'orage'],
    ] as const) {
      const declinaison = { organisationId, qpvCode: null, referentId: null, statutExecution: 'en-cours', meteo };
      const textes = { meteoExplication: 'Le lieu a fermé.', modaliteRetenue: '', recits: [] };
      await equipe.post(`/fiches/${id}/declinaisons`, { ...declinaison, ...textes }).expect(201);
    }

    const { body } = await equipe.get('/fiches/T1.1').expect(200);
    expect(body).toMatchObject({
      contrat: { id: contrat.contratId, anneeDebut: 2024, anneeFin: 2030 },
      enjeu: { id: contrat.enjeuId, type: 'transversal', numero: 1 },
      meteo: 'orage',
      declinaisons: [{ organisation: { nom: 'Ville de Joué-lès-Tours' } }, { organisation: { nom: 'Ville de Tours' } }],
      indicateurs: [{ id: indicateur.id, valeurs: [{ annee: 2025, territoire: 'QN03709M', valeur: 12, version: 1 }] }],
      droits: { ecrire: true, refusEcriture: null, indicateurs: true, declinaisons: null, territoires: null },
      transitions: [{ transition: 'soumettre' }],
    });
  });

  it('tells each person what they may do there', async () => {
    const { id } = await creer('Espaces de dialogue', {
      pilotes: [{ organisationId: contrat.organisations.villeA, categorie: null, libelle: 'Ville de Tours' }],
    });
    const droitsDe = async (personnage: Parameters<ContratDeTest['en']>[0]) =>
      ((await (await contrat.en(personnage)).get(`/fiches/${id}`).expect(200)).body as FicheLue).droits;

    const { villeA, villeB } = contrat.organisations;
    const territoires = ['contrat', contrat.communes.a, contrat.qpv.a2, contrat.qpv.a1];
    expect(await droitsDe('referentA')).toMatchObject({
      ecrire: true,
      indicateurs: true,
      declinaisons: [villeA],
      territoires,
    });
    expect(await droitsDe('referentB')).toMatchObject({
      ecrire: false,
      indicateurs: false,
      declinaisons: [villeB],
      territoires: [],
    });
    expect(await droitsDe('delegue')).toMatchObject({ ecrire: false, declinaisons: [], territoires: [] });
    expect((await droitsDe('contributeur')).refusEcriture).toMatch(/\.$/);
  });

  it('lets the organisation that owes a figure enter it on any territory', async () => {
    const { id } = await creer('Espaces de dialogue');
    await poserIndicateur(contrat, id, { responsableId: contrat.organisations.bailleur });
    const { body } = await (await contrat.en('contributeur')).get(`/fiches/${id}`).expect(200);
    expect((body as FicheLue).droits.territoires).toBeNull();
  });

  it('shows a lecteur what is in force only', async () => {
    const { id } = await creer('Espaces de dialogue');
    const lecteur = await contrat.en('lecteur');
    await lecteur.get(`/fiches/${id}`).expect(404);
    expect(await lister({}, lecteur)).toMatchObject({ total: 0, fiches: [] });
    expect(await compter({}, lecteur)).toMatchObject({ statut: [] });
    await mettreEnVigueur(app, id);
    await lecteur.get(`/fiches/${id}`).expect(200);
    await lecteur.get(`/fiches/${id}/historique`).expect(403);
    expect((await lister({}, lecteur)).total).toBe(1);
  });
});

describe('the list of fiches', () => {
  it('is in the natural order of codes, with what each line shows', async () => {
    await creer('Dixième', {}, 10);
    await creer(
      'Deuxième',
      { titreCourt: 'Court', pilotes: [{ organisationId: null, categorie: 'ville', libelle: 'Villes' }] },
      2,
    );
    const { id } = await creer('Premier', {}, 1);
    await poserIndicateur(contrat, id, { type: 'resultat' });

    const page = await lister();
    expect(codes(page)).toEqual(['T1.1', 'T1.2', 'T1.10']);
    expect(page).toMatchObject({ total: 3, page: 1, taillePage: 25 });
    expect(page.fiches[1]).toMatchObject({
      titre: 'Deuxième',
      titreCourt: 'Court',
      pilotes: ['Villes'],
      remplis: 5,
      total: 27,
      meteo: null,
    });
    expect(page.fiches[0]?.remplis).toBe(5);
  });

  it('cuts long lists in pages of 25', async () => {
    await Promise.all(Array.from({ length: 27 }, (_, rang) => creer(`Projet ${rang + 1}`, {}, rang + 1)));
    expect(codes(await lister({ page: '2' }))).toEqual(['T1.26', 'T1.27']);
    expect(await lister({ page: '3' })).toMatchObject({ total: 27, fiches: [] });
  });

  it.each([
    ['habitant', ['T1.1', 'T1.2']],
    ['habitants', ['T1.1', 'T1.2']],
    ['MOBILISÉS', ['T1.1']],
    ['mobilise', ['T1.1']],
    ['mob', ['T1.1']],
    ['l’écol', ['T1.2']],
    ['ecole élev', ['T1.2']],
    ['"réussite des élèves"', ['T1.2']],
    ['habitants -école', ['T1.1']],
    ['T 1.2', ['T1.2']],
    ['t1.', ['T1.1', 'T1.2']],
    ['strong', []],
    ['vélo', []],
    ['habitants & | ! ( :*', ['T1.1', 'T1.2']],
    ["'; drop table fiche; --", []],
    ['%', ['T1.1', 'T1.2']],
  ])('finds with « %s » the fiches %j', async (q, trouvees) => {
    await creer('Des habitants mobilisés');
    await creer('La réussite à l’école', {
      contexte: '<p>La <strong>réussite</strong> des élèves, enfants des habitants.</p>',
    });
    expect(codes(await lister({ q }))).toEqual(trouvees);
  });

  it('filters by enjeu, statut, pilote, ville and quartier, and says what each choice would give', async () => {
    const { villeA, villeB, bailleur } = contrat.organisations;
    const { a1, b1 } = contrat.qpv;
    const ou = (portee: string, qpv: string[] = []) =>
      ({ texte: '', portee, qpv, communes: [] }) as ContenuFiche['cadreOu'];
    const cite = (organisationId: string, libelle: string) => [{ organisationId, categorie: null, libelle }];
    await creer('Partout', {
      cadreOu: ou('tous-qpv'),
      pilotes: [{ organisationId: null, categorie: 'ville', libelle: 'Villes' }],
    });
    const { id } = await creer('À Joué', {
      cadreOu: ou('selection', [b1]),
      pilotes: cite(villeB, 'Ville de Joué-lès-Tours'),
    });
    await creer('Ailleurs', { cadreOu: ou('hors-qpv'), pilotes: cite(bailleur, 'Val Habitat') });
    await mettreEnVigueur(app, id);

    expect(codes(await lister({ enjeu: contrat.enjeuId }))).toEqual(['T1.1', 'T1.2', 'T1.3']);
    expect(codes(await lister({ enjeu: randomUUID() }))).toEqual([]);
    expect(codes(await lister({ statut: 'en-vigueur' }))).toEqual(['T1.2']);
    expect(codes(await lister({ pilote: 'ville' }))).toEqual(['T1.1']);
    expect(codes(await lister({ pilote: villeB }))).toEqual(['T1.1', 'T1.2']);
    expect(codes(await lister({ ville: villeA }))).toEqual(['T1.1']);
    expect(codes(await lister({ ville: villeB }))).toEqual(['T1.1', 'T1.2']);
    expect(codes(await lister({ qpv: b1, statut: 'brouillon' }))).toEqual(['T1.1']);

    expect((await lister({ qpv: b1, statut: 'brouillon' })).total).toBe(1);
    expect((await compter({ q: 'Joué' })).statut).toEqual([{ valeur: 'en-vigueur', libelle: 'En vigueur', nombre: 1 }]);
    expect(await compter({ qpv: b1, statut: 'brouillon' })).toEqual({
      enjeu: [{ valeur: contrat.enjeuId, libelle: 'Participation citoyenne', nombre: 1 }],
      statut: [
        { valeur: 'brouillon', libelle: 'Brouillon', nombre: 1 },
        { valeur: 'en-vigueur', libelle: 'En vigueur', nombre: 1 },
      ],
      qpv: [
        { valeur: contrat.qpv.a2, libelle: 'Europe', nombre: 1 },
        { valeur: b1, libelle: 'Rabière', nombre: 1 },
        { valeur: a1, libelle: 'Sanitas', nombre: 1 },
      ],
      ville: [
        { valeur: villeB, libelle: 'Ville de Joué-lès-Tours', nombre: 1 },
        { valeur: villeA, libelle: 'Ville de Tours', nombre: 1 },
      ],
      pilote: [
        { valeur: bailleur, libelle: 'Val Habitat', nombre: 0 },
        { valeur: villeB, libelle: 'Ville de Joué-lès-Tours', nombre: 1 },
        { valeur: 'ville', libelle: 'Villes', nombre: 1 },
      ],
    });
  });

  it('refuses filters that are not of their form, and shows nothing of another contrat', async () => {
    await creer('À nous');
    const chemin = `/contrats/${contrat.contratId}/fiches`;
    for (const requete of [
      'enjeu=1',
      'ville=ville',
      'qpv=QN1',
      'pilote=moi',
      'statut=tous',
      'page=0',
      'page=x',
      'tri=titre',
      'q=a&q=b',
    ]) {
      await equipe.get(`${chemin}?${requete}`).expect(400);
    }
    const autre = await creerContrat(app);
    await (await autre.en('equipe')).get(chemin).expect(404);
    await (await autre.en('equipe')).get(`${chemin}/facettes`).expect(404);
    const { body } = await (await autre.en('equipe')).get(`/contrats/${autre.contratId}/fiches?q=nous`).expect(200);
    expect(body).toMatchObject({ total: 0, fiches: [] });
  });
});
