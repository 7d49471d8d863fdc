import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Action, CHAMPS_ECRITS } from '@pleniere/fiches/domain';
import type { ApercuEchange, Echange, FicheEchangee, RapportEchange } from '@pleniere/restitution/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { Ajv2020 } from 'ajv/dist/2020';
import * as fc from 'fast-check';
import type { Response } from 'supertest';
import {
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  mettreEnVigueur,
  poserFiche,
  poserIndicateur,
  saisie,
} from '../../testing';
import { exporterDemo } from '../../testing/echanges/exporter-demo';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;

/** A contrat without any frame: what comes in is all that it holds. */
const VIDER = [
  `update organisation set nom = nom || ' (ici)', commune_code = null where contrat_id = $1`,
  ...['orientation', 'enjeu', 'qpv', 'commune'].map((table) => `delete from ${table} where contrat_id = $1`),
];

async function contratVide(): Promise<ContratDeTest> {
  const vide = await creerContrat(app);
  for (const requete of VIDER) await app.get(Base).pool.query(requete, [vide.contratId]);
  return vide;
}

async function exporter(ou: ContratDeTest): Promise<Echange> {
  const client = await ou.en('equipe');
  const { text } = await client.get(`/contrats/${ou.contratId}/echange.json`).expect(200);
  return JSON.parse(text) as Echange;
}

async function envoyer(ou: ContratDeTest, fichier: unknown, suite = ''): Promise<Response> {
  const client = await ou.en('equipe');
  const octets = Buffer.from(typeof fichier === 'string' ? fichier : JSON.stringify(fichier));
  return client.post(`/contrats/${ou.contratId}/echange${suite}`, null).attach('fichier', octets, 'contrat.json');
}

async function importer(ou: ContratDeTest, fichier: unknown, choix = 'statut=en-vigueur'): Promise<RapportEchange> {
  const { status, body } = await envoyer(ou, fichier, `?${choix}`);
  expect({ status, body: status === 201 ? {} : body }).toEqual({ status: 201, body: {} });
  return body as RapportEchange;
}

const compter = async (ou: ContratDeTest): Promise<number> => (await exporter(ou)).fiches.length;

// A contrat keeps its own name and years: the rest is what an exchange is about.
const sansTete = ({ communes, quartiers, enjeux, organisations, fiches }: Echange) => ({
  ...{ communes, quartiers, enjeux, organisations, fiches },
});

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});
afterAll(() => app.close());

async function peupler(): Promise<void> {
  const { organisations, personnes, qpv, orientationId } = contrat;
  const villeA = { organisationId: organisations.villeA, categorie: null, libelle: 'Ville de Tours' };
  const ficheId = await poserFiche(app, contrat, {
    contenu: {
      titre: 'Espaces de dialogue',
      orientation: orientationId,
      pilotes: [villeA],
      referents: [{ ...villeA, fonction: 'Référente', personneId: personnes.referentA }],
      cadreOu: { texte: '', portee: 'selection', qpv: [qpv.a1], communes: [] },
      resultatsAttendus: [
        { id: 'b0b1a2c3-0000-4000-8000-000000000001', texte: '<p>Un lieu par quartier.</p>' },
        { id: 'b0b1a2c3-0000-4000-8000-000000000002', texte: '<p>Des réponses.</p>' },
      ],
    },
  });
  const { id } = await poserIndicateur(contrat, ficheId);
  await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(id, { valeur: 84 })] }).expect(200);
}

