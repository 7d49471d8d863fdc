import { Injectable } from '@nestjs/common';
import {
  type Acteur,
  type Delegation,
  type DelegationSaisie,
  type DelegationsPersonne,
  verifierDelegation,
} from '@pleniere/acces/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { ClePersonne } from '../connexions/connexions';
import { Journal } from '../journal/journal';
import { DELEGATIONS, DELEGUER, METTRE_FIN, UNE_DELEGATION } from './delegations.sql';
import { jourDeParis } from '@pleniere/shared/domain';

const refuserChamp = (pointer: string, detail: string) => refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

/** Delegations while somebody is away: the view `habilitation` gives the colleague the role that is wider. */
@Injectable()
export class Delegations {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** The delegations of a person that are not over, and who could act in their place; throws 404 when unknown. */
  async lire({ contratId, personneId }: ClePersonne): Promise<DelegationsPersonne> {
    const cle = [contratId, personneId];
    const [ligne] = await this.base.lire<{ reponse: DelegationsPersonne }>('delegations', DELEGATIONS, cle);
    if (!ligne) throw introuvable('Cette personne');
    return ligne.reponse;
  }

  /** Delegates to a colleague of the same organisation; one at a time. */
  async deleguer(acteur: Acteur, personneId: string, saisie: DelegationSaisie): Promise<Delegation> {
    const cle = { contratId: acteur.contratId, personneId };
    const { delegueId, du, au } = saisie;
    const { collegues } = await this.lire(cle);
    const refus = verifierDelegation(saisie, jourDeParis());
    if (refus !== null) throw refuserChamp('/au', refus);
    if (!collegues.some(({ id }) => id === delegueId)) {
      throw refuserChamp('/delegueId', 'Choisissez une personne de la même organisation qui a un compte.');
    }
    return this.base.transaction(async (tx) => {
      const id = await inserer(tx, [acteur.contratId, personneId, delegueId, du, au]);
      const delegation = await this.trouver(tx, cle, id);
      await this.journal.inscrire(tx, acteur, { objet: 'delegation', objetId: id, apres: consignee(delegation) });
      return delegation;
    });
  }

  /** Ends a delegation, or calls it off. */
  mettreFin(acteur: Acteur, personneId: string, id: string, version: number): Promise<void> {
    const cle = { contratId: acteur.contratId, personneId };
    return this.base.transaction(async (tx) => {
      const delegation = await this.trouver(tx, cle, id);
      const [, finies] = await tx.query<[unknown[], number]>(METTRE_FIN, [acteur.contratId, personneId, id, version]);
      if (finies === 0) throw perime(delegation);
      await this.journal.inscrire(tx, acteur, { objet: 'delegation', objetId: id, avant: consignee(delegation) });
    });
  }

  private async trouver(tx: EntityManager, { contratId, personneId }: ClePersonne, id: string): Promise<Delegation> {
    const cle = [contratId, personneId, id];
    const [ligne] = await tx.query<{ reponse: Delegation }[]>(UNE_DELEGATION, cle);
    if (!ligne) throw introuvable('Cette délégation');
    return ligne.reponse;
  }
}

async function inserer(tx: EntityManager, valeurs: unknown[]): Promise<string> {
  try {
    const [ligne] = await tx.query<{ id: string }[]>(DELEGUER, valeurs);
    return ligne?.id ?? '';
  } catch (erreur) {
    const { constraint } = erreur instanceof QueryFailedError ? (erreur.driverError as { constraint?: string }) : {};
    if (constraint !== 'delegation_une_a_la_fois') throw erreur;
    throw enConflit('Une autre délégation couvre déjà une partie de cette période : mettez-y fin d’abord.');
  }
}

const consignee = ({ personne, delegue, du, au }: Delegation) => ({
  personne: personne.nom,
  delegue: delegue.nom,
  du,
  au,
});
