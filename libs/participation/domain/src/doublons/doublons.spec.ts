import { chercherProches, PROCHES_MAX, SEUIL_PROCHE } from './chercher-proches';
import { Corpus, racine, racines } from './mots';
import { normaliserProposition } from './normaliser';
import { estNegative, semblentOpposees } from './opposition';
import { similariteTrigrammes, trigrammes } from './trigrammes';

/** The same text, but for its punctuation, its accents, its case or its first words. */
const VARIANTES: [string, string][] = [
  ['Il faut réparer l’ascenseur de la tour B.', 'il faut reparer l’ascenseur de la tour B !'],
  ['Il faut planter des arbres place Neuve', 'Planter des arbres, place Neuve.'],
  ['Il faut que le bus 5 passe le dimanche', 'Il faut que le bus 5 passe le dimanche !!!'],
  ['Il faut un marché le samedi matin', 'IL FAUT UN MARCHÉ LE SAMEDI MATIN'],
];

/** The same wish, said a little otherwise. */
const REFORMULATIONS: [string, string][] = [
  [
    'Il faut planter plus d’arbres dans la cour de l’école',
    'Il faut planter davantage d’arbres dans les cours d’école',
  ],
  ['Il faut installer des bancs au pied des immeubles', 'Il faut des bancs installés en pied d’immeuble'],
  ['Il faut réparer les lampadaires de la rue du Port', 'Il faudrait réparer les lampadaires rue du Port'],
  ['Il faut ouvrir la bibliothèque le dimanche', 'Il faut que la bibliothèque ouvre aussi le dimanche'],
  ['Il faut créer un jardin partagé derrière le gymnase', 'Il faut un jardin partagé à côté du gymnase'],
  ['Il faut des cours de français gratuits le soir', 'Il faut proposer le soir des cours de français gratuits'],
  ['Il faut sécuriser la traversée devant le collège', 'Il faut rendre plus sûre la traversée devant le collège'],
  ['Il faut un local à vélos fermé dans chaque résidence', 'Il faut des locaux à vélos fermés dans les résidences'],
];

/** Alike in their words, contrary in what they want. */
const CONTRAIRES: [string, string][] = [
  ['Il faut autoriser les trottinettes dans le parc', 'Il faut interdire les trottinettes dans le parc'],
  ['Il faut plus de caméras dans le quartier', 'Il faut moins de caméras dans le quartier'],
  ['Il faut fermer la rue des Écoles aux voitures', 'Il faut rouvrir la rue des Écoles aux voitures'],
  ['Il faut arrêter de tondre les pelouses', 'Il faut tondre les pelouses'],
  ['Il ne faut pas démolir la tour C', 'Il faut démolir la tour C'],
  ['Il faut que le stade soit gratuit pour tous', 'Il faut que le stade soit payant pour tous'],
  ['Il faut supprimer le parking de la place', 'Il faut garder le parking de la place'],
  ['Il faut éteindre les lampadaires la nuit', 'Il faut allumer les lampadaires la nuit'],
];

/** Nothing to do with one another. */
const AUTRES = [
  'Il faut une maison de santé avec deux médecins',
  'Il faut accompagner les jeunes qui cherchent un stage',
  'Il faut ramasser les encombrants deux fois par mois',
  'Il faut une fête de quartier chaque été',
  'Il faut des places en crèche pour les mères seules',
  'Il faut un médiateur le soir autour du centre commercial',
];

const TOUTES = [...VARIANTES, ...REFORMULATIONS, ...CONTRAIRES].flat().concat(AUTRES);
const CORPUS = new Corpus(TOUTES.map(normaliserProposition));
const proche = (a: string, b: string) =>
  chercherProches(a, [{ id: 'b', normalise: normaliserProposition(b) }], CORPUS)[0];

