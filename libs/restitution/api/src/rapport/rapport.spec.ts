import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { writeFileSync } from 'node:fs';
import { arreteExemple, ficheFigee, indicateurFige, matiereExemple, valeurFigee } from '../essai/arrete-exemple';
import { fabriquerRapport } from './fabriquer-rapport';

const fabriquer = async (matiere = matiereExemple()) => (await fabriquerRapport(matiere, () => undefined)).octets;
const enTexte = async (octets: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(octets) })).value.replace(/[\s\u00A0\u202F]+/g, ' ');

const PLAN = [
  '1. Les principales orientations du contrat de ville',
  '2. L’évolution de la situation dans les quartiers prioritaires',
  '3. Les actions menées en 2025 au bénéfice des habitants',
  '4. Les perspectives et les améliorations nécessaires',
  '5. L’articulation entre les volets social, économique et urbain',
  '6. Le développement social urbain (dotation de solidarité urbaine)',
];

describe('the yearly report on the politique de la ville', () => {
  let octets: Uint8Array;
  let texte: string;
  beforeAll(async () => {
    octets = await fabriquer();
    if (process.env.DOCX_OUT) writeFileSync(process.env.DOCX_OUT, octets);
    texte = await enTexte(octets);
  });

  it('follows the plan of the decree, in its order', () => {
    const value = strFromU8(unzipSync(octets)['word/document.xml'] ?? new Uint8Array());
    const niveaux = [...value.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, niveau]) => Number(niveau));
    niveaux.forEach((niveau, rang) => expect(niveau).toBeLessThanOrEqual((niveaux[rang - 1] ?? 0) + 1));
    const titres = [...value.matchAll(/<w:bookmarkStart [^>]*>.*?<w:t[^>]*>([^<]*)/g)].map(([, titre]) => titre);
    const lus = titres.map((titre) => titre?.replace(/[\u00A0\u202F]/g, ' '));
    expect(lus).toEqual(['Ce qui reste à compléter', ...PLAN, '7. Annexes : avis recueillis et suites données']);
  });

  it('is filled from the arrêté: orientations, quartiers, figures, actions, stories and decisions of the year', () => {
    for (const dit of [
      'Décider avec les habitants',
      'Sanitas QN03709M Tours oui 2 345 (2018)',
      'T 1.1 Habitants venus aux rencontres (habitants) 51',
      'T 1.1-a Former les animateurs Ville de Tours En cours 30 juin 2025',
      'Deux espaces ouverts au Sanitas. (T 1.1, Ville de Tours – Sanitas, 2025)',
      'Salle fermée le soir.',
      'Un format à la sortie des écoles.',
      'Ouvrir un troisième espace en 2026.',
      'Quartiers en renouvellement urbain : Sanitas.',
      'Source : Insee, recensement.',
    ]) {
      expect(texte).toContain(dit);
    }
  });

  it('shows what is missing and who can write it, counted at the head', () => {
    const manques = texte.match(/À compléter : /g)?.length ?? 0;
    expect(manques).toBeGreaterThan(20);
    expect(texte).toContain(`${manques} points restent à compléter.`);
    expect(texte).toContain(
      'À compléter : ce qui a été fait en 2025 au titre de la fiche T 1.2. Qui : les référents des villes.',
    );
    expect(texte).toContain(
      'À compléter : la répartition par sexe de « Habitants venus aux rencontres » (fiche T 1.1).',
    );
    expect(texte).toContain('À compléter : l’avis du conseil municipal de Tours.');
  });

  it('tells the share of women of a year, unless it would betray somebody', async () => {
    const femmesEt = (femmes: number, hommes: number) => {
      const part = (ventilation: 'femmes' | 'hommes', valeur: number) => ({
        ...valeurFigee(2025, 'contrat', valeur),
        ventilation,
      });
      const valeurs = [valeurFigee(2025, 'contrat', femmes + hommes), part('femmes', femmes), part('hommes', hommes)];
      const indicateur = indicateurFige({ maille: 'contrat', ventilations: ['sexe'], valeurs });
      return fabriquer(
        matiereExemple({ contenu: arreteExemple({ fiches: [ficheFigee({ indicateurs: [indicateur] })] }) }),
      );
    };
    expect(await enTexte(await femmesEt(60, 40))).toContain('Part des femmes en 2025 : 60 %');
    expect(await enTexte(await femmesEt(2, 40))).toContain('Part des femmes en 2025 : masquée');
  });

  it('tells in a list the years that no column would hold', async () => {
    const valeurs = [valeurFigee(2025, 'contrat', 'Un atelier par mois, le samedi matin, dans chaque quartier')];
    const indicateur = indicateurFige({ nature: 'texte', maille: 'contrat', agregation: 'aucune', valeurs });
    const fiches = [ficheFigee({ indicateurs: [indicateur] })];
    expect(await enTexte(await fabriquer(matiereExemple({ contenu: arreteExemple({ fiches }) })))).toContain(
      'Habitants venus aux rencontres : Un atelier par mois, le samedi matin, dans chaque quartier (T 1.1, 2025)',
    );
  });

  it('speaks of the year that is asked', async () => {
    const options = { ficheIds: [], sections: [], annee: 2024 };
    const demande = await fabriquerRapport(matiereExemple({ options }), () => undefined);
    expect(demande.nom).toBe('rapport-2024-arrete-3.docx');
    const lu = await enTexte(demande.octets);
    expect(lu).toContain('Les actions menées en 2024');
    expect(lu).not.toContain('Deux espaces ouverts au Sanitas.');
  });

  it('is the same file each time', async () => {
    expect(Buffer.from(await fabriquer()).equals(octets)).toBe(true);
  });
});
