import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IndicateurSaisie } from '@pleniere/indicateurs/domain';
import type { ChangementPublic, LienContribution, NiveauxDits, SuggestionFiche } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import request from 'supertest';
import type { Server } from 'node:http';
import {
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  mettreEnVigueur,
  poserFiche,
  poserIndicateur,
} from '../../testing';
import { poserCalculees } from '../../testing/poser/calculees';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;
let ficheId: string;
let questionId: string;

const sql = <T extends object>(texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query<T>(texte, valeurs);
const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;

const QUESTION = `
  insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, moderee_le, organisation_id,
    echeance, attribuee_le, qpv_code)
  values ($1, 7, 'ABCDEFGH2347', 'Peut-on déplacer l’aire de jeux ?', 'peut-on deplacer', 'en-ligne', 'attribuee', now(), $2,
    '2999-01-01', now(), $3)
  returning id`;
const ACTION = `
  insert into action (contrat_id, fiche_id, rang, titre, statut, niveau_participation)
  values ($1, $2, $3, $4, 'en-cours', 'consultation') returning id`;

async function poserAction(titre: string, rang: number): Promise<string> {
  const { rows } = await sql<{ id: string }>(ACTION, [contrat.contratId, ficheId, rang, titre]);
  return rows[0]?.id ?? '';
}

const corps = (reste: object = {}): object => ({
  ...{ source: 'question', sourceId: questionId, cible: 'fiche', cibleId: ficheId, etape: 'origine', preuve: '' },
  ...reste,
});

async function lier(reste: object = {}): Promise<LienContribution> {
  return (await equipe.post(chemin('liens'), corps(reste)).expect(201)).body as LienContribution;
}

const decider = ({ id, version }: LienContribution, decision: object) =>
  equipe.put(`/liens/${id}/decision`, version, decision);

async function publics(suite = ''): Promise<ChangementPublic[]> {
  const adresse = `/api/v1/public/contrats/${contrat.contratId}/changements${suite}`;
  return (
    await request(app.getHttpServer() as Server)
      .get(adresse)
      .expect(200)
  ).body as ChangementPublic[];
}

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon' });
  const { rows } = await sql<{ id: string }>(QUESTION, [
    contrat.contratId,
    contrat.organisations.villeA,
    contrat.qpv.a1,
  ]);
  questionId = rows[0]?.id ?? '';
});
afterAll(() => app.close());

