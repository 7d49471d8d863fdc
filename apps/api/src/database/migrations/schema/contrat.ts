/** Frame of a contrat de ville: contrat, communes, QPV, enjeux, orientations. */
export const CONTRAT = `
create table contrat (
  id uuid primary key default gen_random_uuid(),
  version int not null default 1,
  titre text not null check (length(titre) between 1 and 200),
  titre_court text not null check (length(titre_court) between 1 and 60),
  epci_siren text not null check (epci_siren ~ '^\\d{9}$'),
  annee_debut int not null check (annee_debut between 2000 and 2100),
  annee_fin int not null,
  couleur text not null check (couleur ~ '^#[0-9a-f]{6}$'),
  logo text check (length(logo) <= 200000),
  signe_le date,
  check (annee_fin between annee_debut and annee_debut + 15)
);

create table commune (
  contrat_id uuid not null references contrat,
  code text not null check (code ~ '^(\\d{2}|2[AB])\\d{3}$'),
  nom text not null,
  primary key (contrat_id, code)
);

create table qpv (
  contrat_id uuid not null references contrat,
  code text not null check (code ~ '^QN(\\d{3}|02[AB])\\d{2}[IMNC]$'),
  version int not null default 1,
  libelle text not null,
  libelle_editorial text check (length(libelle_editorial) between 1 and 120),
  npnru boolean not null default false,
  generation int not null check (generation in (2015, 2024)),
  contour jsonb,
  valid_from date not null,
  valid_to date,
  primary key (contrat_id, code),
  check (valid_to > valid_from)
);

create table qpv_commune (
  contrat_id uuid not null,
  qpv_code text not null,
  commune_code text not null,
  primary key (contrat_id, qpv_code, commune_code),
  foreign key (contrat_id, qpv_code) references qpv on delete cascade,
  foreign key (contrat_id, commune_code) references commune
);

create table enjeu (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  type text not null check (type in ('transversal', 'thematique')),
  numero int not null check (numero between 1 and 99),
  intitule text not null check (length(intitule) between 1 and 200),
  couleur text not null check (couleur ~ '^#[0-9a-f]{6}$'),
  primary key (contrat_id, id),
  unique (contrat_id, type, numero)
);

create table orientation (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  enjeu_id uuid not null,
  texte text not null check (length(texte) between 1 and 1000),
  primary key (contrat_id, id),
  foreign key (contrat_id, enjeu_id) references enjeu
);
create index on orientation (contrat_id, enjeu_id);
`;
