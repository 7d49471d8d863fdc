import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Champ, REGISTRE } from '@pleniere/fiches/domain';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { contenuParlant, motDuChamp } from '../../testing/sorties/contenu-parlant';
import { poserFiche, poserIndicateur } from '../../testing/poser';
import { fabriquer, figer, lirePublic, octets, ouvrir, textesDe } from '../../testing/sorties/sorties';

const PAR_LE_CADRE: Readonly<Partial<Record<Champ['id'], string>>> = {
  contrat: 'Contrat de ville d’essai 2024-2030',
  code: 'T 1.1',
  enjeu: 'Participation citoyenne',
  orientation: 'Agir avec les habitants.',
};

/** Public fields that the public page has no use for, and why. */
const SANS_PLACE_PUBLIQUE: Readonly<Partial<Record<Champ['id'], string>>> = {
  titreCourt: 'the page has room for the whole title',
};

let app: NestExpressApplication;
let contrat: ContratDeTest;
const sorties: Record<string, string> = {};

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  const fiche = await poserFiche(app, contrat, { contenu: contenuParlant(contrat) });
  for (const type of ['realisation', 'resultat', 'impact'] as const) {
    const id = `indicateurs${type.charAt(0).toUpperCase()}${type.slice(1)}` as Champ['id'];
    await poserIndicateur(contrat, fiche, { type, libelle: `Compter ${motDuChamp(id)}` });
  }
  const arrete = await figer(contrat, [fiche]);
  const lecteur = await contrat.en('lecteur');
  const equipe = await contrat.en('equipe');
  const lire = async (chemin: string, qui = lecteur) =>
    textesDe((await qui.get(chemin).buffer(true).parse(octets).expect(200)).body as Buffer);
  const faire = (sorte: Parameters<typeof fabriquer>[4]) => fabriquer(app, contrat, lecteur, arrete, sorte);
  const archives = ouvrir('', await faire('archives-zip'));
  Object.assign(sorties, {
    'the public page': await lirePublic(app, contrat.contratId, 'T1.1'),
    'the PDF of the fiche': await lire('/fiches/T1.1.pdf'),
    'the Word file of the fiche': await lire('/fiches/T1.1.docx'),
    'the JSON of the arrêté': await lire(`/arretes/${arrete.id}/contenu.json`, equipe),
    'the book in PDF': textesDe(await faire('livre-pdf')),
    'the book in Word': textesDe(await faire('livre-docx')),
    'the workbook': textesDe(await faire('classeur-xlsx')),
    'the CSV of the archives': archives['/donnees/fiches.csv'],
    'the JSON of the archives': archives['/donnees/arrete.json'],
    'the PDF of the archives': archives['/fiches/fiche-T1.1.pdf'],
  });
}, 120_000);
afterAll(() => app.close());

const lisible = (texte = '') => texte.replace(/[\s\u00A0\u202F]+/g, ' ');
const dit = (sortie: string, { id }: Champ): boolean => {
  const texte = lisible(sorties[sortie]);
  const mot = PAR_LE_CADRE[id] ?? motDuChamp(id);
  return texte.includes(mot) || (id === 'code' && texte.includes('"T1.1"'));
};
const tus = (sortie: string, champs: readonly Champ[]) =>
  champs.filter((champ) => !dit(sortie, champ)).map(({ id }) => id);

describe('every field of the registry', () => {
  it.each([
    'the PDF of the fiche',
    'the Word file of the fiche',
    'the JSON of the arrêté',
    'the book in PDF',
    'the book in Word',
    'the workbook',
    'the CSV of the archives',
    'the JSON of the archives',
    'the PDF of the archives',
  ])('is in %s', (sortie) => {
    expect(tus(sortie, REGISTRE)).toEqual([]);
  });

  it('is on the public page when it is public, and never when it is internal', () => {
    const publics = REGISTRE.filter(({ visibilite }) => visibilite === 'public');
    const internes = REGISTRE.filter(({ visibilite }) => visibilite === 'interne');
    expect(tus('the public page', publics)).toEqual(Object.keys(SANS_PLACE_PUBLIQUE));
    expect(tus('the public page', internes)).toEqual(internes.map(({ id }) => id));
  });
});
