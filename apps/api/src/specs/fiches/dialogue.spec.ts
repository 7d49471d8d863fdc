import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DemandePrecision, DialogueFiche, Fil, TableauDeBord } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import {
  type Client,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  type Personnage,
  pointeurs,
  poserFiche,
  poserIndicateur,
} from '../../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let equipe: Client;
let referent: Client;
let delegue: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

const ELEMENT = { id: randomUUID() as string, texte: '<p>Un lieu <strong>connu</strong> de tous</p>' };

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat, { statut: 'brouillon', contenu: { resultatsAttendus: [ELEMENT] } });
  [equipe, referent, delegue] = await Promise.all([
    contrat.en('equipe'),
    contrat.en('referentA'),
    contrat.en('delegue'),
  ]);
});

const lire = async (client: Client) =>
  (await client.get(`/fiches/${ficheId}/dialogue`).expect(200)).body as DialogueFiche;
const saisi = (reste: object = {}) => ({ texte: 'Où se tient-il\u202F?', visibilite: 'tous', ...reste });
const ouvrir = async (client: Client, reste: object = {}) =>
  (await client.post(`/fiches/${ficheId}/fils`, saisi(reste)).expect(201)).body as Fil;
const repondre = async (client: Client, { id }: Fil, reste: object = {}) =>
  (await client.post(`/fils/${id}/messages`, { texte: 'Au centre social.', ...reste }).expect(201)).body as Fil;
const dernier = ({ messages }: Fil) => {
  const message = messages.at(-1);
  if (!message) throw new Error('a thread has a message');
  return message;
};
const vieillir = (id: string, minutes: number) =>
  app
    .get(Base)
    .pool.query(`update fil_message set ecrit_le = now() - make_interval(mins => $2) where id = $1`, [id, minutes]);
const attentes = async (personnage: Personnage) => {
  const client = await contrat.en(personnage);
  const { body } = await client.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200);
  return (body as TableauDeBord).attentes
    .filter(({ sorte }) => /precision|mention/.test(sorte))
    .map(({ sorte, nombre, echeance }) => [sorte, nombre, echeance].filter(Boolean).join(' '));
};
const demande = (reste: object = {}) => ({
  question: 'Combien de séances\u202F?',
  destinataire: { organisationId: contrat.organisations.villeA },
  echeance: '2999-01-15',
  ...reste,
});
const demander = async (client: Client, reste: object = {}) =>
  (await client.post(`/fiches/${ficheId}/precisions`, demande(reste)).expect(201)).body as DemandePrecision;

