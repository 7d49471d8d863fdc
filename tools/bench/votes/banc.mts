import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Product } from '../../launch/product.mts';
import { ouvrirBase, servir } from '../base.mts';
import { aLaFin } from '../fin.mts';

/** A vote ready to be sent, by whoever was served the card. */
export interface Vote {
  cle: string;
  proposition: string;
  sequence: string;
  valeur: number;
}

/** Cards of a sequence. */
const CARTES = 12;
/** Propositions among which the cards are drawn: as few as a busy hour shows, so that counts are fought over. */
const DISPUTEES = 240;

const base = await ouvrirBase();
let api: Product | undefined;

/** Address of the API. */
export const url = `http://${base.host}:${base.port}`;
/** Direct way to the database, to lay what the bench starts from and to count what is there. */
export const pool = new pg.Pool({ connectionString: base.databaseUrl, max: 2 });
pool.on('error', () => undefined);
aLaFin(() => void pool.end());
/** The demo contrat. */
export const contrat =
  ((await pool.query(`select id from contrat where adresse = 'tmvl-2024-2030'`)).rows as { id: string }[])[0]?.id ?? '';

/** Starts the API, and waits until it is ready. */
export async function demarrerApi(): Promise<void> {
  api = await servir(base);
}

/** Kills the API (kill -9). */
export async function tuerApi(): Promise<void> {
  if (!api) return;
  process.kill(api.pid, 'SIGKILL');
  await api.ended;
}

const empreinte = (consultation: string, texte: string): string =>
  createHash('sha256').update(`${consultation} ${texte}`).digest('base64url');

/** A consultation whose votes end in two days, or ended an hour ago, with so many accepted propositions. */
export async function creerConsultation(propositions: number, finie = false): Promise<string> {
  const id = randomUUID();
  const fin = finie ? '-1 hour' : '2 days';
  await pool.query(
    `insert into consultation (contrat_id, id, question, etape, ouverture, fin_propositions, fin, borne_hash, rapport, methode)
     values ($1, $2, 'Que changer ?', 'publiee', now() - interval '9 days', now() + $4::interval - interval '1 hour', now() + $4::interval, $3,
       'Ce qui est dit.', 'Comment c’est compté.')`,
    [contrat, id, empreinte(id, 'BORNE'), fin],
  );
  await pool.query(
    `insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
     select $1, $2, n, 'Il faut la chose numéro ' || n, 'chose ' || n || ' ' || md5(n::text), 'acceptee', now() from generate_series(1, $3::int) n`,
    [contrat, id, propositions],
  );
  return id;
}

/** Votes of so many participants, card by card as people who vote at the same time; the database knows their sequences. */
export async function preparerVotes(consultation: string, participants: number): Promise<Vote[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from proposition where consultation_id = $1 order by numero limit $2',
    [consultation, DISPUTEES],
  );
  const servis = Array.from({ length: participants }, (_, rang) => ({
    cle: randomBytes(32).toString('base64url'),
    participant: randomUUID(),
    sequence: randomUUID(),
    cartes: Array.from({ length: CARTES }, (_carte, place) => rows[(rang * CARTES + place) % rows.length]?.id ?? ''),
  }));
  for (let debut = 0; debut < servis.length; debut += 1_000) {
    const lot = servis.slice(debut, debut + 1_000);
    await pool.query(
      `with x as (select * from jsonb_to_recordset($3) as x(participant uuid, hash text, sequence uuid, cartes uuid[])),
         p as (insert into participant (contrat_id, consultation_id, id, cle_hash) select $1, $2, x.participant, x.hash from x)
       insert into sequence_servie (contrat_id, consultation_id, participant_id, id, proposition_ids, algorithme, graine, expire_le)
       select $1, $2, x.participant, x.sequence, x.cartes, 'bandit', 1, now() + interval '1 day' from x`,
      [contrat, consultation, JSON.stringify(lot.map((un) => ({ ...un, hash: empreinte(consultation, un.cle) })))],
    );
  }
  return Array.from({ length: CARTES }, (_, place) =>
    servis.map(({ cle, sequence, cartes }) => ({
      ...{ cle, sequence, proposition: cartes[place] ?? '' },
      valeur: (place % 3) - 1,
    })),
  ).flat();
}

/** Posts to a public route of a consultation, from a kiosk that many share; 0 when nobody answers. */
export async function poser(consultation: string, chemin: string, corps: object, cle: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    ...{ cookie: `pleniere_participant=${cle}`, 'x-code-borne': 'BORNE' },
  };
  const racine = `${url}/api/v1/public/contrats/${contrat}/consultations/${consultation}`;
  try {
    const reponse = await fetch(racine + chemin, { method: 'POST', headers, body: JSON.stringify(corps) });
    await reponse.arrayBuffer();
    return reponse.status;
  } catch {
    return 0;
  }
}

/** Sends a vote. */
export const voter = (consultation: string, { cle, proposition, sequence, valeur }: Vote): Promise<number> =>
  poser(consultation, `/propositions/${proposition}/vote`, { valeur, qualifications: [], sequenceId: sequence }, cle);

/** One whole number from the database. */
export async function compter(texte: string, valeurs: unknown[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select (${texte})::int as n`, valeurs);
  return rows[0]?.n ?? -1;
}

/** Duration under which this share of them stand, in ms. */
export const centile = (durees: number[], part: number): number =>
  Math.round(durees.toSorted((a, b) => a - b)[Math.floor(durees.length * part)] ?? 0);

/** Duration of a work, in ms. */
export async function chronometrer(travail: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await travail();
  return performance.now() - debut;
}

/** p95 of the durations of a work done so many times, in ms. */
export async function p95(fois: number, travail: (rang: number) => Promise<unknown>): Promise<number> {
  const durees: number[] = [];
  for (let rang = 0; rang < fois; rang++) durees.push(await chronometrer(() => travail(rang)));
  return centile(durees, 0.95);
}

/** Writes a line of what is found. */
export const dire = (ligne: string): boolean => process.stdout.write(`${ligne}\n`);
