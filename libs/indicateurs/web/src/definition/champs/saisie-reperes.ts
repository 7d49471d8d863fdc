import { Component, computed, input, output } from '@angular/core';
import type { Repere } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { ecrireNombre, lireNombre } from './nombre-saisi';

/** Numbers at a year: targets of an indicator, or its baseline (one line). A number being typed wrong is NaN. */
@Component({
  selector: 'pl-saisie-reperes',
  imports: [PlIcone],
  template: `
    <fieldset>
      <legend>{{ legende() }}</legend>
      @for (repere of reperes(); track $index; let rang = $index) {
        <div class="ligne">
          <select
            #annee
            [attr.aria-label]="'Année, ligne ' + (rang + 1)"
            [value]="repere.annee"
            (change)="changer(rang, { annee: +annee.value })"
          >
            @for (possible of annees(); track possible) {
              <option [value]="possible" [selected]="possible === repere.annee">{{ possible }}</option>
            }
          </select>
          <input
            #nombre
            type="text"
            inputmode="decimal"
            [attr.aria-label]="'Nombre visé ou mesuré, ligne ' + (rang + 1)"
            [attr.aria-invalid]="refus()[rang] !== undefined"
            [value]="ecrit(repere)"
            (change)="changer(rang, { valeur: lire(nombre.value) })"
          />
          <span>{{ unite() }}</span>
          <button class="pl-bouton discret" type="button" (click)="retirer(rang)">
            <pl-icone nom="retirer" [taille]="18" /> Retirer
          </button>
          @if (refus()[rang]; as motif) {
            <span class="erreur" role="alert">{{ motif }}</span>
          }
        </div>
      }
      @if (reperes().length < max()) {
        <button class="pl-bouton discret" type="button" (click)="ajouter()">
          <pl-icone nom="ajouter" [taille]="18" /> {{ action() }}
        </button>
      }
      @if (aide(); as aide) {
        <p class="aide">{{ aide }}</p>
      }
    </fieldset>
  `,
  styleUrl: './lignes-saisies.scss',
})
export class SaisieReperes {
  readonly legende = input.required<string>();
  readonly action = input.required<string>();
  readonly aide = input('');
  readonly unite = input('');
  readonly reperes = input.required<readonly Repere[]>();
  readonly annees = input.required<readonly number[]>();
  readonly max = input(20);
  /** Reasons of refusal, by line. */
  readonly refus = input<readonly (string | undefined)[]>([]);
  readonly reperesChange = output<Repere[]>();

  private readonly libres = computed(() => {
    const prises = new Set(this.reperes().map(({ annee }) => annee));
    return this.annees().filter((annee) => !prises.has(annee));
  });

  protected readonly lire = lireNombre;
  protected readonly ecrit = ({ valeur }: Repere): string => ecrireNombre(valeur);

  protected changer(rang: number, partie: Partial<Repere>): void {
    this.reperesChange.emit(
      this.reperes().map((repere, autre) => (autre === rang ? { ...repere, ...partie } : repere)),
    );
  }

  protected retirer(rang: number): void {
    this.reperesChange.emit(this.reperes().filter((_, autre) => autre !== rang));
  }

  protected ajouter(): void {
    const annee = this.libres().at(-1) ?? this.annees().at(-1) ?? 0;
    this.reperesChange.emit([...this.reperes(), { annee, valeur: NaN }]);
  }
}
