import { inject, Injectable } from '@angular/core';
import {
  type ContestationSituee,
  type DecisionContestation,
  formaterAvecUnite,
  LIMITES_CONTESTATION,
} from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import { Annonce, Confirmation, ErreurApi, lireProbleme, Saisie } from '@pleniere/shared/ui';
import { direValeur } from '../qualite/mots-verification';
import { QualiteClient } from '../qualite/qualite-client';

const PERIME = 412;

/** A conflict is told as such: the form holds a reply, not the value that moved. */
function raconter(erreur: unknown): unknown {
  if (lireProbleme(erreur).status !== PERIME) return erreur;
  return new ErreurApi({
    type: 'about:blank',
    status: 409,
    title: 'La valeur ou la contestation a changé entre-temps.',
    detail: 'Rien n’a été écrit. Fermez cette fenêtre, relisez les deux valeurs et décidez à nouveau.',
  });
}

/** What is done with a contestation: the team decides, its author withdraws. True when it was done. */
@Injectable({ providedIn: 'root' })
export class GestesContestation {
  private readonly client = inject(QualiteClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  async decider(contestation: ContestationSituee, decision: DecisionContestation): Promise<boolean> {
    const accepter = decision === 'accepter';
    const proposee = formaterAvecUnite(contestation.valeurProposee, contestation.indicateur);
    const inscrite = contestation.actuelle ? direValeur(contestation.actuelle, contestation.indicateur) : 'aucune';
    const decidee = await this.saisie.demander({
      titre: accepter ? 'Accepter la contestation' : 'Refuser la contestation',
      texte: accepter
        ? `La valeur ${proposee} remplacera ${inscrite}, avec sa source. L’auteur est prévenu par courriel.`
        : `La valeur ${inscrite} reste inscrite. L’auteur est prévenu par courriel.`,
      champs: [
        {
          cle: 'reponse',
          libelle: `Réponse à ${contestation.auteur}`,
          type: 'texte',
          lignes: 4,
          max: LIMITES_CONTESTATION.reponse,
          ...(accepter ? {} : { requis: 'Dites à l’auteur pourquoi sa proposition n’est pas retenue.' }),
        },
      ],
      valeur: { reponse: '' as string | null },
      action: accepter ? 'Accepter' : 'Refuser',
      enregistrer: async ({ reponse }) => {
        const versionValeur = contestation.actuelle?.version ?? null;
        try {
          return await this.client.deciderContestation(contestation, {
            decision,
            reponse: reponse ?? '',
            versionValeur,
          });
        } catch (erreur) {
          throw raconter(erreur);
        }
      },
    });
    if (!decidee) return false;
    void this.annonce.dire(accepter ? `Contestation acceptée${INSECABLE}: ${proposee}.` : 'Contestation refusée.');
    return true;
  }

  async retirer(contestation: ContestationSituee): Promise<boolean> {
    const confirme = await this.confirmation.demander({
      titre: 'Retirer votre contestation\u202F?',
      texte: 'Elle reste dans la liste comme retirée. Vous pourrez en ouvrir une autre.',
      action: 'Retirer',
    });
    if (!confirme) return false;
    await this.client.retirerContestation(contestation);
    void this.annonce.dire('Contestation retirée.');
    return true;
  }
}
