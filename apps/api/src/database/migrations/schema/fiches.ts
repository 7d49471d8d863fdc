/** Sheets with what they point at, their actions and déclinaisons. */
export const FICHES = `
create table fiche (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  enjeu_id uuid not null,
  lettre text not null check (lettre ~ '^[A-Z]$'),
  enjeu_numero int not null check (enjeu_numero between 1 and 99),
  rang int not null check (rang between 1 and 999),
  code text not null generated always as (lettre || enjeu_numero || '.' || rang) stored,
  statut text not null default 'brouillon' check (statut in ('brouillon', 'relecture', 'en-vigueur', 'archive')),
  contenu jsonb not null default '{}' check (jsonb_typeof(contenu) = 'object'),
  champs jsonb not null default '{}' check (jsonb_typeof(champs) = 'object'),
  champs_remplis int not null default 0,
  manques_obligatoires int not null,
  actions_creees int not null default 0,
  cree_le timestamptz not null default now(),
  modifie_le timestamptz not null default now(),
  titre text not null generated always as (coalesce(contenu ->> 'titre', '')) stored,
  document tsvector not null generated always as (
    document_de(lettre || enjeu_numero || '.' || rang, contenu)) stored,
  primary key (contrat_id, id),
  unique (contrat_id, lettre, enjeu_numero, rang),
  foreign key (contrat_id, enjeu_id) references enjeu
);
create index on fiche (contrat_id, enjeu_id);
create index fiche_document on fiche using gin (contrat_id, document);

-- Everything that the fields of a sheet point at, rewritten with each field: real keys, so that what a sheet names cannot vanish.
create table fiche_reference (
  contrat_id uuid not null,
  fiche_id uuid not null,
  champ text not null,
  organisation_id uuid,
  categorie text,
  personne_id uuid,
  qpv_code text,
  commune_code text,
  orientation_id uuid,
  foreign key (contrat_id, fiche_id) references fiche on delete cascade,
  foreign key (contrat_id, organisation_id) references organisation,
  foreign key (contrat_id, personne_id) references personne,
  foreign key (contrat_id, qpv_code) references qpv,
  foreign key (contrat_id, commune_code) references commune,
  foreign key (contrat_id, orientation_id) references orientation,
  check (num_nonnulls(organisation_id, categorie, personne_id, qpv_code, commune_code, orientation_id) = 1)
);
create index on fiche_reference (contrat_id, fiche_id, champ);
create index on fiche_reference (contrat_id, organisation_id);
create index on fiche_reference (contrat_id, qpv_code);

create table action (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  rang int not null check (rang >= 0),
  titre text not null check (length(titre) between 1 and 300),
  description text not null default '',
  pilote text not null default '',
  echeance date,
  statut text not null check (statut in ('a-venir', 'en-cours', 'realisee', 'reportee', 'abandonnee')),
  niveau_participation text not null check (niveau_participation in ('aucune', 'information', 'consultation', 'concertation', 'co-construction')),
  etapes jsonb not null default '[]',
  ref_dauphin text not null default '',
  primary key (contrat_id, id),
  unique (contrat_id, fiche_id, rang),
  foreign key (contrat_id, fiche_id) references fiche
);

create table declinaison (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  organisation_id uuid not null,
  qpv_code text,
  referent_id uuid,
  statut_execution text not null check (statut_execution in ('a-lancer', 'en-cours', 'termine', 'suspendu', 'abandonne')),
  meteo text check (meteo in ('soleil', 'couvert', 'nuage', 'orage')),
  meteo_explication text not null default '',
  modalite_retenue text not null default '',
  recits jsonb not null default '[]',
  primary key (contrat_id, id),
  unique nulls not distinct (contrat_id, fiche_id, organisation_id, qpv_code),
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, organisation_id) references organisation,
  foreign key (contrat_id, qpv_code) references qpv,
  foreign key (contrat_id, referent_id) references personne
);

-- Organisations that hold the pen on a fiche: its pilotes and its référents' organisations, categories expanded.
create view perimetre_fiche as
  select distinct r.contrat_id, r.fiche_id, o.id as organisation_id
  from fiche_reference r
  join organisation o on o.contrat_id = r.contrat_id and (o.id = r.organisation_id or o.categorie = r.categorie)
  where r.champ in ('pilotes', 'referents');

-- Worst weather of the déclinaisons of each fiche.
create view meteo_fiche as
  select contrat_id, fiche_id, (array['soleil', 'couvert', 'nuage', 'orage'])[
    max(array_position(array['soleil', 'couvert', 'nuage', 'orage'], meteo))] as meteo
  from declinaison group by contrat_id, fiche_id;
`;
