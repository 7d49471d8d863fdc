import { Component, computed, inject } from '@angular/core';
import type { Permission } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { PlRubriques, type Rubrique } from '@pleniere/shared/ui';

interface RubriqueReservee extends Rubrique {
  permission: Permission;
}

const RUBRIQUES: readonly RubriqueReservee[] = [
  { libelle: 'Cadre', adresse: '/contrat', permission: 'contrat.lire' },
  { libelle: 'Enjeux et orientations', adresse: '/contrat/enjeux', permission: 'contrat.lire' },
  { libelle: 'Quartiers prioritaires', adresse: '/contrat/quartiers', permission: 'contrat.lire' },
  { libelle: 'Organisations', adresse: '/acteurs', permission: 'acteurs.lire' },
  { libelle: 'Personnes', adresse: '/acteurs/personnes', permission: 'acteurs.lire' },
  { libelle: 'Demandes d’accès', adresse: '/acteurs/demandes', permission: 'comptes.gerer' },
  { libelle: 'Campagne', adresse: '/campagne', permission: 'campagnes.lire' },
  { libelle: 'Imports et exports', adresse: '/contrat/imports', permission: 'contrat.gerer' },
  { libelle: 'Journal', adresse: '/contrat/journal', permission: 'journal.lire' },
  { libelle: 'Données personnelles', adresse: '/contrat/donnees-personnelles', permission: 'contrat.lire' },
  { libelle: 'Courriels', adresse: '/contrat/courriels', permission: 'contrat.gerer' },
];

/** Pages of the frame of the contrat, at the head of each of them. */
@Component({
  selector: 'pl-rubriques-contrat',
  imports: [PlRubriques],
  template: `<pl-rubriques nom="Contrat" [rubriques]="rubriques()" />`,
})
export class RubriquesContrat {
  private readonly session = inject(SessionStore);
  protected readonly rubriques = computed(() => RUBRIQUES.filter(({ permission }) => this.session.peut(permission)));
}
