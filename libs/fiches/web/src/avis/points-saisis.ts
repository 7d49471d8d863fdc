import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { type ChampId, LIMITES_AVIS } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { PlSaisie } from '../champs/saisie/saisie';
import { AvisStore } from './avis-store';

/** Points of the avis being written on one field (or on the whole sheet), each a text of its own. */
@Component({
  selector: 'pl-points-saisis',
  imports: [PlIcone, PlSaisie],
  host: { class: 'pl-ecran' },
  template: `
    @for (point of points(); track point.id) {
      <div class="point">
        <pl-saisie
          [libelle]="'Point ' + nom() + (points().length > 1 ? ' (' + ($index + 1) + ')' : '')"
          [texte]="point.texte"
          [max]="max"
        >
          <textarea
            class="pl-controle"
            rows="2"
            [attr.data-point]="point.id"
            [value]="point.texte"
            (input)="ecrire(point.id, $event)"
          ></textarea>
        </pl-saisie>
        <button class="pl-bouton discret" type="button" (click)="store.retirer(point.id)">
          <pl-icone nom="retirer" [taille]="18" />Retirer<span class="pl-hors-ecran"> ce point {{ nom() }}</span>
        </button>
      </div>
    }
    <button class="pl-bouton discret" type="button" (click)="ajouter()">
      <pl-icone nom="avis" [taille]="18" />{{ action() }}
      @if (!nommer()) {
        <span class="pl-hors-ecran"> {{ nom() }}</span>
      }
    </button>
  `,
  styles: `
    :host,
    .point {
      display: grid;
      gap: 0.375rem;
      justify-items: start;
    }

    .point {
      width: 100%;
    }

    pl-saisie {
      width: 100%;
    }
  `,
})
export class PointsSaisis {
  protected readonly store = inject(AvisStore);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  readonly champ = input<ChampId | null>(null);
  readonly libelle = input('');
  /** Away from its field, the button names it. */
  readonly nommer = input(false);

  protected readonly max = LIMITES_AVIS.point;
  protected readonly nom = computed(() =>
    this.champ() ? `sur «\u00A0${this.libelle()}\u00A0»` : 'sur l’ensemble de la fiche',
  );
  protected readonly action = computed(() => {
    if (!this.champ()) return 'Ajouter un point général';
    return this.nommer() ? `Ajouter un point sur «\u00A0${this.libelle()}\u00A0»` : 'Ajouter un point';
  });
  protected readonly points = computed(
    () => this.store.brouillon()?.points.filter(({ champ }) => champ === this.champ()) ?? [],
  );

  protected ecrire(id: string, { target }: Event): void {
    this.store.ecrire(id, (target as HTMLTextAreaElement).value);
  }

  protected ajouter(): void {
    const id = this.store.ajouter(this.champ());
    const viser = () => this.hote.querySelector<HTMLElement>(`[data-point="${id}"]`)?.focus();
    afterNextRender(viser, { injector: this.injector });
  }
}
