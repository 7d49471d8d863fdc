import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAR_LOT = `
-- Seals what a transaction wrote in a contrat, in one go. Whatever this snapshot shows from its first entry on without a
-- seal is its own: what others have committed was sealed as they did.
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

const UNE_A_UNE = `
create or replace function sceller_entree() returns trigger language plpgsql as $$
begin
  perform sceller(new);
  return null;
end
$$;
drop function sceller_depuis(journal);
`;

/** The entries of a transaction are sealed together, by the first of them: a paste of 500 cells waits for one seal. */
export class SceauParLot1763802800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAR_LOT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(UNE_A_UNE);
  }
}
