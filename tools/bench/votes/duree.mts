import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { centile, dire, poser, preparerVotes, url, voter } from './banc.mts';

/** Votes a second that the goal asks to hold for ten minutes. */
const PAR_SECONDE = 200;
/** People of the load test of Agora, who arrive within a minute. */
const FOULE = 1_500;
const CARTES = 12;

const parle = (statut: number): boolean => statut === 200;

/** Votes sent at a steady rate, whatever the answers take: what a slow moment delays is counted as slow. */
export async function soutenu(consultation: string, secondes: number): Promise<void> {
  const votes = await preparerVotes(consultation, Math.ceil((PAR_SECONDE * secondes) / CARTES));
  const durees: number[] = [];
  let erreurs = 0;
  const debut = performance.now();
  const enCours = votes.slice(0, PAR_SECONDE * secondes).map(async (vote, rang) => {
    const depart = debut + (rang * 1000) / PAR_SECONDE;
    await wait(Math.max(0, depart - performance.now()));
    if (!parle(await voter(consultation, vote))) erreurs += 1;
    durees.push(performance.now() - depart);
  });
  await Promise.all(enCours);
  dire(
    `${PAR_SECONDE} votes a second for ${secondes} s: p95 ${centile(durees, 0.95)} ms, p99 ${centile(durees, 0.99)} ms, ${erreurs} errors`,
  );
}

/** People who arrive at a steady pace, open the page, ask for a sequence and vote on its first three cards. */
export async function foule(consultation: string, secondes: number): Promise<void> {
  const page = `${url}/habitants/tmvl-2024-2030/consultations/${consultation}`;
  let erreurs = 0;
  const durees: number[] = [];
  const compter = async (appel: Promise<number>): Promise<void> => {
    const depart = performance.now();
    if (!parle(await appel)) erreurs += 1;
    durees.push(performance.now() - depart);
  };
  const votes = await preparerVotes(consultation, FOULE);
  const personne = async (rang: number): Promise<void> => {
    await wait((rang * secondes * 1000) / FOULE);
    await compter(
      fetch(page).then(
        async (reponse) => (await reponse.arrayBuffer(), reponse.status),
        () => 0,
      ),
    );
    await compter(poser(consultation, '/sequence', {}, randomBytes(32).toString('base64url')));
    for (const place of [0, 1, 2]) {
      await wait(1_500);
      const vote = votes[place * FOULE + rang];
      if (vote) await compter(voter(consultation, vote));
    }
  };
  await Promise.all(Array.from({ length: FOULE }, (_, rang) => personne(rang)));
  dire(
    `${FOULE} people who arrive in ${secondes} s: ${durees.length} requests, p95 ${centile(durees, 0.95)} ms, ${erreurs} errors (page, sequence, three votes each)`,
  );
}
