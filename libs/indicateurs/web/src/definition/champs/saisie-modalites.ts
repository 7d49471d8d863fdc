import { Component, input, output } from '@angular/core';
import { LIMITES_INDICATEUR, type Modalite } from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';

/** Answers of a list, or numbered degrees of a scale. */
@Component({
  selector: 'pl-saisie-modalites',
  imports: [PlIcone],
  template: `
    <fieldset>
      <legend>{{ echelle() ? 'Degrés de l’échelle' : 'Réponses possibles' }}</legend>
      @for (modalite of modalites(); track $index; let rang = $index) {
        <div class="ligne">
          @if (echelle()) {
            <input
              #degre
              class="court"
              type="text"
              inputmode="numeric"
              [attr.aria-label]="'Nombre du degré ' + (rang + 1)"
              [value]="modalite.valeur"
              (change)="changer(rang, { valeur: degre.value.trim() })"
            />
          }
          <input
            #libelle
            class="long"
            type="text"
            [attr.maxlength]="limite"
            [attr.aria-label]="'Nom de la réponse ' + (rang + 1)"
            [value]="modalite.libelle"
            (change)="changer(rang, { libelle: libelle.value })"
          />
          <button class="pl-bouton discret" type="button" (click)="retirer(rang)">
            <pl-icone nom="retirer" [taille]="18" /> Retirer
          </button>
        </div>
      }
      @if (modalites().length < max) {
        <button class="pl-bouton discret" type="button" (click)="ajouter()">
          <pl-icone nom="ajouter" [taille]="18" /> {{ echelle() ? 'Ajouter un degré' : 'Ajouter une réponse' }}
        </button>
      }
      @if (erreur(); as motif) {
        <span class="erreur" role="alert">{{ motif }}</span>
      }
      <p class="aide">
        {{
          echelle()
            ? 'Du plus bas au plus haut, par exemple −2 «&#8239;très dégradé&#8239;» à 2 «&#8239;très bon&#8239;».'
            : 'Plusieurs réponses peuvent être cochées une même année.'
        }}
      </p>
    </fieldset>
  `,
  styleUrl: './lignes-saisies.scss',
})
export class SaisieModalites {
  readonly modalites = input.required<readonly Modalite[]>();
  readonly echelle = input(false);
  readonly erreur = input<string>();
  readonly modalitesChange = output<Modalite[]>();

  protected readonly limite = LIMITES_INDICATEUR.modalite;
  protected readonly max = LIMITES_INDICATEUR.modalites;

  protected changer(rang: number, partie: Partial<Modalite>): void {
    this.modalitesChange.emit(
      this.modalites().map((modalite, autre) => (autre === rang ? { ...modalite, ...partie } : modalite)),
    );
  }

  protected retirer(rang: number): void {
    this.modalitesChange.emit(this.modalites().filter((_, autre) => autre !== rang));
  }

  protected ajouter(): void {
    const plusHaut = Math.max(-1, ...this.modalites().map(({ valeur }) => Number(valeur) || 0));
    const valeur = this.echelle() ? String(plusHaut + 1) : '';
    this.modalitesChange.emit([...this.modalites(), { valeur, libelle: '' }]);
  }
}
