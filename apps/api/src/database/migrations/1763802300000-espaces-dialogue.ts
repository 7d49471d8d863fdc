import type { MigrationInterface, QueryRunner } from 'typeorm';

const ESPACES = `
create table espace_dialogue (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  nom text not null check (length(nom) between 1 and 120),
  forme text not null check (forme in ('conseil-citoyen', 'table-de-quartier', 'permanence', 'atelier',
    'marche-exploratoire', 'porte-a-porte', 'instance-contrat', 'autre')),
  organisation_id uuid not null,
  description text not null default '' check (length(description) <= 2000),
  depuis date not null,
  jusqu_a date,
  public boolean not null default true,
  primary key (contrat_id, id),
  foreign key (contrat_id, organisation_id) references organisation,
  constraint espace_dialogue_nom unique (contrat_id, nom),
  constraint espace_dialogue_duree check (jusqu_a >= depuis)
);
create index on espace_dialogue (contrat_id, organisation_id);

create table espace_qpv (
  contrat_id uuid not null,
  espace_id uuid not null,
  qpv_code text not null,
  primary key (contrat_id, espace_id, qpv_code),
  foreign key (contrat_id, espace_id) references espace_dialogue on delete cascade,
  foreign key (contrat_id, qpv_code) references qpv
);
create index on espace_qpv (contrat_id, qpv_code);
`;

const SEANCES = `
create table seance_dialogue (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  espace_id uuid not null,
  qpv_code text,
  date date not null,
  heure text not null default '' check (heure ~ '^(|([01]\\d|2[0-3]):[0-5]\\d)$'),
  duree_minutes int check (duree_minutes between 5 and 720),
  lieu text not null default '' check (length(lieu) <= 200),
  modalite text not null default 'presentiel' check (modalite in ('presentiel', 'distance', 'hybride')),
  sollicitations text[] not null default '{}' check (cardinality(sollicitations) <= 20),
  statut text not null default 'planifiee' check (statut in
    ('planifiee', 'annoncee', 'tenue', 'reportee', 'annulee', 'compte-rendu-publie', 'close')),
  motif text not null default '' check (length(motif) <= 500),
  ordre_du_jour text not null default '' check (length(ordre_du_jour) <= 5000),
  compte_rendu text not null default '' check (length(compte_rendu) <= 20000),
  compte_rendu_publie_le date,
  niveau_participation text check (niveau_participation in
    ('information', 'consultation', 'concertation', 'co-construction', 'decision')),
  niveau_justification text not null default '' check (length(niveau_justification) <= 1000),
  ressenti_question text not null default '' check (length(ressenti_question) <= 200),
  -- Printed on the poster of the room: it opens the émargement of this séance, and nothing else.
  code_emargement text check (code_emargement ~ '^[2-9A-HJ-NP-Z]{8}$'),
  primary key (contrat_id, id),
  foreign key (contrat_id, espace_id) references espace_dialogue,
  foreign key (contrat_id, qpv_code) references qpv,
  constraint seance_dialogue_code unique (contrat_id, code_emargement),
  constraint seance_dialogue_motif check ((statut in ('reportee', 'annulee')) = (motif <> '')),
  constraint seance_dialogue_compte_rendu check ((compte_rendu_publie_le is null or compte_rendu <> '')
    and (statut <> 'compte-rendu-publie' or compte_rendu_publie_le is not null)
    and (compte_rendu_publie_le is null or statut in ('compte-rendu-publie', 'close'))
    and compte_rendu_publie_le >= date),
  constraint seance_dialogue_niveau check (niveau_participation is null or niveau_justification <> '')
);
create index on seance_dialogue (contrat_id, espace_id, date desc);
create index on seance_dialogue (contrat_id, date desc);
create index on seance_dialogue (contrat_id, qpv_code);
`;

const PRESENCES = `
-- Who came, without a name: the hash tells only that the same phone, or the same card, came again.
create table presence (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  seance_id uuid not null,
  role text not null check (role in ('habitant', 'association', 'institution', 'elu', 'bailleur')),
  cle_hash text check (cle_hash ~ '^[0-9a-f]{64}$'),
  tranche_age text check (tranche_age in ('moins-15', '15-24', '25-59', '60-74', '75-plus')),
  genre text check (genre in ('femme', 'homme', 'autre')),
  qpv_code text,
  premiere_fois boolean,
  primary key (contrat_id, id),
  foreign key (contrat_id, seance_id) references seance_dialogue on delete cascade,
  foreign key (contrat_id, qpv_code) references qpv,
  constraint presence_cle unique (contrat_id, seance_id, cle_hash)
);
create index on presence (contrat_id, seance_id, role);
create index on presence (contrat_id, cle_hash);

create table comptage (
  contrat_id uuid not null,
  seance_id uuid not null,
  role text not null check (role in ('habitant', 'association', 'institution', 'elu', 'bailleur')),
  version int not null default 1,
  n int not null check (n between 0 and 5000),
  methode text not null check (methode in ('comptage', 'feuille', 'estimation')),
  primary key (contrat_id, seance_id, role),
  foreign key (contrat_id, seance_id) references seance_dialogue on delete cascade
);

create table ressenti (
  contrat_id uuid not null,
  seance_id uuid not null,
  note int not null check (note between 1 and 5),
  version int not null default 1,
  n int not null check (n between 0 and 5000),
  primary key (contrat_id, seance_id, note),
  foreign key (contrat_id, seance_id) references seance_dialogue on delete cascade
);

create table note_seance (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  seance_id uuid not null,
  texte text not null check (length(texte) between 1 and 2000),
  prise_le timestamptz not null,
  primary key (contrat_id, id),
  foreign key (contrat_id, seance_id) references seance_dialogue on delete cascade
);
create index on note_seance (contrat_id, seance_id, prise_le);
`;

/** Espaces de dialogue with the residents, their séances, and who came: counted, never named. */
export class EspacesDialogue1763802300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ESPACES);
    await runner.query(SEANCES);
    await runner.query(PRESENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table note_seance, ressenti, comptage, presence, seance_dialogue, espace_qpv, espace_dialogue',
    );
  }
}
