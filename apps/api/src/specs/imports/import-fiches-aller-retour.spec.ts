import { lireDocument } from '@pleniere/fiches/api';
import {
  champDe,
  composer,
  LIGNES,
  REGISTRE,
  type ChampId,
  type ContenuFiche,
  type Repertoire,
} from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import fc from 'fast-check';
import { ecrireDocx, type MorceauWord, type ParagrapheWord } from '../../testing/documents/fichiers';

const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };

/** Fields whose whole value is words, by row of the sheet; the lists are written as bullets. */
const LISTES: ChampId[] = [
  'resultatsAttendus',
  'interetHabitants',
  'interetTerritoire',
  'interetPartenaires',
  'facteursFavorables',
  'facteursDefavorables',
  'planAction',
  'moyensHumains',
  'moyensFinanciers',
];
const TEXTES: ChampId[] = ['cadreQuand', 'cadreOu', 'cadreAvecQui', 'publicCible'];
const CHAMPS = REGISTRE.map(({ id }) => id).filter((id) => [...LISTES, ...TEXTES].includes(id as ChampId)) as ChampId[];

// Words that are no heading by themselves, among them accents, figures, apostrophes, markup and Word's arrow.
const MOT = fc.constantFrom(
  ...'café marché d’hiver école n°12 l’été 2025 médiation 37,5 & <b> bien-être → voisin(e)s « oui » œuvre NPNRU QPV'.split(
    ' ',
  ),
);
const PHRASE = fc.array(MOT, { minLength: 1, maxLength: 30 }).map((mots) => `Ateliers ${mots.join(' ')} ensemble`);
const FICHE = fc.record(
  Object.fromEntries(
    CHAMPS.map((champ) => [champ, fc.array(PHRASE, { minLength: 1, maxLength: LISTES.includes(champ) ? 4 : 1 })]),
  ) as Record<ChampId, fc.Arbitrary<string[]>>,
  { requiredKeys: [] },
);
type Fiche = Partial<Record<ChampId, string[]>>;

const lignesDe = (champ: ChampId, fiche: Fiche): string[] =>
  (fiche[champ] ?? []).map((texte) => (LISTES.includes(champ) ? `- ${texte}` : texte));

/** The rows of the sheet that have something, with their fields. */
function rangees(fiche: Fiche) {
  return LIGNES.map(({ id, libelle, precision }) => ({
    libelle,
    precision,
    champs: CHAMPS.filter((champ) => champDe(champ).ligne === id && fiche[champ]),
    seul: CHAMPS.filter((champ) => champDe(champ).ligne === id).length === 1,
  })).filter(({ champs }) => champs.length > 0);
}

function enTexte(fiche: Fiche): string {
  return rangees(fiche)
    .flatMap(({ libelle, precision, champs, seul }) => [
      `${libelle} ${precision}`,
      ...champs.flatMap((champ) => [
        ...(seul ? [] : [`${champDe(champ).libelle.replace(/\s*\?$/, '')} :`]),
        ...lignesDe(champ, fiche),
      ]),
    ])
    .join('\n');
}

function enWord(fiche: Fiche): MorceauWord[] {
  const paragraphes = (textes: string[]): ParagrapheWord[] => textes.map((texte) => ({ texte }));
  return [
    {
      rangees: rangees(fiche).map(({ libelle, precision, champs, seul }) => [
        paragraphes([libelle, precision].filter(Boolean)),
        champs.flatMap((champ) => [
          ...(seul ? [] : [{ texte: `${champDe(champ).libelle}`, gras: true }]),
          ...paragraphes(lignesDe(champ, fiche)),
        ]),
      ]),
    },
  ];
}

/** Breaks a line as a page of 70 characters does; an arrow that would begin a line is a bullet, as anybody would read it. */
function couper(texte: string): string {
  const lignes: string[] = [];
  for (const mot of texte.split(/ (?!→)/)) {
    const derniere = lignes.at(-1);
    if (derniere !== undefined && derniere.length + mot.length < 70) lignes.push(`${lignes.pop()} ${mot}`);
    else lignes.push(mot);
  }
  return lignes.join('\n');
}

function lireTextes(contenu: Partial<ContenuFiche>): Fiche {
  const enMots = (valeur: unknown): string[] =>
    [valeur].flat().map((partie) => texteBrut((partie as { texte: string }).texte));
  return Object.fromEntries(Object.entries(contenu).map(([champ, valeur]) => [champ, enMots(valeur)]));
}

async function importer(octets: Uint8Array): Promise<Fiche> {
  const lu = await lireDocument({ nom: 'fiche', octets });
  if ('refus' in lu) throw new Error(lu.refus);
  const { document, passages } = lu;
  expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
  expect(passages.every(({ destination }) => destination !== 'non-place')).toBe(true);
  const composition = { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: () => 'id' };
  return lireTextes(composer(document, passages, composition).contenu);
}

const nonVide = (fiche: Fiche): boolean => Object.values(fiche).some((textes) => textes.length > 0);

describe('any fiche written out and imported', () => {
  it('comes back the same from a text', async () => {
    await fc.assert(
      fc.asyncProperty(FICHE.filter(nonVide), async (fiche) => {
        expect(await importer(new Uint8Array(Buffer.from(enTexte(fiche))))).toEqual(fiche);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back the same from a text whose lines are broken by the page', async () => {
    await fc.assert(
      fc.asyncProperty(FICHE.filter(nonVide), async (fiche) => {
        const texte = enTexte(fiche).split('\n').map(couper).join('\n');
        expect(await importer(new Uint8Array(Buffer.from(texte)))).toEqual(fiche);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back the same from a Word document', async () => {
    await fc.assert(
      fc.asyncProperty(FICHE.filter(nonVide), async (fiche) => {
        expect(await importer(ecrireDocx(enWord(fiche)))).toEqual(fiche);
      }),
      { numRuns: 60 },
    );
  });

  it('loses no character of any text at all', async () => {
    const bout = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'Pilote du projet',
        'Quand ?',
        'Cadre (',
        '- ',
        '\n',
        '\n\n',
        '\t',
        'Partenaires :',
        '\uF0F0',
        ' ',
      ),
      fc.constantFrom(...REGISTRE.map(({ libelle }) => libelle)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bout, { maxLength: 40 }), async (bouts) => {
        const texte = bouts.join('');
        const lu = await lireDocument({ nom: 'f.txt', octets: new Uint8Array(Buffer.from(texte)) });
        if ('refus' in lu) return;
        const { document, passages } = lu;
        expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
        expect(passages.every(({ debut, fin }) => debut < fin)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
