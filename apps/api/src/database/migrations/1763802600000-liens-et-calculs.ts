import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIENS = `
-- From what residents said to what it touched. A decision that is gone leaves the contribution without one.
create table lien_contribution (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  proposition_id uuid,
  idee_id uuid,
  question_id uuid,
  seance_id uuid,
  fiche_id uuid,
  action_id uuid,
  indicateur_id uuid,
  etape text not null check (etape in ('origine', 'elaboration', 'mise-en-oeuvre', 'evaluation')),
  preuve text not null default '' check (length(preuve) <= 1000),
  lie_par text not null,
  lie_le timestamptz not null default now(),
  primary key (contrat_id, id),
  foreign key (contrat_id, proposition_id) references proposition,
  foreign key (contrat_id, idee_id) references idee,
  foreign key (contrat_id, question_id) references question_habitant,
  foreign key (contrat_id, seance_id) references seance_dialogue,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, action_id) references action,
  foreign key (contrat_id, indicateur_id) references indicateur,
  constraint lien_contribution_source check (num_nonnulls(proposition_id, idee_id, question_id, seance_id) = 1),
  constraint lien_contribution_cible check (num_nonnulls(fiche_id, action_id, indicateur_id) = 1),
  constraint lien_contribution_unique unique nulls not distinct
    (contrat_id, proposition_id, idee_id, question_id, seance_id, fiche_id, action_id, indicateur_id, etape)
);
create index on lien_contribution (contrat_id, fiche_id);
create index on lien_contribution (contrat_id, action_id);
create index on lien_contribution (contrat_id, indicateur_id);
create index on lien_contribution (contrat_id, question_id);
create index on lien_contribution (contrat_id, seance_id);
create index on lien_contribution (contrat_id, idee_id);

create table decision_suite (
  contrat_id uuid not null,
  lien_id uuid not null,
  version int not null default 1,
  verdict text not null check (verdict in ('integree', 'integree-en-partie', 'etudiee', 'non-retenue')),
  motif text not null default '' check (length(motif) <= 2000),
  fiche_id uuid,
  revision int,
  action_id uuid,
  -- In which function: residents read it; the journal knows who.
  fonction text not null default '' check (length(fonction) <= 160),
  decidee_le timestamptz not null default now(),
  primary key (contrat_id, lien_id),
  foreign key (contrat_id, lien_id) references lien_contribution on delete cascade,
  foreign key (contrat_id, fiche_id, revision) references revision on delete cascade,
  foreign key (contrat_id, action_id) references action,
  constraint decision_suite_revision check ((fiche_id is null) = (revision is null)),
  constraint decision_suite_integree check (verdict not like 'integree%' or revision is not null or action_id is not null),
  constraint decision_suite_motivee check (verdict <> 'non-retenue' or motif <> '')
);
create index on decision_suite (contrat_id, fiche_id, revision);
create index on decision_suite (contrat_id, action_id);
`;

const CALCULS = `
alter table indicateur add column calcul text check (calcul in ('modalites-sollicitation', 'frequence-espaces',
  'habitants-mobilises', 'diversite-habitants', 'actions-associant-habitants', 'actions-changees',
  'rapport-institutions', 'garantie-reponse', 'budget-espaces'));
create index indicateur_calcule on indicateur (contrat_id) where calcul is not null;

-- What was computed, and from what: a later one stands beside the former, and the last rang is what is read.
create table valeur_calculee (
  contrat_id uuid not null,
  indicateur_id uuid not null,
  annee int not null check (annee between 2000 and 2100),
  commune_code text,
  qpv_code text,
  territoire text not null generated always as (coalesce(qpv_code, commune_code, 'contrat')) stored,
  rang int not null check (rang >= 1),
  calcul text not null,
  valeur numeric,
  min numeric,
  max numeric,
  numerateur numeric,
  denominateur numeric,
  n int not null check (n >= 0),
  phrase text not null check (length(phrase) between 1 and 2000),
  formule_version text not null,
  empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
  -- { sorte, id, libelle } of each fact that was counted.
  faits jsonb not null check (jsonb_typeof(faits) = 'array'),
  calcule_le timestamptz not null default now(),
  primary key (contrat_id, indicateur_id, annee, territoire, rang),
  foreign key (contrat_id, indicateur_id) references indicateur,
  foreign key (contrat_id, commune_code) references commune,
  foreign key (contrat_id, qpv_code) references qpv,
  constraint valeur_calculee_territoire check (num_nonnulls(commune_code, qpv_code) <= 1),
  constraint valeur_calculee_bornes check (min <= max)
);

create function refuser_changement_valeur_calculee() returns trigger language plpgsql as $$
begin
  raise exception 'Une valeur calculée ne se modifie pas : elle est suivie d’une autre.';
end
$$;
create trigger valeur_calculee_immuable before update or delete on valeur_calculee
  for each row execute function refuser_changement_valeur_calculee();
create trigger valeur_calculee_garde before truncate on valeur_calculee
  for each statement execute function refuser_changement_valeur_calculee();
`;

/** What values are computed from; votes are counted at night, they come by hundreds. */
const FAITS = [
  ...['seance_dialogue', 'presence', 'comptage', 'ressenti', 'question_habitant', 'retour_reponse', 'consultation'],
  ...['lien_contribution', 'decision_suite', 'action', 'revision', 'indicateur', 'idee', 'proposition'],
];

const SIGNAUX = `
-- One row a change, without a key to fight for: whoever computes takes them all at once.
create table calcul_a_refaire (
  id bigint generated always as identity,
  contrat_id uuid not null references contrat on delete cascade,
  primary key (contrat_id, id)
);

create function signaler_fait() returns trigger language plpgsql as $$
begin
  insert into calcul_a_refaire (contrat_id)
  select i.contrat_id from indicateur i
  where i.contrat_id = coalesce(new.contrat_id, old.contrat_id) and i.calcul is not null limit 1;
  return null;
end
$$;
${FAITS.map((table) => `create trigger ${table}_fait after insert or update or delete on ${table} for each row execute function signaler_fait();`).join('\n')}
`;

const RETOUR = `
${FAITS.map((table) => `drop trigger ${table}_fait on ${table};`).join('\n')}
drop function signaler_fait;
drop table calcul_a_refaire, valeur_calculee;
drop function refuser_changement_valeur_calculee;
alter table indicateur drop column calcul;
drop table decision_suite, lien_contribution;
`;

/** What a contribution of residents touched and changed, and the values that are computed from such facts. */
export class LiensEtCalculs1763802600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIENS);
    await runner.query(CALCULS);
    await runner.query(SIGNAUX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RETOUR);
  }
}
