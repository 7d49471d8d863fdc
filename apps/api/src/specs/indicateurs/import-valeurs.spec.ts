import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type {
  AnnulationImport,
  ApercuImport,
  HistoriqueValeur,
  ImportValeurs,
  Indicateur,
  Valeur,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { appliquer, deposer, envoyerFichier, sorts } from '../../testing/echanges/import-valeurs';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let indicateur: Indicateur;
let referent: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  indicateur = await poserIndicateur(contrat, ficheId);
  referent = await contrat.en('referentA');
});

const TITRES = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur';
/** A file of lines « zone;date;type;valeur » about the indicator. */
const fichier = (...lignes: string[]) =>
  [TITRES, ...lignes.map((ligne) => `${indicateur.id};${ligne.replace(';', ';;')}`)].join('\n');
const poser = (...saisies: ReturnType<typeof saisie>[]) =>
  referent.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
const lire = async (id: string, suite = '') =>
  (await referent.get(`/imports-valeurs/${id}${suite}`).expect(200)).body as ApercuImport;
const annuler = (client: Client, id: string) => client.post(`/imports-valeurs/${id}/annulation`);

async function valeurs(): Promise<Valeur[]> {
  const { body } = await referent.get(`/indicateurs/${indicateur.id}`).expect(200);
  return (body as { valeurs: Valeur[] }).valeurs;
}
const contenus = async () =>
  (await valeurs()).map(({ annee, territoire, valeur, absence }) => [annee, territoire, absence ?? valeur]);

describe('import of values: preview', () => {
  it('sorts every cell out and writes nothing', async () => {
    await poser(saisie(indicateur.id, { valeur: 12 }), saisie(indicateur.id, { annee: 2024, valeur: 5 }));
    const apercu = await deposer(
      referent,
      contrat,
      fichier(
        'QN03709M;2025;va;12',
        'QN03709M;2024;va;6',
        'QN03709M;2026;va;nd',
        'QN03708M;2026;va;',
        'QN03708M;2025;va;trop',
      ),
    );
    expect(apercu).toMatchObject({
      fichier: 'valeurs.csv',
      format: 'csv',
      statut: 'ouvert',
      version: 1,
      manques: [],
      resume: { nouvelle: 1, changee: 1, identique: 1, vide: 1, refusee: 1 },
      total: 5,
    });
    expect(apercu.colonnes.map(({ titre, role }) => role ?? titre)).toEqual(TITRES.split(';'));
    expect(sorts(apercu)).toEqual([
      'F2 identique',
      'F3 changee',
      'F4 nouvelle',
      'F5 vide',
      'F6 Un nombre est attendu.',
    ]);
    expect(apercu.cases[1]).toMatchObject({
      ligne: 3,
      colonne: 'valeur',
      indicateur: { libelle: 'Nombre d’habitants mobilisés', fiche: 'T1.1' },
      territoire: { code: 'QN03709M', nom: 'Sanitas' },
      annee: 2024,
      lu: '6',
      avant: '5\u00A0habitants',
      apres: '6\u00A0habitants',
    });
    expect(await contenus()).toEqual([
      [2024, 'QN03709M', 5],
      [2025, 'QN03709M', 12],
    ]);
  });

  it('is left and resumed, by sort and by page', async () => {
    const { id } = await deposer(referent, contrat, fichier('QN03709M;2025;va;12', 'QN03709M;2019;va;12'));
    expect(sorts(await lire(id, '?sort=refusee'))).toEqual(['D3 L’année doit être comprise entre 2024 et 2030.']);
    expect(await lire(id, '?page=2')).toMatchObject({ cases: [], total: 2, page: 2, pages: 1 });
    const { body } = await referent.get(`/contrats/${contrat.contratId}/imports-valeurs`).expect(200);
    expect(body).toEqual([expect.objectContaining({ id, fichier: 'valeurs.csv', statut: 'ouvert', ecrites: 0 })]);
  });

  it('takes columns for what one says, and refuses a stale or impossible choice', async () => {
    const apercu = await deposer(referent, contrat, `Chose;Lieu;Quand;Combien\n${indicateur.libelle};Sanitas;2025;12`);
    expect(apercu.colonnes.map(({ role }) => role)).toEqual([null, null, null, null]);
    expect(apercu.manques).toHaveLength(2);
    const choisir = (version: number, roles: unknown[]) =>
      referent.put(`/imports-valeurs/${apercu.id}/colonnes`, version, { roles });
    const roles = ['indicateur', 'zone_nom', 'date_valeur', 'valeur'];
    const choisi = (await choisir(1, roles).expect(200)).body as ApercuImport;
    expect([choisi.version, choisi.manques, sorts(choisi)]).toEqual([2, [], ['D2 nouvelle']]);
    await choisir(1, roles).expect(412);
    await choisir(2, ['valeur', 'valeur', null, null]).expect(422);
    await choisir(2, ['valeur']).expect(422);
    await choisir(2, ['prix', null, null, null]).expect(400);
    expect((await lire(apercu.id)).version).toBe(2);
  });

  it('is forgotten when asked, unless applied', async () => {
    const apercu = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    await referent.delete(`/imports-valeurs/${apercu.id}`, 7).expect(412);
    await referent.delete(`/imports-valeurs/${apercu.id}`, 1).expect(204);
    await referent.get(`/imports-valeurs/${apercu.id}`).expect(404);
    const autre = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    await appliquer(referent, autre).expect(200);
    await referent.delete(`/imports-valeurs/${autre.id}`, 2).expect(409);
  });
});

