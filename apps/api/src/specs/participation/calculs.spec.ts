import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import type {
  Calcul,
  Indicateur,
  Maille,
  ValeurCalculeeLue,
  ValeurCalculeeResumee,
} from '@pleniere/indicateurs/domain';
import type { Action } from '@pleniere/fiches/domain';
import type { LienContribution } from '@pleniere/participation/domain';
import { Base, Taches } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, definition, demarrerApi, poserFiche, vider } from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let ficheId: string;
let espaceId: string;

const sql = <T extends object>(texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query<T>(texte, valeurs);
const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;

async function indicateur(calcul: Calcul | null, maille: Maille = 'contrat'): Promise<Indicateur> {
  const saisie = definition(ficheId, { calcul, maille, libelle: `Calculé ${calcul} ${maille}` });
  return (await equipe.post(chemin('indicateurs'), saisie).expect(201)).body as Indicateur;
}

const calculs = async (id: string) =>
  (await equipe.get(`/indicateurs/${id}/calculs`).expect(200)).body as ValeurCalculeeLue[];

async function calculer(id: string): Promise<ValeurCalculeeLue> {
  const { body } = await equipe.post(`/indicateurs/${id}/calculs`).expect(200);
  const courante = (body as ValeurCalculeeLue[]).find((lue) => lue.courante && lue.territoire === 'contrat');
  if (!courante) throw new Error('a value was computed');
  return courante;
}

async function seance(
  date: string,
  { statut = 'tenue', qpv = contrat.qpv.a1, comptes = 0, cles = [] as string[] } = {},
): Promise<string> {
  const { rows } = await sql<{ id: string }>(
    `insert into seance_dialogue (contrat_id, espace_id, qpv_code, date, statut, motif) values ($1, $2, $3, $4, $5,
      case when $5 = 'annulee' then 'Salle fermée' else '' end) returning id`,
    [contrat.contratId, espaceId, qpv, date, statut],
  );
  const id = rows[0]?.id ?? '';
  if (comptes > 0) {
    await sql(
      `insert into comptage (contrat_id, seance_id, role, n, methode) values ($1, $2, 'habitant', $3, 'comptage')`,
      [...[contrat.contratId, id, comptes]],
    );
  }
  await sql(
    `insert into presence (contrat_id, seance_id, role, cle_hash)
    select $1, $2, 'habitant', encode(sha256(convert_to(cle, 'UTF8')), 'hex') from unnest($3::text[]) cle`,
    [contrat.contratId, id, cles],
  );
  return id;
}

const gens = (de: number, a: number): string[] => Array.from({ length: a - de }, (_, rang) => `gens-${de + rang}`);

/** The vector of the fiche T 1.1: 12 present of whom 10 known, 20 of whom 8 known and 5 seen before, 9 counted. */
async function vecteur(): Promise<string[]> {
  return [
    await seance('2026-01-10', { comptes: 12, cles: gens(0, 10) }),
    await seance('2026-02-10', { comptes: 20, cles: gens(5, 13) }),
    await seance('2026-03-10', { comptes: 9 }),
  ];
}

beforeAll(async () => {
  app = await demarrerApi();
  const horloge = app.get(Horloge, { strict: false });
  jest.spyOn(horloge, 'aujourdhui').mockReturnValue('2026-11-22');
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
  const { rows } = await sql<{ id: string }>(
    `insert into espace_dialogue (contrat_id, nom, forme, organisation_id, depuis)
    values ($1, 'Conseil citoyen', 'conseil-citoyen', $2, '2024-01-01') returning id`,
    [contrat.contratId, contrat.organisations.villeA],
  );
  espaceId = rows[0]?.id ?? '';
});
afterAll(() => app.close());

describe('values computed from facts: success', () => {
  it('give the attendance of T 1.1: 41 comings, 13 known, between 20 and 36', async () => {
    await vecteur();
    const { id } = await indicateur('habitants-mobilises');
    const lue = await calculer(id);
    expect(lue).toMatchObject({ annee: 2026, rang: 1, valeur: 13, min: 20, max: 36, n: 3, formuleVersion: '1' });
    expect(lue.phrase).toContain('41\u00A0participations');
    expect(lue.empreinte).toMatch(/^[0-9a-f]{64}$/);
    expect(lue.faits.map(({ sorte, libelle }) => `${sorte} ${libelle}`)).toEqual(
      expect.arrayContaining([expect.stringContaining('seance Conseil citoyen, ')]),
    );
    expect(lue.faits).toHaveLength(3);
    for (const { adresse } of lue.faits) expect(adresse).toMatch(/^\/participation\/seances\/[0-9a-f-]{36}$/);
    const { body } = await equipe.get(chemin('calculs')).expect(200);
    expect((body as ValeurCalculeeResumee[]).map(({ indicateurId, valeur }) => [indicateurId, valeur])).toEqual([
      [id, 13],
    ]);
  });

  it('a cancelled séance moves its rate alone; a séance that changes quartier moves its counts alone', async () => {
    const ids = await vecteur();
    const habitants = await indicateur('habitants-mobilises', 'qpv');
    const frequence = await indicateur('frequence-espaces');
    await calculer(habitants.id);
    const avant = await calculer(frequence.id);
    await seance('2026-04-10', { statut: 'annulee' });
    const apres = await calculer(frequence.id);
    expect([avant.valeur, avant.numerateur, avant.denominateur]).toEqual([apres.valeur, 3, 3]);
    expect([apres.numerateur, apres.denominateur]).toEqual([3, 4]);
    await calculer(habitants.id);
    const parTerritoire = async (territoire: string) =>
      (await calculs(habitants.id)).filter((lue) => lue.territoire === territoire);
    expect(await parTerritoire('contrat')).toHaveLength(1);
    await sql('update seance_dialogue set qpv_code = $2 where id = $1', [ids[2], contrat.qpv.b1]);
    await calculer(habitants.id);
    expect((await parTerritoire(contrat.qpv.a1))[0]).toMatchObject({ rang: 2, courante: true, max: 27 });
    expect((await parTerritoire(contrat.qpv.b1))[0]).toMatchObject({ min: 9, max: 9 });
    // The facts have moved, so has the fingerprint; not the figures.
    const [nouvelle, premiere] = await parTerritoire('contrat');
    expect(nouvelle).toMatchObject({
      valeur: premiere?.valeur,
      min: premiere?.min,
      max: premiere?.max,
      phrase: premiere?.phrase,
    });
  });

  it('are the same from the same facts, and nothing is added', async () => {
    await vecteur();
    const { id } = await indicateur('habitants-mobilises', 'qpv');
    await calculer(id);
    const premiers = await calculs(id);
    // The rows are written again, in another order.
    await sql('update presence set genre = genre where contrat_id = $1', [contrat.contratId]);
    await sql('update seance_dialogue set lieu = $2 where contrat_id = $1', [contrat.contratId, 'Salle des fêtes']);
    await sql("update espace_dialogue set nom = 'Conseil citoyen renommé' where contrat_id = $1", [contrat.contratId]);
    await Promise.all([calculer(id), calculer(id)]);
    expect(await calculs(id)).toEqual(premiers);
  });

  it('follow the facts without being asked, once they have settled', async () => {
    const { id } = await indicateur('habitants-mobilises');
    const minute = async () => {
      await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, 'calculs', {}));
      expect(await vider(app, 'calculs')).toEqual([]);
    };
    await minute();
    const [vide] = await calculs(id);
    expect(vide).toMatchObject({ valeur: 0, rang: 1 });
    const seanceId = await seance('2026-05-10', { comptes: 15 });
    await minute();
    expect((await calculs(id)).map(({ rang, max }) => [rang, max])).toEqual([
      [2, 15],
      [1, 0],
    ]);
    await sql('update comptage set n = 16 where seance_id = $1', [seanceId]);
    await minute();
    await minute();
    expect((await calculs(id)).map(({ max }) => max)).toEqual([16, 15, 0]);
    const { rows } = await sql('select 1 from calcul_a_refaire where contrat_id = $1', [contrat.contratId]);
    expect(rows).toEqual([]);
  });

  it('flip when the revision that proved them is given up or gone, and keep what was said before', async () => {
    const seanceId = await seance('2026-01-10', { comptes: 12 });
    const { id } = await indicateur('actions-changees');
    const saisie = { source: 'seance', sourceId: seanceId, cible: 'fiche', cibleId: ficheId, etape: 'origine' };
    const lien = (await equipe.post(chemin('liens'), saisie).expect(201)).body as LienContribution;
    const decision = { suite: 'integree', motif: 'Le texte a changé.', revision: 1, actionId: null };
    await equipe.put(`/liens/${lien.id}/decision`, 1, decision).expect(200);
    expect(await calculer(id)).toMatchObject({ valeur: 1, numerateur: 1, denominateur: 1 });
    await sql(
      `update revision r set abandonnee_le = now(), contenu = f.contenu, champs = f.champs, champs_remplis = f.champs_remplis,
        document = f.document from fiche f where (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id) and r.fiche_id = $1`,
      [ficheId],
    );
    expect(await calculer(id)).toMatchObject({ rang: 2, valeur: 0, numerateur: 0, denominateur: 1 });
    expect((await calculs(id)).map(({ valeur, courante }) => [valeur, courante])).toEqual([
      [0, true],
      [1, false],
    ]);
    const [lu] = (await equipe.get(chemin(`liens?fiche=${ficheId}`)).expect(200)).body as LienContribution[];
    expect(lu?.decision).toMatchObject({ suite: 'integree', defaite: true });
  });

  it('flip too when the revision is deleted before it was ever in force', async () => {
    const seanceId = await seance('2026-01-10', { comptes: 12 });
    const { id } = await indicateur('actions-changees');
    const saisie = { source: 'seance', sourceId: seanceId, cible: 'fiche', cibleId: ficheId, etape: 'origine' };
    const lien = (await equipe.post(chemin('liens'), saisie).expect(201)).body as LienContribution;
    const decision = { suite: 'integree-en-partie', motif: 'Le texte change.', revision: 1, actionId: null };
    await equipe.put(`/liens/${lien.id}/decision`, 1, decision).expect(200);
    expect(await calculer(id)).toMatchObject({ valeur: 1, numerateur: 1 });
    await sql('delete from revision where fiche_id = $1', [ficheId]);
    expect(await calculer(id)).toMatchObject({ rang: 2, valeur: 0, numerateur: 0, denominateur: 1 });
    expect((await calculs(id)).map(({ valeur, courante }) => [valeur, courante])).toEqual([
      [0, true],
      [1, false],
    ]);
  });
});

