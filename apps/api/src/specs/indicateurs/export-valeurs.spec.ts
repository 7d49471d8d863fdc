import type { NestExpressApplication } from '@nestjs/platform-express';
import { type ApercuExport, COLONNES_VALEURS, type SaisieValeur } from '@pleniere/indicateurs/domain';
import { readXlsx } from 'hucre';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, parcourir, type Personnage } from '../../testing';
import { telechargerExport } from '../../testing/echanges/export-valeurs';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';
import { poserCalculees } from '../../testing/poser/calculees';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat);
});

const SANITAS = 'QN03709M';
const EUROPE = 'QN03708M';
const RABIERE = 'QN03702M';

async function mesurer(
  valeurs: Record<string, number>,
  reste: Partial<SaisieValeur> = {},
  definition: Parameters<typeof poserIndicateur>[2] = {},
): Promise<string> {
  const { id } = await poserIndicateur(contrat, ficheId, definition);
  const saisies = Object.entries(valeurs).map(([territoire, valeur]) => saisie(id, { territoire, valeur, ...reste }));
  await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
  return id;
}

const apercevoir = async (client: Client, demande: Record<string, string | number> = {}) =>
  (await client.get(`/contrats/${contrat.contratId}/exports-valeurs`).query(demande).expect(200)).body as ApercuExport;

/** Territory and value of each line, as a person reads them. */
async function lues(personnage: Personnage, demande: Record<string, string | number> = {}): Promise<string[]> {
  const { colonnes, lignes } = await apercevoir(await contrat.en(personnage), demande);
  const [zone, valeur] = [colonnes.indexOf('zone_nom'), colonnes.indexOf('valeur')];
  return lignes.map((ligne) => `${ligne[zone]} ${ligne[valeur]}`.replace('\u202F', ' '));
}

describe('exports of values', () => {
  it('give a workbook with the values, the definitions, the meaning of each column and the codes', async () => {
    await mesurer(
      { [SANITAS]: 12 },
      {},
      { reference: { annee: 2024, valeur: 3 }, cibles: [{ annee: 2030, valeur: 40 }] },
    );
    const { sheets } = await readXlsx(await telechargerExport(equipe, contrat, { format: 'xlsx' }));
    expect(sheets.map(({ name }) => name)).toEqual(['Valeurs', 'Indicateurs', 'Dictionnaire', 'Territoires']);
    const [titres, ...lignes] = sheets[0]?.rows ?? [];
    expect(titres).toEqual([...COLONNES_VALEURS]);
    const valeurs = lignes.map((ligne) =>
      ['type_valeur', 'zone_nom', 'date_valeur', 'valeur', 'unite'].map(
        (colonne) => ligne[COLONNES_VALEURS.indexOf(colonne as 'valeur')],
      ),
    );
    expect(valeurs).toEqual([
      ['vi', 'Essai', 2024, 3, 'habitants'],
      ['vc', 'Essai', 2030, 40, 'habitants'],
      ['va', 'Sanitas', 2025, 12, 'habitants'],
    ]);
    expect(sheets[2]?.rows.slice(1).map(([colonne]) => colonne)).toEqual([...COLONNES_VALEURS]);
    expect(sheets[2]?.rows.slice(1).every(([, sens, type, , , source]) => sens && type && source)).toBe(true);
  });

  it('give a CSV that a French spreadsheet opens, and one that a program reads', async () => {
    await mesurer({ [SANITAS]: 12.5 }, { commentaire: '=1+1', source: 'a,b;c' }, { decimales: 1 });
    const francais = (await telechargerExport(equipe, contrat, { format: 'csv' })).toString();
    const machine = (await telechargerExport(equipe, contrat, { format: 'csv-machine' })).toString();
    expect(francais.startsWith('\uFEFFidentifiant_indic;fiche;')).toBe(true);
    expect(francais).toMatch(
      /;Sanitas;2025;va;total;12,5;provisoire;'=1\+1;"a,b;c";habitants;Proposée;non;\d\d\/\d\d\/\d{4};déclarée;;;\r\n$/,
    );
    expect(machine.startsWith('identifiant_indic,fiche,')).toBe(true);
    expect(machine).toMatch(
      /,Sanitas,2025-12-31,va,total,12\.5,provisoire,'=1\+1,"a,b;c",habitants,Proposée,non,\d{4}-\d\d-\d\dT[^,]*,déclarée,,,\n$/,
    );
  });

  it('give the six columns of the exchange, without the parts', async () => {
    const id = await mesurer({ [SANITAS]: 12 }, {}, { ventilations: ['sexe'], reference: { annee: 2024, valeur: 9 } });
    await equipe
      .post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(id, { ventilation: 'femmes', valeur: 7 })] })
      .expect(200);
    const lignes = (await telechargerExport(equipe, contrat, { contenu: 'echange', format: 'csv' })).toString();
    expect(lignes).toBe(
      `\uFEFFidentifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur\r\n${id};contrat;Essai;2024;vi;9\r\n${id};${SANITAS};Sanitas;2025;va;12\r\n`,
    );
  });

  it('say beforehand how long and how heavy the file is', async () => {
    await mesurer({ [SANITAS]: 12, [EUROPE]: 30 });
    for (const format of ['csv', 'csv-machine']) {
      const { total, octets } = await apercevoir(equipe, { format });
      expect([total, octets]).toEqual([2, (await telechargerExport(equipe, contrat, { format })).length]);
    }
    expect((await apercevoir(equipe, { format: 'xlsx' })).octets).toBeNull();
    expect((await apercevoir(equipe, { contenu: 'dictionnaire' })).total).toBe(COLONNES_VALEURS.length);
    expect((await apercevoir(equipe, { contenu: 'indicateurs' })).lignes[0]).toContain('Nombre d’habitants mobilisés');
  });

  it('keep what is chosen: a fiche, a ville with its quartiers, years, a statut', async () => {
    await mesurer({ [SANITAS]: 12, [RABIERE]: 30 });
    await mesurer({ [EUROPE]: 20 }, { annee: 2024 });
    ficheId = await poserFiche(app, contrat, { rang: 2 });
    await mesurer({ [RABIERE]: 50 });
    expect(await lues('equipe')).toEqual(['Rabière 30', 'Sanitas 12', 'Europe 20', 'Rabière 50']);
    expect(await lues('equipe', { fiche: ficheId })).toEqual(['Rabière 50']);
    expect(await lues('equipe', { territoire: contrat.communes.a })).toEqual(['Sanitas 12', 'Europe 20']);
    expect(await lues('equipe', { territoire: RABIERE, de: 2025 })).toEqual(['Rabière 30', 'Rabière 50']);
    expect(await lues('equipe', { a: 2024 })).toEqual(['Europe 20']);
    expect(await lues('equipe', { statut: 'validee' })).toEqual([]);
  });
});

