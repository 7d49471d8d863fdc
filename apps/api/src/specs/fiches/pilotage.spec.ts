import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type ActionSaisie,
  completude,
  contenuVide,
  type DeclinaisonSaisie,
  type IndicateurPrincipal,
  type QuartierLu,
  type QuartierResume,
  type TableauDeBord,
} from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, type Personnage } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});

async function tableau(personnage: Personnage): Promise<TableauDeBord> {
  const client = await contrat.en(personnage);
  return (await client.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200)).body as TableauDeBord;
}

async function attentes(personnage: Personnage): Promise<Record<string, number>> {
  const { attentes: liste } = await tableau(personnage);
  return Object.fromEntries(liste.map(({ sorte, fiche, nombre }) => [`${sorte} ${fiche?.code}`, nombre]));
}

const saisir = (client: Client, ...saisies: object[]) =>
  client.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);

const selection = (...qpv: string[]) => ({ cadreOu: { texte: '', portee: 'selection' as const, qpv, communes: [] } });

describe('home page: what waits', () => {
  it('asks a référent for the values of this year that their ville has not entered', async () => {
    const fiche = await poserFiche(app, contrat);
    const parQuartier = await poserIndicateur(contrat, fiche);
    await poserIndicateur(contrat, fiche, { maille: 'contrat' });
    await poserIndicateur(contrat, fiche, { periodicite: 'ponctuelle', anneesPonctuelles: [2027] });
    expect(await attentes('referentA')).toMatchObject({ 'valeurs T1.1': 3 });
    expect(await attentes('equipe')).toEqual({ 'valeurs T1.1': 4 });

    await saisir(
      await contrat.en('referentA'),
      saisie(parQuartier.id, { annee: 2026 }),
      saisie(parQuartier.id, { annee: 2026, territoire: contrat.qpv.a2, valeur: null, absence: 'nd' }),
    );
    expect(await attentes('referentA')).toMatchObject({ 'valeurs T1.1': 1 });
    expect(await attentes('equipe')).toEqual({ 'valeurs T1.1': 2 });
  });

  it('asks the organisation that owes the data, and nobody who may not write', async () => {
    const fiche = await poserFiche(app, contrat, { contenu: selection(contrat.qpv.b1) });
    await poserIndicateur(contrat, fiche, { responsableId: contrat.organisations.bailleur });
    expect(await attentes('contributeur')).toEqual({ 'valeurs T1.1': 1 });
    expect(await attentes('referentB')).toEqual({});
    expect(await attentes('delegue')).toEqual({});
    expect(await attentes('lecteur')).toEqual({});
  });

  it('counts the mandatory fields that are missing exactly as the sheet does', async () => {
    const remplie = {
      resultatsAttendus: [{ id: 'r1', texte: '<p>Des lieux ouverts</p>' }],
      interetTerritoire: [{ id: 'i1', texte: '<p>Un quartier vivant</p>' }],
      cadreQuand: { texte: '<p> </p>', debut: null, fin: null, continu: true },
      contexte: '<p></p>',
    };
    const contenus = [
      {},
      remplie,
      { ...contenuVide(), titre: 'Projet 3', publicCible: { texte: '', publics: ['seniors' as const] } },
    ];
    for (const [rang, contenu] of contenus.entries()) {
      await poserFiche(app, contrat, { rang: rang + 1, statut: 'brouillon', contenu });
    }
    const attendus = contenus.map((contenu, rang) => {
      const { manques } = completude({ titre: `Projet ${rang + 1}`, ...contenu }, []);
      return [`champs T1.${rang + 1}`, manques.filter(({ obligatoire }) => obligatoire).length];
    });
    expect(await attentes('referentA')).toEqual(Object.fromEntries(attendus));
    expect(await attentes('referentB')).toEqual({});
  });

  it('does not take a list of empty texts for a filled field', async () => {
    const fiche = await poserFiche(app, contrat, { statut: 'brouillon' });
    const referent = await contrat.en('referentA');
    const avant = await attentes('referentA');
    const champ = `/fiches/${fiche}/champs/resultatsAttendus`;
    await referent.put(champ, 0, { valeur: [{ texte: '<p> </p>' }] }).expect(200);
    expect(await attentes('referentA')).toEqual(avant);
    await referent.put(champ, 1, { valeur: [{ texte: '<p>Des lieux ouverts</p>' }] }).expect(200);
    expect(await attentes('referentA')).toEqual({ 'champs T1.1': Number(avant['champs T1.1']) - 1 });
  });

  it('brings late actions and unspoken weather to the ville, and fiches to read over to the team', async () => {
    const fiche = await poserFiche(app, contrat, { statut: 'relecture' });
    const { pool } = app.get(Base);
    await pool.query(
      `insert into action (contrat_id, fiche_id, rang, titre, echeance, statut, niveau_participation) values
         ($1, $2, 0, 'En retard', '2026-11-21', 'en-cours', 'aucune'), ($1, $2, 1, 'Faite', '2026-01-01', 'realisee', 'aucune'),
         ($1, $2, 2, 'Demain', '2026-11-22', 'a-venir', 'aucune')`,
      [contrat.contratId, fiche],
    );
    await pool.query(
      `insert into declinaison (contrat_id, fiche_id, organisation_id, statut_execution, meteo) values
         ($1, $2, $3, 'en-cours', null), ($1, $2, $4, 'en-cours', 'nuage')`,
      [contrat.contratId, fiche, contrat.organisations.villeA, contrat.organisations.villeB],
    );
    expect(await attentes('referentA')).toEqual({ 'action-en-retard T1.1': 1, 'meteo T1.1': 1 });
    expect(await attentes('referentB')).toEqual({});
    expect(await attentes('equipe')).toEqual({ 'relecture T1.1': 1 });
    expect((await tableau('equipe')).enjeux[0]?.fiches[0]?.meteo).toBe('nuage');
  });
});

