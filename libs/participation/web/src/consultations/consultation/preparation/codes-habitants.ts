import { Component, inject, input, signal } from '@angular/core';
import { Saisie } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../../client/consultations-client';

const TIRAGE_MAX = 5000;

/** Codes to hand out when one resident has one vote: shown once, kept nowhere but on paper. */
@Component({
  selector: 'pl-codes-habitants',
  template: `
    <h2 id="codes">Codes habitants</h2>
    <p class="pl-texte">
      Un code de dix signes par habitant, remis à une adresse ou à une séance. Plénière n’en garde que
      l’empreinte&nbsp;: cette liste ne se montre qu’une fois, imprimez-la avant de quitter la page.
    </p>
    <button class="pl-bouton pl-ecran" type="button" (click)="tirer()">Tirer des codes</button>
    @if (codes().length > 0) {
      <ul aria-labelledby="codes">
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ul>
      <button class="pl-bouton pl-ecran" type="button" (click)="imprimer()">Imprimer</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      justify-items: start;
    }

    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
      gap: var(--pl-e1);
      width: 100%;
      padding: 0;
      font-family: ui-monospace, monospace;
      letter-spacing: 0.05em;
      list-style: none;
    }
  `,
})
export class CodesHabitants {
  private readonly client = inject(ConsultationsClient);
  private readonly saisie = inject(Saisie);

  readonly id = input.required<string>();
  protected readonly codes = signal<readonly string[]>([]);

  protected async tirer(): Promise<void> {
    const tires = await this.saisie.demander({
      titre: 'Tirer des codes',
      action: 'Tirer',
      champs: [
        { cle: 'nombre', type: 'nombre', min: 1, max: TIRAGE_MAX, libelle: 'Combien', requis: 'Dites combien.' },
      ],
      valeur: { nombre: 100 },
      enregistrer: ({ nombre }) => this.client.tirerCodes(this.id(), nombre),
    });
    if (tires) this.codes.set(tires);
  }

  protected imprimer(): void {
    window.print();
  }
}
