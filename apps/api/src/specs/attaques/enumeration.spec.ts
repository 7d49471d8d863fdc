import type { NestExpressApplication } from '@nestjs/platform-express';
import { verify } from '@node-rs/argon2';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { Client as ClientPg } from 'pg';
import request, { type Response, type Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, MOT_DE_PASSE_TEST } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';

jest.mock('@node-rs/argon2', () => {
  const vrai = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...vrai, verify: jest.fn(vrai.verify) };
});

/** What an answer shows, and what the server did to give it: nobody’s clock is asked. */
interface Travail {
  reponse: object;
  verifications: number;
  enonces: string[];
}

let app: NestExpressApplication;
let contrat: ContratDeTest;
let decor: DecorDroits;
let autre: DecorDroits;
let enonces: string[] = [];

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  decor = await poserDecor(app, contrat);
  autre = await poserDecor(app, await creerContrat(app));
  const vrai = ClientPg.prototype.query as (...parametres: unknown[]) => unknown;
  jest.spyOn(ClientPg.prototype, 'query').mockImplementation(function (this: ClientPg, ...parametres: unknown[]) {
    const [premier] = parametres as [string | { text?: string }];
    enonces.push((typeof premier === 'string' ? premier : (premier.text ?? '')).replace(/\s+/g, ' ').trim());
    return vrai.apply(this, parametres) as never;
  });
});
beforeEach(() => app.get(Base).pool.query('delete from frein_connexion'));
afterAll(async () => {
  jest.restoreAllMocks();
  await app.get(Base).pool.query('delete from frein_connexion');
  await app.close();
});

const appel = () => request(app.getHttpServer() as Server);

/** A refusal as its reader sees it, whatever the number of the request and what it was about. */
const vue = ({ status, headers, body }: Response, demande: string): object => ({
  status,
  entetes: Object.keys(headers)
    .filter((nom) => !/request-id|etag|date|ratelimit/.test(nom))
    .sort(),
  corps: JSON.parse(JSON.stringify({ ...(body as object), instance: undefined }).replaceAll(demande, '?')) as object,
});

async function travailDe(demander: () => Test, demande = 'rien de nommé'): Promise<Travail> {
  const verifications = jest.mocked(verify);
  verifications.mockClear();
  enonces = [];
  const reponse = vue(await demander(), demande);
  return { reponse, verifications: verifications.mock.calls.length, enonces: [...enonces].sort() };
}

/** Every one of these is told alike and costs the same work. */
async function pareils(demandes: readonly (readonly [string, () => Test, string?])[]): Promise<Travail> {
  const [premiere] = demandes;
  if (!premiere) throw new Error('nothing to compare');
  // What is made once in the life of a server is made first.
  await premiere[1]();
  const modele = await travailDe(premiere[1], premiere[2]);
  for (const [quoi, demander, demande] of demandes.slice(1)) {
    expect({ quoi, ...(await travailDe(demander, demande)) }).toEqual({ quoi, ...modele });
  }
  return modele;
}

describe('whoever looks for what exists learns nothing', () => {
  it('from a log-in: unknown, wrong, not open yet, or without a mandat', async () => {
    const { pool } = app.get(Base);
    const ici = contrat.contratId.slice(0, 8);
    await pool.query(`update mandat set au = '2025-01-01' where personne_id = $1`, [contrat.personnes.delegue]);
    const entrer = (email: string, motDePasse: string) => () =>
      appel().post('/api/v1/session').send({ email, motDePasse });
    const { verifications, reponse } = await pareils([
      ['unknown', entrer(`personne.${randomUUID()}@exemple.fr`, 'Faux-2026-Sanitas!')],
      ['wrong password', entrer(`lecteur.${ici}@exemple.fr`, 'Faux-2026-Sanitas!')],
      ['not open yet', entrer(`${contrat.contratId}@exemple.fr`, 'Faux-2026-Sanitas!')],
      ['no mandat, right password', entrer(`delegue.${ici}@exemple.fr`, MOT_DE_PASSE_TEST)],
      ['no mandat, wrong password', entrer(`delegue.${ici}@exemple.fr`, 'Faux-2026-Sanitas!')],
    ]);
    expect(reponse).toMatchObject({ status: 401 });
    expect(verifications).toBe(1);
  });

  it('from a link of activation: made up, used, or ended', async () => {
    const { pool } = app.get(Base);
    await pool.query(
      `update compte set activation_expire = now() - interval '1 day' where contrat_id = $1 and activation is not null`,
      [contrat.contratId],
    );
    const { rows } = await pool.query<{ activation: string }>(
      'select activation from compte where contrat_id = $1 and activation is not null',
      [contrat.contratId],
    );
    const lire = (jeton: string) => () => appel().get(`/api/v1/activation/${jeton}`);
    const jeton = randomUUID();
    const connu = rows[0]?.activation ?? '';
    await pareils([
      ['made up', lire(jeton), jeton],
      ['that of an ended one', lire(connu), connu],
    ]);
  });

  it('from the récépissé of a question: made up, or of another contrat', async () => {
    const lire = (recepisse: string) => () =>
      appel().get(`/api/v1/public/contrats/${contrat.contratId}/questions/suivi/${recepisse}`);
    const { rows } = await app
      .get(Base)
      .pool.query<{ recepisse: string }>(
        `update question_habitant set recepisse = 'ZYXWVUTS2345' where contrat_id = $1 returning recepisse`,
        [autre.contrat.contratId],
      );
    const ailleurs = rows[0]?.recepisse ?? '';
    await pareils([
      ['made up', lire('MMMMMMMM2222'), 'MMMMMMMM2222'],
      ['of another contrat', lire(ailleurs), ailleurs],
    ]);
  });

  describe('from an id', () => {
    let equipe: Client;
    beforeAll(async () => {
      equipe = await contrat.en('equipe');
    });

    it.each([
      ['contrat', (id: string) => `/contrats/${id}`, (deQui: DecorDroits) => deQui.contrat.contratId],
      ['fiche', (id: string) => `/fiches/${id}`, (deQui: DecorDroits) => deQui.ficheId],
      ['piece', (id: string) => `/pieces/${id}`, (deQui: DecorDroits) => deQui.pieceId],
      ['consultation', (id: string) => `/consultations/${id}`, (deQui: DecorDroits) => deQui.consultationId],
      ['account', (id: string) => `/personnes/${id}/compte`, (deQui: DecorDroits) => deQui.personneId],
      ['document', (id: string) => `/documents/${id}`, (deQui: DecorDroits) => deQui.documentId],
      ['question', (id: string) => `/questions/${id}`, (deQui: DecorDroits) => deQui.questionId],
    ])('of a %s: absent, or of another contrat', async (_, adresse, idDe) => {
      const absent = randomUUID();
      const travail = await pareils([
        ['absent', () => equipe.get(adresse(absent)), absent],
        ['of another contrat', () => equipe.get(adresse(idDe(autre))), idDe(autre)],
      ]);
      expect(travail.reponse).toMatchObject({ status: 404 });
      const sien = await travailDe(() => equipe.get(adresse(idDe(decor))));
      expect(sien.reponse).toMatchObject({ status: 200 });
    });
  });
});
