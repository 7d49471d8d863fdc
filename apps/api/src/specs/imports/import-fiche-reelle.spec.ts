import { composer, rapporter, type ContenuFiche, type FicheProposee, type Repertoire } from '@pleniere/fiches/domain';
import { lireDocument } from '@pleniere/fiches/api';
import { texteBrut } from '@pleniere/shared/domain';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lireFichePapier, sansMiseEnPage } from '../../testing/documents/fiche-papier';

const ECHANTILLONS = resolve(__dirname, '../../../../../../shared/samples');
const FORMATS = ['txt', 'docx', 'odt', 'pdf'];
const PARTENAIRES = 'Partenaire(s) impliqué(s)';

/** Between which headings of the paper each field stands, and how many entries it has, counted by hand. */
const CHAMPS: [keyof FicheProposee['contenu'], number, string, string][] = [
  ['titre', 1, 'FICHE PROJET N°T 1.1', 'Pilote du projet'],
  ['pilotes', 1, 'Pilote du projet', 'Référent du projet et des\nactions'],
  ['referents', 1, 'Référent du projet et des\nactions', 'Résultat(s) attendu(s)'],
  ['resultatsAttendus', 4, 'Résultat(s) attendu(s)', 'Intérêt(s) du projet'],
  ['interetHabitants', 1, 'Pour les habitants :', 'Pour le territoire :'],
  ['interetTerritoire', 2, 'Pour le territoire :', 'Pour les partenaires :'],
  ['interetPartenaires', 2, 'Pour les partenaires :', 'Cadre\n'],
  ['cadreQuand', 1, '\nQuand ?', '\nOù ?'],
  ['cadreOu', 1, '\nOù ?', '\nAvec qui ?'],
  ['cadreAvecQui', 1, '\nAvec qui ?', '\nAvec quoi ?\n'],
  ['cadreAvecQuoi', 2, '\nAvec quoi ?\n', 'Public Cible'],
  ['publicCible', 1, 'Public Cible', 'Contexte/diagnostic'],
  ['facteursFavorables', 6, '\nFavorables :', '\nDéfavorables :'],
  ['facteursDefavorables', 5, '\nDéfavorables :', 'Approche stratégique'],
  ['planAction', 7, 'réalisation des actions)', 'Ressources et moyens à'],
  ['moyensHumains', 3, 'Moyens humains :', 'Moyens financiers :'],
  ['moyensFinanciers', 2, 'Moyens financiers :', PARTENAIRES],
  ['partenaires', 5, PARTENAIRES, 'Indicateurs d’évaluation'],
];
const INDICATEURS: [string, number, string, string | undefined][] = [
  ['realisation', 2, 'Indicateurs de réalisation :', 'Indicateurs de résultat :'],
  ['resultat', 2, 'Indicateurs de résultat :', 'Indicateurs d’impact :'],
  ['impact', 2, 'Indicateurs d’impact :', undefined],
];

const REPERTOIRE: Repertoire = {
  anneeDebut: 2024,
  anneeFin: 2030,
  organisations: [],
  enjeux: [{ id: 'e', type: 'transversal', numero: 1, intitule: 'Participation', orientations: [] }],
  qpv: Array.from({ length: 13 }, (_, rang) => ({
    code: `Q${rang}`,
    libelle: `Quartier ${rang}`,
    libelleEditorial: null,
  })),
};

/** Every text of a value, in its order. */
function textes(valeur: unknown): string[] {
  if (typeof valeur === 'string') return [valeur];
  if (Array.isArray(valeur)) return valeur.flatMap(textes);
  if (typeof valeur !== 'object' || valeur === null) return [];
  const { texte, libelle, modalites } = valeur as { texte?: string; libelle?: string; modalites?: unknown };
  return [texte ?? libelle ?? '', ...textes(modalites)];
}

function nombre(valeur: ContenuFiche[keyof ContenuFiche] | undefined): number {
  if (Array.isArray(valeur)) return valeur.length;
  return typeof valeur === 'object' && valeur !== null && 'modalites' in valeur ? valeur.modalites.length : 1;
}

