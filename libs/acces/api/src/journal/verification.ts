import type { Base } from '@pleniere/shared/api';

/** What is wrong with an entry of the journal: gone, changed, out of its place, or never sealed. */
export type Defaut = 'absente' | 'changee' | 'deplacee' | 'sans-sceau';

/** Where the chain of a contrat first breaks; `rang` is null for an entry that no seal knows. */
export interface Rupture {
  defaut: Defaut;
  rang: string | null;
  entreeId: string;
  /** What the entry says now, null when it is gone. */
  quand: string | null;
  auteur: string | null;
}

/** The journal of one contrat, verified: how many entries are sealed, the last seal (hexadecimal), and where it breaks. */
export interface JournalVerifie {
  contrat: string;
  entrees: number;
  empreinte: string | null;
  rupture: Rupture | null;
}

const VERIFIER = `
  with lien as (
    select s.contrat_id, s.rang, s.entree_id, s.empreinte, j.id, j.quand, j.auteur,
      coalesce(lag(s.rang) over chaine, 0) + 1 as rang_attendu,
      empreinte_entree(coalesce(lag(s.empreinte) over chaine, ''), j) as attendue
    from journal_sceau s left join journal j on (j.contrat_id, j.id) = (s.contrat_id, s.entree_id)
    window chaine as (partition by s.contrat_id order by s.rang)
  ), defaut as (
    select contrat_id, rang, entree_id, quand, auteur,
      case when rang <> rang_attendu then 'deplacee' when id is null then 'absente' else 'changee' end as defaut
    from lien where rang <> rang_attendu or id is null or attendue <> empreinte
    union all
    select contrat_id, null, id, quand, auteur, 'sans-sceau' from journal j
    where not exists (select from journal_sceau s where (s.contrat_id, s.entree_id) = (j.contrat_id, j.id))
  )
  select c.titre_court as contrat, coalesce(fin.rang, 0)::int as entrees, encode(fin.empreinte, 'hex') as empreinte,
    (select json_build_object('defaut', d.defaut, 'rang', d.rang::text, 'entreeId', d.entree_id::text, 'quand', d.quand, 'auteur', d.auteur)
      from defaut d where d.contrat_id = c.id order by d.rang nulls last, d.entree_id limit 1) as rupture
  from contrat c
  left join lateral (
    select rang, empreinte from journal_sceau s where s.contrat_id = c.id order by rang desc limit 1) fin on true
  order by c.titre_court, c.id`;

const CONNUE = `select exists (select from journal_sceau where empreinte = decode($1, 'hex')) as connue`;

/** Follows the chain of every contrat, from its first entry to its last. */
export function verifierJournal(base: Pick<Base['entites'], 'query'>): Promise<JournalVerifie[]> {
  return base.query<JournalVerifie[]>(VERIFIER);
}

/** True when a seal (hexadecimal) noted elsewhere is still in the chain: a journal rewritten from end to end has lost it. */
export async function sceauConnu(base: Pick<Base['entites'], 'query'>, empreinte: string): Promise<boolean> {
  const [ligne] = await base.query<{ connue: boolean }[]>(CONNUE, [empreinte]);
  return ligne?.connue ?? false;
}
