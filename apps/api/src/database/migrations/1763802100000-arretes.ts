import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARRETES = `
create function refuser_changement_arrete() returns trigger language plpgsql as $$
begin
  raise exception 'Un arrêté ne se modifie pas.';
end
$$;

create table arrete (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  numero int not null check (numero >= 1),
  titre text not null check (length(titre) between 1 and 200),
  seance_id uuid,
  fige_le timestamptz not null,
  fige_par_id uuid not null,
  fige_par text not null,
  -- Fiches that it holds, in their order: id, code, titre.
  perimetre jsonb not null check (jsonb_typeof(perimetre) = 'array' and jsonb_array_length(perimetre) >= 1),
  -- Canonical JSON (RFC 8785), kept as it was hashed: jsonb would write it again in its own way.
  contenu text not null,
  sha256 text not null,
  primary key (contrat_id, id),
  unique (contrat_id, numero),
  foreign key (contrat_id, seance_id) references seance,
  foreign key (contrat_id, fige_par_id) references personne,
  constraint arrete_empreinte check (sha256 = encode(sha256(convert_to(contenu, 'UTF8')), 'hex')),
  constraint arrete_contenu check (
    (contenu::jsonb ->> 'numero')::int = numero and contenu::jsonb ->> 'titre' = titre
    and (contenu::jsonb ->> 'figeLe')::timestamptz = fige_le)
);
create index on arrete (contrat_id, seance_id);
create trigger arrete_immuable before update or delete or truncate on arrete
  for each statement execute function refuser_changement_arrete();
`;

/** Arrêtés: what the contrat held at one instant, with its fingerprint, for ever. */
export class Arretes1763802100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARRETES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table arrete; drop function refuser_changement_arrete()');
  }
}
