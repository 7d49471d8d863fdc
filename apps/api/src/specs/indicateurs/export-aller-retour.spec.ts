import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  ABSENCES,
  FORMATS_EXPORT,
  type FormatExport,
  type IndicateurSaisie,
  lireAbsence,
  QUALITES,
  type SaisieValeur,
  ventilationsDe,
} from '@pleniere/indicateurs/domain';
import { nettoyerTexte } from '@pleniere/shared/domain';
import fc from 'fast-check';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { telechargerExport } from '../../testing/echanges/export-valeurs';
import { deposer } from '../../testing/echanges/import-valeurs';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';
import { poserCalculees } from '../../testing/poser/calculees';

let app: NestExpressApplication;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

const QPV = ['QN03709M', 'QN03708M', 'QN03702M'];

const MORCEAUX = [
  '=1+1',
  '-',
  '+',
  '@',
  "'",
  '"',
  ';',
  ',',
  '\n',
  '\t',
  ' ',
  '\u202F',
  '\u00A0',
  'é',
  'œ',
  '「',
  '🏘️',
  '_x0041_',
  'habitants',
  '12,5',
  '<5',
  '#',
  '|',
  'sep=;',
];
const texte = fc
  .array(fc.constantFrom(...MORCEAUX), { minLength: 1, maxLength: 8 })
  .map((morceaux) => nettoyerTexte(morceaux.join('')).trim());
const reponse = texte.filter((lu) => lu !== '' && lireAbsence(lu) === null);

const MODALITES = ['Atelier, visite', 'Porte-à-porte', 'Réunion ; café', '=Forum'].map((libelle, rang) => ({
  valeur: `choix-${rang}`,
  libelle,
}));

const definitions: fc.Arbitrary<Partial<IndicateurSaisie>> = fc.constantFrom<Partial<IndicateurSaisie>>(
  { ventilations: ['sexe', 'age'] },
  { ventilations: ['sexe'], reference: { annee: 2024, valeur: 3 }, cibles: [{ annee: 2030, valeur: 40 }] },
  { nature: 'pourcentage', unite: '', decimales: 2, agregation: 'moyenne' },
  { nature: 'montant', unite: '', maille: 'commune' },
  { nature: 'texte', unite: '', maille: 'contrat', agregation: 'aucune', sens: 'aucun' },
  { nature: 'oui-non', unite: '', agregation: 'aucune', sens: 'aucun' },
  { nature: 'liste', unite: '', agregation: 'aucune', sens: 'aucun', modalites: MODALITES },
  {
    nature: 'echelle',
    unite: '',
    agregation: 'aucune',
    sens: 'aucun',
    modalites: [
      { valeur: '-2', libelle: 'Bien moins' },
      { valeur: '0', libelle: 'Autant' },
    ],
  },
);

function contenuDe({
  nature = 'nombre',
}: Partial<IndicateurSaisie>): fc.Arbitrary<Exclude<SaisieValeur['valeur'], null>> {
  const centimes = fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100);
  if (nature === 'pourcentage' || nature === 'montant') return centimes;
  if (nature === 'texte') return reponse;
  if (nature === 'oui-non') return fc.constantFrom('oui', 'non');
  if (nature === 'liste')
    return fc.uniqueArray(fc.constantFrom(...MODALITES.map(({ valeur }) => valeur)), { minLength: 1 });
  return nature === 'echelle' ? fc.constantFrom(-2, 0) : fc.integer({ min: 0, max: 2_000_000 });
}

type CelluleTiree = Omit<SaisieValeur, 'indicateurId' | 'version'>;
interface Tirage {
  definition: Partial<IndicateurSaisie>;
  cellules: CelluleTiree[];
}

