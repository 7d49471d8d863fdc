import { Component, computed, input, output } from '@angular/core';
import type { Facette, FacettesFiches, FiltreFacette, FiltresFiches } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';

const NOMS: readonly { cle: FiltreFacette; nom: string; tous: string }[] = [
  { cle: 'enjeu', nom: 'Enjeu', tous: 'Tous les enjeux' },
  { cle: 'ville', nom: 'Ville', tous: 'Toutes les villes' },
  { cle: 'qpv', nom: 'Quartier', tous: 'Tous les quartiers' },
  { cle: 'pilote', nom: 'Pilote', tous: 'Tous les pilotes' },
  { cle: 'statut', nom: 'Statut', tous: 'Tous les statuts' },
];

/** Filters of the list: one menu each with how many fiches it would give, and a chip for each that is set. */
@Component({
  selector: 'pl-filtres-fiches',
  imports: [PlIcone],
  template: `
    <div class="menus">
      @for (filtre of menus(); track filtre.cle) {
        <label [class.actif]="filtre.valeur">
          <span class="pl-hors-ecran">{{ filtre.nom }}</span>
          <select #menu (change)="choisi.emit({ cle: filtre.cle, valeur: menu.value || null })">
            <option value="" [selected]="!filtre.valeur">{{ filtre.tous }}</option>
            @for (choix of filtre.choix; track choix.valeur) {
              <option [value]="choix.valeur" [selected]="choix.valeur === filtre.valeur">
                {{ choix.libelle }} ({{ choix.nombre }})
              </option>
            }
          </select>
        </label>
      }
    </div>
    @if (actifs().length > 0) {
      <ul>
        @for (actif of actifs(); track actif.cle) {
          <li>
            <button type="button" (click)="choisi.emit({ cle: actif.cle, valeur: null })">
              {{ actif.nom }}&nbsp;: {{ actif.libelle }}<pl-icone nom="fermer" [taille]="16" />
              <span class="pl-hors-ecran">(retirer ce filtre)</span>
            </button>
          </li>
        }
        <li><button class="tout" type="button" (click)="efface.emit()">Tout effacer</button></li>
      </ul>
    }
  `,
  styleUrl: './filtres.scss',
})
export class Filtres {
  readonly filtres = input.required<FiltresFiches>();
  readonly facettes = input<FacettesFiches>();
  readonly choisi = output<{ cle: FiltreFacette; valeur: string | null }>();
  readonly efface = output();

  protected readonly menus = computed(() =>
    NOMS.map((filtre) => ({
      ...filtre,
      valeur: this.filtres()[filtre.cle] ?? '',
      choix: this.choix(filtre.cle),
    })),
  );
  protected readonly actifs = computed(() =>
    this.menus()
      .filter(({ valeur }) => valeur !== '')
      .map(({ cle, nom, valeur, choix }) => ({
        cle,
        nom,
        libelle: choix.find((connu) => connu.valeur === valeur)?.libelle ?? valeur,
      })),
  );

  /** A filter that is set stays among its choices even when nothing answers it. */
  private choix(cle: FiltreFacette): Facette[] {
    const connus = this.facettes()?.[cle] ?? [];
    const valeur = this.filtres()[cle];
    const absent = valeur && !connus.some((facette) => facette.valeur === valeur);
    return absent ? [...connus, { valeur, libelle: valeur, nombre: 0 }] : connus;
  }
}
