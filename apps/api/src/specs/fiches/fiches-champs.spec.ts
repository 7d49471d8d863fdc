import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  CHAMPS_ECRITS,
  contenuVide,
  type ChampEnregistre,
  type ChampId,
  type ContenuFiche,
  type FicheLue,
} from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';

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
  const { body } = await equipe
    .post(`/contrats/${contrat.contratId}/fiches`, {
      enjeuId: contrat.enjeuId,
      rang: null,
      titre: 'Espaces de dialogue',
    })
    .expect(201);
  ficheId = (body as FicheLue).id;
});

const ecrire = (client: Client, champ: string, valeur: unknown, version = 0) =>
  client.put(`/fiches/${ficheId}/champs/${champ}`, version, { valeur });

async function ecrit<C extends ChampId>(champ: C, valeur: unknown, version = 0): Promise<ChampEnregistre<C>> {
  const { body } = await ecrire(equipe, champ, valeur, version).expect(200);
  return body as ChampEnregistre<C>;
}

async function lue(): Promise<FicheLue> {
  return (await equipe.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue;
}

async function refus(champ: string, valeur: unknown, statut: number): Promise<Probleme> {
  const { body, headers } = await ecrire(equipe, champ, valeur, champ === 'titre' ? 1 : 0).expect(statut);
  expect(headers['content-type']).toContain('application/problem+json');
  return body as Probleme;
}

function contenuComplet(): ContenuFiche {
  const liste = (...textes: string[]) =>
    textes.map((texte) => ({ id: randomUUID() as string, texte: `<p>${texte}</p>` }));
  const villes = { organisationId: null, categorie: 'ville' as const, libelle: 'Villes' };
  const bailleur = { organisationId: contrat.organisations.bailleur, categorie: null, libelle: 'Val Habitat' };
  return {
    orientation: contrat.orientationId,
    titre: 'Favoriser la création d’espaces de dialogue',
    titreCourt: 'Espaces de dialogue',
    pilotes: [villes],
    referents: [{ ...villes, personneId: contrat.personnes.referentA, fonction: 'Référents politique de la ville' }],
    resultatsAttendus: liste('Conforter les espaces', 'Aller <strong>vers</strong> les habitants'),
    interetHabitants: liste('Être entendus'),
    interetTerritoire: liste('Des projets adaptés'),
    interetPartenaires: liste('Comprendre les attentes'),
    cadreQuand: { texte: '<p>En continu</p>', debut: '2024-01-01', fin: '2030-12-31', continu: true },
    cadreOu: {
      texte: '<p>Deux quartiers</p>',
      portee: 'selection',
      qpv: [contrat.qpv.a1],
      communes: [contrat.communes.b],
    },
    cadreAvecQui: { texte: '<p>Les habitants</p>', acteurs: [bailleur] },
    cadreAvecQuoi: { texte: '<p>Selon le quartier</p>', modalites: liste('Conforter', 'Créer') },
    publicCible: { texte: '<p>Tous</p>', publics: ['tous-habitants', 'adolescents'] },
    contexte: '<p>Un contexte</p><ul><li><p>avec une liste</p></li></ul>',
    facteursFavorables: liste('Des acteurs impliqués'),
    facteursDefavorables: liste('Une mobilisation fragile'),
    planAction: liste('Fixer un cadre').map((element) => ({ ...element, genre: 'principe' as const })),
    moyensHumains: liste('Animation').map((element) => ({ ...element, etp: 0.5 })),
    moyensFinanciers: liste('Fonds de participation'),
    lignesBudget: [
      {
        id: randomUUID(),
        annee: 2025,
        financeur: 'Ville',
        nature: 'droit-commun',
        prevu: 1_200_000,
        obtenu: 0,
        realise: null,
      },
    ],
    partenaires: [bailleur, { organisationId: null, categorie: null, libelle: 'Collectifs locaux' }],
    resumePublic: 'Des lieux pour se parler.\nDans chaque quartier.',
    dispositifs: ['NPNRU', 'Cité éducative'],
    p147: ['Lien social'],
    documents: [{ id: randomUUID(), titre: 'Charte', adresse: 'https://exemple.fr/charte.pdf' }],
    sectionsSupplementaires: [{ id: randomUUID(), libelle: 'Articulation', texte: '<p>Avec le PLH</p>' }],
  };
}

describe('writing the fields of a fiche', () => {
  it('takes every field of the registry and gives each back as it was written', async () => {
    const contenu = contenuComplet();

    for (const { id } of CHAMPS_ECRITS) {
      const { valeur, etat } = await ecrit(id, contenu[id], id === 'titre' ? 1 : 0);
      expect({ champ: id, valeur }).toEqual({ champ: id, valeur: contenu[id] });
      expect(etat).toMatchObject({ version: id === 'titre' ? 2 : 1, modifiePar: 'Personne equipe' });
    }

    const fiche = await lue();
    expect(fiche.contenu).toEqual(contenu);
    expect(fiche.orientationTexte).toBe('Agir avec les habitants.');
    expect(fiche.completude).toMatchObject({ remplis: 24, total: 27 });
    expect(fiche.completude.manques.map(({ champ }) => champ)).toEqual([
      'indicateursRealisation',
      'indicateursResultat',
      'indicateursImpact',
    ]);
  });

  it('empties every field again but the title', async () => {
    const contenu = contenuComplet();
    const vide = contenuVide();
    const vidables = CHAMPS_ECRITS.map(({ id }) => id).filter((id) => id !== 'titre');

    for (const id of vidables) {
      await ecrit(id, contenu[id]);
      await ecrit(id, vide[id], 1);
    }

    const fiche = await lue();
    expect(fiche.completude.remplis).toBe(4);
    const { rows } = await app.get(Base).pool.query('select from fiche_reference where fiche_id = $1', [ficheId]);
    expect(rows).toHaveLength(0);
  });

  it('answers with the version of the field, so that the next write can start from it', async () => {
    const premiere = await ecrire(equipe, 'contexte', '<p>Un</p>').expect(200);
    expect(premiere.headers['etag']).toBe('"1"');

    const { etat } = await ecrit('contexte', '<p>Deux</p>', 1);
    expect(etat.version).toBe(2);
    expect((await lue()).champs.contexte).toEqual(etat);
  });

  it('takes the same value again without a new version nor a line in the history', async () => {
    await ecrit('contexte', '<p>Un</p>');
    const { etat } = await ecrit('contexte', '<p>Un</p>', 0);
    const historique = await equipe.get(`/fiches/${ficheId}/historique`).expect(200);

    expect(etat.version).toBe(1);
    expect(historique.body).toHaveLength(2);
  });

  it('tells in the history who wrote what, from what to what', async () => {
    await ecrit('contexte', '<p>Un</p>');
    await ecrit('contexte', '<p>Deux</p>', 1);
    const { body } = await equipe.get(`/fiches/${ficheId}/historique`).expect(200);

    expect(body[0]).toMatchObject({
      auteur: { id: contrat.personnes.equipe, nom: 'Personne equipe' },
      objet: 'fiche',
      champ: 'contexte',
      avant: '<p>Un</p>',
      apres: '<p>Deux</p>',
    });
  });

  it('gives an id to new entries and keeps that of known ones', async () => {
    const { valeur } = await ecrit('resultatsAttendus', [{ texte: '<p>Un</p>' }, { texte: '<p>Deux</p>' }]);
    const [un, deux] = valeur;
    expect(un?.id).not.toBe(deux?.id);

    const suite = await ecrit('resultatsAttendus', [deux, un], 1);
    expect(suite.valeur).toEqual([deux, un]);
  });
});

describe('refusing what is not of the shape of the field', () => {
  it.each([
    ['a text of 21,000 characters', 'contexte', `<p>${'a'.repeat(21_000)}</p>`, '/valeur'],
    ['an empty title', 'titre', '', '/valeur'],
    ['a title that is a number', 'titre', 12, '/valeur'],
    ['an object for a text', 'contexte', { texte: 'x' }, '/valeur'],
    ['a text for a list', 'resultatsAttendus', 'un texte', '/valeur'],
    [
      'an entry whose text is a number',
      'resultatsAttendus',
      [{ texte: '<p>bon</p>' }, { texte: 3 }],
      '/valeur/1/texte',
    ],
    ['a list in a list', 'resultatsAttendus', [[{ texte: '<p>imbriqué</p>' }]], '/valeur'],
    ['an absent entry', 'resultatsAttendus', [null], '/valeur'],
    ['an invented id', 'resultatsAttendus', [{ id: 'moi', texte: '' }], '/valeur/0/id'],
    ['an unknown field', 'resultatsAttendus', [{ texte: '', autre: 1 }], '/valeur/0/autre'],
    ['a hundred and one entries', 'resultatsAttendus', Array.from({ length: 101 }, () => ({ texte: '' })), '/valeur'],
    ['an unknown kind', 'planAction', [{ texte: '', genre: 'voeu' }], '/valeur/0/genre'],
    ['a negative number', 'moyensHumains', [{ texte: '', etp: -1 }], '/valeur/0/etp'],
    ['an impossible day', 'cadreQuand', { texte: '', debut: '2026-02-30', fin: null, continu: false }, '/valeur/debut'],
    ['a missing part', 'cadreQuand', { texte: '', debut: null, fin: null }, '/valeur/continu'],
    ['a list for an object', 'cadreQuand', [], '/valeur'],
    ['null for an object', 'cadreQuand', null, '/valeur'],
    ['an unknown scope', 'cadreOu', { texte: '', portee: 'partout', qpv: [], communes: [] }, '/valeur/portee'],
    ['an unknown public', 'publicCible', { texte: '', publics: ['tout-le-monde'] }, '/valeur/publics'],
    [
      'an unknown category',
      'pilotes',
      [{ organisationId: null, categorie: 'mairie', libelle: 'Mairie' }],
      '/valeur/0/categorie',
    ],
    [
      'an object for an id',
      'pilotes',
      [{ organisationId: { $ne: null }, categorie: null, libelle: 'X' }],
      '/valeur/0/organisationId',
    ],
    ['an address that is a script', 'documents', [{ titre: 'X', adresse: 'javascript:alert(1)' }], '/valeur/0/adresse'],
    ['the same label twice', 'dispositifs', ['NPNRU', 'NPNRU'], '/valeur'],
    ['a sentence for an id', 'orientation', 'une phrase', '/valeur'],
  ])('refuses %s (%s)', async (_, champ, valeur, pointeur) => {
    expect(pointeurs(await refus(champ, valeur, 400))).toEqual([pointeur]);
    expect((await lue()).champs).toEqual(champ === 'titre' ? expect.anything() : { titre: expect.anything() });
  });

  it('refuses years outside the contrat, an end before its beginning, and two actors in one mention', async () => {
    const quand = { texte: '', debut: '2023-12-31', fin: '2031-01-01', continu: false };
    expect(pointeurs(await refus('cadreQuand', quand, 422))).toEqual(['/valeur/debut', '/valeur/fin']);
    const inverse = { ...quand, debut: '2026-02-01', fin: '2026-01-31' };
    expect(pointeurs(await refus('cadreQuand', inverse, 422))).toEqual(['/valeur/fin']);
    const deux = [{ organisationId: contrat.organisations.villeA, categorie: 'ville', libelle: 'Tours' }];
    expect(pointeurs(await refus('pilotes', deux, 422))).toEqual(['/valeur/0/categorie']);
    const meme = randomUUID();
    const doubles = [
      { id: meme, texte: '' },
      { id: meme, texte: '' },
    ];
    expect(pointeurs(await refus('moyensFinanciers', doubles, 422))).toEqual(['/valeur/1/id']);
  });

  it('refuses what the contrat does not know, and names where', async () => {
    const autre = await creerContrat(app);
    const cite = (organisationId: string) => ({ organisationId, categorie: null, libelle: 'X' });

    const pilotes = [cite(contrat.organisations.villeA), cite(autre.organisations.villeA)];
    expect(pointeurs(await refus('pilotes', pilotes, 422))).toEqual(['/valeur/1/organisationId']);
    const referents = [{ ...cite(contrat.organisations.villeA), personneId: autre.personnes.equipe, fonction: '' }];
    expect(pointeurs(await refus('referents', referents, 422))).toEqual(['/valeur/0/personneId']);
    const ou = { texte: '', portee: 'selection', qpv: [contrat.qpv.a1, 'QN07501M'], communes: ['37001'] };
    expect(pointeurs(await refus('cadreOu', ou, 422))).toEqual(['/valeur/qpv/1', '/valeur/communes/0']);
    const avecQui = { texte: '', acteurs: [cite(randomUUID())] };
    expect(pointeurs(await refus('cadreAvecQui', avecQui, 422))).toEqual(['/valeur/acteurs/0/organisationId']);
    expect(pointeurs(await refus('orientation', autre.orientationId, 422))).toEqual(['/valeur']);
  });

  it('refuses a field that is not in the registry, and a body that is not { valeur }', async () => {
    await ecrire(equipe, 'statut', 'en-vigueur').expect(404);
    await ecrire(equipe, '__proto__', {}).expect(404);
    await ecrire(equipe, 'indicateursImpact', []).expect(404);
    await equipe.put(`/fiches/${ficheId}/champs/contexte`, 0, { valeur: '', autre: 1 }).expect(400);
    await equipe.put(`/fiches/${ficheId}/champs/contexte`, 0, []).expect(400);
    await equipe.put(`/fiches/${ficheId}/champs/contexte`, null, { valeur: '' }).expect(428);
  });

  it('keeps nothing dangerous of a rich text, and none of the invisible characters that entities write', async () => {
    const hostile =
      '<p onclick="x()">Bon<script>alert(1)</script>jour <a href="javascript:x()">lien</a><img src=x onerror=y></p>' +
      'co&shy;hé&#x200B;sion <a href="java&shy;script:x()">lien</a> <strong>gras</strong>';
    const { valeur } = await ecrit('contexte', hostile);

    expect(valeur).toBe('<p>Bonjour <a>lien</a></p>cohésion <a>lien</a> <strong>gras</strong>');
    expect((await lue()).contenu.contexte).toBe(valeur);
  });

  it.each([
    ['a null character', 'a\u0000b', 'Le caractère 2 de ce texte (U+0000)'],
    ['half of a character', '\uD83C\uDFD9\uD800', 'Le caractère 2 de ce texte (U+D800)'],
    ['a soft hyphen', 'co\u00ADhésion', 'Le caractère 3 de ce texte (U+00AD)'],
    ['a glyph of one font alone', '\uF0B7 un', 'Le caractère 1 de ce texte (U+F0B7)'],
    ['a mark that turns the text around', 'a\u202Eb', 'Le caractère 2 de ce texte (U+202E)'],
  ])('refuses %s rather than take it away, and says where it is', async (_, valeur, debut) => {
    const { errors } = await refus('contexte', valeur, 422);
    expect(errors).toEqual([{ pointer: '/valeur', detail: expect.stringContaining(debut) }]);
    const { errors: dedans } = await refus('cadreAvecQui', { texte: 'ok', acteurs: [{ libelle: valeur }] }, 422);
    expect(dedans).toEqual([{ pointer: '/valeur/acteurs/0/libelle', detail: expect.stringContaining(debut) }]);
    expect((await lue()).champs).not.toHaveProperty('contexte');
  });

  it('answers 4xx to malformed, huge, deep and polluting bodies, and writes nothing', async () => {
    const brut = (corps: string) =>
      equipe.put(`/fiches/${ficheId}/champs/contexte`, 0).set('Content-Type', 'application/json').send(corps);

    await brut('{"valeur":').expect(400);
    await brut(JSON.stringify({ valeur: 'a'.repeat(2_000_000) })).expect(413);
    await brut(`{"valeur":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).expect(400);
    await brut(`{"valeur":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`).expect(400);
    await brut('{"valeur":{"constructor":1}}').expect(400);
    await brut('{"valeur":{"__proto__":{"then":1}}}').expect(400);
    await brut('{"valeur":1e400}').expect(400);
    expect((await lue()).champs).not.toHaveProperty('contexte');
  });
});

describe('who may write a field', () => {
  const piloter = (organisationId: string | null, categorie: string | null = null) =>
    ecrit('pilotes', [{ organisationId, categorie, libelle: 'Pilote' }]);

  it('lets a référent write the fiches of their organisation, not the others', async () => {
    await piloter(contrat.organisations.villeA);
    await ecrire(await contrat.en('referentA'), 'contexte', '<p>A</p>').expect(200);
    await ecrire(await contrat.en('referentB'), 'contexte', '<p>B</p>', 1).expect(403);
  });

  it('opens a fiche piloted by « Villes » to the référents of every ville', async () => {
    await piloter(null, 'ville');
    await ecrire(await contrat.en('referentA'), 'contexte', '<p>A</p>').expect(200);
    await ecrire(await contrat.en('referentB'), 'contexte', '<p>B</p>', 1).expect(200);
  });

  it.each(['delegue', 'contributeur', 'lecteur'] as const)('refuses a %s', async (personnage) => {
    await piloter(contrat.organisations.villeA);
    await ecrire(await contrat.en(personnage), 'contexte', '<p>X</p>').expect(403);
  });

  it('does not know the fiche of another contrat', async () => {
    const autre = await creerContrat(app);
    await ecrire(await autre.en('equipe'), 'contexte', '<p>X</p>').expect(404);
    await (await autre.en('equipe')).get(`/fiches/${ficheId}`).expect(404);
    await ecrire(equipe, 'contexte', '<p>X</p>').expect(200);
  });
});

describe('several people at once', () => {
  it('lets exactly one of twenty writers of the same field through, and shows the others what stands', async () => {
    const tous = await Promise.all(
      Array.from({ length: 20 }, (_, rang) => ecrire(equipe, 'contexte', `<p>Auteur ${rang}</p>`)),
    );
    const passes = tous.filter(({ status }) => status === 200);
    const refuses = tous.filter(({ status }) => status === 412);

    expect([passes.length, refuses.length]).toEqual([1, 19]);
    const { valeur, etat } = passes[0]?.body as ChampEnregistre;
    for (const { body } of refuses) expect((body as Probleme).actuel).toEqual({ valeur, etat });
    expect((await lue()).contenu.contexte).toBe(valeur);
  });

  it('loses nothing of writers of different fields', async () => {
    const ecrits = ['contexte', 'resumePublic', 'titreCourt', 'dispositifs', 'p147'] as const;
    const valeurs = { contexte: '<p>C</p>', resumePublic: 'R', titreCourt: 'T', dispositifs: ['D'], p147: ['P'] };
    await Promise.all(ecrits.map((champ) => ecrire(equipe, champ, valeurs[champ]).expect(200)));

    const fiche = await lue();
    expect(fiche.contenu).toMatchObject(valeurs);
    expect(fiche.version).toBe(6);
  });

  it('keeps the text of a writer who comes too late, and shows both', async () => {
    await ecrit('contexte', '<p>Le premier</p>');
    const { body } = await ecrire(equipe, 'contexte', '<p>Le second</p>').expect(412);

    expect((body as Probleme).actuel).toMatchObject({
      valeur: '<p>Le premier</p>',
      etat: { version: 1, modifiePar: 'Personne equipe' },
    });
    await ecrit('contexte', '<p>Le second</p>', 1);
  });
});
