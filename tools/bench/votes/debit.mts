import { setTimeout as wait } from 'node:timers/promises';
import { centile, compter, demarrerApi, dire, pool, preparerVotes, tuerApi, type Vote, voter } from './banc.mts';

const CONNEXIONS = 16;
/** A vote that nobody acknowledges for that long never will be: the bench fails rather than ask for ever. */
const PATIENCE_MS = 60_000;
const PARTICIPANTS = 300;

/** Votes as fast as the connections go, each sent again until it is acknowledged; `enRoute` sees how far it is. */
async function envoyer(
  consultation: string,
  votes: Vote[],
  enRoute: (rendu: () => number) => Promise<void> = () => Promise.resolve(),
): Promise<{ parSeconde: number; durees: number[]; reprises: number }> {
  const durees: number[] = [];
  let [prochain, reprises] = [0, 0];
  const debut = performance.now();
  const connexion = async (): Promise<void> => {
    for (let vote = votes[prochain++]; vote; vote = votes[prochain++]) {
      const debutDuVote = performance.now();
      for (;;) {
        const depart = performance.now();
        const statut = await voter(consultation, vote);
        if (statut === 200) {
          durees.push(performance.now() - depart);
          break;
        }
        if (statut !== 0 && statut < 500 && statut !== 429) throw new Error(`vote refused: ${statut}`);
        if (performance.now() - debutDuVote > PATIENCE_MS) throw new Error('the API acknowledges nothing any more');
        reprises += 1;
        await wait(100);
      }
    }
  };
  await Promise.all([...Array.from({ length: CONNEXIONS }, connexion), enRoute(() => prochain / votes.length)]);
  return { parSeconde: Math.round((votes.length * 1000) / (performance.now() - debut)), durees, reprises };
}

/** Votes in a second, undisturbed. */
export async function pleinRegime(consultation: string): Promise<void> {
  const { parSeconde, durees } = await envoyer(consultation, await preparerVotes(consultation, PARTICIPANTS));
  dire(`${parSeconde} votes a second, p95 ${centile(durees, 0.95)} ms, p99 ${centile(durees, 0.99)} ms`);
}

async function tuer(rendu: () => number): Promise<void> {
  while (rendu() < 0.3) await wait(20);
  await tuerApi();
  await demarrerApi();
  while (rendu() < 0.6) await wait(20);
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'pleniere' limit 1`,
  );
  // One backend killed so makes PostgreSQL drop every connection and recover from its log.
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
}

const COMPTES = `select coalesce(sum(k.pour + k.contre + k.neutre), 0) from proposition_compteur k
  join proposition p on (p.contrat_id, p.id) = (k.contrat_id, k.proposition_id) where p.consultation_id = $1`;

/** The API killed, then PostgreSQL, while people vote: what was acknowledged is there, once, and counted. */
export async function pannes(consultation: string): Promise<void> {
  const votes = await preparerVotes(consultation, PARTICIPANTS);
  const inscrits = () => compter('select count(*) from vote_courant where consultation_id = $1', [consultation]);
  const avant = await inscrits();
  const { parSeconde, reprises } = await envoyer(consultation, votes, tuer);
  const apres = await inscrits();
  const evenements = await compter('select count(*) from vote_event where consultation_id = $1', [consultation]);
  const comptes = await compter(COMPTES, [consultation]);
  dire(
    `with the API and PostgreSQL killed: ${parSeconde} votes a second, ${reprises} sent again; ${votes.length} acknowledged, ${
      votes.length - (apres - avant)
    } lost, ${evenements - apres} double, counts ${comptes === apres ? 'equal' : 'DIFFERENT'}`,
  );
}
