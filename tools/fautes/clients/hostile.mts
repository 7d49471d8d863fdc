import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';

const TOO_BIG = '20 Mo';

const BODIES: [name: string, type: string, body: string | Uint8Array<ArrayBuffer>][] = [
  [TOO_BIG, 'application/json', `{"email": "${'x'.repeat(20_000_000)}"}`],
  ['100 000 niveaux', 'application/json', '['.repeat(100_000)],
  ['100 000 niveaux fermés', 'application/json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['10 000 objets', 'application/json', JSON.stringify(Array.from({ length: 10_000 }, () => ({})))],
  ['1e400', 'application/json', '{"valeur": 1e400}'],
  ['NUL', 'application/json', '{"valeur": "a\\u0000b"}'],
  ['demi-caractère', 'application/json', '{"valeur": "\\ud800"}'],
  ['JSON coupé', 'application/json', '{"valeur": '],
  ['octets hors UTF-8', 'application/json', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ['XML', 'text/xml', '<a/>'],
  ['__proto__', 'application/json', '{"__proto__": {"role": "equipe"}, "valeur": []}'],
];

const ADDRESSES = [
  '/api/v1/fiches/%E0%A4%A',
  '/api/v1/fiches/%00',
  '/api/v1/fiches/1e400',
  `/api/v1/${'a/'.repeat(3_000)}`,
];

/** R7: bodies and addresses that no screen sends: refused, too big ones by 413, and what cannot be kept as typed too. */
export async function hostileBodies(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  // A fiche for each: what one changes must not refuse the next.
  const fiches = await new Writes(bench, caller).prepare(BODIES.length);
  const wrong: string[] = [];
  const judge = (what: string, status: number, expected: (status: number) => boolean): void => {
    if (!expected(status)) wrong.push(`${what} : ${status || 'coupée'}`);
  };
  const refused = (status: number): boolean => status >= 400 && status < 500;
  const calls = BODIES.flatMap(([name, type, body], rank) =>
    (
      [
        [`/fiches/${fiches[rank]}/champs/titreCourt`, 'PUT'],
        ['/session', 'POST'],
      ] as const
    ).map(async ([path, method]) => {
      const headers = { ...caller, 'content-type': type, 'if-match': '"0"' };
      const status = await fetch(`${bench.api.url}/api/v1${path}`, { method, headers, body }).then(
        (answer) => answer.status,
        () => 0,
      );
      judge(`${name} (${method})`, status, name === TOO_BIG ? (given) => given === 413 : refused);
    }),
  );
  const reads = ADDRESSES.map(async (path) => {
    const { status } = await fetch(bench.api.url + path, { headers: caller });
    judge(path.slice(0, 40), status, refused);
  });
  await Promise.all([...calls, ...reads]);
  return {
    done: `${calls.length + reads.length} demandes : ${BODIES.map(([name]) => name).join(', ')}, mauvais % dans l'adresse`,
    found: wrong.length === 0 ? 'toutes refusées (4xx, 413 pour la taille), aucune réponse 5xx' : wrong.join(' ; '),
    missed: unless(wrong.length === 0, `${wrong.length} réponse qui n'est pas celle voulue`),
  };
}
