import { Component, computed, inject, output, viewChild } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type Destination, LIMITES_FICHE } from '@pleniere/fiches/domain';
import { PlIcone, Saisie } from '@pleniere/shared/ui';
import { libellePlace, memePlace, type Place, PLACES_PAR_LIGNE } from '../../places';
import { RelectureFichier } from '../relecture-fichier';

/** Button and menu of the places that the chosen passage may go to. */
@Component({
  selector: 'pl-menu-places',
  imports: [MatMenu, MatMenuItem, MatMenuTrigger, PlIcone],
  template: `
    <button
      class="pl-bouton plein"
      type="button"
      [matMenuTriggerFor]="menu"
      [matMenuTriggerRestoreFocus]="false"
      [disabled]="!relecture.passage()"
      (menuClosed)="ferme.emit()"
    >
      <pl-icone nom="deplacer" [taille]="18" />Déplacer vers…
    </button>
    <mat-menu #menu class="pl-menu-places">
      @for (groupe of groupes(); track groupe.libelle) {
        <div role="group" [attr.aria-label]="groupe.libelle">
          @if (groupe.choix.length !== 1) {
            <p class="groupe" aria-hidden="true">{{ groupe.libelle }}</p>
          }
          @for (choix of groupe.choix; track choix.libelle) {
            <button mat-menu-item type="button" [disabled]="choix.ici" (click)="placer(choix.place)">
              {{ choix.libelle }}{{ choix.ici ? ' (il y est)' : '' }}
            </button>
          }
          @if (groupe.ajout) {
            <button mat-menu-item type="button" (click)="creerSection()">Nouvelle section…</button>
          }
        </div>
      }
    </mat-menu>
  `,
  styles: `
    .groupe {
      padding: 0.5rem 0.75rem 0;
      color: var(--pl-encre-douce);
      font-size: 0.8125rem;
    }
  `,
})
export class MenuPlaces {
  private readonly saisie = inject(Saisie);
  private readonly declencheur = viewChild.required(MatMenuTrigger);
  protected readonly relecture = inject(RelectureFichier);

  /** The menu is closed: the keyboard may go back to the passage. */
  readonly ferme = output();

  protected readonly groupes = computed(() => {
    const ici = this.relecture.passage();
    const choix = (destination: Destination, section: string | null = null, libelle?: string) => {
      const place: Place = { destination, section };
      return { place, libelle: libelle ?? libellePlace(place), ici: ici !== null && memePlace(place, ici) };
    };
    return [
      ...PLACES_PAR_LIGNE.map(({ libelle, champs }) => ({
        libelle,
        choix: champs.map((champ) => choix(champ)),
        ajout: false,
      })),
      {
        libelle: 'Sections supplémentaires',
        choix: this.relecture.sections().map((section) => choix('section', section)),
        ajout: true,
      },
      {
        libelle: 'Hors de la fiche',
        choix: [choix('libelle', null, 'Libellé ou mise en page'), choix('non-place')],
        ajout: false,
      },
    ];
  });

  ouvrir(): void {
    this.declencheur().openMenu();
  }

  protected placer(place: Place): void {
    const passage = this.relecture.choisi();
    if (passage) void this.relecture.deplacer(passage, place);
  }

  protected async creerSection(): Promise<void> {
    const passage = this.relecture.choisi();
    if (!passage) return;
    const nommee = await this.saisie.demander({
      titre: 'Nouvelle section',
      texte: 'Ce passage ira dans une section à lui, à la fin de la fiche.',
      action: 'Placer le passage',
      valeur: { intitule: '' },
      champs: [
        {
          cle: 'intitule',
          type: 'texte',
          libelle: 'Intitulé de la section',
          requis: 'Donnez un intitulé à la section.',
          max: LIMITES_FICHE.libelle,
        },
      ],
      enregistrer: (saisie) => Promise.resolve(saisie),
    });
    if (nommee) await this.relecture.deplacer(passage, { destination: 'section', section: nommee.intitule });
  }
}
