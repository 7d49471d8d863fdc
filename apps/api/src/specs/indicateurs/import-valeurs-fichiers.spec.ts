import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import { type ApercuImport, type Contenu, LIMITES_IMPORT, type Modalite } from '@pleniere/indicateurs/domain';
import { FORMATS_TABLEUR, type Probleme } from '@pleniere/shared/domain';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeOds, writeXlsx } from 'hucre';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { appliquer, deposer, envoyerFichier, sorts, telechargerModele } from '../../testing/echanges/import-valeurs';
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

const REPONSES: Modalite[] = [
  { valeur: 'atelier', libelle: 'Atelier, en salle' },
  { valeur: 'porte', libelle: 'Porte-à-porte ; au pied des immeubles' },
];
const TEXTE = '=SOMME(A1)\n« Ils ne  reviennent pas » ; "jamais", _x0041_ & <b>';

/** Indicators of every nature, with values that files like to damage. */
async function poserTout(): Promise<void> {
  const natures: [object, Contenu[]][] = [
    [
      {
        nature: 'nombre',
        maille: 'contrat',
        reference: { annee: 2021, valeur: 7 },
        cibles: [{ annee: 2030, valeur: 60 }],
      },
      [0, 1_060_119],
    ],
    [{ nature: 'pourcentage', maille: 'contrat', decimales: 1, agregation: 'aucune' }, [-4.2, 42.5]],
    [{ nature: 'montant', maille: 'contrat' }, [12_345.67, 0.1]],
    [{ nature: 'texte', maille: 'contrat', agregation: 'aucune' }, [TEXTE, '+33 2 47']],
    [{ nature: 'oui-non', maille: 'contrat', agregation: 'aucune' }, ['oui', 'non']],
    [
      { nature: 'liste', maille: 'contrat', agregation: 'aucune', modalites: REPONSES },
      [['porte', 'atelier'], ['atelier']],
    ],
    [
      {
        nature: 'echelle',
        maille: 'contrat',
        agregation: 'aucune',
        modalites: [
          { valeur: '-2', libelle: 'Bien moins' },
          { valeur: '0', libelle: 'Autant' },
        ],
      },
      [-2, 0],
    ],
  ];
  for (const [rang, [definition, contenus]] of natures.entries()) {
    const { id } = await poserIndicateur(contrat, ficheId, {
      libelle: `Indicateur ${rang}`,
      sens: 'aucun',
      ...definition,
    });
    const saisies = contenus.map((valeur, annee) =>
      saisie(id, {
        annee: 2024 + annee,
        territoire: 'contrat',
        valeur,
        qualite: 'estimee',
        commentaire: '-1 ; revu\nle 3',
        source: "'=Feuille",
      }),
    );
    const absente = saisie(id, { annee: 2026, territoire: 'contrat', valeur: null, absence: 'secret' });
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [...saisies, absente] }).expect(200);
  }
  await poserIndicateur(contrat, ficheId);
}

