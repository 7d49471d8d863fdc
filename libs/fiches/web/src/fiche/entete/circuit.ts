import { Component, inject, signal } from '@angular/core';
import type { TransitionDisponible } from '@pleniere/fiches/domain';
import { Annonce, PlErreur, PlIcone } from '@pleniere/shared/ui';
import { PlSaisie } from '../../champs/saisie/saisie';
import { TypoFr } from '../../champs/typo-fr';
import { FicheStore } from '../fiche-store';

/** Next steps of the circuit as buttons, with the reason when one is not possible and a motif when one is needed. */
@Component({
  selector: 'pl-circuit',
  imports: [PlErreur, PlIcone, PlSaisie, TypoFr],
  host: { class: 'pl-ecran' },
  template: `
    @for (etape of store.transitions(); track etape.transition) {
      <button
        class="pl-bouton"
        type="button"
        [class.plein]="!etape.motifRequis && !etape.refus"
        [attr.aria-disabled]="etape.refus !== null || enCours() || null"
        [attr.aria-describedby]="etape.refus ? 'refus-' + etape.transition : null"
        (click)="suivre(etape)"
      >
        {{ etape.libelle }}<pl-icone nom="suivant" [taille]="18" />
      </button>
      @if (etape.refus; as refus) {
        <p class="pl-discret" [id]="'refus-' + etape.transition">{{ refus | typoFr }}</p>
      }
      @if (demandee() === etape.transition) {
        <form novalidate (submit)="envoyer(etape, motif.value); $event.preventDefault()">
          <pl-saisie libelle="Motif" [erreur]="sansMotif() ? 'Dites en une phrase pourquoi.' : null">
            <textarea #motif class="pl-controle" rows="2"></textarea>
          </pl-saisie>
          <div class="pl-rangee">
            <button class="pl-bouton plein" type="submit">{{ etape.libelle }}</button>
            <button class="pl-bouton discret" type="button" (click)="demandee.set(null)">Renoncer</button>
          </div>
        </form>
      }
    }
    @if (erreur(); as refus) {
      <pl-erreur [erreur]="refus" [action]="null" />
    }
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: 0.375rem;
      justify-items: stretch;
    }

    .pl-discret {
      font-size: 0.875rem;
      text-wrap: balance;
    }

    [aria-disabled] {
      border-color: var(--pl-filet);
      color: var(--pl-encre-douce);
      cursor: default;
    }
  `,
})
export class Circuit {
  protected readonly store = inject(FicheStore);
  private readonly annonce = inject(Annonce);

  protected readonly demandee = signal<string | null>(null);
  protected readonly sansMotif = signal(false);
  protected readonly enCours = signal(false);
  protected readonly erreur = signal<unknown>(null);

  protected suivre(etape: TransitionDisponible): void {
    if (etape.refus !== null || this.enCours()) return;
    this.sansMotif.set(false);
    if (etape.motifRequis) this.demandee.set(etape.transition);
    else void this.envoyer(etape, '');
  }

  protected async envoyer(etape: TransitionDisponible, motif: string): Promise<void> {
    this.sansMotif.set(etape.motifRequis && motif.trim() === '');
    if (this.sansMotif()) return;
    this.enCours.set(true);
    this.erreur.set(null);
    try {
      const suivie = await this.store.suivre(etape.transition, motif.trim());
      void this.annonce.dire(
        suivie ? `${etape.libelle} : c’est fait.` : 'Une autre personne vient de faire avancer cette fiche.',
      );
      this.demandee.set(null);
    } catch (erreur) {
      this.erreur.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}
