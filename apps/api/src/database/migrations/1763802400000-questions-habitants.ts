import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUESTIONS = `
create extension if not exists pg_trgm;

create table question_habitant (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  numero int not null check (numero >= 1),
  -- Whoever asked follows the question by it, without an account.
  recepisse text not null check (recepisse ~ '^[2-9A-HJ-NP-Z]{12}$'),
  texte text not null check (length(texte) between 1 and 2400),
  -- The text without accents nor capitals: what near questions are found by.
  texte_compare text not null check (length(texte_compare) <= 4800),
  canal text not null check (canal in ('seance', 'en-ligne', 'mediateur')),
  seance_id uuid,
  consultation_id uuid,
  fiche_id uuid,
  qpv_code text,
  posee_le timestamptz not null default now(),
  etat text not null default 'posee' check (etat in ('posee', 'recevable', 'hors-competence', 'refusee', 'attribuee',
    'reponse-preparee', 'reponse-publiee', 'sans-suite', 'rattachee')),
  motif text check (motif ~ '^[a-z][a-z-]{1,39}$'),
  explication text not null default '' check (length(explication) <= 1000),
  orientee_vers text not null default '' check (length(orientee_vers) <= 300),
  moderee_le timestamptz,
  organisation_id uuid,
  echeance date,
  attribuee_le timestamptz,
  repondue_le timestamptz,
  -- Each step of the guarantee is taken once for a due date.
  rappelee_le timestamptz,
  relancee_le timestamptz,
  escaladee_le timestamptz,
  rattachee_a uuid,
  email text check (length(email) between 3 and 254),
  email_jusqu_au date,
  primary key (contrat_id, id),
  foreign key (contrat_id, seance_id) references seance_dialogue,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, qpv_code) references qpv,
  foreign key (contrat_id, organisation_id) references organisation,
  foreign key (contrat_id, rattachee_a) references question_habitant,
  constraint question_habitant_numero unique (contrat_id, numero),
  constraint question_habitant_recepisse unique (contrat_id, recepisse),
  constraint question_habitant_seance check ((canal = 'seance') = (seance_id is not null)),
  constraint question_habitant_moderation check ((etat = 'posee') = (moderee_le is null)),
  constraint question_habitant_refus check ((etat = 'refusee') = (motif is not null)),
  constraint question_habitant_sans_suite check (etat <> 'sans-suite' or explication <> ''),
  constraint question_habitant_orientation check ((etat = 'hors-competence') = (orientee_vers <> '')),
  -- Nothing leaves « recevable » for a service without a due date.
  constraint question_habitant_attribution check ((organisation_id is null) = (echeance is null)
    and (organisation_id is null) = (attribuee_le is null)
    and (etat not in ('attribuee', 'reponse-preparee', 'reponse-publiee') or organisation_id is not null)),
  constraint question_habitant_reponse check (etat <> 'reponse-publiee' or repondue_le is not null),
  constraint question_habitant_rattachement check ((etat = 'rattachee') = (rattachee_a is not null) and rattachee_a <> id),
  constraint question_habitant_email check ((email is null) = (email_jusqu_au is null))
);
create index on question_habitant (contrat_id, etat, echeance);
create index on question_habitant (contrat_id, organisation_id, etat);
create index on question_habitant (contrat_id, seance_id);
create index on question_habitant (contrat_id, consultation_id);
create index on question_habitant (contrat_id, fiche_id);
create index on question_habitant (contrat_id, qpv_code);
create index on question_habitant (contrat_id, rattachee_a);
create index on question_habitant (email_jusqu_au) where email is not null;
create index question_habitant_compare on question_habitant using gin (contrat_id, texte_compare gin_trgm_ops);
`;

const REPONSES = `
-- One that is being written at most; once published it stays as it was read.
create table reponse (
  contrat_id uuid not null,
  question_id uuid not null,
  version int not null check (version >= 1),
  texte text not null check (length(texte) <= 8000),
  fonction text not null check (length(fonction) <= 160),
  organisation_id uuid not null,
  fiche_id uuid,
  action_id uuid,
  publiee_le timestamptz,
  primary key (contrat_id, question_id, version),
  foreign key (contrat_id, question_id) references question_habitant,
  foreign key (contrat_id, organisation_id) references organisation,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, action_id) references action,
  constraint reponse_signee check (publiee_le is null or (texte <> '' and fonction <> ''))
);
create unique index reponse_en_cours on reponse (contrat_id, question_id) where publiee_le is null;
create index on reponse (contrat_id, organisation_id);
create index on reponse (contrat_id, fiche_id);
create index on reponse (contrat_id, action_id);

create function refuser_changement_reponse() returns trigger language plpgsql as $$
begin
  if old.publiee_le is not null then
    raise exception 'a published answer does not change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger reponse_publiee before update or delete on reponse
  for each row execute function refuser_changement_reponse();

-- Whether the answer was of use: one say by browser, that may change.
create table retour_reponse (
  contrat_id uuid not null,
  question_id uuid not null,
  cle_hash text not null check (cle_hash ~ '^[0-9a-f]{64}$'),
  utile boolean not null,
  dit_le timestamptz not null default now(),
  primary key (contrat_id, question_id, cle_hash),
  foreign key (contrat_id, question_id) references question_habitant
);
`;

const FREIN = `
-- What is written without an account, counted by hashed keys; the columns are the limiter's own.
create table frein_public (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);

-- Addresses are hashed with it: once the day is over it is destroyed, and nothing leads back to anybody.
create table sel_du_jour (
  jour date primary key,
  sel bytea not null check (octet_length(sel) = 32)
);
`;

/** Questions of residents, the answers that are due to them, and whether these were of use. */
export class QuestionsHabitants1763802400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUESTIONS);
    await runner.query(REPONSES);
    await runner.query(FREIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sel_du_jour, frein_public, retour_reponse, reponse, question_habitant;
      drop function refuser_changement_reponse();
    `);
  }
}
