import { afterRenderEffect, Component, ElementRef, inject, input } from '@angular/core';

/** One field of the form: label, help, control (the content), and what is wrong with it. */
@Component({
  selector: 'pl-champ-definition',
  template: `
    <label [for]="id">{{ libelle() }}</label>
    <ng-content />
    @if (aide(); as texte) {
      <span class="aide" [id]="id + '-aide'">{{ texte }}</span>
    }
    @if (erreur(); as motif) {
      <span class="erreur" role="alert" [id]="id + '-erreur'">{{ motif }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      align-content: start;
      min-width: 0;
    }

    label {
      font-size: 0.9375rem;
      font-weight: 600;
    }

    .aide {
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
      line-height: 1.25rem;
      text-wrap: pretty;
    }

    .erreur {
      color: var(--pl-alerte);
      font-size: 0.875rem;
    }
  `,
})
export class ChampDefinition {
  private static nombre = 0;

  readonly libelle = input.required<string>();
  readonly aide = input('');
  readonly erreur = input<string>();

  protected readonly id = `definition-${ChampDefinition.nombre++}`;

  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const refuse = this.erreur() !== undefined;
      const decrit = [this.aide() && `${this.id}-aide`, refuse && `${this.id}-erreur`].filter(Boolean).join(' ');
      const controle = hote.querySelector<HTMLElement>('input, select, textarea');
      controle?.setAttribute('id', this.id);
      controle?.setAttribute('aria-describedby', decrit);
      controle?.setAttribute('aria-invalid', String(refuse));
    });
  }
}
