import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';

/** Field of a form: one text, or several of the same name. */
type Champs = Readonly<Record<string, string | readonly string[]>>;

/** A resident’s browser without a script: it reads pages, posts forms, follows where they lead, and keeps one cookie. */
export interface Navigateur {
  cookie: string;
  /** Reads a page of the contrat. */
  lire: (suite?: string) => Test;
  /** Posts a form, and stays on the answer. */
  poster: (suite: string, champs?: Champs) => Test;
  /** Posts a form that leads to a page, and reads that page. */
  suivre: (suite: string, champs?: Champs) => Promise<string>;
}

/** Opens a browser on the pages of a contrat. */
export async function ouvrirNavigateur(app: INestApplication, contratId: string): Promise<Navigateur> {
  const { rows } = await app
    .get(Base)
    .pool.query<{ adresse: string }>('select adresse from contrat where id = $1', [contratId]);
  const racine = `/habitants/${rows[0]?.adresse ?? ''}`;
  const appeler = (methode: 'get' | 'post', chemin: string): Test => {
    const appel = request(app.getHttpServer() as Server)
      [methode](chemin)
      .set('Accept', 'text/html');
    if (lui.cookie) void appel.set('Cookie', lui.cookie);
    return appel;
  };
  const lui: Navigateur = {
    cookie: '',
    lire: (suite = '') => appeler('get', `${racine}${suite}`),
    poster: (suite, champs = {}) => appeler('post', `${racine}${suite}`).type('form').send(champs),
    suivre: async (suite, champs) => {
      const { headers } = await lui.poster(suite, champs).expect(303);
      const [pose] = (headers['set-cookie'] as unknown as string[] | undefined) ?? [];
      if (pose) lui.cookie = pose.split(';')[0] ?? '';
      return (await appeler('get', headers['location'] ?? '').expect(200)).text;
    },
  };
  return lui;
}

/** What a field of a form holds, hidden or not, as the page was written. */
export function valeurDe(html: string, nom: string): string {
  return new RegExp(`name="${nom}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
