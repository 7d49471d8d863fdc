import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILS = `
create table fil (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  champ text check (length(champ) between 1 and 60),
  element_id text check (length(element_id) between 1 and 100),
  -- A value of an indicator of the fiche; the words stay when the indicator is deleted.
  indicateur_id uuid,
  annee int,
  territoire text,
  ventilation text,
  extrait text not null default '' check (length(extrait) <= 400),
  visibilite text not null check (visibilite in ('equipe', 'etat', 'tous')),
  statut text not null default 'ouvert' check (statut in ('ouvert', 'resolu')),
  ouvert_le timestamptz not null default now(),
  resolu_par text,
  resolu_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, fiche_id) references fiche on delete cascade,
  foreign key (contrat_id, indicateur_id) references indicateur on delete set null (indicateur_id),
  constraint element_d_un_champ check (element_id is null or champ is not null),
  constraint valeur_entiere check (num_nulls(annee, territoire, ventilation) in (0, 3) and (indicateur_id is null or annee is not null)),
  constraint une_seule_ancre check (champ is null or annee is null),
  constraint resolu_par_quelqu_un check ((statut = 'resolu') = (resolu_le is not null) and (resolu_le is null) = (resolu_par is null))
);
create index on fil (contrat_id, fiche_id, ouvert_le);

create table fil_message (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fil_id uuid not null,
  personne_id uuid not null,
  auteur text not null,
  fonction text not null default '',
  texte text not null check (length(texte) <= 5000),
  ecrit_le timestamptz not null default now(),
  modifie_le timestamptz,
  supprime_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, fil_id) references fil on delete cascade,
  foreign key (contrat_id, personne_id) references personne,
  -- What its author has deleted is no longer anywhere.
  constraint texte_d_un_message check ((supprime_le is null) = (texte <> ''))
);
create index on fil_message (contrat_id, fil_id, ecrit_le);

create table fil_mention (
  contrat_id uuid not null,
  message_id uuid not null,
  personne_id uuid not null,
  vue_le timestamptz,
  primary key (contrat_id, message_id, personne_id),
  foreign key (contrat_id, message_id) references fil_message on delete cascade,
  foreign key (contrat_id, personne_id) references personne
);
create index on fil_mention (contrat_id, personne_id) where vue_le is null;
`;

const PRECISIONS = `
create table demande_precision (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  champ text check (length(champ) between 1 and 60),
  question text not null check (length(question) between 1 and 2000),
  destinataire_personne_id uuid,
  destinataire_organisation_id uuid,
  echeance date not null,
  statut text not null default 'ouverte' check (statut in ('ouverte', 'repondue', 'close')),
  personne_id uuid not null,
  auteur text not null,
  fonction text not null default '',
  demandee_le timestamptz not null default now(),
  reponse text not null default '' check (length(reponse) <= 5000),
  repondue_par text,
  repondue_le timestamptz,
  close_par text,
  close_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, fiche_id) references fiche on delete cascade,
  foreign key (contrat_id, personne_id) references personne,
  foreign key (contrat_id, destinataire_personne_id) references personne,
  foreign key (contrat_id, destinataire_organisation_id) references organisation,
  constraint un_destinataire check (num_nonnulls(destinataire_personne_id, destinataire_organisation_id) = 1),
  constraint reponse_d_une_demande check ((reponse = '') = (repondue_le is null) and (repondue_le is null) = (repondue_par is null)
    and (statut <> 'repondue' or repondue_le is not null) and (statut <> 'ouverte' or repondue_le is null)),
  constraint cloture_d_une_demande check ((statut = 'close') = (close_le is not null) and (close_le is null) = (close_par is null))
);
create index on demande_precision (contrat_id, fiche_id, demandee_le);
create index on demande_precision (contrat_id, destinataire_personne_id) where statut = 'ouverte';
create index on demande_precision (contrat_id, destinataire_organisation_id) where statut = 'ouverte';
`;

const NOTES = `
-- Read by the délégués alone: no other statement of the product names this table.
create table note_terrain (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  champ text check (length(champ) between 1 and 60),
  texte text not null check (length(texte) between 1 and 5000),
  personne_id uuid not null,
  auteur text not null,
  ecrite_le timestamptz not null default now(),
  modifiee_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, fiche_id) references fiche on delete cascade,
  foreign key (contrat_id, personne_id) references personne
);
create index on note_terrain (contrat_id, fiche_id, ecrite_le);
`;

/** What is said about the fiches: threads, demandes de précision, notes that the State keeps for itself. */
export class CreateDialogue1763801300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILS);
    await runner.query(PRECISIONS);
    await runner.query(NOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note_terrain, demande_precision, fil_mention, fil_message, fil');
  }
}
