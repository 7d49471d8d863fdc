import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type {
  BilanDecision,
  CelluleVersionnee,
  HistoriqueValeur,
  Indicateur,
  SaisieValeur,
  Valeur,
  Verification,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let indicateur: Indicateur;
let referent: Client;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  indicateur = await poserIndicateur(contrat, ficheId, { borneMax: 400 });
  [referent, equipe] = [await contrat.en('referentA'), await contrat.en('equipe')];
});

async function ecrire(...parties: Partial<SaisieValeur>[]): Promise<Valeur[]> {
  const saisies = parties.map((partie) => saisie(indicateur.id, partie));
  const { body } = await referent.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
  return (body as { valeurs: Valeur[] }).valeurs;
}

function cellules(...valeurs: Valeur[]): CelluleVersionnee[] {
  return valeurs.map(({ indicateurId, annee, territoire, ventilation, version }) => {
    return { indicateurId, annee, territoire, ventilation, version };
  });
}

const decider = (client: Client, corps: object) =>
  client.post(`/contrats/${contrat.contratId}/valeurs/validation`, corps);
const valider = (...valeurs: Valeur[]) => decider(equipe, { cellules: cellules(...valeurs), decision: 'valider' });
const retourner = (motif: string, ...valeurs: Valeur[]) =>
  decider(equipe, { cellules: cellules(...valeurs), decision: 'retourner', motif });

async function aVerifier(annee?: number): Promise<Verification> {
  const suite = annee === undefined ? '' : `?annee=${annee}`;
  return (await equipe.get(`/contrats/${contrat.contratId}/valeurs/anomalies${suite}`).expect(200))
    .body as Verification;
}

async function valeursLues(): Promise<Valeur[]> {
  return ((await referent.get(`/indicateurs/${indicateur.id}`).expect(200)).body as { valeurs: Valeur[] }).valeurs;
}

describe('values to check', () => {
  it('are those of the year that wait, with what makes them doubtful, what they are compared with, and their comment', async () => {
    await ecrire(
      { annee: 2024, valeur: 100 },
      { annee: 2025, valeur: 410, commentaire: 'Deux fêtes de quartier.' },
      { annee: 2025, valeur: 20, territoire: contrat.qpv.a2 },
    );
    const { annee, indicateurs, valeurs } = await aVerifier(2025);
    expect(annee).toBe(2025);
    expect(indicateurs).toEqual([expect.objectContaining({ libelle: indicateur.libelle, ficheCode: 'T1.1' })]);
    expect(valeurs.map(({ territoire, precedente, alertes }) => ({ territoire, precedente, alertes }))).toEqual([
      { territoire: contrat.qpv.a2, precedente: null, alertes: [] },
      {
        territoire: contrat.qpv.a1,
        precedente: { annee: 2024, valeur: 100, absence: null },
        alertes: [
          { regle: 'bornes', expliquee: true, texte: expect.stringContaining('plus que le maximum plausible') },
          { regle: 'variation', expliquee: true, texte: expect.stringContaining('plus du double de 2024') },
        ],
      },
    ]);
  });

  it('are asked of the present year unless told, and forget what is validated or belongs to an archived fiche', async () => {
    const [a1, a2] = await ecrire({ annee: 2026 }, { annee: 2026, territoire: contrat.qpv.a2 });
    if (!a1 || !a2) throw new Error('two values were written');
    await valider(a1).expect(200);
    const { annee, valeurs } = await aVerifier();
    expect([annee, valeurs.map(({ territoire }) => territoire)]).toEqual([2026, [a2.territoire]]);

    await app.get(Base).pool.query(`update fiche set statut = 'archive' where id = $1`, [ficheId]);
    expect((await aVerifier()).valeurs).toEqual([]);
  });
});