describe('exports of values: what is computed', () => {
  const calculer = async (valeurs: Record<string, number | null>, definition: Parameters<typeof mesurer>[2] = {}) => {
    const calcul = 'habitants-mobilises';
    const { id } = await poserIndicateur(contrat, ficheId, { calcul, ...definition });
    await poserCalculees(app, contrat, { id, calcul }, valeurs);
    return id;
  };

  it('stands beside what is declared, with its formula, its fingerprint and its day', async () => {
    const id = await calculer({ [SANITAS]: 13, contrat: 41, [EUROPE]: null });
    const saisies = [saisie(id, { territoire: SANITAS, valeur: 12 })];
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    const { colonnes, lignes } = await apercevoir(equipe);
    const choix = ['zone_nom', 'type_valeur', 'valeur', 'unite', 'statut', 'nature', 'formule'] as const;
    expect(lignes.map((ligne) => choix.map((colonne) => ligne[colonnes.indexOf(colonne)]))).toEqual([
      ['Sanitas', 'va', '12', 'habitants', 'Proposée', 'déclarée', ''],
      ['Sanitas', 'calculee', '13', 'personnes', '', 'calculée', 'habitants-mobilises, version 1'],
      ['Essai', 'calculee', '41', 'personnes', '', 'calculée', 'habitants-mobilises, version 1'],
    ]);
    const machine = (await telechargerExport(equipe, contrat, { format: 'csv-machine' })).toString();
    expect(machine).toMatch(/,calculee,total,13,.*,[0-9a-f]{64},\d{4}-\d\d-\d\dT.*\n/);
    const simple = (await telechargerExport(equipe, contrat, { contenu: 'echange', format: 'csv' })).toString();
    expect(simple.trim().split('\r\n')).toHaveLength(2);
    expect(await lues('equipe', { statut: 'proposee' })).toEqual(['Sanitas 12']);
    expect(await lues('equipe', { territoire: EUROPE })).toEqual([]);
    expect(await lues('equipe', { de: 2026 })).toEqual([]);
  });

  it('is the one that stands, not those that it replaced, and nothing once nothing is computed any more', async () => {
    const id = await calculer({ [SANITAS]: 13 });
    await poserCalculees(app, contrat, { id, calcul: 'habitants-mobilises' }, { [SANITAS]: 14 }, 2);
    expect(await lues('equipe')).toEqual(['Sanitas 14']);
    await equipe.patch(`/indicateurs/${id}`, 1, { calcul: null }).expect(200);
    expect(await lues('equipe')).toEqual([]);
  });

  it('hides its small numbers as declared ones do, and neither nature tells what the other hides', async () => {
    const id = await calculer({ [SANITAS]: 3, [EUROPE]: 20, [RABIERE]: 30 });
    expect(await lues('lecteur')).toEqual(['Rabière 30', 'Europe masqué', 'Sanitas < 5']);
    expect(await lues('lecteur', { territoire: EUROPE })).toEqual(['Europe masqué']);
    const saisies = [
      saisie(id, { territoire: SANITAS, valeur: 40 }),
      saisie(id, { territoire: EUROPE, valeur: 20 }),
      saisie(id, { territoire: RABIERE, valeur: 30 }),
    ];
    await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    // Sanitas is only small as it is computed; the declared figure would still tell the sum.
    expect((await lues('lecteur')).sort()).toEqual([
      'Europe masqué',
      'Europe masqué',
      'Rabière 30',
      'Rabière 30',
      'Sanitas < 5',
      'Sanitas masqué',
    ]);
    expect((await lues('referentA')).filter((lue) => lue.startsWith('Sanitas'))).toEqual(['Sanitas 40', 'Sanitas 3']);
    const { text } = await (
      await contrat.en('lecteur')
    )
      .get(`/contrats/${contrat.contratId}/exports-valeurs/fichier`)
      .query({ format: 'csv-machine' })
      .expect(200);
    expect(text).not.toMatch(/,3,|,40,|,20,/);
  });

  it('hides people even when the indicator is said to measure something else', async () => {
    await calculer({ [SANITAS]: 3, [EUROPE]: 20, [RABIERE]: 30 }, { nature: 'montant', unite: '' });
    expect(await lues('lecteur')).toEqual(['Rabière 30', 'Europe masqué', 'Sanitas < 5']);
  });
});

