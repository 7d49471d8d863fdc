import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';

interface Rubrique {
  libelle: string;
  adresse: string;
  permission: Permission;
}

const RUBRIQUES: readonly Rubrique[] = [
  { libelle: 'Cadre', adresse: '/contrat', permission: 'contrat.lire' },
  { libelle: 'Enjeux et orientations', adresse: '/contrat/enjeux', permission: 'contrat.lire' },
  { libelle: 'Quartiers prioritaires', adresse: '/contrat/quartiers', permission: 'contrat.lire' },
  { libelle: 'Organisations', adresse: '/acteurs', permission: 'acteurs.lire' },
  { libelle: 'Personnes', adresse: '/acteurs/personnes', permission: 'acteurs.lire' },
  { libelle: 'Campagne', adresse: '/campagne', permission: 'campagnes.lire' },
  { libelle: 'Demandes d’accès', adresse: '/acteurs/demandes', permission: 'comptes.gerer' },
  { libelle: 'Campagne', adresse: '/campagne', permission: 'campagnes.lire' },
  { libelle: 'Journal', adresse: '/contrat/journal', permission: 'journal.lire' },
  { libelle: 'Courriels', adresse: '/contrat/courriels', permission: 'contrat.gerer' },
];

// What is read or filtered in a page does not make it another.
const MEME_PAGE = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;

/** Pages of the frame of the contrat, at the head of each of them. */
@Component({
  selector: 'pl-rubriques-contrat',
  imports: [RouterLink, RouterLinkActive],
  host: { class: 'pl-ecran' },
  template: `
    <nav aria-label="Contrat">
      <ul>
        @for (rubrique of rubriques(); track rubrique.adresse) {
          <li>
            <a
              [routerLink]="rubrique.adresse"
              routerLinkActive="actif"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="memePage"
              >{{ rubrique.libelle }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './rubriques-contrat.scss',
})
export class RubriquesContrat {
  protected readonly memePage = MEME_PAGE;
  private readonly session = inject(SessionStore);
  protected readonly rubriques = computed(() => RUBRIQUES.filter(({ permission }) => this.session.peut(permission)));
}
