import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCEAU = `
create index on journal (contrat_id, quand desc);

-- One seal per entry, in the order of the commits. No foreign key to the entry: checking it would ask for a right that
-- nobody has any more on the journal; the verification tells an entry that is gone.
create table journal_sceau (
  contrat_id uuid not null references contrat,
  rang bigint not null check (rang >= 1),
  entree_id bigint not null,
  empreinte bytea not null check (octet_length(empreinte) = 32),
  primary key (contrat_id, rang),
  unique (contrat_id, entree_id)
);

create function empreinte_entree(precedente bytea, e journal) returns bytea language sql stable as $$
  select sha256(precedente || convert_to(jsonb_build_array(e.contrat_id, e.id,
    to_char(e.quand at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.personne_id, e.auteur, e.objet, e.objet_id,
    e.fiche_id, e.champ, e.avant, e.apres, e.motif)::text, 'UTF8'))
$$;

create function sceller(e journal) returns void language plpgsql as $$
declare
  dernier journal_sceau;
begin
  perform pg_advisory_xact_lock(hashtextextended('journal ' || e.contrat_id, 0));
  select * into dernier from journal_sceau where contrat_id = e.contrat_id order by rang desc limit 1;
  insert into journal_sceau (contrat_id, rang, entree_id, empreinte)
  values (e.contrat_id, coalesce(dernier.rang, 0) + 1, e.id, empreinte_entree(coalesce(dernier.empreinte, ''), e));
end
$$;

create function sceller_entree() returns trigger language plpgsql as $$
begin
  perform sceller(new);
  return null;
end
$$;

do $$
declare
  e journal;
begin
  for e in select * from journal order by contrat_id, id loop
    perform sceller(e);
  end loop;
end
$$;

-- Deferred to the commit: a contrat is held for the time of a seal, after every other lock, so that nothing can cross.
create constraint trigger journal_scelle after insert on journal deferrable initially deferred
  for each row execute function sceller_entree();
create trigger sceau_immuable before update or delete or truncate on journal_sceau
  for each statement execute function refuser_changement();
revoke update, delete, truncate on journal, journal_sceau from public, current_user;
`;

const RETOUR = `
grant update, delete, truncate on journal to current_user;
drop trigger journal_scelle on journal;
drop table journal_sceau;
drop function sceller_entree, sceller, empreinte_entree;
drop index journal_contrat_id_quand_idx;
`;

/** Every entry of the journal is sealed with the one before it, so that a hole or a change shows. */
export class SceauDuJournal1763801500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCEAU);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RETOUR);
  }
}
