import type { MigrationInterface, QueryRunner } from 'typeorm';

const FONCTIONS = `
create extension if not exists unaccent;
create text search configuration fr (copy = french);
alter text search configuration fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- Text of a JSON value without its tags: what a search looks into. Immutable, so that a generated column may use it.
create function texte_de(valeur jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(regexp_replace(t #>> '{}', '<[^>]*>', ' ', 'g'), ' '), '')
  from jsonb_path_query(valeur, 'strict $.**') as t
  where jsonb_typeof(t) = 'string'
$$;

create function document_de(code text, contenu jsonb) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('fr', code || ' ' || coalesce(contenu ->> 'titre', '') || ' ' || coalesce(contenu ->> 'titreCourt', '')), 'A')
      || setweight(to_tsvector('fr', texte_de(contenu - 'titre' - 'titreCourt')), 'B')
$$;
`;

const CONTRAT = `
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

const ACTEURS = `
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

const ACCES = `
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

const FICHES = `
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

const INDICATEURS = `
create table indicateur (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  fiche_id uuid,
  ordre int not null default 0,
  libelle text not null check (length(libelle) between 1 and 300),
  type text not null check (type in ('realisation', 'resultat', 'impact', 'contexte')),
  nature text not null check (nature in ('nombre', 'pourcentage', 'montant', 'frequence', 'echelle', 'oui-non', 'liste', 'texte')),
  unite text not null default '',
  decimales int not null default 0 check (decimales between 0 and 4),
  sens text not null check (sens in ('hausse', 'baisse', 'stable', 'aucun')),
  maille text not null check (maille in ('contrat', 'commune', 'qpv')),
  agregation text not null check (agregation in ('somme', 'moyenne', 'derniere', 'aucune')),
  periodicite text not null check (periodicite in ('annuelle', 'ponctuelle')),
  annees_ponctuelles int[] not null default '{}',
  definition text not null default '',
  source text not null default '',
  methode text not null default '',
  responsable_id uuid,
  reference jsonb,
  cibles jsonb not null default '[]',
  modalites jsonb not null default '[]',
  resultats_lies text[] not null default '{}',
  visibilite text not null default 'public' check (visibilite in ('public', 'interne')),
  primary key (contrat_id, id),
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, responsable_id) references organisation,
  check ((type = 'contexte') = (fiche_id is null))
);
create index on indicateur (contrat_id, fiche_id, ordre);

create table valeur (
  contrat_id uuid not null,
  indicateur_id uuid not null,
  annee int not null check (annee between 2000 and 2100),
  commune_code text,
  qpv_code text,
  territoire text not null generated always as (coalesce(qpv_code, commune_code, 'contrat')) stored,
  version int not null default 1,
  valeur_num numeric,
  valeur_texte text check (length(valeur_texte) <= 4000),
  modalites text[],
  absence text check (absence in ('nd', 'non-concerne', 'a-venir', 'secret')),
  qualite text not null default 'provisoire' check (qualite in ('provisoire', 'definitive', 'estimee')),
  commentaire text not null default '' check (length(commentaire) <= 2000),
  source text not null default '' check (length(source) <= 500),
  modifie_le timestamptz not null default now(),
  modifie_par text not null,
  primary key (contrat_id, indicateur_id, annee, territoire),
  foreign key (contrat_id, indicateur_id) references indicateur,
  foreign key (contrat_id, commune_code) references commune,
  foreign key (contrat_id, qpv_code) references qpv,
  constraint valeur_ou_absence check (num_nonnulls(valeur_num, valeur_texte, modalites, absence) = 1),
  constraint un_territoire check (num_nonnulls(commune_code, qpv_code) <= 1)
);
create index on valeur (contrat_id, qpv_code, annee);
`;

/** First schema: frame, people, access, fiches, indicators. Every tenant table carries `contrat_id` in its keys. */
export class CreateSchema1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gin');
    for (const lot of [FONCTIONS, CONTRAT, ACTEURS, ACCES, FICHES, INDICATEURS]) await runner.query(lot);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view meteo_fiche, perimetre_fiche, habilitation;
      drop table valeur, indicateur, declinaison, action, fiche_reference, fiche, journal, session, compte, mandat,
        personne, organisation, orientation, enjeu, qpv_commune, qpv, commune, contrat;
      drop function refuser_changement, document_de, texte_de;
      drop text search configuration fr;
    `);
  }
}