describe('import of values: application', () => {
  it('writes everything, and each value keeps its import, its file and its line', async () => {
    const apercu = await deposer(
      referent,
      contrat,
      fichier('QN03709M;2025;va;0', 'QN03708M;2025;va;s', 'QN03708M;2024;va;'),
      'Été 2025.csv',
    );
    const { body } = await appliquer(referent, apercu).expect(200);
    expect(body).toMatchObject({ statut: 'applique', ecrites: 2, feuilles: [], resume: { nouvelle: 2, vide: 1 } });
    expect(sorts(body as ApercuImport)).toEqual(['F2 nouvelle', 'F3 nouvelle']);
    expect(await contenus()).toEqual([
      [2025, 'QN03708M', 'secret'],
      [2025, 'QN03709M', 0],
    ]);

    const { rows } = await app
      .get(Base)
      .pool.query('select import_id from valeur where contrat_id = $1', [contrat.contratId]);
    expect(rows).toEqual([{ import_id: apercu.id }, { import_id: apercu.id }]);
    const historique = (await referent.get(`/indicateurs/${indicateur.id}/historique`)).body as HistoriqueValeur[];
    expect(historique.map(({ motif }) => motif).sort()).toEqual([
      'Import de Été 2025.csv, ligne 2',
      'Import de Été 2025.csv, ligne 3',
    ]);
    await appliquer(referent, apercu).expect(409);
  });

  it('writes all or nothing, or the valid lines, as one chooses', async () => {
    const apercu = await deposer(
      referent,
      contrat,
      fichier('QN03709M;2025;va;12', 'QN03709M;2025;vz;12', 'QN03702M;2025;va;12'),
    );
    const { body } = await appliquer(referent, apercu).expect(422);
    expect((body as Probleme).detail).toContain('2\u00A0cases sont refusées');
    expect((body as Probleme).errors).toEqual([
      { pointer: '/cellules/E3', detail: 'Le type de valeur est va (valeur), vi (référence) ou vc (cible).' },
      { pointer: '/cellules/F4', detail: 'Une ville saisit les valeurs de sa commune et de ses quartiers.' },
    ]);
    expect(await contenus()).toEqual([]);
    const valides = (await appliquer(referent, apercu, 'valides').expect(200)).body as ApercuImport;
    expect(valides.resume).toMatchObject({ nouvelle: 1, refusee: 2 });
    expect(await contenus()).toEqual([[2025, 'QN03709M', 12]]);
  });

  it('writes nothing that the preview did not show', async () => {
    const apercu = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    await poser(saisie(indicateur.id, { valeur: 99 }));
    const { body } = await appliquer(referent, apercu).expect(412);
    const actuel = (body as Probleme).actuel as ApercuImport;
    expect(actuel.cases[0]).toMatchObject({ sort: 'changee', avant: '99\u00A0habitants' });
    expect(await contenus()).toEqual([[2025, 'QN03709M', 99]]);
    await appliquer(referent, actuel).expect(200);
    expect(await contenus()).toEqual([[2025, 'QN03709M', 12]]);
  });

  it('refuses to apply what changes nothing', async () => {
    await poser(saisie(indicateur.id, { valeur: 12 }));
    await appliquer(referent, await deposer(referent, contrat, fichier('QN03709M;2025;va;12'))).expect(422);
    await appliquer(referent, await deposer(referent, contrat, 'a;b\n1;2')).expect(422);
  });

  it('sets baselines and targets through the definition', async () => {
    const lignes = fichier('contrat;2023;vi;40', ';2027;vc;80', ';2030;vc;120');
    await appliquer(referent, await deposer(referent, contrat, lignes)).expect(200);
    const { body } = await referent.get(`/indicateurs/${indicateur.id}`).expect(200);
    expect(body).toMatchObject({
      version: 2,
      reference: { annee: 2023, valeur: 40 },
      cibles: [
        { annee: 2027, valeur: 80 },
        { annee: 2030, valeur: 120 },
      ],
    });
  });

  it('lets exactly one of eight applications through', async () => {
    const apercu = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    const statuts = await Promise.all(
      Array.from({ length: 8 }, async () => (await appliquer(referent, apercu)).status),
    );
    expect(statuts.sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });
});

describe('import of values: undo', () => {
  it('puts everything back as it was, baselines and targets too', async () => {
    await poser(
      saisie(indicateur.id, { valeur: 5, qualite: 'definitive', commentaire: 'Compté.', source: 'Feuilles' }),
    );
    const avant = await valeurs();
    const apercu = await deposer(
      referent,
      contrat,
      fichier('QN03709M;2025;va;12', 'QN03708M;2025;va;3', ';2023;vi;40', ';2030;vc;9'),
    );
    await appliquer(referent, apercu).expect(200);
    expect((await annuler(referent, apercu.id).expect(200)).body).toEqual({ retablies: 4, conservees: [] });
    const apres = await valeurs();
    expect(apres).toEqual([{ ...avant[0], version: 3, modifieLe: apres[0]?.modifieLe }]);
    expect((await referent.get(`/indicateurs/${indicateur.id}`)).body).toMatchObject({ reference: null, cibles: [] });
    expect(await lire(apercu.id)).toMatchObject({ statut: 'annule', retablies: 4 });
    await annuler(referent, apercu.id).expect(409);
  });

  it('leaves what somebody touched since, and says so', async () => {
    const apercu = await deposer(
      referent,
      contrat,
      fichier('QN03709M;2025;va;12', 'QN03708M;2025;va;3', 'QN03708M;2024;va;4', ';2030;vc;9'),
    );
    await appliquer(referent, apercu).expect(200);
    await poser(
      saisie(indicateur.id, { version: 1, valeur: 13 }),
      saisie(indicateur.id, { annee: 2024, territoire: 'QN03708M', version: 1, valeur: null }),
    );
    await referent.patch(`/indicateurs/${indicateur.id}`, 2, { cibles: [{ annee: 2030, valeur: 10 }] }).expect(200);
    const { retablies, conservees } = (await annuler(referent, apercu.id).expect(200)).body as AnnulationImport;
    expect(retablies).toBe(1);
    expect(conservees.map(({ cellule, motif }) => [cellule, motif])).toEqual([
      ['F2', 'Modifiée depuis par Personne referentA.'],
      ['F4', 'Vidée depuis.'],
      ['F5', 'Modifiée depuis.'],
    ]);
    expect(await contenus()).toEqual([[2025, 'QN03709M', 13]]);
    expect((await lire(apercu.id)).cases[0]?.motif).toBe('Modifiée depuis par Personne referentA.');
  });

  it('gives a value back to the import before', async () => {
    const premier = await deposer(referent, contrat, fichier('QN03709M;2025;va;1'));
    await appliquer(referent, premier).expect(200);
    const second = await deposer(referent, contrat, fichier('QN03709M;2025;va;2'));
    await appliquer(referent, second).expect(200);
    await annuler(referent, second.id).expect(200);
    const { rows } = await app
      .get(Base)
      .pool.query('select import_id, valeur_num from valeur where contrat_id = $1', [contrat.contratId]);
    expect(rows).toEqual([{ import_id: premier.id, valeur_num: '1' }]);
  });

  it('undoes nothing that was not applied', async () => {
    const { id } = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    await annuler(referent, id).expect(409);
  });
});

describe('import of values: access', () => {
  it('refuses line by line what the person may not write', async () => {
    const du = await poserIndicateur(contrat, ficheId, {
      responsableId: contrat.organisations.bailleur,
      libelle: 'Logements',
    });
    const lignes = [
      TITRES,
      `${indicateur.id};QN03709M;;2025;va;1`,
      `${du.id};QN03702M;;2025;va;1`,
      `${du.id};;;2030;vc;9`,
    ].join('\n');
    expect(sorts(await deposer(await contrat.en('contributeur'), contrat, lignes))).toEqual([
      'F2 Seules les organisations concernées peuvent faire cette action.',
      'F3 nouvelle',
      'F4 Votre rôle ne permet pas cette action.',
    ]);
    expect(sorts(await deposer(await contrat.en('equipe'), contrat, lignes))).toEqual([
      'F2 nouvelle',
      'F3 nouvelle',
      'F4 nouvelle',
    ]);
  });

  it('refuses every line of an archived fiche', async () => {
    await app.get(Base).pool.query(`update fiche set statut = 'archive' where id = $1`, [ficheId]);
    const apercu = await deposer(await contrat.en('equipe'), contrat, fichier('QN03709M;2025;va;12', ';2030;vc;9'));
    const motif = 'La fiche est archivée\u00A0: ses indicateurs et leurs valeurs ne changent plus.';
    expect(sorts(apercu)).toEqual([`F2 ${motif}`, `F3 ${motif}`]);
  });

  it('keeps an import between its author and the team', async () => {
    const apercu = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    const contributeur = await contrat.en('contributeur');
    await contributeur.get(`/imports-valeurs/${apercu.id}`).expect(403);
    await appliquer(contributeur, apercu).expect(403);
    const liste = async (client: Client) =>
      (await client.get(`/contrats/${contrat.contratId}/imports-valeurs`).expect(200)).body as ImportValeurs[];
    expect(await liste(contributeur)).toEqual([]);
    const equipe = await contrat.en('equipe');
    expect((await liste(equipe)).map(({ id }) => id)).toEqual([apercu.id]);
    await appliquer(equipe, apercu).expect(200);
    await annuler(contributeur, apercu.id).expect(403);
  });

  it('knows nothing of another contrat', async () => {
    const apercu = await deposer(referent, contrat, fichier('QN03709M;2025;va;12'));
    const voisin = await creerContrat(app);
    const client = await voisin.en('equipe');
    await client.get(`/imports-valeurs/${apercu.id}`).expect(404);
    await envoyerFichier(client, contrat, fichier('QN03709M;2025;va;12')).expect(404);
    const [lue] = (await deposer(client, voisin, fichier('QN03709M;2025;va;12'))).cases;
    expect(lue?.motif).toBe('Cet indicateur n’existe pas dans ce contrat.');
  });

  it('refuses readers', async () => {
    await envoyerFichier(await contrat.en('delegue'), contrat, TITRES).expect(403);
    await envoyerFichier(await contrat.en('lecteur'), contrat, TITRES).expect(403);
  });
});
