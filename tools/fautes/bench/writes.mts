import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Bench, Caller } from './bench.mts';

/** Somebody who writes one field of one fiche, again and again, and sends again what was not acknowledged. */
type Writer = { fiche: string; version: number; sent: number; acknowledged: string[] };

/** What was found once the writes are compared with the journal. */
export type Account = { acknowledged: number; lost: number; double: number; half: number };

// Fiches being written, each in the hands of one writer.
const FICHES = `
  with f as (
    insert into fiche (contrat_id, enjeu_id, lettre, enjeu_numero, rang, statut, contenu, manques_obligatoires)
    select e.contrat_id, e.id, 'Z', e.numero, $2::int + n, 'brouillon', jsonb_build_object('titre', 'Essai ' || n), 0
    from (select * from enjeu where contrat_id = $1 order by numero limit 1) e, generate_series(1, $3::int) n
    returning *
  ), r as (insert into revision (contrat_id, fiche_id, numero) select contrat_id, id, 1 from f)
  select id from f`;

/** Writes from many hands at once, each of which is either acknowledged or sent again. */
export class Writes {
  readonly durations: number[] = [];
  readonly statuses = new Map<number, number>();
  unavailableWithoutDelay = 0;
  lastSuccess = 0;
  over = false;
  private readonly writers: Writer[] = [];
  private readonly bench: Bench;
  private readonly caller: Caller;
  private readonly address: () => string;

  constructor(bench: Bench, caller: Caller, address = () => bench.api.url) {
    this.bench = bench;
    this.caller = caller;
    this.address = address;
  }

  get acknowledged(): number {
    return this.writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  }

  /** Makes a fiche for each writer, and gives their ids. */
  async prepare(hands: number): Promise<string[]> {
    const { pool } = this.bench;
    const rank = await this.bench.count(`select coalesce(max(rang), 0) from fiche where lettre = 'Z'`);
    const { rows } = await pool.query<{ id: string }>(FICHES, [await this.bench.contrat(), rank, hands]);
    for (const { id } of rows) this.writers.push({ fiche: id, version: 0, sent: 0, acknowledged: [] });
    return rows.map(({ id }) => id);
  }

  /** Writes until that many are acknowledged, or until told that it is over. */
  async run(until = Infinity): Promise<void> {
    await Promise.all(
      this.writers.map(async (writer) => {
        while (!this.over && this.acknowledged < until) await this.write(writer);
      }),
    );
  }

  /** One write, sent again until it is known to be there. */
  private async write(writer: Writer): Promise<void> {
    const text = `${writer.fiche.slice(-6)} ${++writer.sent}`;
    for (;;) {
      const from = performance.now();
      const answer = await this.send(writer, text);
      this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
      // Refused because our own write, whose answer was cut, is there already.
      const there = answer.status === 412 && answer.body.includes(JSON.stringify(text));
      if (answer.status === 200 || there) {
        this.durations.push(performance.now() - from);
        this.lastSuccess = performance.now();
        writer.version += 1;
        writer.acknowledged.push(text);
        return;
      }
      if (answer.status !== 0 && answer.status < 500) throw new Error(`refusée : ${answer.status} ${answer.body}`);
      if (this.over) return;
      await wait(50);
    }
  }

  private async send({ fiche, version }: Writer, valeur: string): Promise<{ status: number; body: string }> {
    const headers = { ...this.caller, 'if-match': `"${version}"` };
    try {
      const address = `${this.address()}/api/v1/fiches/${fiche}/champs/titreCourt`;
      const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ valeur }) });
      if (answer.status === 503 && !answer.headers.has('retry-after')) this.unavailableWithoutDelay += 1;
      return { status: answer.status, body: await answer.text() };
    } catch {
      return { status: 0, body: '' };
    }
  }

  /** Compares what was acknowledged with the journal and with the fiches, of the bench or of another database. */
  async account(url = this.bench.cluster.url): Promise<Account> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await this.compare(client);
    } finally {
      await client.end();
    }
  }

  private async compare(client: pg.Client): Promise<Account> {
    const ids = this.writers.map(({ fiche }) => fiche);
    const { rows } = await client.query<{ text: string; n: number }>(
      `select apres #>> '{}' as text, count(*)::int as n from journal where fiche_id = any($1) and champ = 'titreCourt' group by 1`,
      [ids],
    );
    const journal = new Map(rows.map(({ text, n }) => [text, n]));
    const texts = this.writers.flatMap(({ acknowledged }) => acknowledged);
    const torn = await client.query<{ n: number }>(
      `select count(*)::int as n from fiche f where id = any($1) and (
         (f.champs #>> '{titreCourt,version}')::int is distinct from (select count(*) from journal j where j.fiche_id = f.id and champ = 'titreCourt')
         or f.contenu ->> 'titreCourt' is distinct from (select apres #>> '{}' from journal j where j.fiche_id = f.id and champ = 'titreCourt' order by id desc limit 1))`,
      [ids],
    );
    return {
      acknowledged: texts.length,
      lost: texts.filter((text) => !journal.has(text)).length,
      double: texts.filter((text) => (journal.get(text) ?? 0) > 1).length,
      half: torn.rows[0]?.n ?? 0,
    };
  }

  /** The statuses that are neither an acceptance nor an answer that asks to wait, with their numbers. */
  get others(): string {
    return (
      [...this.statuses]
        .filter(([status]) => status !== 200 && status !== 503)
        .map(([status, n]) => `${status || 'coupée'} × ${n}`)
        .join(', ') || 'aucune'
    );
  }

  /** How many answers had a status that the goal does not allow. */
  count(refused: (status: number) => boolean): number {
    return [...this.statuses].reduce((sum, [status, n]) => sum + (refused(status) ? n : 0), 0);
  }
}
