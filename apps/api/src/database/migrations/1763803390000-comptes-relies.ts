import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELIES = `
-- Accounts that one person has in several contrats, by what they have in common; the person alone says so.
create table compte_relie (
  contrat_id uuid not null,
  compte_id uuid not null,
  identite uuid not null,
  relie_le timestamptz not null default now(),
  primary key (contrat_id, compte_id),
  unique (identite, contrat_id),
  foreign key (contrat_id, compte_id) references compte on delete cascade
);

-- The other accounts of the person, as far as this one opens them: an account that asks a second factor is not opened by
-- one that has none.
create function comptes_relies(contrat uuid, compte uuid) returns table (contrat_id uuid, compte_id uuid)
language sql stable as $$
  select autre.contrat_id, autre.compte_id
  from compte_relie moi join compte_relie autre on autre.identite = moi.identite and autre.contrat_id <> moi.contrat_id
  where moi.contrat_id = contrat and moi.compte_id = compte and (
    not exists (select from second_facteur s
      where s.contrat_id = autre.contrat_id and s.compte_id = autre.compte_id and s.active_le is not null)
    and not exists (select from contrat c where c.id = autre.contrat_id and c.second_facteur_exige)
    or exists (select from second_facteur s
      where s.contrat_id = moi.contrat_id and s.compte_id = moi.compte_id and s.active_le is not null))
$$;
`;

/** Accounts of one person in several contrats. */
export class ComptesRelies1763803390000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RELIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function comptes_relies(uuid, uuid); drop table compte_relie;');
  }
}
