import type { MigrationInterface, QueryRunner } from 'typeorm';

const COMPTES = `
alter table compte
  add column oidc_emetteur text,
  add column oidc_sub text,
  drop constraint compte_check,
  add constraint compte_ouvrable check (mot_de_passe is not null or activation is not null or oidc_sub is not null),
  add constraint compte_oidc check ((oidc_emetteur is null) = (oidc_sub is null)),
  add constraint compte_oidc_key unique (oidc_emetteur, oidc_sub);

alter table session
  add column numero uuid not null default gen_random_uuid() unique,
  add column appareil text not null default 'Appareil inconnu' check (length(appareil) <= 80),
  add column oidc_jeton text;

-- What is known of log-ins: in words, without the address of anybody; kept for twelve months.
create table connexion (
  contrat_id uuid not null references contrat,
  id bigint generated always as identity,
  personne_id uuid not null,
  quand timestamptz not null default now(),
  resultat text not null check (resultat in
    ('reussie', 'mot-de-passe-refuse', 'second-facteur-refuse', 'sans-mandat', 'revoquee', 'deconnexion')),
  moyen text check (moyen in ('mot-de-passe', 'second-facteur', 'code-de-secours', 'fournisseur')),
  appareil text not null check (length(appareil) <= 80),
  reseau text not null check (length(reseau) <= 50),
  primary key (contrat_id, id),
  foreign key (contrat_id, personne_id) references personne on delete cascade,
  check ((moyen is null) = (resultat in ('revoquee', 'deconnexion')))
);
create index on connexion (contrat_id, personne_id, id desc);
create index on connexion (quand);

create table second_facteur (
  contrat_id uuid not null,
  compte_id uuid not null,
  secret text not null,
  active_le timestamptz,
  -- Last time step of thirty seconds whose code was accepted: none is accepted twice.
  dernier_pas bigint not null default 0,
  primary key (contrat_id, compte_id),
  foreign key (contrat_id, compte_id) references compte on delete cascade
);

create table code_secours (
  contrat_id uuid not null,
  compte_id uuid not null,
  empreinte text not null,
  utilise_le timestamptz,
  primary key (contrat_id, compte_id, empreinte),
  foreign key (contrat_id, compte_id) references second_facteur on delete cascade
);

-- A right password that waits for the second factor.
create table connexion_attente (
  id text primary key,
  contrat_id uuid not null,
  compte_id uuid not null,
  expire timestamptz not null,
  foreign key (contrat_id, compte_id) references compte on delete cascade
);
create index on connexion_attente (contrat_id, compte_id);

-- A browser on its way to the identity provider; then, when nobody here bears the identity, what the provider said.
create table oidc_demande (
  id text primary key,
  etat text,
  nonce text,
  verificateur text,
  retour text,
  identite jsonb,
  expire timestamptz not null,
  check ((identite is null) = (etat is not null and nonce is not null and verificateur is not null and retour is not null))
);
create index on oidc_demande (expire);

create table demande_acces (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  oidc_emetteur text not null,
  oidc_sub text not null,
  nom text not null check (length(nom) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  siret text check (siret ~ '^\\d{14}$'),
  organisation text not null check (length(organisation) <= 200),
  message text not null check (length(message) <= 1000),
  cree_le timestamptz not null default now(),
  statut text not null default 'en-attente' check (statut in ('en-attente', 'acceptee', 'declinee')),
  motif text check (length(motif) between 1 and 1000),
  traitee_par text,
  traitee_le timestamptz,
  primary key (contrat_id, id),
  check ((motif is not null) = (statut = 'declinee')),
  check ((traitee_par is null) = (statut = 'en-attente')),
  check ((traitee_le is null) = (statut = 'en-attente'))
);
create unique index demande_acces_une_seule on demande_acces (contrat_id, oidc_emetteur, oidc_sub)
  where statut = 'en-attente';
create index on demande_acces (contrat_id, cree_le desc);
`;

