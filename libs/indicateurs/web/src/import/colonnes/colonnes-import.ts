import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { SessionStore } from '@pleniere/acces/web';
import {
  anneeDuRole,
  type ApercuImport,
  type ColonneTrouvee,
  estRole,
  LIBELLES_TYPES_VALEUR,
  libelleRole,
  manquesDesRoles,
  type RoleColonne,
  ROLES_COLONNES,
  TYPES_VALEUR,
  verifierRoles,
} from '@pleniere/indicateurs/domain';
import { accorder, anneesDuContrat } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import type { ChoixColonnes } from '../imports-client';

interface GroupeRoles {
  nom: string;
  roles: readonly RoleColonne[];
}

/** What each column of the file holds: proposed from its heading, corrected by hand. */
@Component({
  selector: 'pl-colonnes-import',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, PlIcone],
  templateUrl: './colonnes-import.html',
  styleUrl: './colonnes-import.scss',
})
export class ColonnesImport {
  private readonly session = inject(SessionStore).session;

  readonly apercu = input.required<ApercuImport>();
  readonly occupe = input(false);
  readonly choix = output<ChoixColonnes>();

  /** Choices under way, column by column. */
  private readonly roles = linkedSignal(() => this.apercu().colonnes.map(({ role }) => role));

  protected readonly colonnes = computed(() => {
    const roles = this.roles();
    return this.apercu()
      .colonnes.filter(({ titre, exemples, role }) => titre !== '' || exemples.length > 0 || role !== null)
      .map((colonne) => ({ ...colonne, role: roles[colonne.rang] ?? null }));
  });

  protected readonly groupes = computed<GroupeRoles[]>(() => {
    const contrat = this.session()?.contrat;
    const lues = this.apercu().colonnes.flatMap(({ role }) => (role && anneeDuRole(role)?.annee) || []);
    const annees = [...new Set([...(contrat ? anneesDuContrat(contrat) : []), ...lues])].sort((a, b) => a - b);
    return [
      { nom: 'Une ligne par valeur', roles: ROLES_COLONNES },
      ...TYPES_VALEUR.map((type) => ({
        nom: `Une colonne par année\u00A0: ${LIBELLES_TYPES_VALEUR[type].toLowerCase()}`,
        roles: annees.map((annee): RoleColonne => `${type}-${annee}`),
      })),
    ];
  });

  /** Why the file cannot be read in this way yet. */
  protected readonly manques = computed(() => {
    const refus = verifierRoles(this.roles(), this.apercu().colonnes.length);
    return refus === null ? manquesDesRoles(this.roles()) : [refus];
  });
  protected readonly change = computed(() =>
    this.apercu().colonnes.some(({ role, rang }) => role !== this.roles()[rang]),
  );

  protected readonly accorder = accorder;
  protected readonly libelleRole = libelleRole;

  protected attribuer({ rang }: ColonneTrouvee, role: string): void {
    this.roles.update((roles) =>
      roles.map((actuel, autre) => (autre === rang ? (estRole(role) ? role : null) : actuel)),
    );
  }

  protected lireFeuille(feuille: string): void {
    this.choix.emit({ feuille: Number(feuille) });
  }

  protected lireTitres(ligne: number): void {
    const { feuille, ligneTitres } = this.apercu();
    if (Number.isInteger(ligne) && ligne > 0 && ligne !== ligneTitres) this.choix.emit({ feuille, ligneTitres: ligne });
  }

  protected relire(): void {
    const { feuille, ligneTitres } = this.apercu();
    if (this.change() && this.manques().length === 0) this.choix.emit({ feuille, ligneTitres, roles: this.roles() });
  }
}
