import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LotImport } from '@pleniere/fiches/domain';
import { DateFr, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { ImportsFichesClient } from '../imports-client';
import { phraseLot } from '../mots-import';
import { DepotFiches } from './depot-fiches';

/** From existing documents to fiches: what to give, and the lots given so far. */
@Component({
  selector: 'pl-imports-fiches-page',
  imports: [DateFr, DepotFiches, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  template: `
    <pl-page
      titre="Importer des fiches"
      lede="Vos fiches Word ou PDF deviennent des fiches du contrat, mot pour mot. Vous relisez chacune avant qu’elle soit écrite."
    >
      <a surtitre routerLink="/fiches">Toutes les fiches</a>
      <pl-depot-fiches (depose)="ouvrir($event)" />
      <section class="pl-papier" aria-labelledby="titre-lots">
        <h2 id="titre-lots">Imports déjà faits</h2>
        @if (lots.error(); as erreur) {
          <pl-erreur [erreur]="erreur" (reessayer)="lots.reload()" />
        } @else if (lots.isLoading()) {
          <pl-squelette [lignes]="3" />
        } @else {
          <ul class="pl-lignes">
            @for (lot of lots.value(); track lot.id) {
              <li>
                <a [routerLink]="['/fiches/import', lot.id]">Import du {{ lot.creeLe | dateFr: 'heure' }}</a>
                <span class="pl-discret">{{ lot.creePar }}</span>
                <span>{{ phrase(lot) }}</span>
                @if (lot.annuleLe) {
                  <pl-puce-statut libelle="Annulé" icone="annuler" />
                }
              </li>
            } @empty {
              <li>
                <pl-etat-vide
                  icone="document"
                  titre="Aucun import pour l’instant"
                  texte="Déposez une première fiche pour voir ce qui en est reconnu&nbsp;: rien n’est écrit sans votre accord."
                />
              </li>
            }
          </ul>
        }
      </section>
    </pl-page>
  `,
  styles: `
    h2 {
      margin-bottom: var(--pl-e1);
    }

    li {
      display: grid;
      grid-template-columns: minmax(14rem, 1fr) minmax(8rem, auto) minmax(0, 2fr) auto;
      gap: 0.25rem var(--pl-e3);
      align-items: baseline;
      padding-block: 0.75rem;
    }

    pl-etat-vide {
      grid-column: 1 / -1;
    }

    @media (max-width: 720px) {
      li {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
    }
  `,
})
export class ImportsFichesPage {
  private readonly router = inject(Router);

  protected readonly lots = inject(ImportsFichesClient).lots();
  protected readonly phrase = phraseLot;

  protected async ouvrir({ id }: LotImport): Promise<void> {
    await this.router.navigate(['/fiches/import', id]);
  }
}