describe('the budget of what was born in an espace de dialogue', () => {
  const ligne = (actionId: string | null, annee: number, obtenu: number, realise: number | null) => ({
    ...{ annee, financeur: 'Ville', nature: 'droit-commun', prevu: null, obtenu, realise, actionId },
  });

  /** A published laureate of 2026 that carries an action. */
  const laureat = (actionId: string, centimes: number) =>
    sql(
      `with c as (
        insert into consultation (contrat_id, question, ouverture, fin_propositions, fin)
        values ($1, 'Que changer ?', '2026-01-01', '2026-02-01', '2026-03-01') returning id
      ), a as (
        insert into appel_projets (contrat_id, consultation_id, titre, ouverture, cloture, laureats_publies_le)
        select $1, c.id, 'Pieds d’immeuble', '2026-04-01', '2026-05-01', '2026-06-01' from c returning id
      )
      insert into candidature (contrat_id, appel_id, porteur, titre, resume, statut, fiche_id, action_id, montant_centimes)
      select $1, a.id, 'Les amis du square', 'Café', 'Un café.', 'laureate', $2, $3, $4 from a`,
      [contrat.contratId, ficheId, actionId, centimes],
    );

  it('is the money of the lines that pay an action proven at its origin, and the lines are its facts', async () => {
    const creer = async (titre: string) => {
      const saisie = {
        ...{ titre, description: '', pilote: '', echeance: null, statut: 'en-cours' },
        ...{ niveauParticipation: 'decision', etapes: [], refDauphin: '' },
      };
      return ((await equipe.post(`/fiches/${ficheId}/actions`, saisie).expect(201)).body as Action).id;
    };
    const [nee, autre, vide] = [await creer('Café'), await creer('Charte'), await creer('Bus')];
    const lignes = [
      ligne(nee, 2026, 1_000_000, 600_050),
      ligne(nee, 2025, 700_000, 700_000),
      ligne(autre, 2026, 300_000, 300_000),
      ligne(vide, 2026, 200_000, 200_000),
      ligne(null, 2026, 5_000_000, 5_000_000),
    ];
    await equipe.put(`/fiches/${ficheId}/champs/lignesBudget`, 0, { valeur: lignes }).expect(200);
    const pleine = await seance('2026-01-10', { comptes: 12 });
    const deserte = await seance('2026-01-11');
    const lier = (sourceId: string, cibleId: string, etape: string) =>
      equipe.post(chemin('liens'), { source: 'seance', sourceId, cible: 'action', cibleId, etape }).expect(201);
    await lier(pleine, nee, 'origine');
    await lier(pleine, autre, 'elaboration');
    await lier(deserte, vide, 'origine');
    const { id } = await indicateur('budget-espaces');
    const lue = await calculer(id);
    expect(lue).toMatchObject({ valeur: 6000.5, numerateur: 6000.5, denominateur: 10_000, formuleVersion: '3' });
    expect(lue.faits.map(({ sorte, libelle }) => `${sorte} ${libelle}`.replace(/\s/g, ' '))).toEqual([
      'budget 2026, Ville → Café : obtenu 10 000 €, réalisé 6 000,5 €',
      expect.stringContaining('→ Café'),
    ]);
    // What a call granted to the action is the money of its line: it does not count beside it.
    await laureat(nee, 500_000);
    expect(await calculer(id)).toMatchObject({ rang: 1, denominateur: 10_000 });
    // A line that changes is a fact that changes: the value follows without being asked.
    const neuves = lignes.slice(1);
    await equipe.put(`/fiches/${ficheId}/champs/lignesBudget`, 1, { valeur: neuves }).expect(200);
    await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, 'calculs', {}));
    expect(await vider(app, 'calculs')).toEqual([]);
    expect((await calculs(id)).map(({ rang, valeur }) => [rang, valeur])).toEqual([
      [2, 0],
      [1, 6000.5],
    ]);
    // Once no line says what it obtained, the call does.
    await equipe.put(`/fiches/${ficheId}/champs/lignesBudget`, 2, { valeur: neuves.slice(1) }).expect(200);
    const accordee = await calculer(id);
    expect(accordee).toMatchObject({ rang: 3, valeur: 0, denominateur: 5_000 });
    expect(accordee.faits.map(({ libelle }) => libelle.replace(/\s/g, ' '))).toContain(
      '2026, Pieds d’immeuble → Café : obtenu 5 000 €, réalisé inconnu',
    );
  });
});

