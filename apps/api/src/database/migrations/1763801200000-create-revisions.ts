import type { MigrationInterface, QueryRunner } from 'typeorm';

const FICHE = `
alter table contrat add column delai_avis int not null default 30 check (delai_avis between 1 and 365);

alter table fiche
  add column revision int not null default 1 check (revision >= 1),
  add column en_vigueur int,
  add column issue text check (issue in ('abandonnee', 'scindee', 'fusionnee', 'achevee')),
  drop constraint fiche_statut_check,
  add constraint fiche_statut_check check (statut in ('brouillon', 'relecture', 'avis', 'en-vigueur', 'archive'));
update fiche set en_vigueur = 1 where statut in ('en-vigueur', 'archive');
alter table fiche
  add constraint texte_en_vigueur check (statut <> 'en-vigueur' or en_vigueur is not distinct from revision),
  add constraint revision_apres_la_vigueur check (en_vigueur <= revision),
  add constraint issue_d_une_archive check (issue is null or statut = 'archive');
`;

const REVISION = `
create table revision (
  contrat_id uuid not null,
  fiche_id uuid not null,
  numero int not null check (numero >= 1),
  ouverte_le timestamptz not null default now(),
  ouverte_par text not null default '',
  cause_sorte text not null default 'initiale' check (cause_sorte in ('initiale', 'avenant', 'decision', 'import')),
  cause_texte text not null default '' check (length(cause_texte) <= 2000),
  soumise_le timestamptz,
  soumise_par text,
  transmise_le timestamptz,
  transmise_par text,
  -- Day by which the State answers, frozen when the text is sent to it.
  avis_echeance date,
  -- Correction that is asked, as long as the text has not come back: motif, addressee, author, day.
  correction jsonb check (jsonb_typeof(correction) = 'object'),
  en_vigueur_le timestamptz,
  en_vigueur_par text,
  remplacee_le timestamptz,
  abandonnee_le timestamptz,
  abandonnee_par text,
  -- The text as it entered in force, or as it was given up; a revision being written has its text in its fiche.
  contenu jsonb,
  champs jsonb,
  champs_remplis int,
  document tsvector,
  primary key (contrat_id, fiche_id, numero),
  foreign key (contrat_id, fiche_id) references fiche on delete cascade,
  check (num_nonnulls(en_vigueur_le, abandonnee_le) <= 1),
  check (num_nulls(contenu, champs, champs_remplis, document) in (0, 4)),
  check ((contenu is null) = (en_vigueur_le is null and abandonnee_le is null)),
  check (remplacee_le is null or en_vigueur_le is not null),
  check ((transmise_le is null) = (avis_echeance is null))
);
create unique index une_revision_en_vigueur on revision (contrat_id, fiche_id)
  where en_vigueur_le is not null and remplacee_le is null;
create unique index une_revision_en_cours on revision (contrat_id, fiche_id) where contenu is null;
create index revision_document on revision using gin (contrat_id, document);

insert into revision (contrat_id, fiche_id, numero, ouverte_le, en_vigueur_le, en_vigueur_par, contenu, champs, champs_remplis, document)
select contrat_id, id, 1, cree_le, case when en_vigueur = 1 then modifie_le end, case when en_vigueur = 1 then '' end,
  case when en_vigueur = 1 then contenu end, case when en_vigueur = 1 then champs end,
  case when en_vigueur = 1 then champs_remplis end, case when en_vigueur = 1 then document end
from fiche;

alter table fiche add constraint fiche_revision_en_vigueur
  foreign key (contrat_id, id, en_vigueur) references revision deferrable initially deferred;

create function garder_texte_clos() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.contenu is not null then raise exception 'Le texte d’une révision close ne s’efface pas.'; end if;
    return old;
  end if;
  if old.contenu is not null and (new.contenu, new.champs, new.numero) is distinct from (old.contenu, old.champs, old.numero) then
    raise exception 'Le texte d’une révision close ne change plus.';
  end if;
  return new;
end
$$;
create trigger texte_clos before update or delete on revision for each row execute function garder_texte_clos();

-- What the text in force names, kept while another text is being written over it.
create table revision_reference (
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
create index on revision_reference (contrat_id, fiche_id, champ);

-- The sheets as they are in force, for those who read nothing else; the same columns as the table.
create view fiche_en_vigueur as
  select f.id, f.contrat_id, f.version, f.enjeu_id, f.lettre, f.enjeu_numero, f.rang, f.code, 'en-vigueur' as statut,
    r.contenu, r.champs, r.champs_remplis, 0 as manques_obligatoires, f.cree_le, r.en_vigueur_le as modifie_le,
    coalesce(r.contenu ->> 'titre', '') as titre, r.document, r.numero as revision, f.en_vigueur, f.issue
  from fiche f
  join revision r on (r.contrat_id, r.fiche_id, r.numero) = (f.contrat_id, f.id, f.en_vigueur)
  where f.statut <> 'archive';

create view reference_en_vigueur as
  select r.* from fiche_reference r join fiche f on (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id) and f.statut = 'en-vigueur'
  union all
  select r.* from revision_reference r
  join fiche f on (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id) and f.statut <> 'en-vigueur';
`;

const AVIS = `
create table avis (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  fiche_id uuid not null,
  revision int not null,
  personne_id uuid not null,
  auteur text not null,
  fonction text not null default '',
  sens text check (sens in ('favorable', 'favorable-avec-reserves', 'a-completer')),
  texte text not null default '' check (length(texte) <= 10000),
  -- Ordered points: id, champ (null for the whole sheet), texte, statut, reponse, leve_par, leve_le.
  points jsonb not null default '[]' check (jsonb_typeof(points) = 'array'),
  commence_le timestamptz not null default now(),
  rendu_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, fiche_id, revision) references revision on delete cascade,
  foreign key (contrat_id, personne_id) references personne,
  check (rendu_le is null or sens is not null)
);
create unique index un_avis_en_cours on avis (contrat_id, fiche_id, personne_id) where rendu_le is null;
create index on avis (contrat_id, fiche_id, revision, rendu_le);

create table fiche_filiation (
  contrat_id uuid not null,
  de uuid not null,
  vers uuid not null,
  sorte text not null check (sorte in ('scindee', 'fusionnee')),
  primary key (contrat_id, de, vers),
  foreign key (contrat_id, de) references fiche,
  foreign key (contrat_id, vers) references fiche,
  check (de <> vers)
);
create index on fiche_filiation (contrat_id, vers);
`;

const RETOUR = `
drop table fiche_filiation, avis;
drop view reference_en_vigueur, fiche_en_vigueur;
alter table fiche drop constraint fiche_revision_en_vigueur;
drop table revision_reference, revision;
drop function garder_texte_clos;
update fiche set statut = 'relecture' where statut = 'avis';
alter table fiche drop constraint fiche_statut_check, drop constraint texte_en_vigueur,
  drop constraint revision_apres_la_vigueur, drop constraint issue_d_une_archive,
  drop column revision, drop column en_vigueur, drop column issue,
  add constraint fiche_statut_check check (statut in ('brouillon', 'relecture', 'en-vigueur', 'archive'));
alter table contrat drop column delai_avis;
`;

/** Revisions of the fiches: what was in force when, the avis of the State, and what a fiche became. */
export class CreateRevisions1763801200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FICHE);
    await runner.query(REVISION);
    await runner.query(AVIS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RETOUR);
  }
}
