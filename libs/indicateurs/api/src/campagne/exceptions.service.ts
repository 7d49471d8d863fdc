import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { type Campagne, type ExceptionSaisie, refusDeJour } from '@pleniere/indicateurs/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import { CampagnesService, lireDans } from './campagnes.service';
import { ACCORDER, CONNUS, RETIRER, TENIR_SEUL } from './campagnes.sql';

/** Exceptions to a closed campagne: an organisation may still write, for a reason, until a day. */
@Injectable()
export class ExceptionsService {
  constructor(
    private readonly base: Base,
    private readonly campagnes: CampagnesService,
    private readonly horloge: Horloge,
  ) {}

  /** Opens a closed year to one organisation; throws 409 while the campagne is open to all. */
  accorder(acteur: Acteur, annee: number, saisie: ExceptionSaisie): Promise<Campagne> {
    const { contratId, nom } = acteur;
    const { organisationId, ficheId, motif, jusquAu } = saisie;
    return this.base.transaction(async (tx) => {
      if (!(await this.tenir(tx, contratId, annee))) {
        throw enConflit('Cette campagne n’est pas close\u00A0: chacun peut encore y saisir ses valeurs.');
      }
      const [connus] = await tx.query<{ organisation: boolean; fiche: boolean }[]>(CONNUS, [
        contratId,
        organisationId,
        ficheId,
      ]);
      const jour = refusDeJour(jusquAu, this.horloge.aujourdhui());
      const refus = [
        ...(connus?.organisation ? [] : [{ pointer: '/organisationId', detail: 'Choisissez une organisation.' }]),
        ...(connus?.fiche ? [] : [{ pointer: '/ficheId', detail: 'Cette fiche n’existe pas dans ce contrat.' }]),
        ...(jour === null ? [] : [{ pointer: '/jusquAu', detail: jour }]),
      ];
      if (refus.length > 0) throw refuse('L’exception n’est pas accordée\u00A0: corrigez ce qui est signalé.', refus);
      await tx.query(ACCORDER, [contratId, annee, organisationId, ficheId, motif, jusquAu, nom]);
      const accordee = await lireDans(tx, contratId, annee);
      const organisation = accordee.exceptions.find((une) => une.organisation.id === organisationId)?.organisation.nom;
      const apres = { organisation, jusquAu };
      await this.campagnes.consigner(tx, acteur, annee, { champ: 'exception', apres, motif });
      return accordee;
    });
  }

  /** Withdraws an exception: its organisation writes no more. */
  retirer(acteur: Acteur, annee: number, id: string, version: number): Promise<void> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      await this.tenir(tx, contratId, annee);
      const exception = (await lireDans(tx, contratId, annee)).exceptions.find((une) => une.id === id);
      if (!exception) throw introuvable('Cette exception');
      if (exception.version !== version) throw perime(exception);
      await tx.query(RETIRER, [contratId, annee, id, version]);
      const avant = { organisation: exception.organisation.nom, jusquAu: exception.jusquAu };
      await this.campagnes.consigner(tx, acteur, annee, { champ: 'exception', avant, motif: exception.motif });
    });
  }

  /** Waits for those who are writing in that year; tells whether it is closed. */
  private async tenir(tx: EntityManager, contratId: string, annee: number): Promise<boolean> {
    const [ligne] = await tx.query<{ close_le: Date | null }[]>(TENIR_SEUL, [contratId, annee]);
    if (!ligne) throw introuvable('Cette campagne');
    return ligne.close_le !== null;
  }
}
