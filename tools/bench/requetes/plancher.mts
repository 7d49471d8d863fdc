import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

// The floor: node:http, a pool of pg and the statements of the product, named and prepared. It checks a signed token, and
// does nothing else that the product does: no session, no right, no validation, no log, no seal of the journal.
// Run by requetes.mts, which tells it its database, its port and its statements by its first message.

/** What the floor is given to answer with. */
export interface Consigne {
  base: string;
  port: number;
  secret: string;
  /** Statements by the name that the address gives, with the column of the answer and those that are members of it. */
  enonces: Record<string, { texte: string; colonne: string; membres?: string[] }>;
}

async function lireCorps(requete: IncomingMessage): Promise<unknown[]> {
  let corps = '';
  for await (const morceau of requete) corps += String(morceau);
  return JSON.parse(corps) as unknown[];
}

/** Whether a request bears the token that the bench signed. */
function estSignee(requete: IncomingMessage, secret: string): boolean {
  const [qui = '', signature = ''] = (requete.headers.authorization ?? '').split('.');
  const attendue = Buffer.from(createHmac('sha256', secret).update(qui).digest('hex'));
  const recue = Buffer.from(signature);
  return recue.length === attendue.length && timingSafeEqual(recue, attendue);
}

async function lireValeurs(requete: IncomingMessage, adresse: URL): Promise<unknown[]> {
  if (requete.method === 'POST') return lireCorps(requete);
  return JSON.parse(adresse.searchParams.get('v') ?? '[]') as unknown[];
}

function servir({ base, port, secret, enonces }: Consigne): void {
  // JSON leaves as PostgreSQL wrote it.
  const types = {
    getTypeParser: (oid: number) => (oid === 114 || oid === 3802 ? String : pg.types.getTypeParser(oid)),
  };
  const pool = new pg.Pool({ connectionString: base, max: 10, types: types as pg.CustomTypesConfig });
  const repondre = async (requete: IncomingMessage): Promise<string> => {
    const adresse = new URL(requete.url ?? '/', 'http://plancher');
    if (adresse.pathname === '/health/ready') return String((await pool.query('select 1')).rowCount);
    if (!estSignee(requete, secret)) throw new Error('401');
    const nom = adresse.pathname.slice(1);
    const enonce = enonces[nom];
    if (!enonce) throw new Error('404');
    const values = await lireValeurs(requete, adresse);
    const { rows } = await pool.query<Record<string, string>>({ name: nom, text: enonce.texte, values });
    const [ligne] = rows;
    const reponse = ligne?.[enonce.colonne];
    if (reponse === undefined) throw new Error('empty');
    const membres = (enonce.membres ?? []).map((membre) => `,"${membre}":${ligne?.[membre]}`);
    return membres.length === 0 ? reponse : `${reponse.slice(0, -1)}${membres.join('')}}`;
  };
  createServer((requete, reponse) => {
    repondre(requete).then(
      (corps) => reponse.setHeader('Content-Type', 'application/json').end(corps),
      (erreur: unknown) => reponse.writeHead(500).end(String(erreur)),
    );
  }).listen(port, '127.0.0.1', () => process.send?.('pret'));
}

process.once('message', (consigne: Consigne) => servir(consigne));
