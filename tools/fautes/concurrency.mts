import { type Bench, centile, type Finding } from './bench.mts';
import { Writes } from './writes.mts';

const EDITORS = 200;
const SAVES = Number(process.env['SAVES'] ?? 4_000);

/** R4: everybody writes the same field; each refusal must show what stands. */
export async function sameField(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const writes = new Writes(bench, caller);
  const [fiche = ''] = await writes.prepare(1);
  const address = `${bench.api.url}/api/v1/fiches/${fiche}/champs/titreCourt`;
  let [sent, accepted, refused, mute, others, version] = [0, 0, 0, 0, 0, 0];
  const editor = async (name: number): Promise<void> => {
    let read = version;
    while (sent < SAVES) {
      const valeur = `${name} ${++sent}`;
      const headers = { ...caller, 'if-match': `"${read}"` };
      const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ valeur }) });
      const body = (await answer.json()) as { actuel?: { etat?: { version: number } } };
      if (answer.status === 200) {
        accepted += 1;
        version = read = read + 1;
      } else if (answer.status === 412) {
        refused += 1;
        if (body.actuel?.etat === undefined) mute += 1;
        read = body.actuel?.etat?.version ?? version;
      } else others += 1;
    }
  };
  await Promise.all(Array.from({ length: EDITORS }, (_, name) => editor(name)));
  const kept = await bench.count(`select count(*) from journal where fiche_id = $1 and champ = 'titreCourt'`, [fiche]);
  return {
    fault: 'R4 concurrent edits of one field',
    done: `${EDITORS} editors, ${sent} saves`,
    found: `${accepted} accepted and ${kept} in the journal; ${refused} refused (412), ${mute} of them without what stands; ${others} of another kind`,
    held: accepted === kept && mute + others === 0 && accepted + refused === sent,
  };
}

/** R5: more writes at once than there are connections. */
export async function manyWriters(bench: Bench, hands: number): Promise<Finding> {
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(hands);
  await writes.run(Math.max(500, hands * 5));
  const { acknowledged, lost, double, half } = await writes.account();
  const failures = writes.count((status) => status !== 200);
  const slowest = Math.round(Math.max(...writes.durations));
  return {
    fault: `R5 ${hands} writes at once, 10 connections`,
    done: `${acknowledged} writes of ${hands} writers`,
    found: `${failures} not accepted, lost ${lost}, double ${double}, half ${half}; p50 ${centile(writes.durations, 0.5)} ms, p99 ${centile(writes.durations, 0.99)} ms, slowest ${slowest} ms`,
    held: failures + lost + double + half === 0 && slowest <= 5_000,
  };
}
