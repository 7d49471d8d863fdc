import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLENIERES = `
create table instance (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  sorte text not null check (sorte in
    ('assemblee-pleniere', 'coordination-locale', 'comite-pilotage', 'comite-technique', 'autre')),
  nom text not null check (length(nom) between 1 and 120),
  description text not null default '' check (length(description) <= 1000),
  primary key (contrat_id, id),
  constraint instance_nom unique (contrat_id, nom)
);

create table seance (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  instance_id uuid not null,
  date date not null,
  heure text not null default '' check (heure ~ '^(|([01]\\d|2[0-3]):[0-5]\\d)$'),
  lieu text not null default '' check (length(lieu) <= 200),
  statut text not null default 'preparation' check (statut in ('preparation', 'tenue', 'annulee')),
  presences jsonb not null default '[]' check (jsonb_typeof(presences) = 'array'),
  compte_rendu text not null default '' check (length(compte_rendu) <= 20000),
  primary key (contrat_id, id),
  foreign key (contrat_id, instance_id) references instance
);
create index on seance (contrat_id, date desc);
create index on seance (contrat_id, instance_id);

create table point_ordre_du_jour (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  seance_id uuid not null,
  rang int not null check (rang >= 1),
  fiche_id uuid,
  titre text not null default '' check (length(titre) <= 300),
  primary key (contrat_id, id),
  unique (contrat_id, seance_id, rang),
  foreign key (contrat_id, seance_id) references seance on delete cascade,
  foreign key (contrat_id, fiche_id) references fiche,
  check (fiche_id is not null or titre <> '')
);
create index on point_ordre_du_jour (contrat_id, fiche_id);

create table decision (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  seance_id uuid not null,
  rang int not null check (rang >= 1),
  fiche_id uuid,
  texte text not null check (length(texte) between 1 and 2000),
  responsable_id uuid,
  echeance date,
  statut text not null default 'a-faire' check (statut in ('a-faire', 'en-cours', 'faite', 'abandonnee')),
  suivi text not null default '' check (length(suivi) <= 2000),
  primary key (contrat_id, id),
  unique (contrat_id, seance_id, rang),
  foreign key (contrat_id, seance_id) references seance,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, responsable_id) references organisation
);
create index on decision (contrat_id, fiche_id);
create index on decision (contrat_id, statut, echeance);
`;

/** Instances of a contrat, their séances with agenda and presences, and the decisions that they take. */
export class Plenieres1763802000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLENIERES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table decision, point_ordre_du_jour, seance, instance');
  }
}
