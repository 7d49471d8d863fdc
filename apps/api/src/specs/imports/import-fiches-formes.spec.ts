import { lireDocument } from '@pleniere/fiches/api';
import { composer, rapporter, type FicheProposee, type Repertoire } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import {
  ecrireDocx,
  ecrirePdf,
  type LignePdf,
  type MorceauWord,
  type ParagrapheWord,
} from '../../testing/documents/fichiers';

const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };

/** One fiche in other words than the sheet's: heading, then its lines, or its smaller headings with theirs. */
const SECTIONS: [string, string[] | Record<string, string[]>][] = [
  ['Porteur', ['Métropole']],
  ['Contact', ['Cheffe de projet']],
  ['Objectifs', ['Ouvrir trois lieux', 'Former vingt habitants']],
  [
    'Enjeux du projet',
    {
      'Pour les habitants': ['Se rencontrer'],
      'Pour le territoire': ['Apaiser le quartier'],
      'Pour les partenaires': ['Mieux se coordonner'],
    },
  ],
  ['Calendrier', ['De septembre 2025 à juin 2027']],
  ['Territoire concerné', ['Le quartier du Sanitas']],
  ['Bénéficiaires', ['Les jeunes de 16 à 25 ans']],
  ['Constats', ['Peu de lieux ouverts le soir.', 'Les partenaires le disent depuis 2023.']],
  [
    'Freins / leviers',
    { Atouts: ['Des associations actives', 'Un local vacant'], 'Points de vigilance': ['Le temps'] },
  ],
  ['Modalités de mise en œuvre', ['Étape 1 : trouver les lieux', 'Étape 2 : former les équipes']],
  ['Moyens humains', ['0,5 ETP de coordination']],
  ['Budget prévisionnel', ['12 000 € par an']],
  ['Gouvernance', ['Un comité deux fois par an']],
  ['Partenariat', ['CAF', 'Bailleurs sociaux']],
  [
    'Évaluation',
    { 'Indicateurs de réalisation': ['Nombre de lieux ouverts'], 'Indicateurs de résultat': ['Taux de retour'] },
  ],
];

const ATTENDU = {
  code: 'E2.3',
  titre: 'Ouvrir des lieux du soir',
  pilotes: ['Métropole'],
  referents: ['Cheffe de projet'],
  resultatsAttendus: ['Ouvrir trois lieux', 'Former vingt habitants'],
  interetHabitants: ['Se rencontrer'],
  interetTerritoire: ['Apaiser le quartier'],
  interetPartenaires: ['Mieux se coordonner'],
  cadreQuand: ['De septembre 2025 à juin 2027'],
  cadreOu: ['Le quartier du Sanitas'],
  publicCible: ['Les jeunes de 16 à 25 ans'],
  contexte: ['Peu de lieux ouverts le soir.', 'Les partenaires le disent depuis 2023.'],
  facteursFavorables: ['Des associations actives', 'Un local vacant'],
  facteursDefavorables: ['Le temps'],
  planAction: ['Étape 1 : trouver les lieux', 'Étape 2 : former les équipes'],
  moyensHumains: ['0,5 ETP de coordination'],
  moyensFinanciers: ['12 000 € par an'],
  sectionsSupplementaires: ['Gouvernance', 'Un comité deux fois par an'],
  partenaires: ['CAF', 'Bailleurs sociaux'],
  indicateurs: ['realisation', 'Nombre de lieux ouverts', 'resultat', 'Taux de retour'],
};

const EN_CAPITALES = { ...ATTENDU, sectionsSupplementaires: ['GOUVERNANCE', 'Un comité deux fois par an'] };

function lignes(valeur: unknown): string[] {
  if (typeof valeur === 'string') return texteBrut(valeur).split('\n').filter(Boolean);
  if (Array.isArray(valeur)) return valeur.flatMap(lignes);
  const { texte, libelle } = valeur as { texte?: string; libelle?: string };
  return [...(libelle === undefined ? [] : [libelle]), ...(texte === undefined ? [] : lignes(texte))];
}

function resumer({ code, contenu, indicateurs }: FicheProposee): Record<string, unknown> {
  const champs = Object.entries(contenu).map(([champ, valeur]) => [champ, champ === 'titre' ? valeur : lignes(valeur)]);
  return {
    code,
    ...(Object.fromEntries(champs) as object),
    ...(indicateurs.length > 0 && { indicateurs: indicateurs.flatMap(({ type, libelle }) => [type, libelle]) }),
  };
}

async function lire(octets: Uint8Array, nom = 'fiche'): Promise<Record<string, unknown>> {
  const lu = await lireDocument({ nom, octets });
  if ('refus' in lu) throw new Error(lu.refus);
  const { document, passages } = lu;
  expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
  const { caracteres, places, libelles, nonPlaces } = rapporter(document, passages);
  expect(places + libelles + nonPlaces).toBe(caracteres);
  return resumer(composer(document, passages, { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: () => 'id' }));
}