const DELEGATIONS = `
create extension if not exists btree_gist;

create table delegation (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  personne_id uuid not null,
  delegue_id uuid not null,
  du date not null,
  au date not null,
  primary key (contrat_id, id),
  foreign key (contrat_id, personne_id) references personne,
  foreign key (contrat_id, delegue_id) references personne,
  check (au >= du),
  check (delegue_id <> personne_id),
  constraint delegation_une_a_la_fois exclude using gist
    (contrat_id with =, personne_id with =, daterange(du, au, '[]') with &&)
);
create index on delegation (contrat_id, delegue_id);
`;

const AUJOURDHUI = `(now() at time zone 'Europe/Paris')::date`;

/** Mandats of a person today, as an SQL condition on the alias `m`. */
const enCours = (personne: string): string => `(m.contrat_id, m.personne_id) = (${personne})
      and m.du <= ${AUJOURDHUI} and (m.au is null or m.au >= ${AUJOURDHUI})`;

// Roles of one organisation, from the least to the most: who stands in for somebody never loses by it.
const rang = (role: string): string =>
  `array_position(array['lecteur', 'contributeur', 'delegue', 'referent', 'equipe'], ${role})`;

const HABILITATION = `
-- Who may act now: an account, by password or through the identity provider, whose person holds a mandat today; with
-- the role of a colleague of the same organisation who is away, when it is wider.
create view habilitation as
  select c.contrat_id, c.id as compte_id, p.id as personne_id, p.nom, p.fonction, coalesce(d.role, m.role) as role,
    m.organisation_id, d.nom as par_delegation_de
  from compte c
  join personne p on (p.contrat_id, p.id) = (c.contrat_id, c.personne_id)
  join lateral (
    select role, organisation_id from mandat m
    where ${enCours('p.contrat_id, p.id')}
    order by m.du, m.id limit 1
  ) m on true
  left join lateral (
    select absence.role, absent.nom
    from delegation d
    join personne absent on (absent.contrat_id, absent.id) = (d.contrat_id, d.personne_id)
    join lateral (
      select m.role, m.organisation_id from mandat m
      where ${enCours('absent.contrat_id, absent.id')}
      order by m.du, m.id limit 1
    ) absence on absence.organisation_id = m.organisation_id
    where (d.contrat_id, d.delegue_id) = (p.contrat_id, p.id) and ${AUJOURDHUI} between d.du and d.au
      and ${rang('absence.role')} > ${rang('m.role')}
    order by ${rang('absence.role')} desc, d.id limit 1
  ) d on true
  where c.mot_de_passe is not null or c.oidc_sub is not null;
`;

const HABILITATION_D_AVANT = `
create view habilitation as
  select c.contrat_id, c.id as compte_id, p.id as personne_id, p.nom, p.fonction, m.role, m.organisation_id
  from compte c
  join personne p on (p.contrat_id, p.id) = (c.contrat_id, c.personne_id)
  join lateral (
    select role, organisation_id from mandat m
    where ${enCours('p.contrat_id, p.id')}
    order by m.du, m.id limit 1
  ) m on true
  where c.mot_de_passe is not null;
`;

/** Sessions and log-ins that one can see, second factor, identity provider, requests for access, delegations. */
export class CreateAccesPersonnes1763800600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMPTES);
    await runner.query(DELEGATIONS);
    await runner.query(`drop view habilitation; ${HABILITATION}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view habilitation;
      drop table delegation, demande_acces, oidc_demande, connexion_attente, code_secours, second_facteur, connexion;
      alter table session drop column numero, drop column appareil, drop column oidc_jeton;
      delete from compte where mot_de_passe is null and activation is null;
      alter table compte drop constraint compte_ouvrable, drop column oidc_emetteur, drop column oidc_sub,
        add constraint compte_check check (mot_de_passe is not null or activation is not null);
      ${HABILITATION_D_AVANT}
    `);
  }
}
