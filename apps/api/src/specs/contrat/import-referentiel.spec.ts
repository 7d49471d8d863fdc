import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AnnulationReferentiel, ApercuReferentiel, ImportReferentiel, Qpv } from '@pleniere/contrat/domain';
import type { QuartierLu } from '@pleniere/fiches/domain';
import { Tableurs } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});

const racine = () => `/contrats/${contrat.contratId}`;
const envoyer = (contenu: string | Buffer, nom = 'qpv.csv') =>
  equipe.post(`${racine()}/imports-referentiel`, null).attach('fichier', Buffer.from(contenu), nom);
const deposer = async (...envoi: Parameters<typeof envoyer>) =>
  (await envoyer(...envoi).expect(201)).body as ApercuReferentiel;
const appliquer = ({ id, empreinte }: ApercuReferentiel) =>
  equipe.post(`/imports-referentiel/${id}/application`, { empreinte });
const annuler = async ({ id }: ApercuReferentiel) =>
  (await equipe.post(`/imports-referentiel/${id}/annulation`).expect(200)).body as AnnulationReferentiel;
const quartiers = async () => (await equipe.get(`${racine()}/qpv`).expect(200)).body as Qpv[];
const quartier = async (code: string) =>
  (await equipe.get(`${racine()}/quartiers/${code}`).expect(200)).body as QuartierLu;
const communes = async () =>
  (await equipe.get(`${racine()}/communes`).expect(200)).body as { code: string; nom: string }[];
const sorts = ({ lignes }: ApercuReferentiel) => lignes.map(({ ligne, sort, motif }) => `${ligne} ${motif ?? sort}`);

const CARRE = [
  [0.6, 47.3],
  [0.61, 47.3],
  [0.61, 47.31],
  [0.6, 47.3],
];
const geojson = (...formes: { code: string; geometry: unknown }[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: formes.map(({ code, geometry }) => ({ type: 'Feature', properties: { code_qp: code }, geometry })),
  });