describe('home page: questions of residents', () => {
  const HEURE = '2026-10-01T10:00:00Z';
  let rang = 0;

  async function poser(etat: string, service: string | null = null, echeance = '2026-12-01'): Promise<string> {
    const recepisse = `ABCDEFGHJK${22 + (rang++ % 8)}`;
    const attribution = service === null ? [null, null, null] : [service, echeance, HEURE];
    const { rows } = await app.get(Base).pool.query<{ id: string }>(
      `insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, moderee_le,
         organisation_id, echeance, attribuee_le)
       values ($1, $2, $3, 'Quand ?', 'quand ?', 'en-ligne', $4, $5, $6, $7, $8) returning id`,
      [contrat.contratId, rang, recepisse, etat, etat === 'posee' ? null : HEURE, ...attribution],
    );
    return rows[0]?.id ?? '';
  }
  async function questions(personnage: Personnage): Promise<[string, number, string | null][]> {
    const { attentes: liste } = await tableau(personnage);
    return liste.filter(({ fiche }) => fiche === null).map(({ sorte, nombre, echeance }) => [sorte, nombre, echeance]);
  }

  it('asks those who sort to moderate and to attribute, and the service alone to answer', async () => {
    await poser('posee');
    await poser('posee');
    await poser('recevable');
    await poser('attribuee', contrat.organisations.villeA, '2026-12-24');
    await poser('attribuee', contrat.organisations.villeA, '2026-11-02');
    await poser('attribuee', contrat.organisations.bailleur);
    const aTrier = [
      ['question-a-attribuer', 1, null],
      ['question-a-moderer', 2, null],
    ];
    expect(await questions('referentA')).toEqual([['question-a-repondre', 2, '2026-11-02'], ...aTrier]);
    expect(await questions('referentB')).toEqual(aTrier);
    expect(await questions('equipe')).toEqual(aTrier);
    expect(await questions('contributeur')).toEqual([['question-a-repondre', 1, '2026-12-01']]);
    expect(await questions('delegue')).toEqual([]);
    expect(await questions('lecteur')).toEqual([]);
  });

  it('has the team answer for an organisation that has nobody here', async () => {
    const { pool } = app.get(Base);
    const { rows } = await pool.query<{ id: string }>(
      `insert into organisation (contrat_id, nom, categorie) values ($1, 'Régie', 'autre') returning id`,
      [contrat.contratId],
    );
    await poser('attribuee', rows[0]?.id ?? '');
    expect(await questions('equipe')).toEqual([['question-a-repondre', 1, '2026-12-01']]);
    expect(await questions('referentA')).toEqual([]);
  });

  it('offers an answer to publish to the team and to the service, not to whoever sorted the question', async () => {
    const id = await poser('reponse-preparee', contrat.organisations.villeA);
    const aPublier = [['reponse-a-publier', 1, '2026-12-01']];
    expect(await questions('equipe')).toEqual(aPublier);
    expect(await questions('referentA')).toEqual(aPublier);
    expect(await questions('referentB')).toEqual([]);
    await app.get(Base).pool.query(
      `insert into journal (contrat_id, personne_id, auteur, objet, objet_id, apres)
       values ($1, $2, 'Personne', 'question', $3, '{"etat": "recevable"}')`,
      [contrat.contratId, contrat.personnes.referentA, id],
    );
    expect(await questions('equipe')).toEqual(aPublier);
    expect(await questions('referentA')).toEqual([]);
  });

  it('tells nothing of the questions of another contrat', async () => {
    const ici = contrat;
    contrat = await creerContrat(app);
    await poser('posee');
    contrat = ici;
    expect(await questions('equipe')).toEqual([]);
  });
});