describe('a normalised proposition', () => {
  it('keeps the words that tell it from another', () => {
    expect(normaliserProposition('Il faut que l’Été soit fêté, ici !')).toBe('l ete soit fete ici');
    expect(normaliserProposition('Il faut qu’on s’entraide')).toBe('on s entraide');
    expect(normaliserProposition('Un cœur de quartier')).toBe('un coeur de quartier');
  });

  it('is never empty nor too long for its column', () => {
    expect(normaliserProposition('Il faut !!!!!')).toBe('il faut');
    expect(normaliserProposition('🌳'.repeat(12))).not.toBe('');
    expect(normaliserProposition('œ'.repeat(140))).toHaveLength(200);
  });
});

describe('trigrams', () => {
  it('are those of PostgreSQL', () => {
    expect([...trigrammes('cat')].sort()).toEqual(['  c', ' ca', 'at ', 'cat']);
    expect(similariteTrigrammes('word', 'two words')).toBeCloseTo(0.363636, 6);
    expect(similariteTrigrammes('velo', 'velo')).toBe(1);
    expect(similariteTrigrammes('', '')).toBe(0);
  });
});

describe('words', () => {
  it('meet by their root', () => {
    expect(racine('installer')).toBe(racine('installation'));
    expect(racine('bancs')).toBe(racine('banc'));
    expect(racine('locaux')).toBe(racine('local'));
    expect(racines('les bancs de la place')).toEqual(['banc', 'plac']);
  });

  it('weigh what they are rare', () => {
    const corpus = new Corpus(['banc place', 'banc rue', 'banc parc', 'fontaine rue']);
    expect(corpus.cosinus('banc fontaine', 'fontaine')).toBeGreaterThan(corpus.cosinus('banc fontaine', 'banc'));
    expect(corpus.cosinus('banc', 'velo')).toBe(0);
  });
});

describe('near propositions', () => {
  it('are the same when only signs differ', () => {
    for (const [a, b] of VARIANTES) expect(proche(a, b)).toMatchObject({ similarite: 1, exacte: true, opposee: false });
  });

  it('are found when words are moved or changed a little', () => {
    const manquees = REFORMULATIONS.filter(([a, b]) => !proche(a, b));
    expect(manquees).toEqual([]);
    expect(REFORMULATIONS.filter(([a, b]) => proche(a, b)?.exacte || proche(a, b)?.opposee)).toEqual([]);
  });

  it('are told contrary when one wants what the other does not', () => {
    for (const [a, b] of CONTRAIRES) {
      expect([a, proche(a, b)?.opposee]).toEqual([a, true]);
      expect([b, proche(b, a)?.opposee]).toEqual([b, true]);
    }
  });

  it('leave the others alone', () => {
    const stock = TOUTES.map((texte, rang) => ({ id: `${rang}`, normalise: normaliserProposition(texte) }));
    for (const texte of AUTRES)
      expect(chercherProches(texte, stock, CORPUS).filter(({ exacte }) => !exacte)).toEqual([]);
  });

  it('come nearest first, five at most', () => {
    const stock = Array.from({ length: 9 }, (_, rang) => ({
      id: `p${rang}`,
      normalise: normaliserProposition(`Il faut des bancs ${'partout '.repeat(rang)}`),
    }));
    const proches = chercherProches('Il faut des bancs', stock);
    expect(proches).toHaveLength(PROCHES_MAX);
    expect(proches[0]).toMatchObject({ id: 'p0', exacte: true });
    expect(proches.every(({ similarite }) => similarite >= SEUIL_PROCHE)).toBe(true);
  });
});

describe('contraries', () => {
  const opposees = (a: string, b: string) => semblentOpposees(normaliserProposition(a), normaliserProposition(b));

  it('cancel each other', () => {
    expect(opposees('Il ne faut pas interdire le vélo', 'Il faut autoriser le vélo')).toBe(false);
    expect(opposees('Il ne faut pas interdire le vélo', 'Il faut interdire le vélo')).toBe(true);
    expect(opposees('Il ne faut plus de bruit', 'Il ne faut pas de bruit')).toBe(false);
  });

  it('are not seen in a bus stop nor in a text that holds both words', () => {
    expect(estNegative('un arret de bus devant l ecole')).toBe(false);
    expect(opposees('Il faut plus de bus et moins de voitures', 'Il faut moins de voitures')).toBe(false);
  });
});
