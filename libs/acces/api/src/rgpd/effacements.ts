import { Injectable } from '@nestjs/common';
import { type Acteur, libellePseudonyme, type Role } from '@pleniere/acces/domain';
import { Base, enConflit, introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Journal } from '../journal/journal';
import { CITATIONS, SIGNATURES } from './catalogue.sql';

interface Personne {
  nom: string;
  mandat: { role: Role; organisation: string } | null;
  efface: boolean;
  objets: string[];
}

interface Colonne {
  table: string;
  colonne: string;
  parPersonne?: boolean;
  fonction?: boolean;
}

const PERSONNE = `
  select p.nom, exists (select from pseudonyme s where (s.contrat_id, s.personne_id) = (p.contrat_id, p.id)) as efface,
    (select json_build_object('role', m.role, 'organisation', o.nom) from mandat m
      join organisation o on (o.contrat_id, o.id) = (m.contrat_id, m.organisation_id)
      where (m.contrat_id, m.personne_id) = (p.contrat_id, p.id) order by m.du desc, m.id limit 1) as mandat,
    array(select c.id::text from compte c where (c.contrat_id, c.personne_id) = (p.contrat_id, p.id)
      union all select d.id::text from delegation d
        where d.contrat_id = p.contrat_id and p.id in (d.personne_id, d.delegue_id)
      union all select q.id::text from demande_acces q
        where q.contrat_id = p.contrat_id and lower(q.email) = lower(p.email)
      union all select e.id::text from courriel e
        where e.contrat_id = p.contrat_id and (e.personne_id = p.id or lower(e.email) = lower(p.email))
      union all select distinct j.objet_id from journal j
        where (j.contrat_id, j.personne_id) = (p.contrat_id, p.id) and j.objet in ('compte', 'delegation')
      union all select p.id::text) as objets
  from personne p where p.contrat_id = $1 and p.id = $2 for update of p`;

// Locks every account of the team, so that two of its people cannot erase each other at once.
const AUTRES_EQUIPIERS = `
  select c.id from compte c
  where c.contrat_id = $1 and c.personne_id <> $2 and exists (
    select from habilitation h where (h.contrat_id, h.compte_id, h.role) = (c.contrat_id, c.id, 'equipe'))
  for update of c`;

const PSEUDONYME = `
  insert into pseudonyme (contrat_id, personne_id, libelle, objets, nom_empreinte)
  values ($1, $2, $3, $4, sha256(convert_to($5, 'UTF8')))`;

// In the order of the foreign keys; what the account holds goes with it.
const SUPPRIMER: readonly string[] = [
  'delete from compte where contrat_id = $1 and personne_id = $2',
  'delete from connexion where contrat_id = $1 and personne_id = $2',
  'delete from delegation where contrat_id = $1 and $2 in (personne_id, delegue_id)',
  'delete from notification where contrat_id = $1 and personne_id = $2',
  'delete from preference_notification where contrat_id = $1 and personne_id = $2',
  `delete from courriel e using personne p
   where e.contrat_id = $1 and p.contrat_id = $1 and p.id = $2 and (e.personne_id = p.id or lower(e.email) = lower(p.email))`,
  `delete from demande_acces d using personne p
   where d.contrat_id = $1 and p.contrat_id = $1 and p.id = $2 and lower(d.email) = lower(p.email)`,
  `delete from mandat where contrat_id = $1 and personne_id = $2 and du > (now() at time zone 'Europe/Paris')::date`,
  `update mandat set au = greatest(du, (now() at time zone 'Europe/Paris')::date - 1), version = version + 1
   where contrat_id = $1 and personne_id = $2 and (au is null or au >= (now() at time zone 'Europe/Paris')::date)`,
];

const EFFACER = `
  update personne set nom = $3, fonction = '', email = null, version = version + 1 where contrat_id = $1 and id = $2`;

/** Erasure of a person (RGPD, article 17): what they did stays, under their part and their organisation. */
@Injectable()
export class Effacements {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** Gives the label that takes the place of the name; throws 409 for the last account of the team, or a second time. */
  effacer(acteur: Acteur, personneId: string): Promise<string> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const [personne] = await tx.query<Personne[]>(PERSONNE, [contratId, personneId]);
      if (!personne) throw introuvable('Cette personne');
      if (personne.efface) throw enConflit('Cette personne est déjà effacée.');
      const autres = await tx.query<unknown[]>(AUTRES_EQUIPIERS, [contratId, personneId]);
      if (autres.length === 0) {
        throw enConflit('C’est le dernier compte de l’équipe : ouvrez-en un autre avant d’effacer celui-ci.');
      }
      const { nom, mandat, objets } = personne;
      const libelle = libellePseudonyme(mandat);
      await tx.query(PSEUDONYME, [contratId, personneId, libelle, objets, nom]);
      await resigner(tx, contratId, personneId, nom, libelle);
      for (const ordre of SUPPRIMER) await tx.query(ordre, [contratId, personneId]);
      await tx.query(EFFACER, [contratId, personneId, libelle.slice(0, 120)]);
      await tx.query(`insert into purge (contrat_id, quoi, nombre) values ($1, 'effacement', 1)`, [contratId]);
      const champ = { objet: 'effacement', objetId: personneId, apres: libelle };
      await this.journal.inscrire(tx, acteur, acteur.personneId === personneId ? [] : champ);
      return libelle;
    });
  }
}

/** Replaces the name wherever it signs. */
async function resigner(
  tx: EntityManager,
  contratId: string,
  personneId: string,
  nom: string,
  libelle: string,
): Promise<void> {
  for (const { table, colonne, parPersonne, fonction } of await tx.query<Colonne[]>(SIGNATURES)) {
    const vide = fonction ? `, fonction = ''` : '';
    const [cible, cle] = parPersonne ? ['personne_id', personneId] : [colonne, nom];
    const ordre = `update ${table} set ${colonne} = $3${vide} where contrat_id = $1 and ${cible} = $2`;
    await tx.query(ordre, [contratId, cle, libelle]);
  }
  for (const { table, colonne } of await tx.query<Colonne[]>(CITATIONS)) {
    const cite = `${colonne}::text`;
    await tx.query(
      `update ${table} set ${colonne} = replace(${cite}, to_json($2::text)::text, to_json($3::text)::text)::jsonb
       where contrat_id = $1 and position(to_json($2::text)::text in ${cite}) > 0`,
      [contratId, nom, libelle],
    );
  }
}
