import { Injectable } from '@nestjs/common';
import { Journal, Notifications } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type ContestationSituee,
  cleDe,
  type DecisionDeContestation,
  formaterAvecUnite,
  LIBELLES_ABSENCES,
} from '@pleniere/indicateurs/domain';
import { Base, Config, Courriels, refuse } from '@pleniere/shared/api';
import { INSECABLE } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { ValidationService } from '../qualite/validation.service';
import { ValeursService } from '../valeurs/valeurs.service';
import { ContestationsRepository } from './contestations.repository';
import { ContestationsService } from './contestations.service';

const AUTEUR = `select nom, email from personne where contrat_id = $1 and id = $2 and email is not null`;

/** The team decides of a contestation: the value, the reply, the journal and the e-mail go together. */
@Injectable()
export class DecisionDeContestationService {
  constructor(
    private readonly base: Base,
    private readonly contestations: ContestationsService,
    private readonly repository: ContestationsRepository,
    private readonly valeurs: ValeursService,
    private readonly validation: ValidationService,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
    private readonly courriels: Courriels,
    private readonly config: Config,
  ) {}

  /** 412 when the contestation, or the value beside which it was read, has moved on. */
  decider(
    acteur: Acteur,
    id: string,
    version: number,
    { decision, reponse, versionValeur }: DecisionDeContestation,
  ): Promise<ContestationSituee> {
    if (decision === 'refuser' && reponse === '') {
      const detail = 'Dites à l’auteur pourquoi sa proposition n’est pas retenue.';
      throw refuse(detail, [{ pointer: '/reponse', detail }]);
    }
    return this.base.transaction(async (tx) => {
      const courante = await this.contestations.verrouiller(tx, acteur, id, version);
      if (decision === 'accepter') {
        await this.ecrire(tx, acteur, await this.contestations.relire(tx, acteur, courante.id), versionValeur);
      }
      const statut = decision === 'accepter' ? 'acceptee' : 'refusee';
      await this.repository.clore(tx, acteur, courante, { statut, reponse });
      const decidee = await this.contestations.relire(tx, acteur, id);
      await this.journal.inscrire(tx, acteur, {
        objet: 'contestation',
        objetId: cleDe(courante),
        ficheId: decidee.indicateur.ficheId ?? undefined,
        champ: 'statut',
        avant: 'ouverte',
        apres: statut,
        motif: reponse || undefined,
      });
      await this.prevenir(tx, acteur, decidee);
      await this.notifications.annoncer(tx, acteur, {
        sorte: 'contestation-decidee',
        evenement: `contestation/${id}/${statut}`,
        titre: `Contestation ${statut === 'acceptee' ? 'acceptée' : 'refusée'}\u00A0: ${decidee.indicateur.libelle}`,
        lien: '/indicateurs/contestations',
        ficheId: decidee.indicateur.ficheId ?? undefined,
        pour: { personnes: [courante.auteurId] },
        permission: 'indicateurs.lire',
      });
      return decidee;
    });
  }

  /** Writes the proposed value as any entry is written, then holds it for checked: the team has just done so. */
  private async ecrire(
    tx: EntityManager,
    acteur: Acteur,
    contestation: ContestationSituee,
    versionValeur: number | null,
  ): Promise<void> {
    const { indicateurId, annee, territoire, ventilation, valeurProposee, source, auteur, actuelle } = contestation;
    const { qualite = 'provisoire', commentaire = '' } = actuelle ?? {};
    const cellule = { indicateurId, annee, territoire, ventilation };
    const { valeurs } = await this.valeurs.enregistrerDans(tx, acteur, [
      {
        ...cellule,
        version: versionValeur,
        valeur: valeurProposee,
        absence: null,
        qualite,
        commentaire,
        source,
        motif: `Contestation de ${auteur} acceptée`,
      },
    ]);
    const cellules = valeurs
      .filter(({ statut }) => statut === 'proposee')
      .map(({ version }) => ({ ...cellule, version }));
    if (cellules.length > 0) {
      await this.validation.deciderDans(tx, acteur, { cellules, decision: 'valider', motif: '' });
    }
  }

  private async prevenir(
    tx: EntityManager,
    { contratId, nom }: Acteur,
    contestation: ContestationSituee,
  ): Promise<void> {
    const { id, auteurId, statut, indicateur, annee, reponse } = contestation;
    const [auteur] = await tx.query<{ nom: string; email: string }[]>(AUTEUR, [contratId, auteurId]);
    if (!auteur) return;
    const verbe = statut === 'acceptee' ? 'acceptée' : 'refusée';
    await this.courriels.envoyer(tx, {
      contratId,
      cle: `contestation/${id}`,
      destinataire: { personneId: auteurId, ...auteur },
      objet: `Contestation ${verbe}${INSECABLE}: ${indicateur.libelle}, ${annee}`,
      texte: [
        'Bonjour,',
        `${nom} a ${statut === 'acceptee' ? 'accepté' : 'refusé'} votre contestation de la valeur ${annee} de l’indicateur «${INSECABLE}${indicateur.libelle}${INSECABLE}».`,
        direValeurs(contestation),
        ...(reponse ? [`Réponse${INSECABLE}: ${reponse}`] : []),
        `${this.config.adresse}/indicateurs/contestations`,
      ].join('\n\n'),
    });
  }
}

function direValeurs({ valeurContestee, valeurProposee, indicateur }: ContestationSituee): string {
  const { valeur, absence } = valeurContestee;
  const inscrite = absence ? LIBELLES_ABSENCES[absence].long : formaterAvecUnite(valeur, indicateur);
  const proposee = formaterAvecUnite(valeurProposee, indicateur);
  return `Valeur inscrite${INSECABLE}: ${inscrite}. Valeur proposée${INSECABLE}: ${proposee}.`;
}