const enOctets = (texte: string): Uint8Array => new Uint8Array(Buffer.from(texte));
const groupes = (contenu: string[] | Record<string, string[]>): [string | null, string[]][] =>
  Array.isArray(contenu) ? [[null, contenu]] : Object.entries(contenu);

/** A list when there is more than one line, a paragraph otherwise. */
const puces = (textes: string[], puce: string): ParagrapheWord[] =>
  textes.map((texte) => ({ texte: textes.length > 1 ? `${puce} ${texte}` : texte }));

const ENTETE: ParagrapheWord[] = [
  { texte: 'Contrat de ville 2024-2030' },
  { texte: 'Fiche action n° E 2.3', gras: true },
  { texte: 'Ouvrir des lieux du soir', titre: 1 },
];

function enTableau(sections: typeof SECTIONS, puce = '-'): MorceauWord[] {
  const rangees = sections.map(([libelle, contenu]) => [
    [{ texte: libelle, gras: true }],
    groupes(contenu).flatMap(([sous, textes]) => [...(sous ? [{ texte: `${sous} :` }] : []), ...puces(textes, puce)]),
  ]);
  return [...ENTETE, { rangees }];
}

function enTitres(): MorceauWord[] {
  const corps = SECTIONS.flatMap(([libelle, contenu]) => [
    { texte: libelle, titre: 2 },
    ...groupes(contenu).flatMap(([sous, textes]) => [
      ...(sous ? [{ texte: sous, titre: 3 }] : []),
      ...textes.map((texte) => ({ texte, liste: textes.length > 1 ? 1 : undefined })),
    ]),
  ]);
  return [...ENTETE, ...corps];
}

function enTexte(puce: string, sections = SECTIONS): string {
  const corps = sections.flatMap(([libelle, contenu]) => [
    `\n${libelle.toUpperCase()}`,
    ...groupes(contenu).flatMap(([sous, textes]) => [
      ...(sous ? [`${sous} :`] : []),
      ...puces(textes, puce).map(({ texte }) => texte),
    ]),
  ]);
  return ['Contrat de ville 2024-2030', 'Fiche action n° E 2.3', '', 'Ouvrir des lieux du soir', ...corps].join('\n');
}

