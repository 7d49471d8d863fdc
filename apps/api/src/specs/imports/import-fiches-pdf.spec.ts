import type { NestExpressApplication } from '@nestjs/platform-express';
import { lireDocument } from '@pleniere/fiches/api';
import { composer, type ContenuFiche, type FicheProposee, type Repertoire } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import { creerContrat, demarrerApi } from '../../testing';
import { ecrirePdf, type LignePdf } from '../../testing/documents/fichiers';
import { poserFiche } from '../../testing/poser';

const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };

async function lire(octets: Uint8Array): Promise<FicheProposee> {
  const lu = await lireDocument({ nom: 'fiche.pdf', octets });
  if ('refus' in lu) throw new Error(lu.refus);
  const { document, passages } = lu;
  expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
  return composer(document, passages, { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: () => 'id' });
}

function mots(valeur: unknown): string[] {
  if (typeof valeur === 'string') return texteBrut(valeur).split('\n').filter(Boolean);
  if (Array.isArray(valeur)) return valeur.flatMap(mots);
  const { texte, libelle } = valeur as { texte?: string; libelle?: string };
  return [...(libelle === undefined ? [] : [libelle]), ...(texte === undefined ? [] : mots(texte))];
}

const enMots = (contenu: Partial<ContenuFiche>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(contenu).map(([champ, valeur]) => [champ, mots(valeur)]));

/** Rows of a sheet without borders: the lines of the heading, and those of the content. */
const RANGEES: [string[], string[]][] = [
  [['Pilote du projet'], ['Ville de Tours']],
  [
    ['Objectifs'],
    [
      '- Ouvrir trois lieux dans les quartiers du contrat pour que',
      'chacun y trouve sa place',
      '- Former vingt habitants',
      '- Faire vivre les lieux le soir',
      '- Garder les portes ouvertes',
    ],
  ],
  [['Calendrier'], ['De 2025 à 2027']],
  [['Territoires', 'concernés'], ['Sanitas']],
  [
    ['Contexte /', 'diagnostic'],
    [
      'Les quartiers manquent de lieux de rencontre ouverts après',
      'dix-huit heures et le samedi. Les habitants le disent depuis',
      'longtemps aux conseils citoyens.',
      'Les associations sont prêtes à les animer.',
    ],
  ],
  [['Public cible'], ['Les jeunes de 16 à 25 ans', 'Les familles']],
  [['Partenaires'], ['CAF', 'Bailleurs', 'Associations']],
  [['Budget'], ['12 000 euros']],
];

const ATTENDU = {
  titre: ['Ouvrir des lieux du soir'],
  pilotes: ['Ville de Tours'],
  resultatsAttendus: [
    'Ouvrir trois lieux dans les quartiers du contrat pour que chacun y trouve sa place',
    'Former vingt habitants',
    'Faire vivre les lieux le soir',
    'Garder les portes ouvertes',
  ],
  cadreQuand: ['De 2025 à 2027'],
  cadreOu: ['Sanitas'],
  contexte: [
    'Les quartiers manquent de lieux de rencontre ouverts après dix-huit heures et le samedi. Les habitants le disent depuis longtemps aux conseils citoyens.',
    'Les associations sont prêtes à les animer.',
  ],
  publicCible: ['Les jeunes de 16 à 25 ans', 'Les familles'],
  partenaires: ['CAF', 'Bailleurs', 'Associations'],
  moyensFinanciers: ['12 000 euros'],
};
const INTERLIGNE = 15;

/** The rows on pages, each heading at the top of its cell or in the middle of it. */
function enPages(centre: boolean, blanc: number): LignePdf[][] {
  const pages: LignePdf[][] = [];
  let page: LignePdf[] = [
    { texte: 'Fiche action T 2.1', x: 60, y: 400 },
    { texte: 'Ouvrir des lieux du soir', x: 60, y: 380 },
  ];
  let y = 340;
  for (const [libelle, contenu] of RANGEES) {
    const hauteur = Math.max(libelle.length, contenu.length);
    if (y - hauteur * INTERLIGNE < 60) {
      pages.push(page);
      [page, y] = [[], 700];
    }
    const ecrire = (lignes: string[], x: number): void => {
      const marge = centre ? ((hauteur - lignes.length) * INTERLIGNE) / 2 : 0;
      page.push(...lignes.map((texte, rang) => ({ texte, x, y: y - marge - rang * INTERLIGNE })));
    };
    ecrire(libelle, 60);
    ecrire(contenu, 220);
    y -= hauteur * INTERLIGNE + blanc;
  }
  return [...pages, page];
}

describe('fiches in PDF, in two columns that nothing draws', () => {
  it.each([
    ['at the top of their cells', false, 12],
    ['at the top of their cells, without any blank between the rows', false, 0],
    ['in the middle of their cells', true, 12],
    ['in the middle of their cells, the rows being close', true, 6],
    ['in the middle of their cells, without any blank between the rows', true, 0],
  ])('are read when the headings stand %s', async (_, centre, blanc) => {
    const pages = enPages(centre, blanc);
    expect(pages.length).toBeGreaterThan(1);
    const { code, contenu } = await lire(ecrirePdf(pages));
    expect(code).toBe('T2.1');
    expect(enMots(contenu)).toEqual(ATTENDU);
  });
});

describe('a fiche that the product itself printed', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await demarrerApi();
  });
  afterAll(() => app.close());

  const entree = (texte: string) => ({ id: crypto.randomUUID(), texte: `<p>${texte}</p>` });
  const acteur = (libelle: string) => ({ organisationId: null, categorie: null, libelle });

  it('comes back with the same words in the same fields', async () => {
    const contrat = await creerContrat(app);
    const contenu = {
      titre: 'Ouvrir des lieux du soir',
      resumePublic: 'Des lieux ouverts le soir. Pour tous.',
      pilotes: [acteur('Ville de Tours')],
      resultatsAttendus: [entree('Ouvrir trois lieux'), entree('Former vingt habitants')],
      interetHabitants: [entree('Se rencontrer')],
      cadreQuand: { texte: '<p>De 2025 à 2027</p>', debut: null, fin: null, continu: false },
      cadreOu: { texte: '<p>Sanitas et Rabière</p>', portee: 'a-preciser', qpv: [], communes: [] },
      publicCible: { texte: '<p>Les jeunes</p>', publics: [] },
      contexte:
        '<p>Les quartiers manquent de lieux de rencontre ouverts après dix-huit heures et le samedi. Les habitants le disent depuis longtemps.</p><p>Un second paragraphe.</p>',
      facteursFavorables: [entree('Des associations actives')],
      facteursDefavorables: [entree('Le temps'), entree('Les locaux')],
      planAction: [{ ...entree('Trouver les lieux'), genre: 'etape' }],
      moyensFinanciers: [entree('12 000 € par an')],
      partenaires: [acteur('CAF'), acteur('Val Habitat')],
      sectionsSupplementaires: [{ ...entree('Un comité deux fois par an'), libelle: 'Gouvernance' }],
    } as unknown as Partial<ContenuFiche>;
    const id = await poserFiche(app, contrat, { contenu });
    const equipe = await contrat.en('equipe');
    const { body } = await equipe
      .get(`/fiches/${id}.pdf`)
      .buffer(true)
      .parse((flux, fini) => {
        const morceaux: Buffer[] = [];
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
        flux.on('end', () => fini(null, Buffer.concat(morceaux)));
      })
      .expect(200);
    const relue = await lire(new Uint8Array(body as Buffer));
    expect(relue.code).toBe('T1.1');
    expect(enMots(relue.contenu)).toEqual(enMots(contenu));
  });
});
