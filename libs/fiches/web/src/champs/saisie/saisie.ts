import { afterNextRender, Component, computed, ElementRef, inject, input, ViewEncapsulation } from '@angular/core';

/** Label, control and counter of one thing to type; the control (`.pl-controle`) is the content. */
@Component({
  selector: 'pl-saisie',
  encapsulation: ViewEncapsulation.None,
  template: `
    <label class="libelle" [for]="id">{{ libelle() }}</label>
    <ng-content />
    @if (compte(); as mots) {
      <span class="compte" [class.depasse]="depasse()">{{ mots }}</span>
    }
    @if (erreur(); as motif) {
      <span class="erreur" role="alert">{{ motif }}</span>
    }
  `,
  styleUrl: './saisie.scss',
})
export class PlSaisie {
  private static nombre = 0;

  readonly libelle = input.required<string>();
  /** Text being typed, when its length is limited. */
  readonly texte = input('');
  readonly max = input<number>();
  readonly erreur = input<string | null>(null);

  protected readonly id = `saisie-${PlSaisie.nombre++}`;
  protected readonly depasse = computed(() => this.texte().length > (this.max() ?? Infinity));
  /** Shown from three quarters of the limit on: before that, it is noise. */
  protected readonly compte = computed(() => {
    const max = this.max();
    const longueur = this.texte().length;
    return max !== undefined && longueur > max * 0.75 ? `${longueur} caractères sur ${max}` : null;
  });

  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => hote.querySelector('.pl-controle')?.setAttribute('id', this.id));
  }
}
