import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startStandby } from '../../postgres/standby.mts';
import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { Door } from '../bench/door.mts';
import { until } from '../bench/until.mts';
import { Writes } from '../bench/writes.mts';
import { n } from '../french.mts';

const READS = 100;
// The start of a read of a fiche, in what a connection says to PostgreSQL: no portal, then the name of the statement.
const READ_OF_A_FICHE = '\u0000fiche-par-id-';

/** A standby that answers the reads: fresh for who has just written, left aside when it is late or gone. */
export async function standby(bench: Bench): Promise<Finding> {
  const secondary = await startStandby(
    join(bench.folder, 'postgres'),
    mkdtempSync(join(tmpdir(), 'pleniere-secours-')),
  );
  const wrong: string[] = [];
  const expect = (said: string, is: boolean): void => void (is || wrong.push(said));
  let given: number;
  let answered = 0;
  const address = new URL(secondary.url);
  const door = new Door(Number(address.port), (bytes) => {
    answered += bytes.toString('latin1').split(READ_OF_A_FICHE).length - 1;
  });
  address.port = String(await door.open());
  const follower = await bench.replica({ DATABASE_LECTURE_URL: address.href });
  try {
    const entered = await bench.login(follower.url);
    // A log-in writes: as the browser does ten seconds later, its mark is dropped.
    const caller = { ...entered, cookie: (entered['cookie'] ?? '').replace(/(; )?pleniere_ecrit=1/, '') };
    const [fiche = ''] = await new Writes(bench, caller).prepare(1);
    const get = (headers = caller): Promise<Response> => fetch(`${follower.url}/api/v1/fiches/${fiche}`, { headers });
    await wait(3_000);
    const before = answered;
    for (let turn = 0; turn < READS; turn++) expect('une lecture est répondue', (await get()).status === 200);
    given = answered - before;

    await secondary.pause();
    const body = JSON.stringify({ valeur: 'Tout juste écrit' });
    const put = await fetch(`${follower.url}/api/v1/fiches/${fiche}/champs/titreCourt`, {
      method: 'PUT',
      headers: { ...caller, 'if-match': '"0"' },
      body,
    });
    const mark = put.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0] ?? '';
    const marked = { ...caller, cookie: `${caller.cookie}; ${mark}` };
    expect('qui écrit se relit aussitôt', (await (await get(marked)).text()).includes('Tout juste écrit'));
    expect(
      'un secours en retard est laissé de côté',
      await until(async () => (await (await get()).text()).includes('Tout juste écrit'), 4_000),
    );
    await secondary.resume();
    await secondary.stop();
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await get()).status));
    expect(
      'rien n’est refusé quand il est absent',
      statuses.every((status) => status === 200),
    );
  } finally {
    await follower.end();
    await secondary.stop();
    await door.close();
  }
  return {
    done: `un secours en réplication continue, ${READS} lectures, une écriture, le secours suspendu, puis arrêté`,
    found: `il répond à ${n(given)} lectures sur ${READS}, la base principale aux autres ; ${wrong.length === 0 ? 'qui écrit se relit ; en retard ou absent, la base principale répond' : `manque : ${wrong.join(' ; ')}`}`,
    missed: [...wrong, ...unless(given >= READS, `${n(given)} lectures par le secours, ${READS} voulues`)],
  };
}
