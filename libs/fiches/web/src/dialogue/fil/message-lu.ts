import { Component, computed, inject, input } from '@angular/core';
import { type Fil, LIMITES_DIALOGUE, type Message, refusDeCorriger } from '@pleniere/fiches/domain';
import { Confirmation, DateFr, Saisie } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { DialogueStore } from '../dialogue-store';
import { citees, decouper } from '../redaction/mentions';

/** One message: who, when, what; its author corrects or deletes it while it is fresh. */
@Component({
  selector: 'pl-message-lu',
  imports: [DateFr, TypoFr],
  templateUrl: './message-lu.html',
  styleUrl: './message-lu.scss',
})
export class MessageLu {
  private readonly store = inject(DialogueStore);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);

  readonly message = input.required<Message>();
  readonly fil = input.required<Fil>();

  protected readonly passages = computed(() => {
    const { texte, mentions } = this.message();
    return decouper(
      texte,
      mentions.map(({ nom }) => nom),
    );
  });
  protected readonly corrigible = computed(
    () => refusDeCorriger(this.message(), this.store.personneId, Date.now()) === null,
  );

  protected async corriger(): Promise<void> {
    const message = this.message();
    await this.saisie.demander<{ texte: string }, Fil>({
      titre: 'Corriger ce message',
      action: 'Corriger',
      champs: [
        {
          cle: 'texte',
          libelle: 'Message',
          type: 'texte',
          lignes: 5,
          max: LIMITES_DIALOGUE.message,
          requis: 'Écrivez quelque chose.',
        },
      ],
      valeur: { texte: message.texte },
      enregistrer: ({ texte }) => {
        const mentions = citees(texte, this.store.lecteursDe(this.fil().visibilite)).map(({ id }) => id);
        return this.store.suivreFil(this.store.client.corriger(message, { texte, mentions }));
      },
    });
  }

  protected async supprimer(): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer ce message\u202F?',
      texte: 'Son texte disparaît\u202F; il reste écrit que vous l’avez supprimé.',
      action: 'Supprimer',
    });
    if (confirme) await this.store.tenter(() => this.store.suivreFil(this.store.client.supprimer(this.message())));
  }
}
