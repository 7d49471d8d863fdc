import { type Bench, centile, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';
import { ms, n } from '../french.mts';

const EDITORS = 200;
const SAVES = Number(process.env['SAVES'] ?? 2_000);
const SLOWEST_MS = 5_000;

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
    done: `${EDITORS} personnes, ${n(sent)} enregistrements`,
    found: `${n(accepted)} acceptés et ${n(kept)} au journal ; ${n(refused)} refusés (412), dont ${n(mute)} sans dire ce qui est écrit ; ${n(others)} d'une autre sorte`,
    missed: [
      ...unless(accepted === kept, `${n(Math.abs(kept - accepted))} écriture en trop ou en moins au journal`),
      ...unless(
        mute + others === 0 && accepted + refused === sent,
        'que des refus qui montrent ce qui est écrit voulus',
      ),
    ],
  };
}

/** R5: more writes at once than there are connections. */
export async function manyWriters(bench: Bench, hands: number): Promise<Finding> {
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(hands);
  await writes.run(Math.max(500, hands * 5));
  const { acknowledged, lost, double, half } = await writes.account();
  const failures = writes.count((status) => status !== 200);
  const slowest = Math.max(...writes.durations);
  const middle = centile(writes.durations, 0.5);
  const late = centile(writes.durations, 0.99);
  return {
    done: `${n(acknowledged)} écritures de ${hands} personnes`,
    found: `${n(failures)} refusée, ${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite ; p50 ${ms(middle)}, p99 ${ms(late)}, la plus lente ${ms(slowest)}`,
    missed: [
      ...unless(failures + lost + double + half === 0, 'rien ne doit être refusé, manquer ni être double'),
      ...unless(slowest <= SLOWEST_MS, `la plus lente ${ms(slowest)}, ${ms(SLOWEST_MS)} voulues`),
    ],
  };
}
