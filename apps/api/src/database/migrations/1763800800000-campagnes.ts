import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINITIONS = `
alter table indicateur
  add column numerateur text not null default '' check (length(numerateur) <= 1000),
  add column denominateur text not null default '' check (length(denominateur) <= 1000),
  add column ventilations text[] not null default '{}' check (ventilations <@ array['sexe', 'age']),
  add column ponderation_id uuid,
  add column borne_min numeric,
  add column borne_max numeric,
  add column cumulatif boolean not null default false,
  -- Breaks of the series: the first year of each new definition, with what the definition was before.
  add column ruptures jsonb not null default '[]' check (jsonb_typeof(ruptures) = 'array'),
  add foreign key (contrat_id, ponderation_id) references indicateur,
  add constraint bornes_dans_l_ordre check (borne_max >= borne_min),
  drop constraint indicateur_agregation_check,
  add constraint indicateur_agregation_check
    check (agregation in ('somme', 'moyenne', 'moyenne-ponderee', 'derniere', 'aucune')),
  add constraint poids_d_une_moyenne check (ponderation_id is null or agregation = 'moyenne-ponderee');
`;

const VALEURS = `
alter table valeur
  add column ventilation text not null default 'total' check (ventilation in ('total', 'femmes', 'hommes',
    'sexe-non-precise', 'moins-15', '15-24', '25-59', '60-74', '75-plus', 'age-non-precise')),
  add column statut text not null default 'proposee' check (statut in ('brouillon', 'proposee', 'validee', 'verrouillee')),
  add column en_retard boolean not null default false,
  add column retour text not null default '' check (length(retour) <= 1000),
  add column statut_le timestamptz,
  add column statut_par text,
  add constraint retour_d_un_brouillon check (retour = '' or statut = 'brouillon'),
  drop constraint valeur_pkey,
  add primary key (contrat_id, indicateur_id, annee, territoire, ventilation);
create index on valeur (contrat_id, annee, statut);

-- Evidence of a value. The bytes stay in the database: saved with the rest, and the same for every replica.
create table piece (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  indicateur_id uuid not null,
  annee int not null,
  territoire text not null,
  nom text not null check (length(nom) between 1 and 200),
  type text not null check (length(type) <= 100),
  taille int not null check (taille between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  donnees_personnelles boolean not null,
  contenu bytea not null,
  personne_id uuid not null,
  ajoutee_par text not null,
  ajoutee_le timestamptz not null default now(),
  primary key (contrat_id, id),
  foreign key (contrat_id, indicateur_id) references indicateur,
  foreign key (contrat_id, personne_id) references personne
);
create index on piece (contrat_id, indicateur_id, annee, territoire);

create table contestation (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  indicateur_id uuid not null,
  annee int not null,
  territoire text not null,
  ventilation text not null default 'total',
  -- What stood in the cell when it was contested, and what is proposed instead, as exchanged values.
  valeur_contestee jsonb,
  valeur_proposee jsonb not null,
  motif text not null check (length(motif) between 1 and 2000),
  source text not null check (length(source) between 1 and 500),
  statut text not null default 'ouverte' check (statut in ('ouverte', 'acceptee', 'refusee', 'retiree')),
  personne_id uuid not null,
  auteur text not null,
  ouverte_le timestamptz not null default now(),
  reponse text not null default '' check (length(reponse) <= 2000),
  decidee_par text,
  decidee_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, indicateur_id) references indicateur,
  foreign key (contrat_id, personne_id) references personne,
  check ((decidee_le is null) = (statut = 'ouverte'))
);
create unique index une_contestation_ouverte on contestation (contrat_id, indicateur_id, annee, territoire, ventilation)
  where statut = 'ouverte';
create index on contestation (contrat_id, statut, ouverte_le);
`;

const CAMPAGNES = `
create table campagne (
  contrat_id uuid not null references contrat,
  annee int not null check (annee between 2000 and 2100),
  version int not null default 1,
  ouverte_le timestamptz not null default now(),
  echeance date not null,
  close_le timestamptz,
  consigne text not null default '' check (length(consigne) <= 4000),
  relance_objet text not null check (length(relance_objet) between 1 and 200),
  relance_texte text not null check (length(relance_texte) between 1 and 4000),
  primary key (contrat_id, annee)
);

create table campagne_exception (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  annee int not null,
  organisation_id uuid not null,
  fiche_id uuid,
  motif text not null check (length(motif) between 1 and 1000),
  jusqu_au date not null,
  accordee_par text not null,
  accordee_le timestamptz not null default now(),
  primary key (contrat_id, id),
  foreign key (contrat_id, annee) references campagne,
  foreign key (contrat_id, organisation_id) references organisation,
  foreign key (contrat_id, fiche_id) references fiche
);
create index on campagne_exception (contrat_id, annee, organisation_id);

-- One line per person and sending: a reminder reaches each person once.
create table campagne_relance (
  contrat_id uuid not null,
  annee int not null,
  numero int not null,
  personne_id uuid not null,
  valeurs_attendues int not null check (valeurs_attendues > 0),
  envoyee_par text not null,
  envoyee_le timestamptz not null default now(),
  primary key (contrat_id, annee, numero, personne_id),
  foreign key (contrat_id, annee) references campagne,
  foreign key (contrat_id, personne_id) references personne
);
`;

const RETOUR = `
drop table campagne_relance, campagne_exception, campagne, contestation, piece;
delete from valeur where ventilation <> 'total';
alter table valeur drop constraint valeur_pkey, add primary key (contrat_id, indicateur_id, annee, territoire),
  drop column ventilation, drop column statut, drop column en_retard, drop column retour, drop column statut_le,
  drop column statut_par;
update indicateur set agregation = 'moyenne', ponderation_id = null where agregation = 'moyenne-ponderee';
alter table indicateur drop constraint poids_d_une_moyenne, drop constraint indicateur_agregation_check,
  add constraint indicateur_agregation_check check (agregation in ('somme', 'moyenne', 'derniere', 'aucune')),
  drop column numerateur, drop column denominateur, drop column ventilations, drop column ponderation_id,
  drop column borne_min, drop column borne_max, drop column cumulatif, drop column ruptures;
`;

/** Breakdowns, statuts, evidence and contestation of the values; the yearly campaigns that collect them. */
export class Campagnes1763800800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEFINITIONS);
    await runner.query(VALEURS);
    await runner.query(CAMPAGNES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RETOUR);
  }
}
