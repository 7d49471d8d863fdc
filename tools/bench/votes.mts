import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CHECKOUT } from '../checkout.mts';
import { freePort } from '../launch/free-port.mts';
import { prepareDatabase } from '../launch/product.mts';
import { startCluster } from '../postgres/cluster.mts';

// Usage, after a build: node tools/bench/votes.mts
// Votes through HTTP on a durable database of its own, the API and then PostgreSQL killed on the way (SIGKILL): whatever
// was acknowledged must be there, once. Then the next sequence at 2,105 propositions, hints at 10,000, counts of 300,000.
const CONNEXIONS = 16;
const PARTICIPANTS = 600;
const PROPOSITIONS = 2_105;

const folder = mkdtempSync(join(tmpdir(), 'pleniere-votes-'));
const cluster = await startCluster(folder);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
await prepareDatabase({ databaseUrl: cluster.url, host: '127.0.0.1', port, demo: true, logs: false });
const pool = new pg.Pool({ connectionString: cluster.url, max: 2 });
pool.on('error', () => undefined);

const [contrat, consultation] = (
  (await pool.query('select id from contrat order by id limit 1')).rows as { id: string }[]
)
  .map(({ id }) => id)
  .concat(randomUUID()) as [string, string];
const empreinte = (texte: string): string =>
  createHash('sha256').update(`${consultation} ${texte}`).digest('base64url');

await pool.query(
  `insert into consultation (contrat_id, id, question, etape, ouverture, fin_propositions, fin, borne_hash)
   values ($1, $2, 'Que changer ?', 'publiee', now() - interval '1 day', now() + interval '1 day', now() + interval '2 days', $3)`,
  [contrat, consultation, empreinte('BORNE')],
);
await pool.query(
  `insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
   select $1, $2, n, 'Il faut la chose numéro ' || n, 'chose ' || n || ' ' || md5(n::text), 'acceptee', now() from generate_series(1, $3::int) n`,
  [contrat, consultation, PROPOSITIONS],
);

let api: ChildProcess | undefined;
async function startApi(): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: cluster.url,
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  api = spawn(process.execPath, [join(CHECKOUT, 'dist/api/main.cjs')], { cwd: CHECKOUT, env, stdio: 'ignore' });
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error('the API does not answer');
}

type Vote = { cle: string; proposition: string; sequence: string; valeur: number };
const racine = `${url}/api/v1/public/contrats/${contrat}/consultations/${consultation}`;

async function poser(chemin: string, corps: object, cle: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    cookie: `pleniere_participant=${cle}`,
    'x-code-borne': 'BORNE',
  };
  try {
    const reponse = await fetch(racine + chemin, { method: 'POST', headers, body: JSON.stringify(corps) });
    await reponse.arrayBuffer();
    return reponse.status;
  } catch {
    return 0;
  }
}

/** Twelve votes of each participant, of whom the database already knows the sequence. */
async function preparer(): Promise<Vote[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from proposition where consultation_id = $1 order by numero',
    [consultation],
  );
  const votes: Vote[] = [];
  for (let rang = 0; rang < PARTICIPANTS; rang++) {
    const [cle, participant, sequence] = [randomBytes(32).toString('base64url'), randomUUID(), randomUUID()];
    const cartes = Array.from({ length: 12 }, (_, place) => rows[(rang * 12 + place) % 240]?.id ?? '');
    await pool.query(
      `with p as (insert into participant (contrat_id, consultation_id, id, cle_hash) values ($1, $2, $3, $4))
       insert into sequence_servie (contrat_id, consultation_id, participant_id, id, proposition_ids, algorithme, graine, expire_le)
       values ($1, $2, $3, $5, $6, 'bandit', 1, now() + interval '1 day')`,
      [contrat, consultation, participant, empreinte(cle), sequence, cartes],
    );
    cartes.forEach((proposition, place) => votes.push({ cle, proposition, sequence, valeur: (place % 3) - 1 }));
  }
  // Card by card, as people who vote at the same time.
  return Array.from({ length: 12 }, (_, place) => votes.filter((_vote, rang) => rang % 12 === place)).flat();
}

const centile = (durees: number[], part: number): number =>
  Math.round(durees.sort((a, b) => a - b)[Math.floor(durees.length * part)] ?? 0);

