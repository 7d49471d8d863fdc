import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Declinaison, DeclinaisonSaisie } from '@pleniere/fiches/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { verrouillerFiche } from '../fiche/verrou';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import { changementsDe, entreesDe } from './changements';
import { DeclinaisonEntity } from './declinaison.entity';
import { JSON_DECLINAISON, TABLES_DECLINAISON } from './lectures';
import { refusDeDeclinaison, type PlaceDeclinaison } from './regles-declinaison';

const LIRE = `select ${JSON_DECLINAISON} as declinaison from ${TABLES_DECLINAISON} where d.contrat_id = $1 and d.id = $2`;

/** How each ville carries a common fiche out; written by the ville's own référents, until the fiche is archived. */
@Injectable()
export class DeclinaisonsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /** Adds the déclinaison of a ville; throws 409 when that ville has one already on that territory. */
  async creer(acteur: Acteur, ficheId: string, saisie: DeclinaisonSaisie): Promise<Declinaison> {
    const { contratId } = acteur;
    await this.autorisation.perimetreFiche(contratId, ficheId);
    this.autoriser(acteur, saisie.organisationId);
    const id = randomUUID();
    return this.base.transaction(async (tx) => {
      await this.verifier(tx, { contratId, ficheId, id, meteo: null }, saisie);
      const ecrite = changementsDe<Partial<DeclinaisonSaisie>>({}, saisie);
      await tx.insert(DeclinaisonEntity, { contratId, id, ficheId, version: 1, ...ecrite });
      await this.journal.inscrire(tx, acteur, { objet: 'declinaison', objetId: id, ficheId, apres: ecrite });
      await this.annonces.fiche(tx, acteur, ficheId);
      return this.lire(tx, acteur, id);
    });
  }

  /** Changes parts of a déclinaison; throws 412 with the current one when somebody else changed it in between. */
  async changer(
    acteur: Acteur,
    id: string,
    version: number,
    demande: Partial<DeclinaisonSaisie>,
  ): Promise<Declinaison> {
    return this.base.transaction(async (tx) => {
      const actuelle = await this.verrouiller(tx, acteur, id, version);
      const changements = changementsDe<DeclinaisonSaisie>(actuelle, demande);
      if (Object.keys(changements).length === 0) return this.lire(tx, acteur, id);
      this.autoriser(acteur, changements.organisationId ?? actuelle.organisationId);
      await this.verifier(tx, actuelle, { ...actuelle, ...changements });
      const cle = { contratId: acteur.contratId, id, version };
      await tx.update(DeclinaisonEntity, cle, { ...changements, version: version + 1 });
      const objet = { objet: 'declinaison', objetId: id, ficheId: actuelle.ficheId };
      await this.journal.inscrire(tx, acteur, entreesDe<DeclinaisonSaisie>(objet, actuelle, changements));
      await this.annonces.fiche(tx, acteur, actuelle.ficheId);
      return this.lire(tx, acteur, id);
    });
  }

  /** Removes a déclinaison; the journal keeps what it was. */
  async supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    await this.base.transaction(async (tx) => {
      const { ficheId } = await this.verrouiller(tx, acteur, id, version);
      await this.ouvrirFiche(tx, acteur, ficheId);
      const avant = await this.lire(tx, acteur, id);
      await tx.delete(DeclinaisonEntity, { contratId: acteur.contratId, id, version });
      await this.journal.inscrire(tx, acteur, { objet: 'declinaison', objetId: id, ficheId, avant });
      await this.annonces.fiche(tx, acteur, ficheId);
    });
  }

  private autoriser(acteur: Acteur, organisationId: string): void {
    const perimetre = { contratId: acteur.contratId, organisationIds: [organisationId] };
    this.autorisation.exiger(acteur, 'declinaisons.ecrire', perimetre);
  }

  private async verrouiller(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    version: number,
  ): Promise<DeclinaisonEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const actuelle = await tx.findOne(DeclinaisonEntity, { where: { contratId: acteur.contratId, id }, lock });
    if (!actuelle) throw introuvable('Cette déclinaison');
    this.autoriser(acteur, actuelle.organisationId);
    if (actuelle.version !== version) throw perime(await this.lire(tx, acteur, id));
    return actuelle;
  }

  private async ouvrirFiche(
    tx: EntityManager,
    { contratId }: Pick<Acteur, 'contratId'>,
    ficheId: string,
  ): Promise<void> {
    const { statut } = await verrouillerFiche(tx, contratId, ficheId);
    if (statut === 'archive') throw enConflit('La fiche est archivée\u00A0: ses déclinaisons ne changent plus.');
  }

  private async verifier(tx: EntityManager, place: PlaceDeclinaison, saisie: DeclinaisonSaisie): Promise<void> {
    await this.ouvrirFiche(tx, place, place.ficheId);
    const refus = await refusDeDeclinaison(tx, place, saisie);
    if (refus.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été enregistré.', refus);
  }

  private async lire(tx: EntityManager, { contratId }: Acteur, id: string): Promise<Declinaison> {
    const [ligne] = await tx.query<{ declinaison: Declinaison }[]>(LIRE, [contratId, id]);
    if (!ligne) throw introuvable('Cette déclinaison');
    return ligne.declinaison;
  }
}
