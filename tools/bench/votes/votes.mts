import { randomBytes } from 'node:crypto';
import { finir } from '../fin.mts';
import { charge } from '../requetes/processus.mts';
import { creerConsultation, demarrerApi, dire, p95, pool, poser, contrat } from './banc.mts';
import { pannes, pleinRegime } from './debit.mts';
import { foule, soutenu } from './duree.mts';
import { grandNombre } from './grand-nombre.mts';

// Usage, after a build: npm run bench -- votes [seconds of sustained votes, 20]
// Votes through HTTP on a durable database of its own; the API and then PostgreSQL killed on the way (SIGKILL): whatever
// was acknowledged must be there, once. Then a steady rate, a crowd that arrives, and what a large consultation costs.
const PROPOSITIONS = 2_105;
const PROCHES = 10_000;
const secondes = Number(process.argv[2] ?? 20);

/** Near duplicates are looked for among ten thousand sentences that look alike. */
async function remplirDeProches(consultation: string): Promise<void> {
  await pool.query(
    `insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
     select $1, $2, $3::int + n, left(t, 140), left(lower(t), 190) || ' ' || n, 'acceptee', now() from (
       select n, 'Il faut ' || (array['planter', 'ouvrir', 'réparer', 'créer', 'éclairer', 'installer', 'prolonger'])[1 + n % 7] || ' '
         || (array['des arbres', 'la médiathèque', 'les ascenseurs', 'un jardin', 'les allées', 'des bancs', 'la ligne de bus'])[1 + n / 7 % 7]
         || ' près de ' || substr(md5(n::text), 1, 12) || ' et de ' || substr(md5('b' || n), 1, 12) as t
       from generate_series(1, $4::int) n) x`,
    [contrat, consultation, PROPOSITIONS, PROCHES - PROPOSITIONS],
  );
  await pool.query('analyze proposition');
}

await demarrerApi();
dire(`load ${charge()}`);
const consultation = await creerConsultation(PROPOSITIONS);
await pleinRegime(consultation);
await pannes(consultation);
await soutenu(consultation, secondes);
await foule(consultation, Math.min(secondes, 60));

const sequence = await p95(200, () => poser(consultation, '/sequence', {}, randomBytes(32).toString('base64url')));
dire(`next sequence at ${PROPOSITIONS} propositions: p95 ${sequence} ms`);
await remplirDeProches(consultation);
const proches = await p95(100, (rang) =>
  poser(consultation, '/proches', { texte: `Il faut planter des arbres près de l’école ${rang}` }, ''),
);
dire(`hints of near duplicates at ${PROCHES} propositions: p95 ${proches} ms`);
await grandNombre(PROPOSITIONS);
dire(`load ${charge()}`);
await finir();
