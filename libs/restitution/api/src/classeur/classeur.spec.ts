import { REGISTRE } from '@pleniere/fiches/domain';
import { TableursSurPlace } from '@pleniere/shared/api';
import type { CelluleTableur } from '@pleniere/shared/domain';
import { strFromU8, unzipSync } from 'fflate';
import { indicateurFige, arreteExemple, ficheFigee, matiereExemple, valeurFigee } from '../essai/arrete-exemple';
import { fabriquerClasseur } from './fabriquer-classeur';

const FEUILLES = [
  ...['À propos', 'Fiches', 'Actions', 'Déclinaisons', 'Récits', 'Indicateurs', 'Valeurs', 'Avis de l’État'],
  ...['Décisions', 'Organisations', 'Quartiers', 'Dictionnaire'],
];

type Feuilles = Record<string, Record<string, CelluleTableur | undefined>[]>;

async function fabriquer(matiere = matiereExemple()): Promise<Uint8Array> {
  return (await fabriquerClasseur(matiere, () => undefined)).octets;
}

/** The lines of each sheet by heading. */
async function lire(octets: Uint8Array): Promise<Feuilles> {
  const { feuilles } = await new TableursSurPlace().lire(octets);
  return Object.fromEntries(
    feuilles.map(({ nom, lignes: [titres = [], ...lignes] }) => [
      nom,
      lignes.map((ligne) => Object.fromEntries(titres.map((titre, rang) => [String(titre), ligne[rang]]))),
    ]),
  );
}

describe('workbook of an arrêté', () => {
  it('has a line per fiche and a column per field of the registry', async () => {
    const { Fiches: fiches = [] } = await lire(await fabriquer());
    expect(fiches).toHaveLength(2);
    expect(Object.keys(fiches[0] ?? {})).toEqual(expect.arrayContaining(REGISTRE.map(({ libelle }) => libelle)));
    expect(fiches[0]).toMatchObject({
      'Fiche Projet n°': 'T\u00A01.1',
      'Résultat(s) attendu(s)': '• Chaque quartier a son rendez-vous\n• Toute question reçoit une réponse datée',
      'Contexte / diagnostic': 'Une parole fatiguée d’être demandée.',
      'Indicateurs de réalisation': '• Habitants venus aux rencontres',
      ['Révision']: 2,
      ['Météo']: 'Nuage',
    });
    expect(fiches[0]?.['Où\u202F?']).toContain('Sanitas');
  });

  it('tells what hangs on the fiches, as it was on the day of the arrêté', async () => {
    const {
      Actions: actions = [],
      Récits: recits = [],
      Décisions: decisions = [],
      ...autres
    } = await lire(await fabriquer());
    expect(actions[0]).toMatchObject({
      Action: 'T\u00A01.1-a',
      'En retard': 'oui',
      ['Étapes']: '• Cahier des charges – fait',
    });
    expect(recits[0]).toMatchObject({ Quartier: 'Sanitas', ['Année']: 2025, Freins: 'Salle fermée le soir.' });
    expect(decisions[0]).toMatchObject({ Statut: 'À faire', 'En retard': 'oui', Suivi: 'Lieu trouvé.' });
    expect(autres['Avis de l’État']?.[0]).toMatchObject({ Points: '• Dire qui anime. – levé\u00A0: C’est écrit.' });
    expect(autres['Indicateurs']?.[0]).toMatchObject({ Cibles: '2030\u00A0: 121', Total: 'Somme des territoires' });
    expect(autres['Quartiers']?.[1]).toMatchObject({ NPNRU: 'oui', Population: 2345 });
  });

  it('explains every column of every sheet: its meaning, its unit, its source', async () => {
    const feuilles = await lire(await fabriquer());
    expect(Object.keys(feuilles)).toEqual(FEUILLES);
    const { Dictionnaire: dictionnaire = [] } = feuilles;
    const titres = Object.entries(feuilles)
      .slice(1)
      .flatMap(([nom, [ligne = {}]]) => Object.keys(ligne).map((colonne) => [nom, colonne]));
    const expliques = dictionnaire.map(({ feuille, colonne }) => [feuille, colonne]);
    expect(expliques).toEqual(expect.arrayContaining(titres));
    for (const explication of dictionnaire) expect(Object.values(explication).every(Boolean)).toBe(true);
  });

  it('hides small counts and what would betray them, with the words that would tell them', async () => {
    const valeurs = [
      ...[valeurFigee(2025, 'QN03702M', 67), valeurFigee(2025, 'QN03710M', 48)],
      { ...valeurFigee(2025, 'QN03709M', 3), commentaire: 'Trois mères de la même école' },
    ];
    const fiches = [ficheFigee({ indicateurs: [indicateurFige({ valeurs, reference: null, cibles: [] })] })];
    const octets = await fabriquer(matiereExemple({ contenu: arreteExemple({ fiches }) }));
    const { Valeurs: lues = [] } = await lire(octets);
    expect(lues.map(({ valeur }) => valeur)).toEqual([67, 'masqué', '<\u202F5']);
    const parties = Object.values(unzipSync(octets)).map((partie) => strFromU8(partie));
    expect(parties.join()).not.toContain('Trois mères');
  });

  it('runs no formula that somebody wrote as a title', async () => {
    const octets = await fabriquer();
    const { Fiches: fiches = [] } = await lire(octets);
    expect(fiches[1]?.['Intitulé du projet']).toBe('=cmd|calc!A1');
    const feuilles = Object.entries(unzipSync(octets)).filter(([nom]) => nom.startsWith('xl/worksheets/'));
    expect(feuilles.filter(([, partie]) => strFromU8(partie).includes('<f>'))).toEqual([]);
  });

  it('keeps the chosen fiches alone, in their order', async () => {
    const ficheIds = ['00000000-0000-4000-8000-0000000000f2'];
    const octets = await fabriquer(matiereExemple({ options: { ficheIds, sections: [] } }));
    const { Fiches: fiches = [] } = await lire(octets);
    expect(fiches.map((fiche) => fiche['Fiche Projet n°'])).toEqual(['T\u00A01.2']);
  });

  it('cuts a text longer than a cell may hold, and says so', async () => {
    const contexte = `<p>${'mot '.repeat(10_000)}</p>`;
    const fiches = [ficheFigee({ contenu: { contexte } })];
    const { Fiches: lues = [] } = await lire(await fabriquer(matiereExemple({ contenu: arreteExemple({ fiches }) })));
    const texte = String(lues[0]?.['Contexte / diagnostic']);
    expect(texte.length).toBeLessThanOrEqual(32_767);
    expect(texte).toMatch(/texte coupé par la limite du tableur\)$/);
  });

  it('is the same file each time, whatever the clock and the time zone', async () => {
    const premier = await fabriquer();
    jest.useFakeTimers({
      now: new Date('2031-01-01T03:00:00Z'),
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    });
    expect(Buffer.from(await fabriquer()).equals(premier)).toBe(true);
    jest.useRealTimers();
  });
});
