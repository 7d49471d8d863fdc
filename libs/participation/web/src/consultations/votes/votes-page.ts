import { Component, computed, effect, inject, input } from '@angular/core';
import { PlErreur, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../client/consultations-client';
import { ModerationClient } from '../client/moderation-client';
import { RubriquesConsultation } from '../rubriques-consultation';
import { SanteDesVotes } from './sante-votes';
import { ParticipantsSuspects } from './suspects';

/** How the votes go, without ever saying which proposition leads, and the participants set apart. */
@Component({
  selector: 'pl-votes-page',
  imports: [ParticipantsSuspects, PlErreur, PlPage, PlSquelette, RubriquesConsultation, SanteDesVotes],
  template: `
    <pl-page
      [titre]="question()"
      lede="Comment les votes se répartissent. Aucun classement ne se lit avant la clôture&nbsp;: il influencerait."
    >
      <span surtitre class="pl-discret">Votes</span>
      <pl-rubriques-consultation [id]="id()" />
      @if (sante.hasValue()) {
        <pl-sante-votes [sante]="sante.value()" />
      } @else if (sante.error()) {
        <pl-erreur [erreur]="sante.error()" (reessayer)="sante.reload()" />
      } @else {
        <pl-squelette [lignes]="6" />
      }
      <pl-suspects class="pl-papier" [id]="id()" [gelee]="gelee()" (changes)="sante.reload()" />
    </pl-page>
  `,
})
export class VotesPage {
  readonly id = input.required<string>();
  private readonly consultation = inject(ConsultationsClient).consultation(this.id);
  protected readonly sante = inject(ModerationClient).sante(this.id);

  protected readonly question = computed(() =>
    this.consultation.hasValue() ? this.consultation.value().question : 'Votes',
  );
  protected readonly gelee = computed(
    () => this.consultation.hasValue() && this.consultation.value().resultat !== null,
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Votes – ${this.question()}`));
  }
}
