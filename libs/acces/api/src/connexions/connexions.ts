import { Injectable } from '@nestjs/common';
import { type Acteur, type Connexion, type MoyenConnexion, type ResultatConnexion } from '@pleniere/acces/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import type { Origine } from './origine';

/** Whose log-in it is. */
export type ClePersonne = Pick<Acteur, 'contratId' | 'personneId'>;

const CONSIGNER = `
  insert into connexion (contrat_id, personne_id, resultat, moyen, appareil, reseau) values ($1, $2, $3, $4, $5, $6)`;

// One statement whether the account exists or not, so that time tells little.
const CONSIGNER_REFUS = `
  insert into connexion (contrat_id, personne_id, resultat, moyen, appareil, reseau)
  select contrat_id, personne_id, $2, 'mot-de-passe', $3, $4 from compte where lower(email) = lower($1)`;

const LIRE = `
  select coalesce((
    select json_agg(json_build_object('id', c.id::text, 'quand', c.quand, 'resultat', c.resultat, 'moyen', c.moyen,
      'appareil', c.appareil, 'reseau', c.reseau) order by c.id desc)
    from (select * from connexion where (contrat_id, personne_id) = (p.contrat_id, p.id) order by id desc limit 100) c
  ), '[]') as reponse
  from personne p where p.contrat_id = $1 and p.id = $2`;

/** The log of connexions: who tried to log in, when, on what device, and what came of it. */
@Injectable()
export class Connexions {
  constructor(private readonly base: Base) {}

  /** Adds a line, in the transaction that opens the session if there is one. */
  async consigner(
    { contratId, personneId }: ClePersonne,
    resultat: ResultatConnexion,
    moyen: MoyenConnexion,
    { appareil, reseau }: Origine,
    tx: EntityManager = this.base.entites,
  ): Promise<void> {
    await tx.query(CONSIGNER, [contratId, personneId, resultat, moyen, appareil, reseau]);
  }

  /** Adds a refused password to the log of the account of this address, if there is one. */
  async consignerRefus(email: string, resultat: ResultatConnexion, { appareil, reseau }: Origine): Promise<void> {
    await this.base.entites.query(CONSIGNER_REFUS, [email, resultat, appareil, reseau]);
  }

  /** The last hundred lines of a person, newest first; throws 404 when the contrat has no such person. */
  async lire({ contratId, personneId }: ClePersonne): Promise<Connexion[]> {
    const cle = [contratId, personneId];
    const [ligne] = await this.base.lire<{ reponse: Connexion[] }>('connexions', LIRE, cle);
    if (!ligne) throw introuvable('Cette personne');
    return ligne.reponse;
  }
}