/** An indicator with values, parts and absences anywhere it may have some. */
const tirage: fc.Arbitrary<Tirage> = definitions.chain((definition) => {
  const { maille = 'qpv', ventilations = [] } = definition;
  const territoires = maille === 'qpv' ? QPV : maille === 'commune' ? ['37261', '37122'] : ['contrat'];
  const cellule = fc.record({
    annee: fc.constantFrom(2024, 2025, 2026),
    territoire: fc.constantFrom(...territoires),
    ventilation: fc.constantFrom('total' as const, ...ventilationsDe({ ventilations })),
    valeur: fc.option(contenuDe(definition), { freq: 4 }),
    absence: fc.constantFrom(...ABSENCES),
    qualite: fc.constantFrom(...QUALITES),
    commentaire: texte,
    source: texte.map((lu) => lu.replace(/\n+/g, ' ')),
  });
  const nom = ({ annee, territoire, ventilation }: CelluleTiree) => [annee, territoire, ventilation].join('/');
  const cellules = fc.uniqueArray(
    cellule.map((tiree) => ({ ...tiree, absence: tiree.valeur === null ? tiree.absence : null })),
    { minLength: 1, maxLength: 12, selector: nom },
  );
  return cellules.map((tirees) => ({ definition, cellules: tirees }));
});

async function remplir(tirages: readonly Tirage[]): Promise<{ contrat: ContratDeTest; equipe: Client }> {
  const contrat = await creerContrat(app);
  const equipe = await contrat.en('equipe');
  const ficheId = await poserFiche(app, contrat);
  for (const [rang, { definition, cellules }] of tirages.entries()) {
    const { id } = await poserIndicateur(contrat, ficheId, { libelle: `=Indicateur ; n° ${rang}`, ...definition });
    const saisies = cellules.map((cellule) => saisie(id, cellule));
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
  }
  return { contrat, equipe };
}

const EXTENSIONS: Readonly<Record<FormatExport, string>> = {
  xlsx: 'xlsx',
  ods: 'ods',
  csv: 'csv',
  'csv-machine': 'csv',
};

describe('the import of an export', () => {
  it('changes nothing and refuses nothing, whatever the contrat holds and whatever the file is written in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tirage, { minLength: 1, maxLength: 4 }), async (tirages) => {
        const { contrat, equipe } = await remplir(tirages);
        for (const contenu of ['valeurs', 'echange']) {
          for (const format of FORMATS_EXPORT) {
            const fichier = await telechargerExport(equipe, contrat, { contenu, format });
            const { resume, cases } = await deposer(equipe, contrat, fichier, `export.${EXTENSIONS[format]}`);
            const autres = cases.filter(({ sort }) => sort !== 'identique');
            expect({ contenu, format, autres, resume }).toMatchObject({
              autres: [],
              resume: { refusee: 0, changee: 0, nouvelle: 0, vide: 0 },
            });
            if (contenu === 'valeurs') expect(resume.identique).toBe(compter(tirages));
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('passes over what is computed, and declares nothing of it', async () => {
    const contrat = await creerContrat(app);
    const equipe = await contrat.en('equipe');
    const calcul = 'habitants-mobilises';
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat), { calcul });
    await poserCalculees(app, contrat, { id, calcul }, { QN03709M: 13, QN03708M: 20, contrat: 33 });
    const saisies = [saisie(id, { territoire: 'QN03709M', valeur: 12 })];
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    for (const format of FORMATS_EXPORT) {
      const fichier = await telechargerExport(equipe, contrat, { format });
      const { resume, cases } = await deposer(equipe, contrat, fichier, `export.${EXTENSIONS[format]}`);
      expect({ format, resume }).toEqual({
        format,
        resume: { nouvelle: 0, changee: 0, identique: 1, vide: 0, refusee: 0 },
      });
      expect(cases).toHaveLength(1);
    }
  });

  it('leaves alone what the export hid', async () => {
    const contrat = await creerContrat(app);
    const bailleur = await contrat.en('contributeur');
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    const saisies = [3, 20, 30].map((valeur, rang) => saisie(id, { territoire: QPV[rang] ?? '', valeur }));
    await (await contrat.en('equipe')).post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    const { resume } = await deposer(bailleur, contrat, await telechargerExport(bailleur, contrat, { format: 'csv' }));
    expect(resume).toEqual({ nouvelle: 0, changee: 0, identique: 1, vide: 2, refusee: 0 });
  });
});

function compter(tirages: readonly Tirage[]): number {
  const comptes = tirages.map(
    ({ definition: { reference, cibles = [] }, cellules }) => cellules.length + cibles.length + (reference ? 1 : 0),
  );
  return comptes.reduce((total, nombre) => total + nombre, 0);
}