describe('a decision on values', () => {
  it('validates several at once, then a new entry waits again', async () => {
    const ecrites = await ecrire({}, { territoire: contrat.qpv.a2 });
    const { body } = await valider(...ecrites).expect(200);
    const { decidees, perimees, refusees } = body as BilanDecision;
    expect(decidees.map(({ statut, version, valeur }) => [statut, version, valeur])).toEqual([
      ['validee', 2, 12],
      ['validee', 2, 12],
    ]);
    expect([perimees, refusees]).toEqual([[], []]);

    await ecrire({ version: 2, valeur: 13 });
    expect((await valeursLues()).find(({ valeur }) => valeur === 13)?.statut).toBe('proposee');
  });

  it('returns with a reason that its author reads, and that the history keeps', async () => {
    const ecrites = await ecrire({});
    await retourner('Comptez aussi les ateliers de mars.', ...ecrites).expect(200);
    const [lue] = await valeursLues();
    expect(lue).toMatchObject({ statut: 'brouillon', retour: 'Comptez aussi les ateliers de mars.', valeur: 12 });

    const { body } = await referent.get(`/indicateurs/${indicateur.id}/historique`).expect(200);
    const [derniere] = body as HistoriqueValeur[];
    expect(derniere?.motif?.replace(/\u00A0/g, ' ')).toBe('Retournée : Comptez aussi les ateliers de mars.');
    expect(derniere?.auteur).toBe('Personne equipe');

    const [reprise] = await ecrire({ version: 2, valeur: 15 });
    expect(reprise).toMatchObject({ statut: 'proposee', retour: '' });
  });

  it('tells the values that somebody wrote meanwhile one by one, and decides of the others', async () => {
    const [a1, a2] = await ecrire({}, { territoire: contrat.qpv.a2 });
    if (!a1 || !a2) throw new Error('two values were written');
    await ecrire({ version: 1, valeur: 14 });
    const { body } = await valider(a1, a2, { ...a1, annee: 2024 }).expect(200);
    const { decidees, perimees } = body as BilanDecision;
    expect(decidees.map(({ territoire }) => territoire)).toEqual([contrat.qpv.a2]);
    expect(perimees).toEqual([
      expect.objectContaining({ territoire: contrat.qpv.a1, annee: 2025, version: 2, valeur: 14 }),
      expect.objectContaining({ territoire: contrat.qpv.a1, annee: 2024, version: null, valeur: null }),
    ]);
  });

  it('is not made twice, nor on a locked year, nor on an archived fiche: each value says why', async () => {
    const [a1, a2] = await ecrire({}, { territoire: contrat.qpv.a2 });
    if (!a1 || !a2) throw new Error('two values were written');
    await valider(a1).expect(200);
    const { pool } = app.get(Base);
    const lieu = [contrat.contratId, contrat.qpv.a2];
    await pool.query(`update valeur set statut = 'verrouillee' where contrat_id = $1 and qpv_code = $2`, lieu);
    const { body } = await valider({ ...a1, version: 2 }, a2).expect(200);
    expect((body as BilanDecision).refusees.map(({ detail }) => detail.replace(/\u00A0/g, ' '))).toEqual([
      'Cette valeur est déjà validée.',
      'La campagne de cette année est close : rouvrez-la pour y revenir.',
    ]);
    await pool.query(`update fiche set statut = 'archive' where id = $1`, [ficheId]);
    const archivee = await retourner('À revoir.', { ...a1, version: 2 }).expect(200);
    expect((archivee.body as BilanDecision).refusees[0]?.detail).toContain('La fiche est archivée');
  });

  it('goes to exactly one of two who decide at the same time', async () => {
    const ecrites = await ecrire({});
    const reponses = await Promise.all([valider(...ecrites), retourner('À revoir.', ...ecrites)]);
    const bilans = reponses.map(({ body }) => body as BilanDecision);
    expect(bilans.map(({ decidees }) => decidees.length).sort()).toEqual([0, 1]);
    expect(bilans.map(({ perimees }) => perimees.length).sort()).toEqual([0, 1]);
    expect(await valeursLues()).toEqual(bilans.flatMap(({ decidees }) => decidees));
  });

  it.each([
    [
      'a return without reason',
      422,
      (valeur: Valeur) => ({ cellules: cellules(valeur), decision: 'retourner' }),
      '/motif',
    ],
    [
      'a cell given twice',
      422,
      (valeur: Valeur) => ({ cellules: cellules(valeur, valeur), decision: 'valider' }),
      '/cellules/1',
    ],
    ['no cell', 400, () => ({ cellules: [], decision: 'valider' }), '/cellules'],
    [
      'another decision',
      400,
      (valeur: Valeur) => ({ cellules: cellules(valeur), decision: 'verrouiller' }),
      '/decision',
    ],
  ])('refuses %s and changes nothing', async (_, statut, corps, pointeur) => {
    const [valeur] = await ecrire({});
    if (!valeur) throw new Error('a value was written');
    const { body } = await decider(equipe, corps(valeur)).expect(statut);
    expect((body as Probleme).errors?.[0]?.pointer).toBe(pointeur);
    expect(await valeursLues()).toEqual([valeur]);
  });
});

describe('checking values', () => {
  it('is the work of the team alone', async () => {
    const ecrites = await ecrire({});
    for (const personnage of ['referentA', 'delegue', 'contributeur', 'lecteur'] as const) {
      const client = await contrat.en(personnage);
      await decider(client, { cellules: cellules(...ecrites), decision: 'valider' }).expect(403);
      await client.get(`/contrats/${contrat.contratId}/valeurs/anomalies`).expect(403);
    }
    expect(await valeursLues()).toEqual(ecrites);
  });

  it('neither reads nor touches another contrat', async () => {
    const ecrites = await ecrire({});
    const autre = await creerContrat(app);
    const ailleurs = await autre.en('equipe');
    const { body } = await ailleurs
      .post(`/contrats/${autre.contratId}/valeurs/validation`, { cellules: cellules(...ecrites), decision: 'valider' })
      .expect(200);
    expect(body).toEqual({ decidees: [], perimees: [expect.objectContaining({ valeur: null })], refusees: [] });
    expect(await valeursLues()).toEqual(ecrites);
  });
});
