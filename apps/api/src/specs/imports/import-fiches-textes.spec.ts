import { lireDocument } from '@pleniere/fiches/api';
import { composer, type Repertoire } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';

const REPERTOIRE: Repertoire = { anneeDebut: 2024, anneeFin: 2030, organisations: [], enjeux: [], qpv: [] };

function mots(valeur: unknown): string[] {
  if (typeof valeur === 'string') return texteBrut(valeur).split('\n').filter(Boolean);
  if (Array.isArray(valeur)) return valeur.flatMap(mots);
  const { texte, libelle, modalites } = valeur as { texte?: string; libelle?: string; modalites?: unknown[] };
  return [libelle ?? [], texte === undefined ? [] : mots(texte), mots(modalites ?? [])].flat();
}

/** The fiche that a text makes, in words; nothing of the text is lost. */
async function lire(texte: string): Promise<Record<string, string[]>> {
  const lu = await lireDocument({ nom: 'fiche.txt', octets: new Uint8Array(Buffer.from(texte)) });
  if ('refus' in lu) throw new Error(lu.refus);
  const { document, passages } = lu;
  expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(texte);
  const { contenu } = composer(document, passages, {
    repertoire: REPERTOIRE,
    confirmee: () => true,
    nouvelId: () => 'id',
  });
  return Object.fromEntries(Object.entries(contenu).map(([champ, valeur]) => [champ, mots(valeur)]));
}

describe('fiches in plain text, written otherwise', () => {
  it('are read when their headings are questions', async () => {
    const texte =
      'FICHE ACTION E 3.2\nDes jardins pour tous\n\nPourquoi ?\nLe quartier est enclavé.\nPour qui ?\nLes familles\nOù ?\nSanitas\nQuand ?\n2025-2027\nComment ?\n- En trouvant un terrain\nCombien ça coûte ?\n20 000 €\nQui pilote ?\nVille de Tours\n';
    expect(await lire(texte)).toEqual({
      titre: ['Des jardins pour tous'],
      contexte: ['Le quartier est enclavé.'],
      publicCible: ['Les familles'],
      cadreOu: ['Sanitas'],
      cadreQuand: ['2025-2027'],
      cadreAvecQuoi: ['En trouvant un terrain'],
      moyensFinanciers: ['20 000 €'],
      pilotes: ['Ville de Tours'],
    });
  });

  it.each([
    ['tabulations', '\t'],
    ['spaces', '      '],
    ['colons', ' : '],
  ])('are read when %s part the headings from their content', async (_, signe) => {
    const lignes = [
      'Fiche n° T 3.1',
      'Mieux se soigner',
      `Co-pilotes${signe}Ville de Tours`,
      `Territoires concernés${signe}Sanitas`,
      `Résultats visés${signe}Un centre de santé`,
      `Constats${signe}Peu de médecins dans le quartier.`,
      `Calendrier${signe}2025-2028`,
      '',
    ];
    expect(await lire(lignes.join('\n'))).toEqual({
      titre: ['Mieux se soigner'],
      pilotes: ['Ville de Tours'],
      cadreOu: ['Sanitas'],
      resultatsAttendus: ['Un centre de santé'],
      contexte: ['Peu de médecins dans le quartier.'],
      cadreQuand: ['2025-2028'],
    });
  });

  it.each([
    ['numbers', (titre: string, rang: number) => `${rang}. ${titre}`],
    ['capitals', (titre: string) => titre.toUpperCase()],
    ['a line under them', (titre: string) => `${titre}\n${'-'.repeat(titre.length)}`],
    ['the signs of a wiki', (titre: string) => `## ${titre}`],
  ])('are read when %s show their headings', async (_, ecrire) => {
    const sections: [string, string[]][] = [
      ['Porteur du projet', ['Ville de La Riche']],
      ['Éléments de contexte', ['Un quartier enclavé.']],
      ['Finalités', ['* Relier le quartier', '* Offrir des espaces']],
      ['Freins / leviers', ['Freins : le foncier', 'Leviers : les associations']],
      ['Moyens mobilisés', ['Humains : 1 ETP', 'Financiers : 20 000 €']],
      ['Critères d’évaluation', ['- Nombre de jardins']],
    ];
    const corps = sections.flatMap(([titre, lignes], rang) => ['', ecrire(titre, rang + 1), ...lignes]);
    expect(await lire(['Fiche action T 4.1', 'Jardins du quartier', ...corps, ''].join('\n'))).toEqual({
      titre: ['Jardins du quartier'],
      pilotes: ['Ville de La Riche'],
      contexte: ['Un quartier enclavé.'],
      resultatsAttendus: ['Relier le quartier', 'Offrir des espaces'],
      facteursFavorables: ['les associations'],
      facteursDefavorables: ['le foncier'],
      moyensHumains: ['1 ETP'],
      moyensFinanciers: ['20 000 €'],
    });
  });
});