describe('home page: what moved and the contrat in one picture', () => {
  it('gathers the changes of a person on a fiche in a day into one line', async () => {
    const fiche = await poserFiche(app, contrat);
    const { id } = await poserIndicateur(contrat, fiche);
    await saisir(await contrat.en('referentA'), saisie(id), saisie(id, { annee: 2024 }), saisie(id, { annee: 2026 }));
    const { mouvements } = await tableau('delegue');
    expect(mouvements.map(({ auteur, objet, nombre, fiche: mue }) => [auteur, objet, nombre, mue?.code])).toEqual([
      ['Personne referentA', 'valeur', 3, 'T1.1'],
      ['Personne equipe', 'indicateur', 1, 'T1.1'],
    ]);
  });

  it('shows every fiche with its completeness and the coverage of its values, in natural order', async () => {
    await poserFiche(app, contrat, { rang: 10 });
    const deux = await poserFiche(app, contrat, { rang: 2, contenu: selection(contrat.qpv.a1, contrat.qpv.b1) });
    await poserFiche(app, contrat, { rang: 3, statut: 'archive' });
    const parQuartier = await poserIndicateur(contrat, deux);
    await poserIndicateur(contrat, deux, { maille: 'commune', type: 'impact' });
    await saisir(
      equipe,
      saisie(parQuartier.id, { annee: 2026, valeur: 0 }),
      saisie(parQuartier.id, { annee: 2026, territoire: contrat.qpv.a2 }),
    );

    const { annee, enjeux } = await tableau('equipe');
    expect(annee).toBe(2026);
    expect(enjeux.map(({ numero, intitule }) => [numero, intitule])).toEqual([[1, 'Participation citoyenne']]);
    expect(enjeux[0]?.fiches.map(({ code }) => code)).toEqual(['T1.2', 'T1.10']);
    expect(enjeux[0]?.fiches[0]).toMatchObject({ remplis: 2, total: 27, valeursRenseignees: 1, valeursAttendues: 4 });
  });

  it('tells a lecteur of the fiches in force alone', async () => {
    const brouillon = await poserFiche(app, contrat, { statut: 'brouillon' });
    await poserIndicateur(contrat, brouillon);
    const { mouvements, enjeux, attentes: liste } = await tableau('lecteur');
    expect([mouvements, enjeux[0]?.fiches, liste]).toEqual([[], [], []]);
  });

  it('tells nothing of another contrat', async () => {
    const voisin = await creerContrat(app);
    await poserIndicateur(voisin, await poserFiche(app, voisin));
    const { mouvements, enjeux, attentes: liste } = await tableau('equipe');
    expect([mouvements, enjeux[0]?.fiches, liste]).toEqual([[], [], []]);
    await equipe.get(`/contrats/${voisin.contratId}/tableau-de-bord`).expect(404);
    await equipe.get(`/contrats/${voisin.contratId}/quartiers`).expect(404);
  });
});

describe('main indicators of the fiches', () => {
  it('gives each fiche one series with its coverage: a result first, never what does not make a number', async () => {
    const fiche = await poserFiche(app, contrat, { contenu: selection(contrat.qpv.a1, contrat.qpv.a2) });
    await poserFiche(app, contrat, { rang: 2 });
    await poserIndicateur(contrat, fiche, { libelle: 'Sans total', type: 'resultat', agregation: 'aucune' });
    const voulu = await poserIndicateur(contrat, fiche, {
      libelle: 'Habitants',
      type: 'resultat',
      agregation: 'somme',
    });
    await poserIndicateur(contrat, fiche, { libelle: 'Ateliers', type: 'realisation' });
    await saisir(equipe, saisie(voulu.id, { annee: 2025, valeur: 12 }));

    const lire = async (client: Client) =>
      (await client.get(`/contrats/${contrat.contratId}/indicateurs-principaux`).expect(200))
        .body as IndicateurPrincipal[];
    expect((await lire(equipe)).map(({ ficheId, indicateur, serie }) => [ficheId, indicateur.libelle, serie])).toEqual([
      [
        fiche,
        'Habitants',
        [
          expect.objectContaining({ annee: 2025, nombre: 12, couverture: { renseignes: 1, attendus: 2 } }),
          expect.objectContaining({ annee: 2026, nombre: null }),
        ],
      ],
    ]);
    const voisin = await creerContrat(app);
    expect(await lireDe(voisin)).toEqual([]);
    await equipe.get(`/contrats/${voisin.contratId}/indicateurs-principaux`).expect(404);
  });

  const lireDe = async (autre: ContratDeTest) =>
    (await (await autre.en('equipe')).get(`/contrats/${autre.contratId}/indicateurs-principaux`).expect(200))
      .body as IndicateurPrincipal[];
});

