import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type { ApercuImport } from '@pleniere/indicateurs/domain';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { appliquer, deposer, sorts } from '../../testing/echanges/import-valeurs';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  equipe = await contrat.en('equipe');
});

const TITRES = 'identifiant_indic;zone_id;date_valeur;type_valeur;valeur';

async function poserIndicateurs(nombre: number): Promise<string[]> {
  const ids: string[] = [];
  for (let rang = 0; rang < nombre; rang++) {
    const { id } = await poserIndicateur(contrat, ficheId, { libelle: `Indicateur ${rang}`, maille: 'contrat' });
    ids.push(id);
  }
  return ids;
}

describe('imports of values side by side', () => {
  it('change the same references in opposite orders one after the other, without waiting for each other for ever', async () => {
    const ids = await poserIndicateurs(12);
    const ligne = (valeur: number) => (id: string) =>
      `${id};contrat;2023;vi;${valeur}\n${id};contrat;2025;va;${valeur}`;
    const un = await deposer(equipe, contrat, [TITRES, ...ids.map(ligne(1))].join('\n'));
    const autre = await deposer(equipe, contrat, [TITRES, ...ids.toReversed().map(ligne(2))].join('\n'));
    const reponses = await Promise.all([appliquer(equipe, un), appliquer(equipe, autre)]);
    expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
    const perime = reponses.find(({ status }) => status === 412)?.body as { actuel: ApercuImport };
    expect(perime.actuel.resume.changee).toBe(24);
    await appliquer(equipe, perime.actuel).expect(200);
  });

  it('shows on the next page what somebody wrote since the one before', async () => {
    const [id = ''] = await poserIndicateurs(1);
    const { id: lot } = await deposer(equipe, contrat, `${TITRES}\n${id};contrat;2025;va;12`);
    const lire = async () => (await equipe.get(`/imports-valeurs/${lot}`).expect(200)).body as ApercuImport;
    expect(sorts(await lire())).toEqual(['E2 nouvelle']);
    expect(await lire()).toEqual(await lire());
    await equipe
      .post(`/contrats/${contrat.contratId}/valeurs`, {
        saisies: [saisie(id, { territoire: 'contrat', annee: 2025, valeur: 12 })],
      })
      .expect(200);
    expect(sorts(await lire())).toEqual(['E2 identique']);
  });
});

describe('percentages of a workbook', () => {
  const PROPORTION = 0.425;
  const lignes = (id: string) => [TITRES.split(';'), [id, 'contrat', 2025, 'va', PROPORTION]];

  it('are what the spreadsheet shows in .xlsx', async () => {
    const { id } = await poserIndicateur(contrat, ficheId, {
      nature: 'pourcentage',
      maille: 'contrat',
      decimales: 1,
      agregation: 'aucune',
    });
    const cells = new Map([['1,4', { style: { numFmt: '0.0%' } }]]);
    const octets = await writeXlsx({ sheets: [{ name: 'Valeurs', rows: lignes(id), cells }] });
    const { cases } = await deposer(equipe, contrat, Buffer.from(octets), 'taux.xlsx');
    expect(cases.map(({ lu, apres }) => [lu, apres])).toEqual([['42,5 %', '42,5\u202F%']]);
  });

  it('are what the spreadsheet shows in .ods', async () => {
    const { id } = await poserIndicateur(contrat, ficheId, {
      nature: 'pourcentage',
      maille: 'contrat',
      decimales: 1,
      agregation: 'aucune',
    });
    const parties = unzipSync(await writeOds({ sheets: [{ name: 'Valeurs', rows: lignes(id) }] }));
    const contenu = new TextDecoder()
      .decode(parties['content.xml'])
      .replace(/office:value-type="float"( office:value="0\.425")/, 'office:value-type="percentage"$1');
    const octets = zipSync({ ...parties, 'content.xml': strToU8(contenu) });
    const { cases } = await deposer(equipe, contrat, Buffer.from(octets), 'taux.ods');
    expect(cases.map(({ lu, apres }) => [lu, apres])).toEqual([['42,5 %', '42,5\u202F%']]);
  });
});
