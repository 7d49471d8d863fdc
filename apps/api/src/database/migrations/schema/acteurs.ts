/** Who takes part: organisations, people, mandats. */
export const ACTEURS = `
create table organisation (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  nom text not null check (length(nom) between 1 and 200),
  nom_court text check (length(nom_court) between 1 and 60),
  categorie text not null check (categorie in ('ville', 'epci', 'etat', 'bailleur', 'caf', 'centre-social', 'association',
    'mediation', 'operateur', 'departement', 'region', 'conseil-citoyen', 'habitants', 'autre')),
  siret text check (siret ~ '^\\d{14}$'),
  commune_code text,
  signataire boolean not null default false,
  primary key (contrat_id, id),
  unique (contrat_id, nom),
  foreign key (contrat_id, commune_code) references commune,
  check (categorie = 'ville' or commune_code is null)
);

create table personne (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  nom text not null check (length(nom) between 1 and 120),
  fonction text not null check (length(fonction) <= 160),
  email text check (length(email) <= 254),
  primary key (contrat_id, id)
);
create unique index on personne (contrat_id, lower(email));

create table mandat (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  personne_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('equipe', 'referent', 'delegue', 'contributeur', 'lecteur')),
  du date not null,
  au date,
  primary key (contrat_id, id),
  foreign key (contrat_id, personne_id) references personne,
  foreign key (contrat_id, organisation_id) references organisation,
  check (au >= du)
);
create index on mandat (contrat_id, personne_id);
`;
