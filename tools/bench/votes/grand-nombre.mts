import { setTimeout as wait } from 'node:timers/promises';
import { entrer } from '../entrer.mts';
import { chargerSources } from '../sources.mts';
import { chronometrer, compter, contrat, creerConsultation, dire, pool, url } from './banc.mts';

const PARTICIPANTS = 25_000;

interface Sources {
  votes: { RECOMPTER: string; ECARTS: string };
}

/** 300,000 votes laid at once, with their events and their counts. */
async function remplir(consultation: string, propositions: number): Promise<void> {
  const valeurs = [contrat, consultation];
  await pool.query(
    `insert into participant (contrat_id, consultation_id, id, cle_hash)
     select $1, $2, gen_random_uuid(), md5('p' || n) from generate_series(1, ${PARTICIPANTS}) n`,
    valeurs,
  );
  await pool.query(
    `with u as (select id, row_number() over (order by cle_hash) as rang from participant where consultation_id = $2),
       p as (select id, numero from proposition where consultation_id = $2),
       v as (insert into vote_courant (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine, confiance)
         select $1, $2, p.id, u.id, case when (u.rang * 7 + p.numero * 3) % 10 < 6 then 1 when (u.rang + p.numero) % 10 < 8 then -1 else 0 end, 'sequence', 'normal'
         from u cross join generate_series(0, 11) k join p on p.numero = 1 + (u.rang * 12 + k * 173) % ${propositions} on conflict do nothing returning *)
     insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, origine)
     select contrat_id, consultation_id, proposition_id, participant_id, valeur, origine from v`,
    valeurs,
  );
  await pool.query('analyze');
}

/** Recount, freeze, opinion groups, results page and open data of a consultation of 300,000 votes. */
export async function grandNombre(propositions: number): Promise<void> {
  const { votes } = await chargerSources<Sources>('votes', {
    votes: 'libs/participation/api/src/consultations/votes/votes.sql.ts',
  });
  const consultation = await creerConsultation(propositions, true);
  const cle = [contrat, consultation];
  await remplir(consultation, propositions);
  const inscrits = await compter('select count(*) from vote_courant where consultation_id = $1', [consultation]);
  const recompte = await chronometrer(() => pool.query(votes.RECOMPTER, cle));
  const { rows } = await pool.query<{ ecarts: number }>(votes.ECARTS, cle);

  const { entetes } = await entrer(url);
  const lire = (chemin: string) => fetch(`${url}${chemin}`, { headers: entetes });
  const agir = async (transition: string): Promise<void> => {
    const etag = (await lire(`/api/v1/consultations/${consultation}`)).headers.get('etag') ?? '';
    const reponse = await fetch(`${url}/api/v1/consultations/${consultation}/transitions`, {
      method: 'POST',
      headers: { ...entetes, 'If-Match': etag },
      body: JSON.stringify({ transition }),
    });
    if (!reponse.ok) throw new Error(`${transition}: ${reponse.status} ${await reponse.text()}`);
  };
  const gel = await chronometrer(() => agir('analyser'));
  const opinions = await chronometrer(async () => {
    while ((await compter('select count(*) from resultat_opinions where consultation_id = $1', [consultation])) === 0)
      await wait(20);
  });
  await agir('restituer');
  const equipe = await chronometrer(async () => (await lire(`/api/v1/consultations/${consultation}/resultats`)).text());
  const page = `/habitants/tmvl-2024-2030/consultations/${consultation}/resultats`;
  const publique = await chronometrer(async () => (await lire(page)).text());
  let octets = 0;
  const donnees = await chronometrer(async () => {
    const chemin = `/api/v1/public/contrats/${contrat}/consultations/${consultation}/donnees.zip`;
    octets = (await (await lire(chemin)).arrayBuffer()).byteLength;
  });
  const ms = (duree: number): string => `${Math.round(duree)} ms`;
  dire(
    `${inscrits} votes: recount ${ms(recompte)} (${rows[0]?.ecarts} differ after), freeze ${ms(gel)}, opinion groups ${ms(
      opinions,
    )} after it, results for the team ${ms(equipe)}, for residents ${ms(publique)}, open data ${ms(donnees)} (${Math.round(octets / 1024)} kB)`,
  );
}
