import { SCHEMA_FILE } from '@pleniere/shared/api';
import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COURRIEL = `
create table courriel (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  -- What it is about: two e-mails under one key are one.
  cle text not null check (length(cle) between 1 and 200),
  personne_id uuid,
  nom text not null check (length(nom) <= 160 and nom !~ '[[:cntrl:]]'),
  email text not null check (length(email) <= 254 and email ~ '^[^[:space:][:cntrl:]@<>,;]+@[^[:space:][:cntrl:]@<>,;]+$'),
  objet text not null check (length(objet) between 1 and 200 and objet !~ '[[:cntrl:]]'),
  texte text not null check (length(texte) <= 20000),
  statut text not null check (statut in ('a-envoyer', 'envoye', 'retenu', 'echec')),
  essais int not null default 0 check (essais >= 0),
  erreur text check (length(erreur) <= 500),
  cree_le timestamptz not null default now(),
  envoye_le timestamptz,
  primary key (contrat_id, id),
  unique (contrat_id, cle),
  foreign key (contrat_id, personne_id) references personne on delete set null (personne_id),
  check ((envoye_le is not null) = (statut = 'envoye'))
);
create index on courriel (contrat_id, cree_le desc, id desc);
create index on courriel (contrat_id, personne_id);

-- A session that ends, however it does, closes the live threads that it had opened on any replica.
create function annoncer_fin_de_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('pleniere_direct', json_build_object('session', old.id)::text);
  return null;
end $$;
create trigger session_finie after delete on session for each row execute function annoncer_fin_de_session();
`;

/** The queue's own schema, without its transaction: ours holds it. */
const file = () =>
  getConstructionPlans(SCHEMA_FILE)
    .replace(/^\s*BEGIN;/, '')
    .replace(/COMMIT;\s*$/, '');

/** The queue of jobs, the e-mails of each contrat, and the word that a session has ended. */
export class CreateCourriel1763800500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(file());
    await runner.query(COURRIEL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger session_finie on session;
      drop function annoncer_fin_de_session;
      drop table courriel;
      drop schema ${SCHEMA_FILE} cascade;
    `);
  }
}