describe('template of values', () => {
  it.each(FORMATS_TABLEUR)('comes back unchanged from %s', async (format) => {
    await poserTout();
    const apercu = await deposer(equipe, contrat, await telechargerModele(equipe, contrat, format), `modele.${format}`);
    expect(apercu.format).toBe(format);
    expect(apercu.cases.filter(({ sort }) => sort !== 'identique' && sort !== 'vide')).toEqual([]);
    // Seven indicators with three values, a baseline, a target; one of three quartiers over three years, all empty.
    expect(apercu.resume).toEqual({ nouvelle: 0, changee: 0, identique: 23, vide: 9, refusee: 0 });
  });

  it('tells how to fill it in, defines its indicators and its codes', async () => {
    await poserTout();
    const { sheets } = await readXlsx(await telechargerModele(equipe, contrat, 'xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(['Valeurs', 'Mode d’emploi', 'Dictionnaire', 'Territoires']);
    expect(sheets[0]?.rows[0]).toEqual(
      'identifiant_indic fiche indicateur zone_id zone_nom date_valeur type_valeur ventilation valeur qualite commentaire source'.split(
        ' ',
      ),
    );
    expect(sheets[2]?.rows).toHaveLength(9);
    expect(sheets[3]?.rows.map(([code]) => code)).toEqual([
      'zone_id',
      'contrat',
      '37122',
      '37261',
      'QN03708M',
      'QN03702M',
      'QN03709M',
    ]);
  });

  it('gives each person the cells that they may write, of one fiche when asked', async () => {
    await poserIndicateur(contrat, ficheId);
    const autre = await poserFiche(app, contrat, { rang: 2, pilote: contrat.organisations.villeB });
    await poserIndicateur(contrat, autre);
    const zones = async (client: Client, fiche?: string) =>
      (await deposer(client, contrat, await telechargerModele(client, contrat, 'csv', fiche))).cases
        .filter(({ annee }) => annee === 2025)
        .map(({ indicateur, territoire }) => `${indicateur?.fiche} ${territoire?.nom}`);
    expect(await zones(await contrat.en('referentA'))).toEqual(['T1.1 Europe', 'T1.1 Sanitas']);
    expect(await zones(await contrat.en('referentB'))).toEqual(['T1.2 Rabière']);
    expect(await zones(equipe, autre)).toEqual(['T1.2 Europe', 'T1.2 Rabière', 'T1.2 Sanitas']);
    await equipe.get(`/contrats/${contrat.contratId}/imports-valeurs/modele.pdf`).expect(404);
  });
});

describe('CSV files as people have them', () => {
  const lignes = async (separateur = ';') => {
    const { id } = await poserIndicateur(contrat, ficheId, { decimales: 1, libelle: 'Séances à l’Échelle' });
    return [
      ['Identifiant_Indic', 'ZONE_ID', 'Zone nom', 'Date_Valeur', 'Type_valeur', 'Valeur', 'Commentaire'],
      [id, '="QN03709M"', 'Sanitas', '46022', 'va', '"3,5"', '"Café ; crème, ""offert"""'],
      ['', '', '', '', '', '', ''],
      [id, 'QN03708M', '"Europe"', '31/12/2025', 'VA', '"1 060,5"', 'Été'],
    ]
      .map((cellules) => cellules.join(separateur))
      .join('\r\n');
  };

  const latin1 = (texte: string) => Buffer.from(texte, 'latin1');
  it.each<[string, string, (texte: string) => Buffer]>([
    ['UTF-8', ';', (texte) => Buffer.from(texte)],
    ['UTF-8 with a mark', ';', (texte) => Buffer.from(`\uFEFF${texte}`)],
    ['commas', ',', (texte) => Buffer.from(texte)],
    ['tabs in UTF-16', '\t', (texte) => Buffer.from(`\uFEFF${texte}`, 'utf16le')],
    ['Windows-1252', ';', latin1],
    ['the separator announced', '|', (texte) => Buffer.from(`sep=|\r\n${texte}`)],
    ['ends of lines of another age', ';', (texte) => Buffer.from(texte.replaceAll('\r\n', '\n'))],
  ])('are read: %s', async (_, separateur, encoder) => {
    const apercu = await deposer(equipe, contrat, encoder(await lignes(separateur)));
    expect(
      apercu.cases.map(({ cellule, territoire, annee, apres, motif }) => [
        cellule,
        motif ?? territoire?.nom,
        annee,
        apres,
      ]),
    ).toEqual([
      ['F2', 'Sanitas', 2025, '3,5\u00A0habitants'],
      ['F4', 'Europe', 2025, '1\u202F060,5\u00A0habitants'],
    ]);
    await appliquer(equipe, apercu).expect(200);
    const { id } = apercu.cases[0]?.indicateur ?? { id: '' };
    const { valeurs } = (await equipe.get(`/indicateurs/${id}`)).body as { valeurs: { commentaire: string }[] };
    expect(valeurs.map(({ commentaire }) => commentaire)).toEqual(['Été', 'Café ; crème, "offert"']);
  });
});

describe('workbooks as people have them', () => {
  const rows = [
    ['Suivi du contrat', null, null, null],
    ['Indicateur', 'Quartier', 2025, 'Cible 2030'],
    ['Nombre d’habitants mobilisés', 'Sanitas', 12, null],
    ['Taux', 'Sanitas', 0.425, null],
    ['Date', 'Sanitas', new Date('2025-12-31'), null],
  ];
  const cells = new Map([['3,2', { value: 0.425, style: { numFmt: '0.0%' } }]]);

  it.each([
    ['XLSX', writeXlsx],
    ['ODS', writeOds],
  ])('are read wide, with percentages and dates: %s', async (_, ecrire) => {
    await poserIndicateur(contrat, ficheId);
    await poserIndicateur(contrat, ficheId, {
      libelle: 'Taux',
      nature: 'pourcentage',
      decimales: 1,
      agregation: 'aucune',
    });
    await poserIndicateur(contrat, ficheId, { libelle: 'Date', nature: 'texte', agregation: 'aucune', sens: 'aucun' });
    const sheets = [
      { name: 'Notes', rows: [['Bonjour']] },
      { name: 'Suivi', rows, cells },
    ];
    const apercu = await deposer(equipe, contrat, Buffer.from(await ecrire({ sheets })), 'suivi.bin');
    expect([apercu.feuille, apercu.ligneTitres]).toEqual([1, 2]);
    expect(
      apercu.cases.filter(({ sort }) => sort !== 'vide').map(({ cellule, apres, motif }) => [cellule, motif ?? apres]),
    ).toEqual([
      ['C3', '12\u00A0habitants'],
      ['C4', '42,5\u202F%'],
      ['C5', '2025-12-31'],
    ]);
    const autre = await equipe.put(`/imports-valeurs/${apercu.id}/colonnes`, 1, { feuille: 0 }).expect(200);
    expect((autre.body as ApercuImport).manques).toHaveLength(2);
    await equipe.put(`/imports-valeurs/${apercu.id}/colonnes`, 2, { feuille: 9 }).expect(400);
  });
});

describe('hostile and broken files', () => {
  const zip = (fichiers: Record<string, string>) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(fichiers).map(([nom, texte]) => [nom, strToU8(texte)]))));
  const classeur = () => writeXlsx({ sheets: [{ name: 'A', rows: [['indicateur', 'annee', 'valeur']] }] });
  const abimer = (octets: Uint8Array) => Buffer.from(octets.subarray(0, octets.length - 30));

  it.each<[string, () => Buffer | string | Promise<Buffer>, string]>([
    ['an empty file', () => '', 'Ce fichier est vide.'],
    ['a blank sheet', () => ' ;\n;', 'Ce fichier ne contient aucune donnée.'],
    ['a PDF', () => '%PDF-1.7\n', 'n’est pas un tableur'],
    ['an image under the name of a CSV', () => Buffer.from([0x89, 0x50, 0, 0, 1]), 'n’est pas un tableur'],
    ['a Word file', () => zip({ 'word/document.xml': '<w/>' }), 'n’est pas un tableur'],
    [
      'a workbook with macros',
      () => zip({ 'xl/workbook.xml': '<w/>', 'xl/vbaProject.bin': 'x' }),
      'contient des macros',
    ],
    [
      'an old or encrypted workbook',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'protégé par un mot de passe',
    ],
    ['a torn workbook', async () => abimer(await classeur()), 'est abîmé'],
    ['a workbook that is none', () => zip({ 'xl/workbook.xml': '<worksheet' }), 'est illisible'],
    ['an unclosed quote', () => 'indicateur;valeur\n"Séances;12\n', 'un guillemet ouvert n’est pas refermé'],
    ['50,002 lines', () => `a;b\n${'1;2\n'.repeat(LIMITES_IMPORT.lignes + 1)}`, 'dépasse 50\u202F000 lignes'],
    ['201 columns', () => 'a;'.repeat(LIMITES_IMPORT.colonnes) + 'a', 'plus de 200 colonnes'],
  ])('are refused in plain French: %s', async (_, contenu, detail) => {
    const { body } = await envoyerFichier(equipe, contrat, await contenu()).expect(422);
    expect((body as Probleme).detail).toContain(detail);
    expect((await equipe.get(`/contrats/${contrat.contratId}/imports-valeurs`)).body).toEqual([]);
  });

  it('are refused before they are unpacked: a bomb', async () => {
    const fichiers = unzipSync(await classeur());
    const bombe = zipSync({ ...fichiers, 'xl/worksheets/sheet1.xml': new Uint8Array(160 * 1024 * 1024) });
    expect(bombe.length).toBeLessThan(1024 * 1024);
    const { body } = await envoyerFichier(equipe, contrat, Buffer.from(bombe)).expect(422);
    expect((body as Probleme).detail).toContain('trop volumineux');
  });

  it('are refused by size, and when there is none', async () => {
    await envoyerFichier(equipe, contrat, Buffer.alloc(LIMITES_IMPORT.octets + 1, 'a')).expect(413);
    const { body } = await equipe.post(`/contrats/${contrat.contratId}/imports-valeurs`, {}).expect(400);
    expect((body as Probleme).errors).toEqual([
      { pointer: '/fichier', detail: 'Joignez un fichier .xlsx, .ods ou .csv.' },
    ]);
  });

  it('are only text: a name that climbs, cells that query', async () => {
    const { id } = await poserIndicateur(contrat, ficheId, { nature: 'texte', agregation: 'aucune', sens: 'aucun' });
    const texte = `</script><img src=x onerror=alert(1)>'; drop table valeur; --`;
    const csv = `identifiant_indic;zone_id;annee;valeur\n${id};QN03709M;2025;"${texte}"`;
    const apercu = await deposer(equipe, contrat, csv, '../../etc/passwd\u202E.csv');
    expect(apercu.fichier).not.toMatch(/[/\\\u202E]/);
    expect(sorts(apercu)).toEqual(['D2 nouvelle']);
    await appliquer(equipe, apercu).expect(200);
    const { valeurs } = (await equipe.get(`/indicateurs/${id}`)).body as { valeurs: { valeur: string }[] };
    expect(valeurs[0]?.valeur).toBe(texte);
  });
});