describe('import of reference files: quartiers', () => {
  it('shows what a national list would change of the contrat, and counts the rest', async () => {
    const apercu = await deposer(
      [
        '\uFEFFCode_QP;nom_qp;insee_com;lib_com',
        'qn03709m;Sanitas;37261;Tours',
        'QN03708M;Europe - Chateaubriand;37261;Tours',
        'QN03705M;Fontaines;37261;Tours',
        'QN00101M;Grande Reyssouze;01053;Bourg-en-Bresse',
        'QN037;Nulle part;37261;Tours',
      ].join('\r\n'),
    );
    expect(apercu).toMatchObject({ genre: 'qpv', statut: 'ouvert', manques: [], horsContrat: 1 });
    expect(apercu.colonnes.map(({ role }) => role)).toEqual(['code_qpv', 'nom_qpv', 'code_commune', 'nom_commune']);
    expect(sorts(apercu)).toEqual([
      '6 Un code de quartier prioritaire s’écrit comme QN03709M.',
      '2 identique',
      '3 changee',
      '4 nouvelle',
    ]);
    expect(await quartiers()).toHaveLength(3);
  });

  it('is applied once, then undone to what stood before', async () => {
    const avant = (await quartiers()).map(({ version, ...reste }) => (expect(version).toBe(1), reste));
    const apercu = await deposer(
      'code_qpv,lib_qpv,code_insee,nom_com\n' +
        'QN03708M,Europe Nord,37261|37214,Tours|Saint-Cyr-sur-Loire\nQN03705M,Fontaines,37261,Tours\n',
    );
    const fait = (await appliquer(apercu).expect(200)).body as ApercuReferentiel;
    expect(fait).toMatchObject({ statut: 'applique', resume: { nouvelle: 1, changee: 1 }, ecrites: 3 });
    const europe = (await quartiers()).find(({ code }) => code === 'QN03708M');
    expect(europe).toMatchObject({ libelle: 'Europe Nord', version: 2 });
    expect(europe?.communes.map(({ nom }) => nom)).toEqual(['Saint-Cyr-sur-Loire', 'Tours']);
    await appliquer(apercu).expect(409);

    expect(await annuler(apercu)).toEqual({ retablies: 3, conservees: [] });
    expect((await quartiers()).map(({ version, ...reste }) => (expect(version).toBeGreaterThan(0), reste))).toEqual(
      avant,
    );
    expect(await communes()).toHaveLength(2);
    const liste = (await equipe.get(`${racine()}/imports-referentiel`).expect(200)).body as ImportReferentiel[];
    expect(liste).toEqual([expect.objectContaining({ statut: 'annule', genre: 'qpv', ecrites: 3, retablies: 3 })]);
  });

  it('keeps what somebody changed since', async () => {
    const apercu = await deposer('code_qp;lib_qp;insee_com\nQN03705M;Fontaines;37261\nQN03708M;Europe Nord;37261');
    await appliquer(apercu).expect(200);
    await equipe.patch('/qpv/QN03705M', 1, { libelleEditorial: 'Les Fontaines' }).expect(200);
    expect(await annuler(apercu)).toEqual({
      retablies: 1,
      conservees: [{ code: 'QN03705M', motif: 'Modifié depuis.' }],
    });
    expect((await quartiers()).map(({ libelle }) => libelle)).toEqual(['Europe', 'Fontaines', 'Rabière', 'Sanitas']);
  });

  it('does not write what changed since it was shown', async () => {
    const apercu = await deposer('code_qp;lib_qp;insee_com\nQN03705M;Fontaines;37261');
    await equipe.post(`${racine()}/qpv`, { code: 'QN03705M' }).expect(201);
    const { actuel } = (await appliquer(apercu).expect(412)).body as Probleme & { actuel: ApercuReferentiel };
    expect(sorts(actuel)).toEqual(['2 identique']);
    await appliquer(actuel).expect(422);
  });

  it('takes contours, refuses the ones that are out of range or open', async () => {
    const ailleurs = CARRE.map(([longitude = 0, latitude = 0]) => [longitude * 1e6, latitude * 1e5]);
    const apercu = await deposer(
      geojson(
        { code: 'QN03709M', geometry: { type: 'Polygon', coordinates: [CARRE] } },
        { code: 'QN03708M', geometry: { type: 'MultiPolygon', coordinates: [[CARRE]] } },
        { code: 'QN03702M', geometry: { type: 'Polygon', coordinates: [ailleurs] } },
        { code: 'QN00101M', geometry: { type: 'Polygon', coordinates: [CARRE] } },
      ),
      'qpv.geojson',
    );
    expect(apercu).toMatchObject({ genre: 'qpv', horsContrat: 1, resume: { changee: 2, refusee: 1 } });
    expect(apercu.lignes[0]?.motif).toContain('sortent du globe');
    await appliquer(apercu).expect(200);
    expect((await quartier('QN03709M')).contour).toEqual([[CARRE]]);
    expect((await quartier('QN03709M')).communes).toHaveLength(1);
    await annuler(apercu);
    expect((await quartier('QN03709M')).contour).toBeNull();
  });

  it('waits for columns that it does not know, and refuses a stale or impossible choice', async () => {
    const apercu = await deposer('Ou;Quoi;Commune INSEE\nQN03705M;Fontaines;37261');
    expect([apercu.genre, apercu.manques.length, apercu.lignes]).toEqual([null, 1, []]);
    const choisir = (version: number, roles: unknown[]) =>
      equipe.put(`/imports-referentiel/${apercu.id}/colonnes`, version, { roles, millesime: null, source: '' });
    const choisi = (await choisir(1, ['code_qpv', 'nom_qpv', 'code_commune']).expect(200)).body as ApercuReferentiel;
    expect(sorts(choisi)).toEqual(['2 nouvelle']);
    await choisir(1, ['code_qpv', null, null]).expect(412);
    await choisir(2, ['code_qpv', 'code_qpv', null]).expect(422);
    await choisir(2, ['code_qpv']).expect(422);
    await choisir(2, ['prix', null, null]).expect(400);
  });
});