describe('quartiers', () => {
  const lister = async (client: Client) =>
    (await client.get(`/contrats/${contrat.contratId}/quartiers`).expect(200)).body as QuartierResume[];
  const lire = async (client: Client, code: string) =>
    (await client.get(`/contrats/${contrat.contratId}/quartiers/${code}`).expect(200)).body as QuartierLu;

  it('gives each quartier its communes, fiches and coverage of the year', async () => {
    const choisie = await poserFiche(app, contrat, { contenu: selection(contrat.qpv.a1) });
    await poserFiche(app, contrat, {
      rang: 2,
      contenu: { cadreOu: { texte: '', portee: 'tous-qpv', qpv: [], communes: [] } },
    });
    await poserFiche(app, contrat, {
      rang: 3,
      contenu: { cadreOu: { texte: '', portee: 'hors-qpv', qpv: [], communes: [] } },
    });
    const parQuartier = await poserIndicateur(contrat, choisie);
    await saisir(equipe, saisie(parQuartier.id, { annee: 2026 }));

    const quartiers = await lister(await contrat.en('delegue'));
    expect(
      quartiers.map(({ libelle, fiches, valeursRenseignees, valeursAttendues }) => [
        libelle,
        fiches,
        valeursRenseignees,
        valeursAttendues,
      ]),
    ).toEqual([
      ['Europe', 1, 0, 0],
      ['Rabière', 1, 0, 0],
      ['Sanitas', 2, 1, 1],
    ]);
    expect(quartiers[2]).toMatchObject({ communes: [{ code: '37261', nom: 'Tours' }], contour: null, npnru: false });
  });

  it('reads one quartier with its fiches, and its own values alone', async () => {
    const fiche = await poserFiche(app, contrat, {
      contenu: { cadreOu: { texte: '', portee: 'selection', qpv: [], communes: [contrat.communes.a] } },
    });
    const parQuartier = await poserIndicateur(contrat, fiche);
    await poserIndicateur(contrat, fiche, { maille: 'contrat' });
    await saisir(equipe, saisie(parQuartier.id), saisie(parQuartier.id, { territoire: contrat.qpv.a2, valeur: 7 }));

    const lu = await lire(await contrat.en('lecteur'), contrat.qpv.a2);
    expect(lu.fichesConcernees.map(({ code, total }) => [code, total])).toEqual([['T1.1', 27]]);
    expect(
      lu.indicateurs.map(({ id, fiche: sienne, valeurs }) => [id, sienne.code, valeurs.map(({ valeur }) => valeur)]),
    ).toEqual([[parQuartier.id, 'T1.1', [7]]]);
    expect((await lire(equipe, contrat.qpv.b1)).fichesConcernees).toEqual([]);
  });

  it('gathers what is done there and whom to ask, and names nobody to a lecteur', async () => {
    const fiche = await poserFiche(app, contrat, { contenu: selection(contrat.qpv.a1) });
    await poserFiche(app, contrat, { rang: 2, contenu: selection(contrat.qpv.b1) });
    const action: ActionSaisie = {
      ...{ titre: 'Ouvrir une permanence', description: '', pilote: 'Centre social', echeance: '2026-12-15' },
      ...{ statut: 'en-cours', niveauParticipation: 'aucune', etapes: [], refDauphin: '' },
    };
    await equipe.post(`/fiches/${fiche}/actions`, action).expect(201);
    const referent = await contrat.en('referentA');
    const declinaison: DeclinaisonSaisie = {
      ...{ organisationId: contrat.organisations.villeA, qpvCode: null, referentId: null, recits: [] },
      ...{ statutExecution: 'en-cours', meteo: 'soleil', meteoExplication: '', modaliteRetenue: '' },
    };
    await referent.post(`/fiches/${fiche}/declinaisons`, declinaison).expect(201);

    const lu = await lire(referent, contrat.qpv.a1);
    expect(lu.actions).toEqual([
      expect.objectContaining({
        code: 'T1.1-a',
        titre: 'Ouvrir une permanence',
        fiche: expect.objectContaining({ code: 'T1.1' }),
      }),
    ]);
    expect(lu.declinaisons).toEqual([
      expect.objectContaining({ meteo: 'soleil', qpvCode: null, fiche: expect.objectContaining({ id: fiche }) }),
    ]);
    expect(new Set(lu.personnes.map(({ role }) => role))).toEqual(new Set(['referent', 'delegue']));
    const ailleurs = await lire(referent, contrat.qpv.b1);
    expect([ailleurs.actions, ailleurs.declinaisons]).toEqual([[], []]);
    expect((await lire(await contrat.en('lecteur'), contrat.qpv.a1)).personnes).toEqual([]);
  });

  it('knows no quartier that is not of the contrat', async () => {
    await equipe.get(`/contrats/${contrat.contratId}/quartiers/QN09336I`).expect(404);
    await equipe.get(`/contrats/${contrat.contratId}/quartiers/tous`).expect(404);
  });
});
