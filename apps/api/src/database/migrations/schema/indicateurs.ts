/** Definitions of the indicators and their values. */
export const INDICATEURS = `
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
