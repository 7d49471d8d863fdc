/** Accounts, sessions, journal, and who may act now. */
export const ACCES = `
create table compte (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  personne_id uuid not null,
  email text not null check (length(email) <= 254),
  mot_de_passe text,
  activation text,
  activation_expire timestamptz,
  primary key (contrat_id, id),
  unique (contrat_id, personne_id),
  foreign key (contrat_id, personne_id) references personne,
  check (mot_de_passe is not null or activation is not null)
);
create unique index on compte (lower(email));
create unique index on compte (activation);

create table session (
  id text primary key,
  contrat_id uuid not null,
  compte_id uuid not null,
  jeton_csrf text not null,
  creee_le timestamptz not null default now(),
  vue_le timestamptz not null default now(),
  expire timestamptz not null,
  foreign key (contrat_id, compte_id) references compte on delete cascade
);
create index on session (contrat_id, compte_id);
create index on session (expire);

create table journal (
  id bigint generated always as identity,
  contrat_id uuid not null references contrat,
  quand timestamptz not null default clock_timestamp(),
  personne_id uuid,
  auteur text not null,
  objet text not null,
  objet_id text not null,
  fiche_id uuid,
  champ text,
  avant jsonb,
  apres jsonb,
  motif text,
  primary key (contrat_id, id)
);
create index on journal (contrat_id, fiche_id, id desc);
create index on journal (contrat_id, objet, objet_id, id desc);

create function refuser_changement() returns trigger language plpgsql as $$
begin
  raise exception 'Le journal ne se modifie pas.';
end
$$;
create trigger journal_immuable before update or delete or truncate on journal
  for each statement execute function refuser_changement();

-- Who may act now: an account whose person holds a mandat today. Read by the access area, fed by the mandats.
create view habilitation as
  select c.contrat_id, c.id as compte_id, p.id as personne_id, p.nom, p.fonction, m.role, m.organisation_id
  from compte c
  join personne p on (p.contrat_id, p.id) = (c.contrat_id, c.personne_id)
  join lateral (
    select role, organisation_id from mandat m
    where (m.contrat_id, m.personne_id) = (p.contrat_id, p.id)
      and m.du <= (now() at time zone 'Europe/Paris')::date
      and (m.au is null or m.au >= (now() at time zone 'Europe/Paris')::date)
    order by m.du, m.id limit 1
  ) m on true
  where c.mot_de_passe is not null;
`;
