import type { MigrationInterface, QueryRunner } from 'typeorm';

const DOCUMENTS = `
create table document_produit (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  arrete_id uuid not null,
  sorte text not null check (sorte in ('livre-pdf', 'essentiel-pdf', 'livre-docx', 'classeur-xlsx', 'rapport-docx',
    'archives-zip', 'evolution-pdf')),
  options jsonb not null check (jsonb_typeof(options) = 'object'),
  statut text not null default 'attente' check (statut in ('attente', 'en-cours', 'pret', 'echec', 'annule')),
  etape text not null default '' check (length(etape) <= 200),
  avancement int not null default 0 check (avancement between 0 and 100),
  demande_le timestamptz not null default now(),
  demande_par_id uuid not null,
  demande_par text not null,
  -- Last sign of the process that makes it: one that has gone silent is made again by another.
  vu_le timestamptz not null default now(),
  essais int not null default 0 check (essais between 0 and 3),
  termine_le timestamptz,
  motif text check (length(motif) between 1 and 500),
  nom_fichier text check (length(nom_fichier) between 1 and 200),
  type_mime text check (length(type_mime) between 1 and 100),
  octets bytea,
  taille int generated always as (octet_length(octets)) stored,
  sha256 text,
  primary key (contrat_id, id),
  foreign key (contrat_id, arrete_id) references arrete,
  foreign key (contrat_id, demande_par_id) references personne,
  constraint document_produit_empreinte check (sha256 = encode(sha256(octets), 'hex')),
  constraint document_produit_fichier check (
    num_nulls(nom_fichier, type_mime, octets, sha256) = case when statut = 'pret' then 0 else 4 end),
  constraint document_produit_fin check ((termine_le is null) = (statut in ('attente', 'en-cours'))),
  constraint document_produit_motif check ((motif is null) = (statut <> 'echec'))
);
create index on document_produit (contrat_id, arrete_id, demande_le);
create index on document_produit (contrat_id, demande_par_id);
create index on document_produit (statut) where statut in ('attente', 'en-cours');
`;

/** Documents made from an arrêté: what was asked, how far it is, and the file with its fingerprint. */
export class DocumentsProduits1763802200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCUMENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document_produit');
  }
}
