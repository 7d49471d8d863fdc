import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTIFICATIONS = `
create table notification (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  personne_id uuid not null,
  -- What happened: told once to each person.
  evenement text not null check (length(evenement) between 1 and 200),
  sorte text not null check (length(sorte) between 1 and 40),
  titre text not null check (length(titre) between 1 and 200),
  texte text not null default '' check (length(texte) <= 500),
  lien text not null check (length(lien) <= 300 and lien ~ '^/[^/]'),
  fiche_id uuid,
  -- Who may know of it, asked again each time that it is shown or sent.
  permission text not null,
  roles text[] not null check (cardinality(roles) > 0),
  cree_le timestamptz not null default now(),
  lue_le timestamptz,
  envoyee_le timestamptz,
  primary key (contrat_id, id),
  unique (contrat_id, personne_id, evenement),
  foreign key (contrat_id, personne_id) references personne on delete cascade,
  foreign key (contrat_id, fiche_id) references fiche on delete cascade
);
create index on notification (contrat_id, personne_id, cree_le desc);
create index on notification (contrat_id, personne_id) where lue_le is null;
create index on notification (contrat_id, fiche_id);

create table preference_notification (
  contrat_id uuid not null,
  personne_id uuid not null,
  sorte text not null check (length(sorte) between 1 and 40),
  choix text not null check (choix in ('tout-de-suite', 'resume', 'jamais')),
  primary key (contrat_id, personne_id, sorte),
  foreign key (contrat_id, personne_id) references personne on delete cascade
);
`;

const DONNEES_PERSONNELLES = `
-- How long each kind of personal data is kept, in months; a contrat without a line keeps the usual durations.
create table conservation (
  contrat_id uuid not null references contrat,
  version int not null default 1,
  connexions int not null check (connexions between 6 and 12),
  courriels int not null check (courriels between 1 and 12),
  notifications int not null check (notifications between 1 and 12),
  demandes int not null check (demandes between 1 and 12),
  primary key (contrat_id)
);

create table purge (
  id bigint generated always as identity,
  contrat_id uuid not null references contrat,
  quoi text not null check (length(quoi) between 1 and 40),
  quand timestamptz not null default now(),
  nombre int not null check (nombre > 0),
  primary key (contrat_id, id)
);
create index on purge (contrat_id, quand desc);

-- Under what label somebody who was erased still signs what they did, and the things of theirs that the journal names.
create table pseudonyme (
  contrat_id uuid not null,
  personne_id uuid not null,
  libelle text not null check (length(libelle) between 1 and 300),
  objets text[] not null default '{}',
  -- Finds the name again in the signature of whoever acted in their place, without keeping it.
  nom_empreinte bytea not null check (octet_length(nom_empreinte) = 32),
  efface_le timestamptz not null default now(),
  primary key (contrat_id, personne_id),
  foreign key (contrat_id, personne_id) references personne on delete cascade
);

-- The journal never changes: who signs an entry is told by this, and by nothing else.
create function auteur_affiche(contrat uuid, personne uuid, auteur text) returns text language sql stable as $$
  select coalesce(
    (select p.libelle from pseudonyme p where (p.contrat_id, p.personne_id) = (contrat, personne)),
    (select split_part(auteur, ', par délégation de ', 1) || ', par délégation de ' || p.libelle
      from pseudonyme p
      where p.contrat_id = contrat and auteur like '%, par délégation de %'
        and p.nom_empreinte = sha256(convert_to(split_part(auteur, ', par délégation de ', 2), 'UTF8')) limit 1),
    auteur)
$$;
`;

/** What each person is told, and as they chose; how long personal data is kept, what was purged, who was erased. */
export class CreateNotifications1763801600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTIFICATIONS);
    await runner.query(DONNEES_PERSONNELLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function auteur_affiche;
      drop table pseudonyme, purge, conservation, preference_notification, notification;
    `);
  }
}