const mots = (ecrits: readonly string[]): string => sansMiseEnPage(ecrits.map(texteBrut).join('\n'));

describe('import of the real sheet T 1.1', () => {
  if (!existsSync(ECHANTILLONS)) {
    it('is not beside this checkout: nothing to compare', () => undefined);
    return;
  }
  const papier = lireFichePapier(readFileSync(resolve(ECHANTILLONS, 'fiche-T1.1.txt'), 'utf8'), [PARTENAIRES]);

  async function lire(format: string) {
    const octets = new Uint8Array(readFileSync(resolve(ECHANTILLONS, `fiche-T1.1.${format}`)));
    const lu = await lireDocument({ nom: `fiche-T1.1.${format}`, octets });
    if ('refus' in lu) throw new Error(lu.refus);
    const fiche = composer(lu.document, lu.passages, {
      repertoire: REPERTOIRE,
      confirmee: () => true,
      nouvelId: () => 'id',
    });
    return { ...lu, fiche };
  }

  it.each(FORMATS)('gives its 27 fields from .%s', async (format) => {
    const { fiche } = await lire(format);
    for (const [champ, attendus, debut, fin] of CHAMPS) {
      const valeur = fiche.contenu[champ];
      expect([champ, mots(textes(valeur))]).toEqual([champ, mots(papier.blocs(debut, fin))]);
      expect([champ, nombre(valeur)]).toEqual([champ, attendus]);
    }
    for (const [type, attendus, debut, fin] of INDICATEURS) {
      const libelles = fiche.indicateurs.filter((indicateur) => indicateur.type === type).map(({ libelle }) => libelle);
      expect([type, libelles.length, mots(libelles)]).toEqual([type, attendus, mots(papier.blocs(debut, fin))]);
    }
    expect(fiche).toMatchObject({
      code: 'T1.1',
      enjeu: { id: 'e', texte: 'Enjeu transversal 1 : Participation citoyenne' },
      contenu: {
        pilotes: [{ categorie: 'ville' }],
        referents: [{ categorie: 'ville', fonction: 'Référents politique de la ville' }],
        cadreQuand: { debut: '2024-01-01', fin: '2030-12-31', continu: true },
        cadreOu: { portee: 'tous-qpv', qpv: [] },
        publicCible: { publics: ['tous-habitants'] },
        partenaires: [
          { categorie: 'ville' },
          { categorie: 'bailleur' },
          { categorie: 'etat' },
          { categorie: null },
          { categorie: 'mediation' },
        ],
      },
    });
    const chapeau = papier.blocs('Enjeu transversal 1 : Participation citoyenne', 'FICHE PROJET N°T 1.1');
    expect(mots([fiche.orientation.texte])).toBe(mots(chapeau));
    expect(fiche.contenu.contexte).toBeUndefined();
    expect(fiche.contenu.sectionsSupplementaires).toBeUndefined();
  });

  it.each(FORMATS)('loses no character of .%s, nor tells one twice', async (format) => {
    const { document, passages } = await lire(format);
    expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(document.texte);
    const { caracteres, places, libelles, nonPlaces } = rapporter(document, passages);
    expect(places + libelles + nonPlaces).toBe(caracteres);
    expect(nonPlaces).toBe(0);
    expect(sansMiseEnPage(document.texte.replace(/[\uF0F0\uF0E8→]/g, ''))).toBe(papier.suite.replace(/[•→]/g, ''));
  });

  it('is the same fiche from every format', async () => {
    const fiches = await Promise.all(FORMATS.map(async (format) => (await lire(format)).fiche));
    for (const fiche of fiches) expect(fiche).toEqual(fiches[0]);
  });

  it('proposes two measurable indicators for a compound line', async () => {
    const { fiche } = await lire('docx');
    const compose = fiche.indicateurs.find(({ parties }) => parties.length > 0);
    expect(compose?.libelle).toBe('Nombre et diversité d’habitants mobilisés');
    expect(compose?.parties.map(({ libelle, nature }) => [libelle, nature])).toEqual([
      ['Nombre d’habitants mobilisés', 'nombre'],
      ['Diversité d’habitants mobilisés', 'pourcentage'],
    ]);
  });
});
