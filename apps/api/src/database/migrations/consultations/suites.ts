/** What was found when it closed, and what follows. */
export const SUITES_CONSULTATIONS = `
create table resultat (
  contrat_id uuid not null,
  consultation_id uuid not null,
  gele_le timestamptz not null,
  -- Kept as it was hashed.
  contenu text not null check (jsonb_typeof(contenu::jsonb) = 'object'),
  sha256 text not null,
  primary key (contrat_id, consultation_id),
  foreign key (contrat_id, consultation_id) references consultation,
  constraint resultat_empreinte check (sha256 = encode(sha256(convert_to(contenu, 'UTF8')), 'hex'))
);
create trigger resultat_immuable before update or delete or truncate on resultat
  for each statement execute function refuser_changement_consultation();

create table appel_projets (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  consultation_id uuid not null,
  titre text not null check (length(titre) between 1 and 200),
  texte text not null default '' check (length(texte) <= 8000),
  -- { id, libelle, poids } in their order.
  criteres jsonb not null default '[]' check (jsonb_typeof(criteres) = 'array'),
  ouverture timestamptz not null,
  cloture timestamptz not null,
  laureats_publies_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, consultation_id) references consultation,
  constraint appel_dates check (ouverture < cloture)
);
create index on appel_projets (contrat_id, consultation_id);

create table candidature (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  appel_id uuid not null,
  porteur text not null check (length(porteur) between 1 and 200),
  siret text check (siret ~ '^\\d{14}$'),
  titre text not null check (length(titre) between 1 and 200),
  resume text not null check (length(resume) between 1 and 4000),
  montant_centimes bigint check (montant_centimes between 0 and 100000000000),
  contact text not null default '' check (length(contact) <= 254),
  idee_id uuid,
  statut text not null default 'deposee' check (statut in
    ('deposee', 'recevable', 'irrecevable', 'laureate', 'non-retenue')),
  -- Note out of 5 by criterion.
  notes jsonb not null default '{}' check (jsonb_typeof(notes) = 'object'),
  avis text not null default '' check (length(avis) <= 4000),
  motif text not null default '' check (length(motif) <= 2000),
  fiche_id uuid,
  action_id uuid,
  deposee_le timestamptz not null default now(),
  primary key (contrat_id, id),
  foreign key (contrat_id, appel_id) references appel_projets,
  foreign key (contrat_id, idee_id) references idee,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, action_id) references action,
  constraint candidature_motivee check (statut not in ('irrecevable', 'non-retenue') or motif <> ''),
  constraint candidature_suivie check (statut <> 'laureate' or fiche_id is not null)
);
create index on candidature (contrat_id, appel_id);
create index on candidature (contrat_id, fiche_id);

create table consultation_externe (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  nom text not null check (length(nom) between 1 and 200),
  organisateur text not null check (length(organisateur) between 1 and 200),
  question text not null default '' check (length(question) <= 300),
  source text not null check (length(source) between 1 and 300),
  adresse text not null default '' check (length(adresse) <= 500 and adresse ~ '^(|https?://.+)$'),
  -- { libelle, date, source }
  dates jsonb not null default '[]' check (jsonb_typeof(dates) = 'array'),
  -- { participants, propositions, votes }, each { objectif, realise }
  chiffres jsonb not null default '{}' check (jsonb_typeof(chiffres) = 'object'),
  -- { titre, texte, pour }
  agenda jsonb not null default '[]' check (jsonb_typeof(agenda) = 'array'),
  projets jsonb not null default '[]' check (jsonb_typeof(projets) = 'array'),
  primary key (contrat_id, id),
  constraint consultation_externe_nom unique (contrat_id, nom)
);
`;