describe('existing fiches of other territories', () => {
  it.each(['-', '–', '•', '·', '*', '➢', '▪', '\uF0B7', '\uF0A7', '\uF0D8', 'o', '1.'])(
    'are read from a Word table with other words and bullets « %s »',
    async (puce) => {
      expect(await lire(ecrireDocx(enTableau(SECTIONS, puce)))).toEqual(ATTENDU);
    },
  );

  it('are read in another order', async () => {
    expect(await lire(ecrireDocx(enTableau([...SECTIONS].reverse())))).toMatchObject(ATTENDU);
  });

  it('are read with headings instead of a table', async () => {
    expect(await lire(ecrireDocx(enTitres()))).toEqual(ATTENDU);
  });

  it('are read with bold labels at the start of the lines', async () => {
    const corps = SECTIONS.flatMap(([libelle, contenu]): MorceauWord[] => [
      { texte: `${libelle} :`, gras: true },
      ...groupes(contenu).flatMap(([sous, textes]) => [
        ...(sous ? [{ texte: `${sous} :` }] : []),
        ...puces(textes, '•'),
      ]),
    ]);
    expect(await lire(ecrireDocx([...ENTETE, ...corps]))).toEqual(ATTENDU);
  });

  it.each(['-', '•', '*'])('are read from a text with labels in capitals and bullets « %s »', async (puce) => {
    expect(await lire(enOctets(enTexte(puce)))).toEqual(EN_CAPITALES);
  });

  it('are read from a text in Windows-1252', async () => {
    const octets = new Uint8Array(
      Buffer.from(enTexte('-').replaceAll('œ', '\u009C').replaceAll('€', '\u0080'), 'latin1'),
    );
    expect(await lire(octets)).toEqual(EN_CAPITALES);
  });

  it('leave empty what they do not have', async () => {
    const quelques = SECTIONS.filter(([libelle]) => ['Porteur', 'Bénéficiaires', 'Constats'].includes(libelle));
    const { code, titre, pilotes, publicCible, contexte } = ATTENDU;
    expect(await lire(ecrireDocx(enTableau(quelques)))).toEqual({ code, titre, pilotes, publicCible, contexte });
  });

  it('are read from a PDF in two columns without any line drawn, page numbers put aside', async () => {
    const pages: LignePdf[][] = [[]];
    let y = 800;
    const ecrire = (texte: string, x: number, hauteur = 0): void => {
      pages.at(-1)?.push({ texte: texte.replaceAll('œ', '\u009C').replaceAll('€', '\u0080'), x, y });
      y -= hauteur;
    };
    for (const { texte } of ENTETE) ecrire(texte, 60, 24);
    for (const [libelle, contenu] of SECTIONS) {
      if (y < 300) {
        pages.push([]);
        y = 800;
      }
      ecrire(libelle, 60);
      for (const [sous, textes] of groupes(contenu)) {
        if (sous) ecrire(`${sous} :`, 220, 15);
        for (const { texte } of puces(textes, '-')) ecrire(texte, 220, 15);
      }
      y -= 12;
    }
    pages.forEach((page, rang) => page.push({ texte: `Page ${rang + 1} / ${pages.length}`, x: 280, y: 30 }));
    expect(pages.length).toBeGreaterThan(1);
    expect(await lire(ecrirePdf(pages))).toEqual(ATTENDU);
  });

  it('keep the levels of nested lists', async () => {
    const liste: ParagrapheWord[] = [
      { texte: 'Préparer', liste: 1 },
      { texte: 'les lieux', liste: 2 },
      { texte: 'les équipes', liste: 2 },
      { texte: 'Ouvrir', liste: 1 },
    ];
    const lu = await lire(ecrireDocx([{ texte: 'Plan d’action', titre: 2 }, ...liste]));
    expect(lu['planAction']).toEqual(['Préparer', 'les lieux', 'les équipes', 'Ouvrir']);
    const tapee = 'Plan d’action :\n• Préparer\n  o Les lieux\n  o Les équipes\n• Ouvrir\n';
    const { document, passages } = (await lireDocument({ nom: 'f.txt', octets: enOctets(tapee) })) as Extract<
      Awaited<ReturnType<typeof lireDocument>>,
      { format: string }
    >;
    const composition = { repertoire: REPERTOIRE, confirmee: () => true, nouvelId: () => 'id' };
    expect(composer(document, passages, composition).contenu.planAction?.map(({ texte }) => texte)).toEqual([
      '<p>Préparer</p><ul><li><p>Les lieux</p></li><li><p>Les équipes</p></li></ul>',
      '<p>Ouvrir</p>',
    ]);
  });

  it('are read when the headings stand above what they name, or two in a row', async () => {
    const dessus: MorceauWord = {
      rangees: [
        ['Pilote', 'Public cible'],
        ['Métropole', 'Les jeunes'],
      ],
    };
    expect(await lire(ecrireDocx([dessus]))).toEqual({
      code: null,
      pilotes: ['Métropole'],
      publicCible: ['Les jeunes'],
    });
    const deux: MorceauWord = { rangees: [['Pilote', 'Métropole', 'Public cible', 'Les jeunes']] };
    expect(await lire(ecrireDocx([deux]))).toEqual({ code: null, pilotes: ['Métropole'], publicCible: ['Les jeunes'] });
  });

  it('are read from a text with numbered headings in words of their own, under a project that gives its code', async () => {
    const texte = [
      'Projet : E1.4 – Garage solidaire du quartier',
      '1. Constats et éléments de diagnostic',
      'Sans voiture, pas d’emploi.',
      '2. Forces et opportunités',
      '- Un hangar libre',
      '3. Faiblesses / risques',
      '- Le coût des pièces',
      '4. RH',
      'Deux encadrants',
    ].join('\n');
    expect(await lire(enOctets(texte))).toEqual({
      code: 'E1.4',
      titre: 'Garage solidaire du quartier',
      contexte: ['Sans voiture, pas d’emploi.'],
      facteursFavorables: ['Un hangar libre'],
      facteursDefavorables: ['Le coût des pièces'],
      moyensHumains: ['Deux encadrants'],
    });
  });

  it('do not take a sentence that holds the words of a heading for one', async () => {
    const prose = 'Les partenaires : la CAF d’abord, les bailleurs ensuite, puis tous ceux qui veulent.';
    const lu = await lire(
      ecrireDocx(enTableau([['Constats', ['Objectif : tenir dans le temps.', prose]], ...SECTIONS.slice(0, 5)])),
    );
    expect(lu['contexte']).toEqual(['Objectif : tenir dans le temps.', prose]);
  });

  it('keep what a page header says, and what no heading announces', async () => {
    const entete = '<w:hdr xmlns:w="w"><w:p><w:r><w:t>Mission politique de la ville</w:t></w:r></w:p></w:hdr>';
    const octets = ecrireDocx(enTableau(SECTIONS), { 'word/header1.xml': entete });
    const lu = await lireDocument({ nom: 'fiche.docx', octets });
    if ('refus' in lu) throw new Error(lu.refus);
    expect(lu.document.texte).toContain('Mission politique de la ville');
    expect(rapporter(lu.document, lu.passages).nonPlaces).toBeGreaterThan(0);
  });
});