describe('import of reference files: workbooks and long files', () => {
  it.each(['xlsx', 'ods'] as const)(
    'reads the sheet of an .%s that speaks of quartiers, below its title',
    async (format) => {
      const feuilles = [
        { nom: 'Lisez-moi', lignes: [['Source : ANCT']], largeurs: [] },
        {
          nom: 'QPV',
          lignes: [
            ['Quartiers prioritaires de la politique de la ville'],
            [],
            ['Code QP', 'Nom QP', 'INSEE COM'],
            ['QN03705M', 'Fontaines', 37261],
          ],
          largeurs: [],
        },
      ];
      const octets = Buffer.from(await app.get(Tableurs).ecrire(feuilles, format));
      const apercu = await deposer(octets, `qpv.${format}`);
      expect(apercu.colonnes.map(({ role }) => role)).toEqual(['code_qpv', 'nom_qpv', 'code_commune']);
      expect(sorts(apercu)).toEqual(['4 nouvelle']);
    },
  );

  it('is looked at page by page, and by what becomes of its lines', async () => {
    const lignes = Array.from({ length: 250 }, (_, rang) => `37${String(rang + 300)};Commune ${rang}`);
    const { id, ...apercu } = await deposer(['code_insee;nom', ...lignes, '37;Nulle part'].join('\n'), 'communes.csv');
    expect(apercu).toMatchObject({ total: 251, page: 1, pages: 3, resume: { nouvelle: 250, refusee: 1 } });
    expect(apercu.lignes).toHaveLength(100);
    const lire = async (filtre: string) =>
      (await equipe.get(`/imports-referentiel/${id}?${filtre}`).expect(200)).body as ApercuReferentiel;
    expect((await lire('page=3')).lignes).toHaveLength(51);
    expect(await lire('sort=refusee')).toMatchObject({ total: 1, pages: 1, lignes: [{ sort: 'refusee' }] });
    await equipe.get(`/imports-referentiel/${id}?sort=perdue`).expect(400);
  });

  it('lets two imports of the same new places through, one after the other', async () => {
    const lignes = Array.from({ length: 40 }, (_, rang) => `37${String(rang + 300)};Commune ${rang}`);
    const un = await deposer(['code_insee;nom', ...lignes].join('\n'));
    const autre = await deposer(['code_insee;nom', ...lignes.toReversed()].join('\n'));
    const reponses = await Promise.all([appliquer(un), appliquer(autre)]);
    expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('import of reference files: communes and populations', () => {
  it('names communes from a file of any usual encoding', async () => {
    const latin = Buffer.from(
      'code_insee;nom;siren_epci\n37018;Ballan-Miré;243700754\n01053;Bourg;200071751',
      'latin1',
    );
    const apercu = await deposer(latin, 'communes.csv');
    expect(apercu).toMatchObject({ genre: 'communes', horsContrat: 1, resume: { nouvelle: 1 } });
    await appliquer(apercu).expect(200);
    expect(await communes()).toContainEqual({ code: '37018', nom: 'Ballan-Miré' });
    await annuler(apercu);
    expect(await communes()).toHaveLength(2);
  });

  it('takes populations with the year and the source that one says, and shows them with the quartier', async () => {
    const apercu = await deposer('code_qpv;pop\nQN03709M;="8 012"\nQN03708M;beaucoup\nQN00101M;12');
    expect(apercu.manques).toHaveLength(2);
    await appliquer(apercu).expect(422);
    const lecture = { roles: ['code_qpv', 'population'], millesime: 2021, source: 'INSEE, recensement 2021' };
    const { body } = await equipe.put(`/imports-referentiel/${apercu.id}/colonnes`, 1, lecture).expect(200);
    const lu = body as ApercuReferentiel;
    expect(lu).toMatchObject({ genre: 'populations', horsContrat: 1, manques: [] });
    expect(sorts(lu)).toEqual(['3 La population est un nombre d’habitants.', '2 nouvelle']);
    await appliquer(lu).expect(200);
    const population = { population: 8012, millesime: 2021, source: 'INSEE, recensement 2021' };
    expect((await quartier('QN03709M')).population).toEqual(population);
    await annuler(lu);
    expect((await quartier('QN03709M')).population).toBeNull();
  });
});

describe('import of reference files: files that cannot be read', () => {
  it.each([
    ['an empty file', '', 'vide'],
    ['headings alone', 'code_qp;lib_qp', 'aucune ligne'],
    ['a truncated GeoJSON', '{"type": "FeatureCollection", "features": [', 'mal formé'],
    ['another JSON', '{"nom": "Sanitas"}', 'FeatureCollection'],
    ['a program', Buffer.from([77, 90, 0, 0, 1]), 'n’est pas un tableur'],
  ])('refuses %s and keeps nothing', async (_, contenu, motif) => {
    const { detail } = (await envoyer(contenu).expect(422)).body as Probleme;
    expect(detail).toContain(motif);
    expect((await equipe.get(`${racine()}/imports-referentiel`).expect(200)).body).toEqual([]);
  });

  it('forgets a file that is not applied', async () => {
    const { id } = await deposer('code_qp;lib_qp\nQN03709M;Sanitas');
    await equipe.delete(`/imports-referentiel/${id}`, 1).expect(204);
    await equipe.get(`/imports-referentiel/${id}`).expect(404);
  });
});
