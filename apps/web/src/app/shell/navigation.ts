import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { type NomIcone, PlIcone } from '@pleniere/shared/ui';

interface Rubrique {
  libelle: string;
  adresse: string;
  icone: NomIcone;
}

/** Places of the workspace: a rail at the left, a bar at the bottom on phones. */
@Component({
  selector: 'pl-navigation',
  imports: [PlIcone, RouterLink, RouterLinkActive],
  host: { class: 'pl-ecran' },
  template: `
    <nav aria-label="Rubriques">
      <ul>
        @for (rubrique of rubriques; track rubrique.adresse) {
          <li>
            <a
              [routerLink]="rubrique.adresse"
              routerLinkActive="actif"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="{ exact: rubrique.adresse === '/' }"
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
  protected readonly rubriques: readonly Rubrique[] = [
    { libelle: 'Accueil', adresse: '/', icone: 'accueil' },
    { libelle: 'Fiches', adresse: '/fiches', icone: 'fiches' },
    { libelle: 'Indicateurs', adresse: '/indicateurs', icone: 'indicateurs' },
    { libelle: 'Quartiers', adresse: '/quartiers', icone: 'quartiers' },
    { libelle: 'Contrat', adresse: '/contrat', icone: 'contrat' },
  ];
}
