import type { INestApplication } from '@nestjs/common';
import { Sessions } from '@pleniere/acces/api';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';

/** A logged-in caller: each method gives a supertest request with the session's cookie and its security token. */
export interface Client {
  /** Its session, for a call that supertest cannot make. */
  cookie: string;
  /** Its security token, for the same. */
  jeton: string;
  get: (chemin: string) => Test;
  /** `null` sends nothing yet: a file is attached next. */
  post: (chemin: string, corps?: object | null) => Test;
  /** Writes carry the version that was read; `null` leaves `If-Match` out. */
  put: (chemin: string, version: number | null, corps?: object) => Test;
  patch: (chemin: string, version: number | null, corps?: object) => Test;
  delete: (chemin: string, version: number | null) => Test;
}

type Methode = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Opens a session for an account, as a successful login would. */
export async function ouvrirClient(
  app: INestApplication,
  compte: { contratId: string; compteId: string },
): Promise<Client> {
  const { secret, jetonCsrf } = await app
    .get(Base)
    .transaction((tx) => app.get(Sessions, { strict: false }).ouvrir(tx, compte, null));
  const cookie = `pleniere_session=${secret}`;
  const appeler = (methode: Methode, chemin: string, version: number | null = null, corps?: object) => {
    const appel = request(app.getHttpServer() as Server)
      [methode](`/api/v1${chemin}`)
      .set('Cookie', cookie)
      .set('X-XSRF-TOKEN', jetonCsrf);
    if (version !== null) void appel.set('If-Match', `"${version}"`);
    return corps === undefined ? appel : appel.send(corps);
  };
  return {
    cookie,
    jeton: jetonCsrf,
    get: (chemin) => appeler('get', chemin),
    post: (chemin, corps = {}) => appeler('post', chemin, null, corps ?? undefined),
    put: (chemin, version, corps = {}) => appeler('put', chemin, version, corps),
    patch: (chemin, version, corps = {}) => appeler('patch', chemin, version, corps),
    delete: (chemin, version) => appeler('delete', chemin, version),
  };
}
