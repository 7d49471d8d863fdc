import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import { Client as ClientPg } from 'pg';
import request from 'supertest';
import { MOT_TEMOIN, Temoin } from '../../testing/attaques/temoin';
import { type Client, creerContrat, demarrerApi } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { ROUTES_CONSULTATIONS } from '../../testing/routes/participation-consultations';
import { ROUTES_ESPACES } from '../../testing/routes/participation-espaces';
import { ROUTES_LIENS } from '../../testing/routes/participation-liens';
import { ROUTES_QUESTIONS } from '../../testing/routes/participation-questions';

type Requete = string | { name?: string; text?: string };

/** A statement that no longer asks of which contrat: `$1`, in all our statements of a contrat. */
function sansFiltre(texte: string): string {
  return texte
    .replace(
      /\((?:\w+\.)?contrat_id, ([^()]+)\) = \(\$1, ([^()]+)\)/g,
      (_, colonnes: string, valeurs: string) => `($1::uuid is not null and (${colonnes}) = (${valeurs}))`,
    )
    .replace(/(?:\w+\.|"\w+"\.)?"?\bcontrat_id\b"? = \$1(?!\d)/g, '$1::uuid is not null');
}

const ROUTES = { ...ROUTES_CONSULTATIONS, ...ROUTES_ESPACES, ...ROUTES_LIENS, ...ROUTES_QUESTIONS };
const lectures = Object.entries(ROUTES).filter(([nom, { flux }]) => nom.startsWith('GET ') && !flux);
const duContrat = lectures.filter(([nom]) => nom.includes('/:contratId/'));
const parId = lectures.filter(([nom, { commune }]) => !nom.includes('/:contratId') && !commune);

/** What asks for a key, a word or a day that the setting does not hold, or counts what it has none of: it may read the same with a filter or without. */
const SANS_RIEN = [
  'GET /public/contrats/:contratId/consultations/:id/mes-donnees',
  'GET /public/contrats/:contratId/emargements/:code',
  'GET /contrats/:contratId/liens',
  'GET /contrats/:contratId/calculs',
  'GET /public/contrats/:contratId/questions/refus',
  'GET /public/contrats/:contratId/questions/suivi/:recepisse',
];

let app: NestExpressApplication;
let decor: DecorDroits;
let ailleurs: Client;
let temoin: Temoin;
let retirer = false;

beforeAll(async () => {
  app = await demarrerApi();
  decor = await poserDecor(app, await creerContrat(app));
  temoin = await Temoin.poser(app, await poserDecor(app, await creerContrat(app)));
  ailleurs = await decor.contrat.en('equipe');
  const vraie = ClientPg.prototype.query as (...parametres: unknown[]) => unknown;
  jest.spyOn(ClientPg.prototype, 'query').mockImplementation(function (this: ClientPg, ...parametres: unknown[]) {
    const [premier, ...reste] = parametres as [Requete, ...unknown[]];
    const texte = typeof premier === 'string' ? premier : premier.text;
    if (!retirer || texte === undefined || !/contrat_id/.test(texte)) return vraie.apply(this, parametres) as never;
    const mutee = sansFiltre(texte);
    const nouvelle =
      typeof premier === 'string'
        ? mutee
        : Object.assign(premier, { text: mutee, ...(premier.name && { name: `sans filtre ${premier.name}` }) });
    return vraie.apply(this, [nouvelle, ...reste]) as never;
  });
});
afterEach(() => (retirer = false));
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
});

type Lire = () => Promise<{ status: number; text?: string }>;

/** What an answer says of a contrat that its reader may not read: its words, or the ids of what it holds. */
const ditDeLAutre = ({ status, text = '' }: Awaited<ReturnType<Lire>>): boolean =>
  status === 200 && (text.includes(MOT_TEMOIN) || [...temoin.ids].some((id) => text.includes(id)));

/** Reads whose answer does not change once no statement asks of which contrat: nothing would tell that it was forgotten. */
async function aveugles(lectures: readonly (readonly [string, Lire])[]): Promise<string[]> {
  const trouvees: string[] = [];
  for (const [nom, lire] of lectures) {
    const avant = await lire();
    expect({ nom, ditDeLAutre: ditDeLAutre(avant) }).toEqual({ nom, ditDeLAutre: false });
    retirer = true;
    const apres = await lire();
    retirer = false;
    if (apres.status === avant.status && apres.text === avant.text) trouvees.push(nom);
  }
  return trouvees;
}

const lire =
  (adresse: string): Lire =>
  () =>
    ailleurs.get(adresse).then((reponse) => reponse);

describe('the filter of the contrat, taken away from every statement', () => {
  it('is seen on what is read by its id', async () => {
    expect(await aveugles(parId.map(([nom, route]) => [nom, lire(route.adresse(temoin.decor))]))).toEqual([]);
  });

  it('is seen on what is read of a contrat, its own or under an id of another', async () => {
    const chezAutrui = { ...temoin.decor, contrat: decor.contrat };
    const adresse = (nom: string) => (/:(id|code|recepisse)\b/.test(nom) ? chezAutrui : decor);
    const lus = duContrat.map(([nom, route]) => [nom, lire(route.adresse(adresse(nom)))] as const);
    const trouvees = await aveugles(lus);
    expect(trouvees.filter((nom) => !SANS_RIEN.includes(nom))).toEqual([]);
  });

  it('is seen on the pages of residents', async () => {
    const { rows } = await app
      .get(Base)
      .pool.query<{ adresse: string }>('select adresse from contrat where id = $1', [decor.contrat.contratId]);
    const pages = ['', '/fiches', '/quartiers', '/questions', '/consultations', '/changements'].map((page) => {
      const demander = () =>
        request(app.getHttpServer() as Server)
          .get(`/habitants/${rows[0]?.adresse}${page}`)
          .set('Accept', 'text/html')
          .then((reponse) => reponse);
      return [page, demander] as const;
    });
    expect(await aveugles(pages)).toEqual([]);
  });
});
