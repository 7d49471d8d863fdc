import type { MigrationInterface, QueryRunner } from 'typeorm';

const DIRECT = `
create or replace function sceller_entree() returns trigger language plpgsql as $$
declare
  fin journal_sceau;
begin
  perform pg_advisory_xact_lock(hashtextextended('journal ' || new.contrat_id, 0));
  select * into fin from journal_sceau where contrat_id = new.contrat_id order by rang desc limit 1;
  insert into journal_sceau (contrat_id, rang, entree_id, empreinte)
  values (new.contrat_id, coalesce(fin.rang, 0) + 1, new.id, sha256(coalesce(fin.empreinte, '') || convert_to(
    jsonb_build_array(new.contrat_id, new.id, to_char(new.quand at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      new.personne_id, new.auteur, new.objet, new.objet_id, new.fiche_id, new.champ, new.avant, new.apres, new.motif)::text,
    'UTF8')));
  return null;
end
$$;
drop function sceller_depuis(journal);
`;

const PAR_LOT = `
create function sceller_depuis(e journal) returns void language plpgsql as $$
declare
  rang_courant bigint;
  courante bytea;
  entree journal;
  rangs bigint[] := '{}';
  entrees bigint[] := '{}';
  empreintes bytea[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtextextended('journal ' || e.contrat_id, 0));
  select rang, empreinte into rang_courant, courante
  from journal_sceau where contrat_id = e.contrat_id order by rang desc limit 1;
  rang_courant := coalesce(rang_courant, 0);
  courante := coalesce(courante, '');
  for entree in
    select * from journal j where j.contrat_id = e.contrat_id and j.id >= e.id and not exists (
      select from journal_sceau s where s.contrat_id = j.contrat_id and s.entree_id = j.id)
    order by j.id
  loop
    rang_courant := rang_courant + 1;
    courante := empreinte_entree(courante, entree);
    rangs := rangs || rang_courant;
    entrees := entrees || entree.id;
    empreintes := empreintes || courante;
  end loop;
  insert into journal_sceau (contrat_id, rang, entree_id, empreinte)
  select e.contrat_id, l.rang, l.entree_id, l.empreinte from unnest(rangs, entrees, empreintes) as l(rang, entree_id, empreinte);
end
$$;

create or replace function sceller_entree() returns trigger language plpgsql as $$
begin
  if not exists (select from journal_sceau s where s.contrat_id = new.contrat_id and s.entree_id = new.id) then
    perform sceller_depuis(new);
  end if;
  return null;
end
$$;
`;

/**
 * Each entry is sealed by itself again, in statements that PostgreSQL plans once for all: the seal of one entry costs a
 * third of what a search for those of its transaction does, and that of five hundred hardly more.
 */
export class SceauDirect1763803200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DIRECT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(PAR_LOT);
  }
}
