import { Injectable } from '@nestjs/common';
import { Journal, Notifications } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Contestation,
  type ContestationSaisie,
  type ContestationSituee,
  cleDe,
  verifierContenu,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit, interdit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { ValeursRepository } from '../valeurs/valeurs.repository';
import { ContestationsRepository } from './contestations.repository';

const INCONNUE = 'Cette contestation';

/** A délégué proposes another value, and may withdraw what they proposed. */
@Injectable()
export class ContestationsService {
  constructor(
    private readonly base: Base,
    private readonly repository: ContestationsRepository,
    private readonly valeurs: ValeursRepository,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
  ) {}

  lister(acteur: Acteur, indicateurId?: string): Promise<ContestationSituee[]> {
    return this.repository.lister(acteur, indicateurId);
  }

  /** Opens a contestation of what stands in a cell; 409 when nothing does, or when another one waits there. */
  ouvrir(acteur: Acteur, saisie: ContestationSaisie): Promise<ContestationSituee> {
    return this.base.transaction(async (tx) => {
      const contestee = await this.valeurContestable(tx, acteur, saisie);
      const id = await this.repository.ouvrir(tx, acteur, saisie, contestee);
      if (id === null) throw enConflit('Une contestation attend déjà la décision de l’équipe sur cette valeur.');
      const { valeurProposee: valeur, motif, source } = saisie;
      await this.journal.inscrire(tx, acteur, {
        objet: 'contestation',
        objetId: cleDe(saisie),
        ficheId: contestee.ficheId ?? undefined,
        apres: { valeur, motif, source },
      });
      const ouverte = await this.relire(tx, acteur, id);
      await this.notifications.annoncer(tx, acteur, {
        sorte: 'contestation',
        evenement: `contestation/${id}/ouverte`,
        titre: `Valeur ${ouverte.annee} contestée\u00A0: ${ouverte.indicateur.libelle}`,
        texte: `${acteur.nom} propose une autre valeur.`,
        lien: '/indicateurs/contestations',
        ficheId: contestee.ficheId ?? undefined,
        pour: { roles: ['equipe'] },
        permission: 'valeurs.valider',
      });
      return ouverte;
    });
  }

  /** Withdraws one's own contestation as long as it is open. */
  retirer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      const courante = await this.verrouiller(tx, acteur, id, version);
      if (courante.auteurId !== acteur.personneId) throw interdit('Seul son auteur retire une contestation.');
      await this.repository.clore(tx, acteur, courante, { statut: 'retiree', reponse: '' });
      const objet = { objet: 'contestation', objetId: cleDe(courante), champ: 'statut' };
      await this.journal.inscrire(tx, acteur, { ...objet, avant: 'ouverte', apres: 'retiree' });
    });
  }

  /** An open contestation, locked; 404 when absent, 412 with the current one when it moved on. */
  async verrouiller(tx: EntityManager, acteur: Acteur, id: string, version: number): Promise<Contestation> {
    const courante = await this.repository.verrouiller(tx, acteur.contratId, id);
    if (!courante) throw introuvable(INCONNUE);
    if (courante.version !== version) throw perime(await this.relire(tx, acteur, id));
    if (courante.statut !== 'ouverte') throw enConflit('Cette contestation est déjà décidée.');
    return courante;
  }

  /** A contestation as it stands in the transaction. */
  async relire(tx: EntityManager, acteur: Acteur, id: string): Promise<ContestationSituee> {
    const lue = await this.repository.lire(tx, acteur, id);
    if (!lue) throw introuvable(INCONNUE);
    return lue;
  }

  private async valeurContestable(tx: EntityManager, acteur: Acteur, saisie: ContestationSaisie) {
    const { indicateurs } = await this.valeurs.contexte(tx, acteur, [
      { ...saisie, version: null, valeur: null, absence: null, qualite: 'provisoire', commentaire: '' },
    ]);
    const [indicateur] = indicateurs;
    if (!indicateur) {
      const detail = 'Cet indicateur n’existe pas dans ce contrat.';
      throw refuse(detail, [{ pointer: '/indicateurId', detail }]);
    }
    if (indicateur.ficheArchivee) throw enConflit(FICHE_ARCHIVEE);
    const [actuelle] = await this.valeurs.verrouiller(tx, acteur.contratId, [saisie]);
    if (!actuelle) throw enConflit('Cette case est vide\u00A0: il n’y a pas de valeur à contester.');
    const { valeur, absence } = actuelle;
    const memes = isDeepStrictEqual(valeur, saisie.valeurProposee);
    const refus = memes ? 'C’est déjà la valeur inscrite.' : verifierContenu(saisie.valeurProposee, indicateur);
    if (refus !== null) throw refuse(refus, [{ pointer: '/valeurProposee', detail: refus }]);
    return { valeur, absence, ficheId: indicateur.ficheId };
  }
}