/** A fiche in force of which a line of budget pays the second action. */
async function payerUneAction(): Promise<void> {
  const ficheId = await poserFiche(app, contrat, { rang: 3, statut: 'brouillon' });
  const creer = (titre: string) =>
    equipe.post(`/fiches/${ficheId}/actions`, {
      ...{ titre, description: '', pilote: '', echeance: null, statut: 'en-cours' },
      ...{ niveauParticipation: 'decision', etapes: [], refDauphin: '' },
    });
  await creer('Ouvrir').expect(201);
  const actionId = ((await creer('Animer').expect(201)).body as Action).id;
  const ligne = { annee: 2026, financeur: 'Ville', nature: 'droit-commun', prevu: 100, obtenu: 90, realise: null };
  const valeur = [{ ...ligne, actionId }, { ...ligne, actionId: null }, ligne];
  await equipe.put(`/fiches/${ficheId}/champs/lignesBudget`, 0, { valeur }).expect(200);
  await mettreEnVigueur(app, ficheId);
}

describe('exchange: success', () => {
  it('holds what is in force by codes and names, without an id nor a person', async () => {
    await peupler();
    await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    const echange = await exporter(contrat);
    const [fiche] = echange.fiches;
    expect(echange.fiches).toHaveLength(1);
    expect(fiche?.contenu).toMatchObject({
      orientation: 'Agir avec les habitants.',
      pilotes: [{ organisation: 'Ville de Tours', categorie: null, libelle: 'Ville de Tours' }],
      referents: [{ organisation: 'Ville de Tours', fonction: 'Référente' }],
    });
    expect(fiche?.indicateurs[0]?.valeurs[0]).toMatchObject({ valeur: 84 });
    const texte = JSON.stringify(echange);
    expect(texte).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(texte).not.toContain('Personne referentA');
  });

  it('follows the schema that is published, which knows every field of the registry', async () => {
    await peupler();
    const { body } = await equipe.get('/schemas/echange.json').expect(200);
    const schema = body as { properties: { fiches: { items: { properties: { contenu: { properties: object } } } } } };
    const { properties } = schema.properties.fiches.items.properties.contenu;
    expect(Object.keys(properties).sort()).toEqual(CHAMPS_ECRITS.map(({ id }) => id).sort());
    const valider = new Ajv2020({ strict: false, formats: { date: true } }).compile(schema);
    expect({ suivi: valider(await exporter(contrat)), erreurs: valider.errors }).toEqual({
      suivi: true,
      erreurs: null,
    });
  });

  it('comes into another contrat to an equal content, under new ids, told to the journal', async () => {
    await peupler();
    const fichier = await exporter(contrat);
    const ailleurs = await contratVide();
    const rapport = await importer(ailleurs, fichier);
    expect(rapport.crees).toMatchObject({ fiches: 1, indicateurs: 1, valeurs: 1, enjeux: 1, quartiers: 3 });
    expect(sansTete(await exporter(ailleurs))).toEqual(sansTete(fichier));
    const client = await ailleurs.en('equipe');
    const { body } = await client.get(`/contrats/${ailleurs.contratId}/historique?objet=echange`).expect(200);
    expect((body as { entrees: unknown[] }).entrees).toHaveLength(1);
  });

  it('takes the action that a line of budget pays by its rank', async () => {
    await payerUneAction();
    const fichier = await exporter(contrat);
    const budget = ({ fiches }: Echange) => fiches[0]?.contenu.lignesBudget as { action?: number | null }[];
    expect(budget(fichier).map(({ action }) => action)).toEqual([1, null, undefined]);
    const ailleurs = await contratVide();
    await importer(ailleurs, fichier);
    expect(sansTete(await exporter(ailleurs))).toEqual(sansTete(fichier));
    const [ligne] = budget(fichier);
    if (ligne) ligne.action = 7;
    const { status, body } = await envoyer(await contratVide(), fichier);
    expect([status, (body as Probleme).errors?.[0]?.pointer]).toEqual([422, '/fiches/0/contenu/lignesBudget/0/action']);
  });

  it('takes the whole demo contrat to an equal content', async () => {
    const fichier = await exporterDemo();
    expect(fichier.fiches.length).toBeGreaterThan(10);
    const ailleurs = await contratVide();
    await importer(ailleurs, fichier);
    expect(sansTete(await exporter(ailleurs))).toEqual(sansTete(fichier));
  }, 60_000);

  it('comes as drafts unless the texts are said to be in force', async () => {
    await peupler();
    const fichier = await exporter(contrat);
    const ailleurs = await contratVide();
    await importer(ailleurs, fichier, 'conflits=refuser');
    expect(await compter(ailleurs)).toBe(0);
    const client = await ailleurs.en('equipe');
    const { body } = await client.get('/fiches/T1.1').expect(200);
    expect(body).toMatchObject({ code: 'T1.1', statut: 'brouillon', contenu: { titre: 'Espaces de dialogue' } });
  });

  it('shows what would come in, and renumbers a taken code when that is chosen', async () => {
    await peupler();
    const fichier = await exporter(contrat);
    const { body } = await envoyer(contrat, fichier, '/apercu?conflits=renumeroter');
    const apercu = body as ApercuEchange;
    expect(apercu).toMatchObject({ bloque: false, crees: { enjeux: 0, organisations: 0, fiches: 1 } });
    expect(apercu.fiches).toEqual([{ code: 'T1.1', titre: 'Espaces de dialogue', codeFinal: 'T1.2', prise: true }]);
    await importer(contrat, fichier, 'conflits=renumeroter&statut=en-vigueur');
    expect((await exporter(contrat)).fiches.map(({ code }) => code)).toEqual(['T1.1', 'T1.2']);
  });
});