describe('values computed from facts: validation', () => {
  it('are never written over', async () => {
    const { id } = await indicateur('habitants-mobilises');
    await calculer(id);
    await expect(sql('update valeur_calculee set valeur = 99 where indicateur_id = $1', [id])).rejects.toThrow();
    await expect(sql('delete from valeur_calculee where indicateur_id = $1', [id])).rejects.toThrow();
  });

  it('need a computation that has a name, and a definition that asks for it', async () => {
    const saisie = { ...definition(ficheId), calcul: 'au-doigt-mouille' };
    await equipe.post(chemin('indicateurs'), saisie).expect(400);
    const declare = await indicateur(null);
    await equipe.post(`/indicateurs/${declare.id}/calculs`).expect(409);
    await equipe.patch(`/indicateurs/${declare.id}`, 1, { calcul: 'garantie-reponse' }).expect(200);
    expect((await calculer(declare.id)).valeur).toBeNull();
    await equipe.patch(`/indicateurs/${declare.id}`, 2, { libelle: 'Réponses aux habitants' }).expect(200);
    expect(await calculs(declare.id)).toHaveLength(1);
    await equipe.patch(`/indicateurs/${declare.id}`, 3, { calcul: null }).expect(200);
    expect(await calculs(declare.id)).toEqual([]);
  });
});

describe('values computed from facts: access', () => {
  it('are asked for by who defines the indicator, and read by everybody of the contrat alone', async () => {
    const { id } = await indicateur('habitants-mobilises');
    await (await contrat.en('referentA')).post(`/indicateurs/${id}/calculs`).expect(200);
    await (await contrat.en('referentB')).post(`/indicateurs/${id}/calculs`).expect(403);
    await (await contrat.en('contributeur')).post(`/indicateurs/${id}/calculs`).expect(403);
    expect((await (await contrat.en('delegue')).get(`/indicateurs/${id}/calculs`).expect(200)).body).toHaveLength(1);
    await (await contrat.en('lecteur')).get(`/indicateurs/${id}/calculs`).expect(404);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.get(`/indicateurs/${id}/calculs`).expect(404);
    await ailleurs.post(`/indicateurs/${id}/calculs`).expect(404);
  });
});
