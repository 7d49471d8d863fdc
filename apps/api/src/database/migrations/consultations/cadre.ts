/** What a consultation is, and the dated facts of its life. */
export const CADRE_CONSULTATIONS = `
create extension if not exists pg_trgm;

create table consultation (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  question text not null check (length(question) between 1 and 140),
  description text not null default '' check (length(description) <= 4000),
  charte text not null default '' check (length(charte) <= 4000),
  mention_rgpd text not null default '' check (length(mention_rgpd) <= 4000),
  toute_la_ville boolean not null default false,
  -- The act of the team; the rest of the statut is told by the clock.
  etape text not null default 'brouillon' check (etape in
    ('brouillon', 'publiee', 'analyse', 'restituee', 'suites', 'archivee')),
  ouverture timestamptz,
  fin_propositions timestamptz,
  fin timestamptz,
  suspendue_le timestamptz,
  suspension_motif text not null default '' check (length(suspension_motif) <= 1000),
  annulee_le timestamptz,
  annulation_motif text not null default '' check (length(annulation_motif) <= 1000),
  objectif_participants int check (objectif_participants between 1 and 10000000),
  objectif_votes int check (objectif_votes between 1 and 100000000),
  exigence text not null default 'anonyme' check (exigence in ('anonyme', 'code-habitant')),
  niveau text not null default 'consultation' check (niveau in
    ('information', 'consultation', 'concertation', 'co-construction', 'decision')),
  sans_amorces text not null default '' check (length(sans_amorces) <= 1000),
  -- Frozen when it opens, printed in the report.
  seuils jsonb not null default '{}' check (jsonb_typeof(seuils) = 'object'),
  rapport text not null default '' check (length(rapport) <= 60000),
  methode text not null default '' check (length(methode) <= 20000),
  suites text not null default '' check (length(suites) <= 20000),
  -- Signs the tokens of its pages; unlike the rest, never shown.
  secret bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
  borne_hash text,
  purgee_le timestamptz,
  creee_le timestamptz not null default now(),
  primary key (contrat_id, id),
  constraint consultation_dates check (ouverture < fin_propositions and fin_propositions <= fin),
  constraint consultation_datee check (etape = 'brouillon' or (ouverture is not null and fin_propositions is not null and fin is not null)),
  check ((suspendue_le is null) = (suspension_motif = '')),
  check ((annulee_le is null) = (annulation_motif = ''))
);

-- The one rule of what is open at an instant, the server's.
create function statut_consultation(c consultation, instant timestamptz) returns text language sql immutable parallel safe as $$
  select case
    when c.annulee_le is not null then 'annulee'
    when c.etape = 'publiee' and c.suspendue_le is not null and instant < c.fin then 'suspendue'
    when c.etape <> 'publiee' then c.etape
    when instant < c.ouverture then 'programmee'
    when instant < c.fin_propositions then 'ouverte'
    when instant < c.fin then 'vote-seul'
    else 'close'
  end
$$;

create table consultation_fiche (
  contrat_id uuid not null,
  consultation_id uuid not null,
  fiche_id uuid not null,
  primary key (contrat_id, consultation_id, fiche_id),
  foreign key (contrat_id, consultation_id) references consultation on delete cascade,
  foreign key (contrat_id, fiche_id) references fiche
);
create index on consultation_fiche (contrat_id, fiche_id);

create table consultation_qpv (
  contrat_id uuid not null,
  consultation_id uuid not null,
  qpv_code text not null,
  primary key (contrat_id, consultation_id, qpv_code),
  foreign key (contrat_id, consultation_id) references consultation on delete cascade,
  foreign key (contrat_id, qpv_code) references qpv
);
create index on consultation_qpv (contrat_id, qpv_code);

create table consultation_moderateur (
  contrat_id uuid not null,
  consultation_id uuid not null,
  personne_id uuid not null,
  primary key (contrat_id, consultation_id, personne_id),
  foreign key (contrat_id, consultation_id) references consultation on delete cascade,
  foreign key (contrat_id, personne_id) references personne
);
create index on consultation_moderateur (contrat_id, personne_id);

create table consultation_date_historique (
  id bigint generated always as identity,
  contrat_id uuid not null,
  consultation_id uuid not null,
  champ text not null check (champ in ('ouverture', 'fin-propositions', 'fin')),
  ancienne timestamptz not null,
  nouvelle timestamptz not null check (nouvelle <> ancienne),
  motif text not null check (length(motif) between 1 and 1000),
  -- In which function; the journal knows who.
  fonction text not null,
  changee_le timestamptz not null default clock_timestamp(),
  primary key (contrat_id, id),
  foreign key (contrat_id, consultation_id) references consultation
);
create index on consultation_date_historique (contrat_id, consultation_id);

create function refuser_changement_consultation() returns trigger language plpgsql as $$
begin
  raise exception 'Ce qui est inscrit là ne se modifie pas.';
end
$$;
create trigger date_historique_immuable before update or delete or truncate on consultation_date_historique
  for each statement execute function refuser_changement_consultation();

create function tenir_les_dates() returns trigger language plpgsql as $$
begin
  if old.etape <> 'brouillon' and (old.fin <= clock_timestamp() or old.annulee_le is not null or old.etape <> 'publiee')
    and (old.ouverture, old.fin_propositions, old.fin) is distinct from (new.ouverture, new.fin_propositions, new.fin) then
    raise exception 'Les dates d’une consultation close ne changent plus.' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger consultation_dates_tenues before update on consultation
  for each row execute function tenir_les_dates();

create table code_habitant (
  contrat_id uuid not null,
  consultation_id uuid not null,
  -- Which participant used it is never known.
  hash text not null,
  utilise boolean not null default false,
  primary key (contrat_id, consultation_id, hash),
  foreign key (contrat_id, consultation_id) references consultation on delete cascade
);

create table participant (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  consultation_id uuid not null,
  cle_hash text,
  canal text not null default 'web' check (canal in ('web', 'borne', 'papier', 'mediateur')),
  confiance text not null default 'normal' check (confiance in ('normal', 'suspect')),
  code_verifie boolean not null default false,
  -- Address and browser under the salt of the day; dropped after seven days.
  signal_hash text,
  cree_le timestamptz not null default now(),
  primary key (contrat_id, consultation_id, id),
  unique (contrat_id, consultation_id, cle_hash),
  foreign key (contrat_id, consultation_id) references consultation
);
create index on participant (contrat_id, consultation_id, signal_hash) where signal_hash is not null;

create table participant_profil (
  contrat_id uuid not null,
  consultation_id uuid not null,
  participant_id uuid not null,
  tranche_age text check (tranche_age ~ '^[a-z0-9-]{1,40}$'),
  genre text check (genre ~ '^[a-z0-9-]{1,40}$'),
  qpv_code text,
  situation text check (situation in ('habitant', 'professionnel', 'ne-souhaite-pas-repondre')),
  premiere_fois boolean,
  primary key (contrat_id, consultation_id, participant_id),
  foreign key (contrat_id, consultation_id, participant_id) references participant on delete cascade,
  foreign key (contrat_id, qpv_code) references qpv
);

alter table question_habitant add constraint question_habitant_consultation
  foreign key (contrat_id, consultation_id) references consultation;
`;