describe('threads', () => {
  it('are opened, answered, settled and opened again, each act signed', async () => {
    const fil = await ouvrir(referent, { champ: 'contexte' });
    expect(fil).toMatchObject({ champ: 'contexte', statut: 'ouvert', visibilite: 'tous', extrait: '', valeur: null });
    await repondre(equipe, fil);
    const [lu] = (await lire(await contrat.en('contributeur'))).fils;
    expect(lu?.messages.map(({ auteur, texte }) => `${auteur}\u00A0: ${texte}`)).toEqual([
      'Personne referentA\u00A0: Où se tient-il\u202F?',
      'Personne equipe\u00A0: Au centre social.',
    ]);
    const resolu = (await delegue.patch(`/fils/${fil.id}`, 1, { statut: 'resolu' }).expect(200)).body as Fil;
    expect(resolu).toMatchObject({ statut: 'resolu', resoluPar: 'Personne delegue', version: 2 });
    const perime = await equipe.patch(`/fils/${fil.id}`, 1, { statut: 'ouvert' }).expect(412);
    expect((perime.body as Probleme).actuel).toMatchObject({ statut: 'resolu' });
    const rouvert = (await equipe.patch(`/fils/${fil.id}`, 2, { statut: 'ouvert' }).expect(200)).body as Fil;
    expect(rouvert).toMatchObject({ statut: 'ouvert', resoluPar: null, resoluLe: null });
  });

  it('keep the words of an entry that somebody deletes afterwards', async () => {
    const fil = await ouvrir(equipe, { champ: 'resultatsAttendus', elementId: ELEMENT.id });
    expect(fil.extrait).toBe('Un lieu connu de tous');
    await referent.put(`/fiches/${ficheId}/champs/resultatsAttendus`, 0, { valeur: [] }).expect(200);
    expect((await lire(referent)).fils[0]).toMatchObject({
      champ: 'resultatsAttendus',
      elementId: ELEMENT.id,
      extrait: 'Un lieu connu de tous',
    });
  });

  it('are about one value, and keep its words when its indicator is deleted', async () => {
    const { id: indicateurId, version } = await poserIndicateur(contrat, ficheId);
    const valeur = { indicateurId, annee: 2025, territoire: contrat.qpv.a1, ventilation: 'femmes' };
    const fil = await ouvrir(equipe, { valeur });
    expect(fil).toMatchObject({ valeur, extrait: 'Nombre d’habitants mobilisés, 2025, Sanitas, femmes' });
    await equipe.delete(`/indicateurs/${indicateurId}`, version).expect(204);
    expect((await lire(equipe)).fils[0]).toMatchObject({ valeur: null, extrait: fil.extrait });
  });

  it('wait on the home page of whom they mention, until these answer, have seen it, or it is settled', async () => {
    const mentions = [contrat.personnes.referentA, contrat.personnes.contributeur];
    const fil = await ouvrir(equipe, { mentions });
    expect(dernier(fil).mentions.map(({ nom }) => nom)).toEqual(['Personne contributeur', 'Personne referentA']);
    expect(await attentes('referentA')).toEqual(['mention 1']);
    expect(await attentes('contributeur')).toEqual(['mention 1']);
    expect(await attentes('referentB')).toEqual([]);
    expect((await lire(referent)).fils[0]?.meMentionne).toBe(true);

    expect((await repondre(referent, fil)).meMentionne).toBe(false);
    expect(await attentes('referentA')).toEqual([]);
    const contributeur = await contrat.en('contributeur');
    await contributeur.post(`/fils/${fil.id}/vu`).expect(200);
    expect(await attentes('contributeur')).toEqual([]);

    await repondre(equipe, fil, { mentions });
    expect(await attentes('referentA')).toEqual(['mention 1']);
    await delegue.patch(`/fils/${fil.id}`, 1, { statut: 'resolu' }).expect(200);
    expect(await attentes('referentA')).toEqual([]);
  });

  it('let an author correct or delete a message for fifteen minutes; the trace of a deleted one stays', async () => {
    const fil = await ouvrir(referent);
    const { id } = dernier(fil);
    const corrige = (await referent.patch(`/messages/${id}`, 1, { texte: 'À quelle heure\u202F?' }).expect(200))
      .body as Fil;
    expect(dernier(corrige)).toMatchObject({ texte: 'À quelle heure\u202F?', version: 2 });
    expect(dernier(corrige).modifieLe).not.toBeNull();
    await referent.patch(`/messages/${id}`, 1, { texte: 'Où\u202F?' }).expect(412);
    await equipe.delete(`/messages/${id}`, 2).expect(403);

    const efface = (await referent.delete(`/messages/${id}`, 2).expect(200)).body as Fil;
    expect(dernier(efface)).toMatchObject({ texte: '', auteur: 'Personne referentA' });
    expect(dernier(efface).supprimeLe).not.toBeNull();
    await referent.patch(`/messages/${id}`, 3, { texte: 'Où\u202F?' }).expect(403);

    const tardif = dernier(await repondre(referent, fil)).id;
    await vieillir(tardif, 14);
    await referent.patch(`/messages/${tardif}`, 1, { texte: 'Presque trop tard' }).expect(200);
    await vieillir(tardif, 16);
    expect((await referent.delete(`/messages/${tardif}`, 2).expect(403)).body.detail).toContain('quinze minutes');
  });
});