async function voter(
  votes: Vote[],
  pannes: boolean,
): Promise<{ secondes: number; durees: number[]; reprises: number }> {
  const durees: number[] = [];
  let [prochain, reprises] = [0, 0];
  const debut = performance.now();
  const connexion = async (): Promise<void> => {
    for (let vote = votes[prochain++]; vote; vote = votes[prochain++]) {
      for (;;) {
        const depart = performance.now();
        const corps = { valeur: vote.valeur, qualifications: [], sequenceId: vote.sequence };
        const statut = await poser(`/propositions/${vote.proposition}/vote`, corps, vote.cle);
        if (statut === 200) {
          durees.push(performance.now() - depart);
          break;
        }
        if (statut !== 0 && statut < 500 && statut !== 429) throw new Error(`vote refused: ${statut}`);
        reprises += 1;
        await wait(100);
      }
    }
  };
  const panne = async (): Promise<void> => {
    const rendu = () => prochain / votes.length;
    while (rendu() < 0.3) await wait(20);
    api?.kill('SIGKILL');
    await startApi();
    while (rendu() < 0.6) await wait(20);
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'pleniere' limit 1`,
    );
    // One backend killed so makes PostgreSQL drop every connection and recover from its log.
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
  };
  await Promise.all([...Array.from({ length: CONNEXIONS }, connexion), ...(pannes ? [panne()] : [])]);
  return { secondes: (performance.now() - debut) / 1000, durees, reprises };
}

async function compter(texte: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select (${texte})::int as n`, [consultation]);
  return rows[0]?.n ?? -1;
}

async function mesurer(nombre: number, appel: (rang: number) => Promise<unknown>): Promise<number> {
  const durees: number[] = [];
  for (let rang = 0; rang < nombre; rang++) {
    const depart = performance.now();
    await appel(rang);
    durees.push(performance.now() - depart);
  }
  return centile(durees, 0.95);
}

const dire = (ligne: string): boolean => process.stdout.write(`${ligne}\n`);

try {
  await startApi();
  const votes = await preparer();
  const moitie = votes.length / 2;
  const calme = await voter(votes.slice(0, moitie), false);
  dire(
    `${Math.round(moitie / calme.secondes)} votes a second, p95 ${centile(calme.durees, 0.95)} ms, p99 ${centile(calme.durees, 0.99)} ms`,
  );
  const agite = await voter(votes.slice(moitie), true);
  dire(
    `with the API and PostgreSQL killed: ${Math.round(moitie / agite.secondes)} votes a second, ${agite.reprises} sent again`,
  );
  const [courants, evenements] = [
    await compter('select count(*) from vote_courant where consultation_id = $1'),
    await compter('select count(*) from vote_event where consultation_id = $1'),
  ];
  const comptes = await compter(`select coalesce(sum(k.pour + k.contre + k.neutre), 0) from proposition_compteur k
    join proposition p on (p.contrat_id, p.id) = (k.contrat_id, k.proposition_id) where p.consultation_id = $1`);
  dire(
    `${votes.length} acknowledged, ${courants} there (${votes.length - courants} lost), ${evenements - courants} double, counts ${comptes === courants ? 'equal' : 'DIFFERENT'}`,
  );

  const sequence = await mesurer(200, () => poser('/sequence', {}, randomBytes(32).toString('base64url')));
  dire(`next sequence at ${PROPOSITIONS} propositions: p95 ${sequence} ms`);

  await pool.query(
    `insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
     select $1, $2, $3::int + n, left(t, 140), left(lower(t), 190) || ' ' || n, 'acceptee', now() from (
       select n, 'Il faut ' || (array['planter', 'ouvrir', 'réparer', 'créer', 'éclairer', 'installer', 'prolonger'])[1 + n % 7] || ' '
         || (array['des arbres', 'la médiathèque', 'les ascenseurs', 'un jardin', 'les allées', 'des bancs', 'la ligne de bus'])[1 + n / 7 % 7]
         || ' près de ' || substr(md5(n::text), 1, 12) || ' et de ' || substr(md5('b' || n), 1, 12) as t
       from generate_series(1, 7895) n) x`,
    [contrat, consultation, PROPOSITIONS],
  );
  await pool.query('analyze proposition');
  const proches = await mesurer(100, (rang) =>
    poser('/proches', { texte: `Il faut planter des arbres près de l’école ${rang}` }, ''),
  );
  dire(`hints of near duplicates at 10,000 propositions: p95 ${proches} ms`);
} finally {
  api?.kill('SIGTERM');
  await pool.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
