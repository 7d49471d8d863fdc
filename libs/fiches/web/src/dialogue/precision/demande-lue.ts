import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  champDe,
  type DemandePrecision,
  LIBELLES_STATUTS_PRECISION,
  LIMITES_DIALOGUE,
  type StatutPrecision,
} from '@pleniere/fiches/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import { DateFr, PlPuceStatut, Saisie, type Ton } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { DialogueStore } from '../dialogue-store';

const TONS: Readonly<Record<StatutPrecision, Ton>> = { ouverte: 'attention', repondue: 'info', close: 'succes' };

/** A demande de précision: the question, whom it is put to and by when, the answer, the end. */
@Component({
  selector: 'pl-demande-lue',
  imports: [DateFr, PlPuceStatut, RouterLink, TypoFr],
  templateUrl: './demande-lue.html',
  styleUrl: './demande-lue.scss',
  host: { role: 'article', '[attr.aria-label]': '"Demande de précision à " + demande().destinataire.nom' },
})
export class DemandeLue {
  protected readonly store = inject(DialogueStore);
  private readonly saisie = inject(Saisie);

  readonly demande = input.required<DemandePrecision>();

  protected readonly objet = computed(() => {
    const { champ } = this.demande();
    return champ === null ? null : { champ, libelle: champDe(champ).libelle };
  });
  protected readonly libelle = computed(() => LIBELLES_STATUTS_PRECISION[this.demande().statut]);
  protected readonly ton = computed(() => TONS[this.demande().statut]);
  protected readonly echeance = computed(() => {
    const retard = this.store.retard(this.demande());
    const jour = formaterDate(this.demande().echeance);
    return retard > 0 ? `Attendue le ${jour}, en retard de ${accorder(retard, 'jour')}` : `Attendue pour le ${jour}`;
  });
  protected readonly enRetard = computed(() => this.store.retard(this.demande()) > 0);
  protected readonly peutRepondre = computed(() => this.store.peutRepondre(this.demande()));
  protected readonly peutClore = computed(() => this.store.peutClore(this.demande()));

  protected async repondre(): Promise<void> {
    const demande = this.demande();
    await this.saisie.demander<{ reponse: string }, DemandePrecision>({
      titre: demande.statut === 'ouverte' ? 'Répondre à la demande' : 'Corriger la réponse',
      texte: demande.question,
      action: 'Répondre',
      champs: [
        {
          cle: 'reponse',
          libelle: 'Votre réponse',
          type: 'texte',
          lignes: 5,
          max: LIMITES_DIALOGUE.reponse,
          requis: 'Écrivez votre réponse.',
        },
      ],
      valeur: { reponse: demande.reponse },
      enregistrer: ({ reponse }) =>
        this.store.suivreDemande(this.store.client.repondreDemande(this.demande(), reponse)),
    });
  }

  protected async clore(): Promise<void> {
    await this.store.tenter(() => this.store.suivreDemande(this.store.client.clore(this.demande())));
  }
}
