/** Columns of a presence in the names of the answer. */
const PRESENCE = `json_build_object('id', id, 'role', role, 'trancheAge', tranche_age, 'genre', genre, 'qpvCode', qpv_code,
  'premiereFois', premiere_fois, 'parTelephone', cle_hash is not null) as reponse`;

/** One more person; a device that sends again meets its own row. */
export const NOTER = `
  insert into presence (contrat_id, seance_id, id, role, tranche_age, genre, qpv_code, premiere_fois)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (contrat_id, id) do nothing returning id`;

/** A presence of that séance. */
export const UNE_PRESENCE = `select ${PRESENCE} from presence where contrat_id = $1 and seance_id = $2 and id = $3`;

/** Takes a presence back, and tells what it was. */
export const RETIRER = `delete from presence where contrat_id = $1 and seance_id = $2 and id = $3 returning role`;

/** A count as it stands. */
export const UN_COMPTAGE = `
  select role, n, methode, version from comptage where contrat_id = $1 and seance_id = $2 and role = $3`;

/** Writes a count; whoever calls it holds the séance. */
export const COMPTER = `
  insert into comptage (contrat_id, seance_id, role, n, methode) values ($1, $2, $3, $4, $5)
  on conflict (contrat_id, seance_id, role) do update
    set n = excluded.n, methode = excluded.methode, version = comptage.version + 1`;

/** Notes as they stand, version 0 when there are none. */
export const UN_RESSENTI = `
  select coalesce(max(version), 0)::int as version,
    coalesce(array_agg(n order by note) filter (where note is not null), '{0,0,0,0,0}') as notes
  from ressenti where contrat_id = $1 and seance_id = $2`;

/** Writes the five notes; whoever calls it holds the séance. */
export const RESSENTIR = `
  insert into ressenti (contrat_id, seance_id, note, n)
  select $1, $2, t.note, t.n from unnest($3::int[]) with ordinality as t(n, note)
  on conflict (contrat_id, seance_id, note) do update set n = excluded.n, version = ressenti.version + 1`;

/** Keeps a note under the id of the device. */
export const PRENDRE_NOTE = `
  insert into note_seance (contrat_id, seance_id, id, texte, prise_le) values ($1, $2, $3, $4, $5)
  on conflict (contrat_id, id) do nothing returning id`;

/** A note of that séance. */
export const UNE_NOTE = `
  select json_build_object('id', id, 'texte', texte, 'priseLe', prise_le) as reponse
  from note_seance where contrat_id = $1 and seance_id = $2 and id = $3`;

/** Deletes a note, and gives it back. */
export const RETIRER_NOTE = `
  delete from note_seance where contrat_id = $1 and seance_id = $2 and id = $3 returning texte`;