describe('demandes de précision', () => {
  it('go from the question to the answer and to the end, each step waiting for whom it concerns', async () => {
    const posee = await demander(delegue, { champ: 'contexte' });
    expect(posee).toMatchObject({
      statut: 'ouverte',
      auteur: 'Personne delegue',
      destinataire: { organisationId: contrat.organisations.villeA, personneId: null, nom: 'Ville de Tours' },
    });
    expect(await attentes('referentA')).toEqual(['precision 1 2999-01-15']);
    expect(await attentes('referentB')).toEqual([]);

    const repondue = (
      await referent.put(`/precisions/${posee.id}/reponse`, 1, { reponse: 'Quatre par an.' }).expect(200)
    ).body as DemandePrecision;
    expect(repondue).toMatchObject({ statut: 'repondue', reponduePar: 'Personne referentA' });
    expect([await attentes('referentA'), await attentes('delegue')]).toEqual([[], ['precision-repondue 1']]);
    await referent.put(`/precisions/${posee.id}/reponse`, 2, { reponse: 'Cinq par an.' }).expect(200);

    const close = (await delegue.post(`/precisions/${posee.id}/cloture`).set('If-Match', '"3"').expect(200))
      .body as DemandePrecision;
    expect(close).toMatchObject({ statut: 'close', closePar: 'Personne delegue', reponse: 'Cinq par an.' });
    expect(await attentes('delegue')).toEqual([]);
    await referent.put(`/precisions/${posee.id}/reponse`, 4, { reponse: 'Six.' }).expect(403);
    expect((await lire(referent)).demandes).toEqual([close]);
  });

  it('are put to one person alone, and closed by the team when they are no longer of any use', async () => {
    const { id } = await demander(delegue, { destinataire: { personneId: contrat.personnes.contributeur } });
    expect([await attentes('contributeur'), await attentes('referentA')]).toEqual([['precision 1 2999-01-15'], []]);
    const refus = await referent.put(`/precisions/${id}/reponse`, 1, { reponse: 'Moi' }).expect(403);
    expect((refus.body as Probleme).detail).toContain('Personne contributeur');
    await equipe.post(`/precisions/${id}/cloture`).set('If-Match', '"1"').expect(200);
  });

  it('are told in the journal, word for word', async () => {
    const { id } = await demander(equipe);
    await referent.put(`/precisions/${id}/reponse`, 1, { reponse: 'Quatre.' }).expect(200);
    const { body } = await equipe.get(`/fiches/${ficheId}/historique`).expect(200);
    expect(body).toMatchObject([
      { objet: 'precision', champ: 'reponse', apres: 'Quatre.' },
      { objet: 'precision', apres: { question: 'Combien de séances\u202F?', destinataire: 'Ville de Tours' } },
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty message', { texte: ' ' }, 400],
    ['a message too long', { texte: 'a'.repeat(5_001) }, 400],
    ['a circle that is none', { visibilite: 'public' }, 400],
    ['a field that is not of the sheet', { champ: 'meteo' }, 422],
    ['an entry that is not there', { champ: 'resultatsAttendus', elementId: randomUUID() }, 422],
    ['an entry without its field', { elementId: ELEMENT.id }, 422],
    [
      'a value that is not of the fiche',
      { valeur: { indicateurId: randomUUID(), annee: 2025, territoire: 'contrat' } },
      422,
    ],
    [
      'a value that is no value',
      { valeur: { indicateurId: randomUUID(), annee: 'hier', territoire: { $ne: 1 } } },
      400,
    ],
    ['a mention of nobody', { mentions: [randomUUID()] }, 422],
  ])('%s', async (_, reste, statut) => {
    await equipe.post(`/fiches/${ficheId}/fils`, saisi(reste)).expect(statut);
    expect((await lire(equipe)).fils).toEqual([]);
  });

  it('to mention somebody who would not read it', async () => {
    const { body } = await equipe
      .post(`/fiches/${ficheId}/fils`, saisi({ visibilite: 'etat', mentions: [contrat.personnes.referentA] }))
      .expect(422);
    expect(pointeurs(body)).toEqual(['/mentions/0']);
    await equipe.post(`/fiches/${ficheId}/fils`, saisi({ mentions: [contrat.personnes.lecteur] })).expect(422);
  });

  it.each([
    ['without a question', { question: ' ' }, 400],
    ['for a day that does not exist', { echeance: '2026-02-30' }, 400],
    ['for a day that is past', { echeance: '2020-01-01' }, 422],
    ['put to nobody', { destinataire: {} }, 422],
    ['put to an organisation without an account', { destinataire: { organisationId: randomUUID() } }, 422],
    ['about a field that is not of the sheet', { champ: 'meteo' }, 422],
  ])('a demande %s', async (_, reste, statut) => {
    await delegue.post(`/fiches/${ficheId}/precisions`, demande(reste)).expect(statut);
    expect((await lire(delegue)).demandes).toEqual([]);
  });

  it('an old version, or none', async () => {
    const { id } = await demander(delegue);
    await referent.put(`/precisions/${id}/reponse`, null, { reponse: 'Oui' }).expect(428);
    await referent.put(`/precisions/${id}/reponse`, 7, { reponse: 'Oui' }).expect(412);
    expect((await lire(delegue)).demandes[0]).toMatchObject({ statut: 'ouverte', reponse: '' });
  });
});

describe('whoever is not concerned', () => {
  it('of another contrat finds nothing, whatever the id', async () => {
    const fil = await ouvrir(equipe);
    const { id } = await demander(delegue);
    const autre = await (await creerContrat(app)).en('equipe');
    await autre.get(`/fiches/${ficheId}/dialogue`).expect(404);
    await autre.post(`/fiches/${ficheId}/fils`, saisi()).expect(404);
    await autre.post(`/fils/${fil.id}/messages`, { texte: 'Ici' }).expect(404);
    await autre.patch(`/fils/${fil.id}`, 1, { statut: 'resolu' }).expect(404);
    await autre.delete(`/messages/${dernier(fil).id}`, 1).expect(404);
    await autre.post(`/precisions/${id}/cloture`).set('If-Match', '"1"').expect(404);
    await autre.post(`/fiches/${ficheId}/precisions`, demande()).expect(404);
  });

  it('only reads, as a lecteur, what is in force: neither threads nor demandes', async () => {
    await ouvrir(equipe);
    const lecteur = await contrat.en('lecteur');
    await lecteur.get(`/fiches/${ficheId}/dialogue`).expect(403);
    await lecteur.post(`/fiches/${ficheId}/fils`, saisi()).expect(403);
    await referent.post(`/fiches/${ficheId}/precisions`, demande()).expect(403);
  });
});
