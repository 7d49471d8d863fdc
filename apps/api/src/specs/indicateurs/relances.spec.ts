import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RelancesCampagne } from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base } from '@pleniere/shared/api';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referent: Client;
let racine: string;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  racine = `/contrats/${contrat.contratId}/campagnes`;
  equipe = await contrat.en('equipe');
  referent = await contrat.en('referentA');
});

const ouvrir = () => equipe.post(racine, { annee: 2026, echeance: '2026-12-18', consigne: '' }).expect(201);
const agir = (geste: string, version: number, corps: object = {}) =>
  equipe.post(`${racine}/2026/${geste}`, corps).set('If-Match', `"${version}"`);
const ecrire = (...saisies: object[]) =>
  referent.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
const retourner = (indicateurId: string, territoire: string) =>
  app
    .get(Base)
    .pool.query(
      `update valeur set statut = 'brouillon', retour = 'À vérifier.' where (contrat_id, indicateur_id, territoire) = ($1, $2, $3)`,
      [contrat.contratId, indicateurId, territoire],
    );
const en2026 = (indicateurId: string, territoire: string) => saisie(indicateurId, { annee: 2026, territoire });

describe('reminders', () => {
  const relances = async (): Promise<RelancesCampagne> =>
    (await equipe.get(`${racine}/2026/relances`).expect(200)).body as RelancesCampagne;
  const relancer = (version: number, destinataires: string[], reste: object = {}) =>
    agir('relances', version, {
      objet: 'Valeurs {annee}',
      texte: '{nom} {nombre}\n{fiches}',
      destinataires,
      ...reste,
    });
  const recus = async (): Promise<{ personne_id: string; objet: string; texte: string; cle: string }[]> => {
    const { rows } = await app
      .get(Base)
      .pool.query<{ personne_id: string; objet: string; texte: string; cle: string }>(
        'select personne_id, objet, texte, cle from courriel where contrat_id = $1 order by cle',
        [contrat.contratId],
      );
    return rows;
  };

  it('reach each person who owes values once, for all their fiches, with a link to each', async () => {
    const un = await poserIndicateur(contrat, await poserFiche(app, contrat));
    const deux = await poserIndicateur(contrat, await poserFiche(app, contrat, { rang: 2 }));
    await ouvrir();
    await ecrire(en2026(un.id, contrat.qpv.a1), en2026(deux.id, contrat.qpv.a1));
    await retourner(un.id, contrat.qpv.a1);
    const { destinataires, sansDestinataire } = await relances();
    expect(destinataires.map(({ personne, nombre }) => [personne.id, nombre])).toEqual([
      [contrat.personnes.referentA, 3],
    ]);
    expect(
      destinataires[0]?.fiches.map(({ fiche, manquantes, retournees }) => [fiche.code, manquantes, retournees]),
    ).toEqual([
      ['T1.1', 1, 1],
      ['T1.2', 1, 0],
    ]);
    expect(sansDestinataire).toBe(2);

    const { body } = await relancer(1, [contrat.personnes.referentA, contrat.personnes.referentB]).expect(200);
    expect((body as RelancesCampagne).historique).toMatchObject([
      { numero: 1, envoyeePar: 'Personne equipe', personnes: [{ nom: 'Personne referentA', valeursAttendues: 3 }] },
    ]);
    const [recu, ...autres] = await recus();
    expect(autres).toEqual([]);
    expect(recu).toMatchObject({
      personne_id: contrat.personnes.referentA,
      objet: 'Valeurs 2026',
      cle: `relance/2026/1/${contrat.personnes.referentA}`,
    });
    expect(recu?.texte).toMatch(/^Personne referentA 3\u00A0valeurs\n- T1\.1 Projet 1/);
    expect(recu?.texte).toMatch(/https?:\/\/\S+\/fiches\/T1\.2\/indicateurs/);
  });

  it('never reach those who are done, even chosen a moment before', async () => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    expect((await relances()).destinataires).toHaveLength(1);
    await ecrire(en2026(id, contrat.qpv.a1), en2026(id, contrat.qpv.a2));
    await relancer(1, [contrat.personnes.referentA]).expect(422);
    expect(await recus()).toEqual([]);
  });

  it('leave once when two of the team send them at the same moment', async () => {
    await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    const envois = await Promise.all([1, 2].map(() => relancer(1, [contrat.personnes.referentA])));
    expect(envois.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await recus()).toHaveLength(1);
  });

  it('go to whoever answers for the data, and to the colleague who stands in', async () => {
    const ficheId = await poserFiche(app, contrat, { contenu: {}, pilote: contrat.organisations.villeB });
    await poserIndicateur(contrat, ficheId, { maille: 'contrat', responsableId: contrat.organisations.bailleur });
    await poserIndicateur(contrat, ficheId);
    const { rows } = await app.get(Base).pool.query<{ id: string }>(
      `with p as (insert into personne (contrat_id, nom, fonction, email) values ($1, 'Suppléante', 'x', 's@exemple.fr') returning id)
       insert into delegation (contrat_id, personne_id, delegue_id, du, au)
       select $1, $2, p.id, '2026-11-01', '2026-12-01' from p returning delegue_id as id`,
      [contrat.contratId, contrat.personnes.referentB],
    );
    await ouvrir();
    const { destinataires } = await relances();
    expect(destinataires.map(({ personne, nombre, enLAbsenceDe }) => [personne.id, nombre, enLAbsenceDe])).toEqual(
      [
        [contrat.personnes.contributeur, 1, null],
        [rows[0]?.id, 1, 'Personne referentB'],
      ].sort((a, b) => (a[2] === null ? -1 : 1) - (b[2] === null ? -1 : 1)),
    );
  });

  it('need words and a campagne that is open', async () => {
    await poserIndicateur(contrat, await poserFiche(app, contrat));
    await ouvrir();
    await relancer(1, []).expect(400);
    await relancer(1, [contrat.personnes.referentA], { texte: ' ' }).expect(400);
    await agir('cloture', 1).expect(200);
    await relancer(2, [contrat.personnes.referentA]).expect(409);
  });
});
