import { Injectable } from '@nestjs/common';
import { Invitations, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AcceptationSaisie,
  type DemandeAcces,
  type StatutDemandeAcces,
  verifierAcceptation,
} from '@pleniere/acteurs/domain';
import { Base, Config, Courriels, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { MandatsService } from '../mandats/mandats.service';
import { PersonneEntity } from '../personnes/personne.entity';
import { PersonnesService } from '../personnes/personnes.service';
import { LISTE_DEMANDES, MANDAT_EN_COURS, TRAITER, UNE_DEMANDE } from './demandes.sql';
import { jourDeParis } from '@pleniere/shared/domain';

interface DemandeLue {
  reponse: DemandeAcces;
  emetteur: string;
  sub: string;
}

/** Requests for access: the team lets in or declines; identity alone gives nothing. */
@Injectable()
export class DemandesService {
  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly courriels: Courriels,
    private readonly invitations: Invitations,
    private readonly journal: Journal,
    private readonly mandats: MandatsService,
    private readonly personnes: PersonnesService,
  ) {}

  /** The requests of a contrat, those that wait first. */
  async lister(contratId: string): Promise<DemandeAcces[]> {
    const [ligne] = await this.base.lire<{ reponse: DemandeAcces[] }>('demandes-acces', LISTE_DEMANDES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Lets somebody in, as a person known or new, with a mandat from today when one is given. */
  accepter(acteur: Acteur, id: string, version: number, saisie: AcceptationSaisie): Promise<DemandeAcces> {
    return this.base.transaction(async (tx) => {
      const { reponse: demande, emetteur, sub } = await this.trouver(tx, acteur, id, version);
      const refus = verifierAcceptation(saisie);
      if (refus !== null) throw refuse(refus);
      const personne = await this.personneDe(tx, acteur, demande, saisie);
      await this.donnerMandat(tx, acteur, personne.id, saisie);
      const email = personne.email ?? demande.email;
      await this.invitations.rattacher(tx, acteur, personne.id, email, { emetteur, sub });
      await this.traiter(tx, acteur, demande, 'acceptee', null);
      const suite = `Bonjour ${demande.nom},\n\nVotre demande est acceptée. Entrez par votre fournisseur d’identité :`;
      await this.repondre(tx, acteur, demande, 'Votre accès est ouvert', `${suite}\n${this.config.adresse}/connexion`);
      return (await this.lire(tx, acteur, id)).reponse;
    });
  }

  /** Declines, with a reason. */
  decliner(acteur: Acteur, id: string, version: number, motif: string): Promise<DemandeAcces> {
    return this.base.transaction(async (tx) => {
      const { reponse: demande } = await this.trouver(tx, acteur, id, version);
      await this.traiter(tx, acteur, demande, 'declinee', motif);
      const suite = `Bonjour ${demande.nom},\n\nL’équipe du contrat de ville n’a pas ouvert d’accès :\n${motif}`;
      await this.repondre(tx, acteur, demande, 'Votre demande d’accès', suite);
      return (await this.lire(tx, acteur, id)).reponse;
    });
  }

  private async personneDe(
    tx: EntityManager,
    acteur: Acteur,
    { nom, email }: DemandeAcces,
    { personneId, fonction }: AcceptationSaisie,
  ): Promise<{ id: string; email: string | null }> {
    if (personneId === null) return this.personnes.ajouter(tx, acteur, { nom, fonction: fonction ?? '', email });
    const connue = await tx.findOneBy(PersonneEntity, { contratId: acteur.contratId, id: personneId });
    if (!connue) throw introuvable('Cette personne');
    return connue;
  }

  private async donnerMandat(
    tx: EntityManager,
    acteur: Acteur,
    personneId: string,
    { organisationId, role }: AcceptationSaisie,
  ): Promise<void> {
    if (organisationId !== null && role !== null) {
      const du = jourDeParis();
      await this.mandats.donner(tx, acteur, { personneId, organisationId, role, du, au: null });
      return;
    }
    const enCours = await tx.query<unknown[]>(MANDAT_EN_COURS, [acteur.contratId, personneId]);
    if (enCours.length === 0) throw refuse('Cette personne n’a pas de mandat en cours : donnez-lui en un.');
  }

  private async traiter(
    tx: EntityManager,
    acteur: Acteur,
    { id, version, nom }: DemandeAcces,
    statut: StatutDemandeAcces,
    motif: string | null,
  ): Promise<void> {
    const [, traitees] = await tx.query<[unknown[], number]>(TRAITER, [
      acteur.contratId,
      id,
      version,
      statut,
      motif,
      acteur.nom,
    ]);
    if (traitees === 0) throw perime((await this.lire(tx, acteur, id)).reponse);
    const apres = { nom, statut };
    await this.journal.inscrire(tx, acteur, { objet: 'demande', objetId: id, apres, motif: motif ?? undefined });
  }

  private async repondre(
    tx: EntityManager,
    { contratId }: Acteur,
    { id, nom, email }: DemandeAcces,
    objet: string,
    texte: string,
  ): Promise<void> {
    const destinataire = { personneId: null, nom, email };
    await this.courriels.envoyer(tx, { contratId, cle: `demande-acces/${id}/reponse`, destinataire, objet, texte });
  }

  private async trouver(tx: EntityManager, acteur: Acteur, id: string, version: number): Promise<DemandeLue> {
    const lue = await this.lire(tx, acteur, id);
    if (lue.reponse.version !== version) throw perime(lue.reponse);
    if (lue.reponse.statut !== 'en-attente') throw enConflit('Cette demande a déjà sa réponse.');
    return lue;
  }

  private async lire(tx: EntityManager, { contratId }: Acteur, id: string): Promise<DemandeLue> {
    const [demande] = await tx.query<DemandeLue[]>(UNE_DEMANDE, [contratId, id]);
    if (!demande) throw introuvable('Cette demande');
    return demande;
  }
}
