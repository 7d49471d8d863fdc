import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { type NomIcone, PlIcone } from '@pleniere/shared/ui';
import { filter, map } from 'rxjs';

interface Rubrique {
  libelle: string;
  adresse: string;
  icone: NomIcone;
  /** First parts of the addresses that belong to it. */
  lieux: readonly string[];
}

/** Places of the workspace: a rail at the left, a bar at the bottom on phones. */
@Component({
  selector: 'pl-navigation',
  imports: [PlIcone, RouterLink],
  host: { class: 'pl-ecran' },
  template: `
    <nav aria-label="Rubriques">
      <ul>
        @for (rubrique of rubriques; track rubrique.adresse) {
          <li>
            <a
              [routerLink]="rubrique.adresse"
              [class.actif]="rubrique.lieux.includes(lieu())"
              [attr.aria-current]="rubrique.lieux.includes(lieu()) ? 'page' : null"
            >
              <pl-icone [nom]="rubrique.icone" [taille]="22" />
              {{ rubrique.libelle }}
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './navigation.scss',
})
export class Navigation {
  private readonly router = inject(Router);
  private readonly adresse = toSignal(
    this.router.events.pipe(
      filter((evenement) => evenement instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );

  /** First part of the present address, empty at home. */
  protected readonly lieu = computed(() => /^\/([^/?#]*)/.exec(this.adresse())?.[1] ?? '');
  protected readonly rubriques: readonly Rubrique[] = [
    { libelle: 'Accueil', adresse: '/', icone: 'accueil', lieux: [''] },
    { libelle: 'Fiches', adresse: '/fiches', icone: 'fiches', lieux: ['fiches'] },
    { libelle: 'Indicateurs', adresse: '/indicateurs', icone: 'indicateurs', lieux: ['indicateurs'] },
    { libelle: 'Quartiers', adresse: '/quartiers', icone: 'quartiers', lieux: ['quartiers'] },
    { libelle: 'Participation', adresse: '/participation', icone: 'participation', lieux: ['participation'] },
    { libelle: 'Plénières', adresse: '/plenieres', icone: 'plenieres', lieux: ['plenieres'] },
    { libelle: 'Contrat', adresse: '/contrat', icone: 'contrat', lieux: ['contrat', 'acteurs', 'campagne'] },
  ];
}