const FICHE: FicheEchangee = {
  code: 'T1.1',
  contenu: { titre: 'Projet' },
  actions: [],
  declinaisons: [],
  indicateurs: [],
};

function fichierDe(...fiches: Partial<FicheEchangee>[]): Echange {
  return {
    schema: 'echange/1',
    contrat: { titre: 'Contrat de ville voisin', titreCourt: 'Voisin', anneeDebut: 2024, anneeFin: 2030 },
    ...{ communes: [], quartiers: [], organisations: [] },
    enjeux: [
      { type: 'transversal', numero: 1, intitule: 'Participation', couleur: '#1b3a6b', orientations: ['Agir.'] },
    ],
    fiches: fiches.map((fiche) => ({ ...FICHE, ...fiche })),
  };
}

describe('exchange: validation', () => {
  it('refuses taken codes by name, and writes nothing', async () => {
    await peupler();
    const { status, body } = await envoyer(contrat, await exporter(contrat));
    expect([status, (body as Probleme).detail]).toEqual([409, expect.stringContaining('T\u00A01.1') as string]);
    expect(await compter(contrat)).toBe(1);
  });

  it.each<[string, unknown, string | undefined]>([
    ['what is no JSON', '{"schema":', undefined],
    ['what nests too deep', '['.repeat(50_000), undefined],
    ['another form', { ...fichierDe(), schema: 'echange/9' }, '/schema'],
    ['an unknown property', { ...fichierDe(), personnes: [] }, ''],
    [
      'a day that does not exist',
      fichierDe({ contenu: { cadreQuand: { texte: '', debut: '2024-02-31', fin: null, continu: true } } }),
      '/fiches/0/contenu/cadreQuand/debut',
    ],
    ['a fiche given twice', fichierDe({}, {}), '/fiches/1'],
    ['a fiche of no enjeu', fichierDe({ code: 'E4.1' }), '/fiches/0/code'],
    [
      'an organisation that is absent',
      fichierDe({ contenu: { titre: 'P', pilotes: [{ organisation: 'Nulle part', categorie: null, libelle: 'x' }] } }),
      '/fiches/0',
    ],
    [
      'an orientation of another enjeu',
      fichierDe({ contenu: { titre: 'P', orientation: 'Ailleurs.' } }),
      '/fiches/0/contenu/orientation',
    ],
    [
      'an address that leads nowhere',
      fichierDe({ contenu: { titre: 'P', documents: [{ titre: 'x', adresse: 'javascript:alert(1)' }] } }),
      '/fiches/0/contenu/documents/0/adresse',
    ],
  ])('refuses %s with a reason in French and a pointer, whole', async (_, fichier, pointeur) => {
    const { status, body } = await envoyer(contrat, fichier);
    const { errors, detail } = body as Probleme;
    expect([400, 422]).toContain(status);
    expect(`${detail ?? ''} ${errors?.[0]?.detail ?? ''}`).not.toMatch(/\b(must|should|Unexpected)\b/);
    expect(errors?.[0]?.pointer).toBe(pointeur);
    expect(await compter(contrat)).toBe(0);
  });

  it('cleans a hostile text rather than keeping it', async () => {
    const contexte = '<p onclick="x()">Bonjour<script>alert(1)</script>\u0000</p>';
    await importer(contrat, fichierDe({ contenu: { titre: 'Projet', contexte } }));
    expect((await exporter(contrat)).fiches[0]?.contenu.contexte).toBe('<p>Bonjour</p>');
  });

  it('never fails, whatever the bytes', async () => {
    const valide = JSON.stringify(fichierDe({}));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(valide.length - 1),
        fc.constantFrom('', '"', '[', '{', 'null', '\\u0000', '1e999'),
        async (ou, mot) => {
          const { status } = await envoyer(contrat, valide.slice(0, ou) + mot + valide.slice(ou + 1), '/apercu');
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('exchange: access', () => {
  it.each(['referentA', 'delegue', 'contributeur', 'lecteur'] as const)('is closed to %s', async (personnage) => {
    const client = await contrat.en(personnage);
    await client.get(`/contrats/${contrat.contratId}/echange.json`).expect(403);
  });

  it('keeps to its own contrat', async () => {
    await peupler();
    const ailleurs = await creerContrat(app);
    const client = await ailleurs.en('equipe');
    expect([403, 404]).toContain((await client.get(`/contrats/${contrat.contratId}/echange.json`)).status);
    expect(await compter(ailleurs)).toBe(0);
  });
});

describe('laws of an exchange', () => {
  const mots = fc.lorem({ maxCount: 6 });
  const paragraphe = mots.map((texte) => `<p>${texte}</p>`);
  const elements = fc.array(
    paragraphe.map((texte) => ({ texte })),
    { maxLength: 3 },
  );
  const contenu = fc.record(
    { titre: mots, contexte: paragraphe, resultatsAttendus: elements, interetHabitants: elements, resumePublic: mots },
    { requiredKeys: ['titre'] },
  );
  const actions = fc.uniqueArray(
    fc.record({
      ...{ rang: fc.nat(30), titre: mots, description: paragraphe, pilote: mots },
      echeance: fc.constantFrom(null, '2026-03-01'),
      statut: fc.constantFrom('a-venir' as const, 'realisee' as const),
      niveauParticipation: fc.constant('aucune' as const),
      etapes: fc.array(fc.record({ libelle: mots, faite: fc.boolean() }), { maxLength: 2 }),
      refDauphin: fc.constant(''),
    }),
    { selector: ({ rang }) => rang, maxLength: 3 },
  );
  const fiches = fc.uniqueArray(fc.record({ code: fc.nat(8).map((rang) => `T1.${rang + 1}`), contenu, actions }), {
    selector: ({ code }) => code,
    minLength: 1,
    maxLength: 4,
  });

  it('what comes out of what came in is what came in', async () => {
    await fc.assert(
      fc.asyncProperty(fiches, async (generees) => {
        const [ici, la] = [await contratVide(), await contratVide()];
        await importer(ici, fichierDe(...generees));
        const sorti = await exporter(ici);
        await importer(la, sorti);
        expect(sansTete(await exporter(la))).toEqual(sansTete(sorti));
        expect(sorti.fiches).toHaveLength(generees.length);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