describe('links of contributions: success', () => {
  it('are read from the question, the fiche and the quartier, and undone', async () => {
    const lien = await lier({ preuve: 'Compte rendu du 12 mars' });
    expect(lien).toMatchObject({
      source: { sorte: 'question', libelle: 'Question n°\u00A07', quartier: { code: contrat.qpv.a1 } },
      cible: { sorte: 'fiche', fiche: { id: ficheId } },
      ...{ etape: 'origine', preuve: 'Compte rendu du 12 mars', reserve: null, decision: null },
    });
    for (const filtre of [`question=${questionId}`, `fiche=${ficheId}`, `quartier=${contrat.qpv.a1}`]) {
      const { body } = await equipe.get(chemin(`liens?${filtre}`)).expect(200);
      expect(body).toEqual([lien]);
    }
    expect((await equipe.get(chemin(`liens?quartier=${contrat.qpv.b1}`))).body).toEqual([]);
    await equipe.delete(`/liens/${lien.id}`, 1).expect(204);
    expect((await equipe.get(chemin(`liens?fiche=${ficheId}`))).body).toEqual([]);
    const { rows } = await sql("select 1 from journal where contrat_id = $1 and objet = 'lien' and objet_id = $2", [
      contrat.contratId,
      lien.id,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('suggest the fiches that share the rare words of a text', async () => {
    const autre = await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    await sql(`update fiche set contenu = contenu || '{"titre": "Aires de jeux et espaces verts"}' where id = $1`, [
      autre,
    ]);
    const { body } = await equipe
      .post(chemin('liens/suggestions'), { texte: 'Peut-on déplacer l’aire de jeux ?' })
      .expect(200);
    expect((body as SuggestionFiche[])[0]).toMatchObject({ id: autre, titre: 'Aires de jeux et espaces verts' });
    expect((await equipe.post(chemin('liens/suggestions'), { texte: '' }).expect(200)).body).toEqual([]);
  });

  it('tell anybody what was said changed, once the fiche is in force, and name nobody', async () => {
    const lien = await lier();
    expect(await publics()).toEqual([]);
    await mettreEnVigueur(app, ficheId);
    expect(await publics()).toMatchObject([{ source: { numero: 7 }, fiche: { id: ficheId }, decision: null }]);
    const neuve = await poserAction('Déplacer l’aire de jeux', 1);
    const decision = { suite: 'integree', motif: 'L’aire sera dans la cour.', revision: null, actionId: neuve };
    await decider(lien, decision).expect(200);
    for (const suite of ['?question=7', `?fiche=${ficheId}`, `?quartier=${contrat.qpv.a1}`]) {
      const [changement] = await publics(suite);
      expect(changement?.decision).toMatchObject({
        ...{ suite: 'integree', motif: 'L’aire sera dans la cour.', fonction: 'Chargée de mission' },
        actionCreee: { titre: 'Déplacer l’aire de jeux' },
      });
    }
    expect(JSON.stringify(await publics())).not.toContain('Personne');
    await sql("update question_habitant set etat = 'refusee', motif = 'publicite' where id = $1", [questionId]);
    expect(await publics()).toEqual([]);
  });
});

describe('links to an indicator', () => {
  const definir = async (reste: Partial<IndicateurSaisie> = {}) =>
    (
      await poserIndicateur(contrat, ficheId, {
        calcul: 'habitants-mobilises',
        libelle: 'Habitants mobilisés',
        ...reste,
      })
    ).id;

  it('are read from it, and told to anybody with what was computed since', async () => {
    const indicateurId = await definir();
    const avant = { ...{ [contrat.qpv.a1]: 9 }, contrat: 9 };
    await poserCalculees(app, contrat, { id: indicateurId, calcul: 'habitants-mobilises' }, avant);
    const lien = await lier({ cible: 'indicateur', cibleId: indicateurId, etape: 'evaluation' });
    expect(lien.cible).toMatchObject({ sorte: 'indicateur', libelle: 'Habitants mobilisés', fiche: { id: ficheId } });
    expect((await equipe.get(chemin(`liens?indicateur=${indicateurId}`)).expect(200)).body).toEqual([lien]);
    expect((await equipe.get(chemin(`liens?indicateur=${ficheId}`)).expect(200)).body).toEqual([]);
    await mettreEnVigueur(app, ficheId);
    expect(await publics()).toMatchObject([{ indicateur: { libelle: 'Habitants mobilisés', calcul: null } }]);
    const poser = (contratEntier: number, rang: number) =>
      poserCalculees(
        app,
        contrat,
        { id: indicateurId, calcul: 'habitants-mobilises' },
        { contrat: contratEntier },
        rang,
      );
    await poser(4, 2);
    expect((await publics())[0]?.indicateur?.calcul).toBeNull();
    await poser(13, 3);
    expect((await publics(`?fiche=${ficheId}`))[0]?.indicateur?.calcul).toMatchObject({ phrase: 'Essai.' });
    const { rows } = await sql<{ adresse: string }>('select adresse from contrat where id = $1', [contrat.contratId]);
    const page = await request(app.getHttpServer() as Server).get(`/habitants/${rows[0]?.adresse}/changements`);
    expect(page.text.replace(/\s/g, ' ')).toContain('indicateur « Habitants mobilisés »');
    expect(page.text).toContain('Essai.');
  });

  it('stay among the team when the indicator does, or is of no fiche', async () => {
    const interne = await definir({ visibilite: 'interne' });
    await lier({ cible: 'indicateur', cibleId: interne });
    await mettreEnVigueur(app, ficheId);
    expect(await publics()).toEqual([]);
    await equipe.patch(`/indicateurs/${interne}`, 1, { visibilite: 'public' }).expect(200);
    expect(await publics()).toHaveLength(1);
  });

  it('are made by who holds the pen of its fiche, in its contrat', async () => {
    const indicateurId = await definir();
    const saisie = corps({ cible: 'indicateur', cibleId: indicateurId });
    await (await contrat.en('referentB')).post(chemin('liens'), saisie).expect(403);
    await (await contrat.en('referentA')).post(chemin('liens'), saisie).expect(201);
    const voisin = await creerContrat(app);
    const chezEux = await voisin.en('equipe');
    await chezEux.post(`/contrats/${voisin.contratId}/liens`, saisie).expect(404);
    const lus = await chezEux.get(`/contrats/${voisin.contratId}/liens?indicateur=${indicateurId}`).expect(200);
    expect(lus.body).toEqual([]);
  });
});

describe('levels of participation', () => {
  const lire = async (qui = equipe, ou = contrat.contratId) =>
    (await qui.get(`/contrats/${ou}/niveaux-participation`).expect(200)).body as NiveauxDits;

  it('are told of the actions with what proves each, or with why nothing does yet', async () => {
    const [prouvee, seule] = [await poserAction('Jardin', 0), await poserAction('Bus', 1)];
    await sql("update action set niveau_participation = 'decision' where id = $1", [seule]);
    await lier({ cible: 'action', cibleId: prouvee });
    const { actions, seances } = await lire();
    expect(actions).toMatchObject([
      {
        ...{ titre: 'Jardin', niveau: 'consultation', fiche: { id: ficheId } },
        preuves: [{ etape: 'origine', reserve: null, source: { sorte: 'question', id: questionId } }],
      },
      { titre: 'Bus', niveau: 'decision', preuves: [] },
    ]);
    expect(seances).toEqual([]);
    await sql("update question_habitant set etat = 'refusee', motif = 'publicite' where id = $1", [questionId]);
    expect((await lire()).actions[0]?.preuves[0]?.reserve).toContain('pas publiée');
    await sql("update action set niveau_participation = 'aucune' where id = $1", [prouvee]);
    await sql("update action set statut = 'abandonnee' where id = $1", [seule]);
    expect((await lire()).actions).toEqual([]);
  });

  it('are told of the séances with the reason of whoever led them', async () => {
    await sql(
      `with e as (insert into espace_dialogue (contrat_id, nom, forme, organisation_id, depuis)
        values ($1, 'Conseil citoyen', 'conseil-citoyen', $2, '2024-01-01') returning id)
      insert into seance_dialogue (contrat_id, espace_id, qpv_code, date, statut, motif, niveau_participation, niveau_justification)
      select $1, e.id, $3, '2026-01-10', statut, case when statut = 'annulee' then 'Fermé' else '' end, 'concertation', 'Trois plans débattus.'
      from e, unnest(array['tenue', 'annulee']) as statut`,
      [contrat.contratId, contrat.organisations.villeA, contrat.qpv.a1],
    );
    const [seance, autre] = (await lire()).seances;
    expect(seance).toMatchObject({ espace: 'Conseil citoyen', niveau: 'concertation', date: '2026-01-10' });
    expect([seance?.justification, autre]).toEqual(['Trois plans débattus.', undefined]);
  });

  it('are of the fiches that one reads, in one’s contrat', async () => {
    await poserAction('Jardin', 0);
    expect((await lire(await contrat.en('lecteur'))).actions).toEqual([]);
    await mettreEnVigueur(app, ficheId);
    expect((await lire(await contrat.en('lecteur'))).actions).toHaveLength(1);
    const voisin = await creerContrat(app);
    expect((await lire(await voisin.en('equipe'), voisin.contratId)).actions).toEqual([]);
  });
});

describe('links of contributions: validation', () => {
  it('« intégrée » names the revision or the new action', async () => {
    const actionId = await poserAction('Ancienne action', 0);
    const lien = await lier({ cible: 'action', cibleId: actionId });
    const integree = { suite: 'integree', motif: 'Fait.', revision: null, actionId: null };
    expect((await decider(lien, integree).expect(422)).body).toMatchObject({ errors: [{ pointer: '/revision' }] });
    expect((await decider(lien, { ...integree, actionId }).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/actionId' }],
    });
    await decider(lien, { ...integree, revision: 9 }).expect(422);
    await decider(lien, { suite: 'non-retenue', motif: ' ', revision: null, actionId: null }).expect(422);
    const { body } = await decider(lien, { ...integree, revision: 1 }).expect(200);
    expect(body).toMatchObject({ version: 2, decision: { suite: 'integree', revision: 1, defaite: false } });
  });

  it('are refused twice, towards nothing, from nothing, and when they are read by nothing', async () => {
    await lier();
    await equipe.post(chemin('liens'), corps()).expect(409);
    const inconnu = '6b9d1c1e-2c7e-4f5e-9a53-0d1b8c2f7a10';
    await equipe.post(chemin('liens'), corps({ cibleId: inconnu })).expect(404);
    await equipe.post(chemin('liens'), corps({ sourceId: inconnu })).expect(422);
    await equipe.post(chemin('liens'), corps({ etape: 'jamais' })).expect(400);
    await equipe.get(chemin('liens')).expect(400);
    await equipe.get(chemin(`liens?fiche=${ficheId}&question=${questionId}`)).expect(400);
  });

  it('two decisions at once: the second one reads the first', async () => {
    const lien = await lier();
    const reponses = await Promise.all(
      ['etudiee', 'non-retenue'].map((suite) =>
        decider(lien, { suite, motif: 'Vu en comité.', revision: null, actionId: null }),
      ),
    );
    expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
    const perdante = reponses.find(({ status }) => status === 412);
    expect(perdante?.body).toMatchObject({ actuel: { version: 2, decision: { motif: 'Vu en comité.' } } });
  });
});

describe('links of contributions: access', () => {
  it('are made by the team and by who holds the pen of the fiche', async () => {
    const statuts = async (personnage: 'referentA' | 'referentB' | 'contributeur' | 'lecteur', etape: string) =>
      (await (await contrat.en(personnage)).post(chemin('liens'), corps({ etape }))).status;
    expect(await statuts('referentA', 'origine')).toBe(201);
    expect(await statuts('referentB', 'evaluation')).toBe(403);
    expect(await statuts('contributeur', 'evaluation')).toBe(403);
    expect(await statuts('lecteur', 'evaluation')).toBe(403);
  });

  it('are hidden from a lecteur until the fiche is in force, and never leave their contrat', async () => {
    const lien = await lier();
    const lecteur = await contrat.en('lecteur');
    expect((await lecteur.get(chemin(`liens?question=${questionId}`)).expect(200)).body).toEqual([]);
    const ailleurs = await creerContrat(app);
    const equipeAilleurs = await ailleurs.en('equipe');
    const vu = await equipeAilleurs.get(`/contrats/${ailleurs.contratId}/liens?fiche=${ficheId}`).expect(200);
    expect(vu.body).toEqual([]);
    await equipeAilleurs.delete(`/liens/${lien.id}`, 1).expect(404);
    const vol = { ...corps(), cibleId: await poserFiche(app, ailleurs, { statut: 'brouillon' }) };
    await equipeAilleurs.post(`/contrats/${ailleurs.contratId}/liens`, vol).expect(422);
  });
});