describe('exports of values: what is refused', () => {
  it.each([
    ['contenu', 'tout'],
    ['format', 'pdf'],
    ['fiche', 'T1.1'],
    ['territoire', "'; drop table"],
    ['de', 'hier'],
    ['statut', 'fausse'],
  ])('is told of %s', async (champ, valeur) => {
    const demande = { [champ]: valeur };
    await equipe.get(`/contrats/${contrat.contratId}/exports-valeurs`).query(demande).expect(400);
    await equipe.get(`/contrats/${contrat.contratId}/exports-valeurs/fichier`).query(demande).expect(400);
  });
});

describe('exports of values: who reads what', () => {
  it('hides small numbers, and what would betray them, from those who did not produce them', async () => {
    await mesurer({ [SANITAS]: 3, [EUROPE]: 20, [RABIERE]: 30 }, { commentaire: 'Trois personnes' });
    const entieres = ['Rabière 30', 'Europe 20', 'Sanitas 3'];
    expect(await lues('equipe')).toEqual(entieres);
    expect(await lues('delegue')).toEqual(entieres);
    expect(await lues('referentA')).toEqual(entieres);
    for (const personnage of ['lecteur', 'contributeur'] as const) {
      expect(await lues(personnage)).toEqual(['Rabière 30', 'Europe masqué', 'Sanitas < 5']);
      const fichier = (await telechargerExport(await contrat.en(personnage), contrat, { format: 'csv' })).toString();
      expect(fichier.match(/Trois personnes/g)).toHaveLength(1);
    }
    expect((await apercevoir(await contrat.en('lecteur'))).masquees).toBe(2);
  });

  it('hides below the threshold of the contrat', async () => {
    await mesurer({ [SANITAS]: 8, [EUROPE]: 20, [RABIERE]: 30 });
    expect(await lues('lecteur')).toEqual(['Rabière 30', 'Europe 20', 'Sanitas 8']);
    await equipe.patch(`/contrats/${contrat.contratId}`, 1, { seuilPublication: 10 }).expect(200);
    expect(await lues('lecteur')).toEqual(['Rabière 30', 'Europe masqué', 'Sanitas < 10']);
  });

  it('hides the same whatever is asked for: a filter is no way round', async () => {
    await mesurer({ [SANITAS]: 3, [EUROPE]: 20, [RABIERE]: 30 });
    expect(await lues('lecteur', { territoire: EUROPE })).toEqual(['Europe masqué']);
    expect(await lues('lecteur', { territoire: SANITAS, contenu: 'echange' })).toEqual(['Sanitas < 5']);
  });

  it('leaves a lecteur the fiches in force, and nobody those that are archived', async () => {
    await mesurer({ [SANITAS]: 12 });
    const enVigueur = ficheId;
    ficheId = await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    await mesurer({ [SANITAS]: 20 });
    expect(await lues('equipe')).toEqual(['Sanitas 12', 'Sanitas 20']);
    expect(await lues('lecteur')).toEqual(['Sanitas 12']);
    // One that is being revised is in force meanwhile.
    await parcourir(contrat, enVigueur, 'reviser');
    expect(await lues('lecteur')).toEqual(['Sanitas 12']);
    const definitions = (await apercevoir(await contrat.en('lecteur'), { contenu: 'indicateurs' })).total;
    expect(definitions).toBe(1);
  });

  it('gives nothing of another contrat', async () => {
    await mesurer({ [SANITAS]: 12 });
    const voisin = await creerContrat(app);
    const autre = await voisin.en('equipe');
    await autre.get(`/contrats/${contrat.contratId}/exports-valeurs`).expect(404);
    const chezSoi = await autre
      .get(`/contrats/${voisin.contratId}/exports-valeurs`)
      .query({ fiche: ficheId })
      .expect(200);
    expect((chezSoi.body as ApercuExport).total).toBe(0);
  });
});
