const COMPTES = [
  'pour',
  'contre',
  'neutre',
  'coup_de_coeur',
  'realiste',
  'banalite_pour',
  'surtout_pas',
  'infaisable',
  'banalite_contre',
  'pas_compris',
  'pas_d_avis',
  'indifferent',
];

const QUALIFS_DU_VOTE = `check (case valeur
    when 1 then qualifs <@ array['coup-de-coeur', 'realiste', 'banalite']
    when -1 then qualifs <@ array['surtout-pas', 'infaisable', 'banalite']
    when 0 then qualifs <@ array['pas-compris', 'pas-d-avis', 'indifferent']
    else qualifs = '{}' end)`;

/** What people propose, how they vote, and what is counted. */
export const PAROLES_CONSULTATIONS = `
create table idee (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  consultation_id uuid not null,
  titre text not null check (length(titre) between 1 and 140),
  resume text not null default '' check (length(resume) <= 2000),
  enjeu_id uuid,
  verdict text check (verdict in ('retenue', 'a-l-etude', 'non-retenue')),
  motif text not null default '' check (length(motif) <= 2000),
  fiche_id uuid,
  action_id uuid,
  fonction text not null default '',
  decidee_le timestamptz,
  -- Place in the agenda citoyen, when it is in it.
  agenda_rang int check (agenda_rang between 1 and 99),
  primary key (contrat_id, id),
  unique (contrat_id, consultation_id, id),
  constraint idee_titre unique (contrat_id, consultation_id, titre),
  constraint idee_agenda unique (contrat_id, consultation_id, agenda_rang) deferrable initially immediate,
  foreign key (contrat_id, consultation_id) references consultation,
  foreign key (contrat_id, enjeu_id) references enjeu,
  foreign key (contrat_id, fiche_id) references fiche,
  foreign key (contrat_id, action_id) references action,
  constraint idee_decidee check ((verdict is null) = (decidee_le is null)),
  constraint idee_motivee check (verdict is null or motif <> ''),
  constraint idee_suivie check (verdict is distinct from 'retenue' or fiche_id is not null or action_id is not null)
);
create index on idee (contrat_id, fiche_id);

create table proposition (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  consultation_id uuid not null,
  numero int not null check (numero >= 1),
  texte text not null check (char_length(texte) between 12 and 140),
  -- As it was written, when only its spelling was corrected.
  texte_origine text check (char_length(texte_origine) between 12 and 140),
  normalise text not null check (length(normalise) between 1 and 200),
  etat text not null default 'en-attente' check (etat in
    ('en-attente', 'acceptee', 'refusee', 'reportee', 'retiree', 'rattachee')),
  motif text check (motif ~ '^[a-z-]{3,40}$'),
  motif_detail text not null default '' check (length(motif_detail) <= 1000),
  auteur_id uuid,
  prenom text check (length(prenom) between 1 and 40),
  canal text not null default 'web' check (canal in ('web', 'borne', 'papier', 'mediateur', 'amorce')),
  idee_id uuid,
  -- Set by three reports, until somebody has looked.
  masquee_le timestamptz,
  appel text not null default '' check (length(appel) <= 1000),
  appel_le timestamptz,
  appel_clos_le timestamptz,
  email text check (length(email) <= 254),
  email_jusqua timestamptz,
  verrou_id uuid,
  verrou_jusqua timestamptz,
  proposee_le timestamptz not null default now(),
  decidee_le timestamptz,
  acceptee_le timestamptz,
  primary key (contrat_id, id),
  unique (contrat_id, consultation_id, id),
  unique (contrat_id, consultation_id, numero),
  constraint proposition_texte unique (contrat_id, consultation_id, normalise),
  foreign key (contrat_id, consultation_id) references consultation,
  foreign key (contrat_id, consultation_id, auteur_id) references participant,
  foreign key (contrat_id, consultation_id, idee_id) references idee (contrat_id, consultation_id, id),
  foreign key (contrat_id, verrou_id) references personne,
  constraint proposition_motivee check ((etat = 'refusee') <= (motif is not null)),
  constraint proposition_rattachee check (etat <> 'rattachee' or idee_id is not null),
  constraint proposition_acceptee check (etat not in ('acceptee', 'rattachee') or acceptee_le is not null),
  check ((verrou_id is null) = (verrou_jusqua is null)),
  check ((email is null) = (email_jusqua is null))
);
create index on proposition (contrat_id, consultation_id, etat);
create index on proposition (contrat_id, consultation_id, auteur_id);
create index on proposition (contrat_id, idee_id);
-- GiST with long signatures: four times as fast as GIN, whose keys most of ten thousand French sentences share.
create index proposition_proche on proposition using gist (normalise gist_trgm_ops (siglen = 64));

create table vote_courant (
  contrat_id uuid not null,
  consultation_id uuid not null,
  proposition_id uuid not null,
  participant_id uuid not null,
  -- +1 d’accord, −1 pas d’accord, 0 neutre; null once withdrawn.
  valeur smallint check (valeur in (-1, 0, 1)),
  qualifs text[] not null default '{}',
  avant_valeur smallint,
  avant_qualifs text[] not null default '{}',
  origine text not null check (origine in ('sequence', 'lien')),
  confiance text not null check (confiance in ('normal', 'suspect')),
  primary key (contrat_id, proposition_id, participant_id),
  foreign key (contrat_id, consultation_id, proposition_id) references proposition (contrat_id, consultation_id, id),
  foreign key (contrat_id, consultation_id, participant_id) references participant deferrable initially immediate,
  constraint vote_qualifs ${QUALIFS_DU_VOTE}
);
create index on vote_courant (contrat_id, consultation_id, participant_id);

create table vote_event (
  id bigint generated always as identity,
  contrat_id uuid not null,
  consultation_id uuid not null,
  proposition_id uuid not null,
  participant_id uuid not null,
  valeur smallint check (valeur in (-1, 0, 1)),
  qualifs text[] not null default '{}',
  origine text not null check (origine in ('sequence', 'lien')),
  quand timestamptz not null default clock_timestamp(),
  primary key (contrat_id, id),
  foreign key (contrat_id, proposition_id, participant_id) references vote_courant deferrable initially immediate,
  constraint vote_event_qualifs ${QUALIFS_DU_VOTE}
);
create index on vote_event (contrat_id, consultation_id, participant_id, id);

-- Only the purge of an archived consultation may unlink votes from whoever gave them.
create function refuser_changement_vote() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.contrat_id, new.consultation_id, new.proposition_id, new.valeur, new.qualifs, new.origine)
      is not distinct from (old.id, old.contrat_id, old.consultation_id, old.proposition_id, old.valeur, old.qualifs, old.origine)
    and exists (select from consultation c where (c.contrat_id, c.id) = (old.contrat_id, old.consultation_id)
      and c.etape = 'archivee' and c.purgee_le is null) then
    return new;
  end if;
  raise exception 'Un vote inscrit ne se modifie pas.';
end
$$;
create trigger vote_event_immuable before update or delete on vote_event
  for each row execute function refuser_changement_vote();
create trigger vote_event_garde before truncate on vote_event
  for each statement execute function refuser_changement_vote();

create table proposition_compteur (
  contrat_id uuid not null,
  proposition_id uuid not null,
  confiance text not null check (confiance in ('normal', 'suspect')),
  origine text not null check (origine in ('sequence', 'lien')),
  ${COMPTES.map((compte) => `${compte} int not null default 0 check (${compte} >= 0)`).join(',\n  ')},
  primary key (contrat_id, proposition_id, confiance, origine),
  foreign key (contrat_id, proposition_id) references proposition on delete cascade
) with (fillfactor = 70);

create function ouvrir_les_comptes() returns trigger language plpgsql as $$
begin
  insert into proposition_compteur (contrat_id, proposition_id, confiance, origine)
  select n.contrat_id, n.id, c, o from nouvelles n, unnest(array['normal', 'suspect']) c, unnest(array['sequence', 'lien']) o;
  return null;
end
$$;
create trigger proposition_comptee after insert on proposition referencing new table as nouvelles
  for each statement execute function ouvrir_les_comptes();

create table sequence_servie (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  consultation_id uuid not null,
  participant_id uuid not null,
  proposition_ids uuid[] not null check (cardinality(proposition_ids) between 1 and 12),
  algorithme text not null check (algorithme in ('moins-vues', 'bandit')),
  graine int not null,
  servie_le timestamptz not null default now(),
  expire_le timestamptz not null,
  primary key (contrat_id, id),
  foreign key (contrat_id, consultation_id, participant_id) references participant on delete cascade
);
create index on sequence_servie (contrat_id, consultation_id, participant_id);

create table signalement (
  contrat_id uuid not null,
  consultation_id uuid not null,
  proposition_id uuid not null,
  participant_id uuid not null,
  motif text not null check (motif ~ '^[a-z-]{3,40}$'),
  detail text not null default '' check (length(detail) <= 1000),
  fait_le timestamptz not null default now(),
  clos_le timestamptz,
  primary key (contrat_id, proposition_id, participant_id),
  foreign key (contrat_id, proposition_id) references proposition,
  foreign key (contrat_id, consultation_id, participant_id) references participant on delete cascade
);

create table suspicion (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  consultation_id uuid not null,
  participant_id uuid not null,
  signal text not null check (signal in ('arrivees-groupees', 'votes-trop-rapides', 'meme-ordre', 'manuel')),
  relevee_le timestamptz not null default now(),
  levee_le timestamptz,
  motif text not null default '' check (length(motif) <= 1000),
  primary key (contrat_id, id),
  constraint suspicion_une unique (contrat_id, consultation_id, participant_id, signal),
  foreign key (contrat_id, consultation_id, participant_id) references participant on delete cascade
);

create table lot_papier (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  consultation_id uuid not null,
  canal text not null check (canal in ('papier', 'mediateur')),
  libelle text not null check (length(libelle) between 1 and 200),
  seance_id uuid,
  bulletins int not null check (bulletins between 1 and 100000),
  saisi_par_id uuid not null,
  controle_par_id uuid,
  saisi_le timestamptz not null default now(),
  controle_le timestamptz,
  primary key (contrat_id, id),
  foreign key (contrat_id, consultation_id) references consultation,
  foreign key (contrat_id, seance_id) references seance_dialogue,
  foreign key (contrat_id, saisi_par_id) references personne,
  foreign key (contrat_id, controle_par_id) references personne,
  constraint lot_double_saisie check (controle_par_id <> saisi_par_id),
  check ((controle_par_id is null) = (controle_le is null))
);
create index on lot_papier (contrat_id, consultation_id);

create table lot_papier_ligne (
  contrat_id uuid not null,
  lot_id uuid not null,
  proposition_id uuid not null,
  pour int not null default 0 check (pour >= 0),
  contre int not null default 0 check (contre >= 0),
  neutre int not null default 0 check (neutre >= 0),
  primary key (contrat_id, lot_id, proposition_id),
  foreign key (contrat_id, lot_id) references lot_papier on delete cascade,
  foreign key (contrat_id, proposition_id) references proposition
);
create index on lot_papier_ligne (contrat_id, proposition_id);
`;
