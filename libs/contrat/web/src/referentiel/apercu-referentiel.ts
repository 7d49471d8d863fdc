import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import {
  type ApercuReferentiel,
  genreDe,
  LIBELLES_ROLES_REFERENTIEL,
  LIBELLES_SORTS_REFERENTIEL,
  type LectureReferentiel,
  LIMITES_REFERENTIEL,
  type RoleReferentiel,
  ROLES_REFERENTIEL,
  SORTS_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { accorder } from '@pleniere/shared/domain';

/** What a reference file holds, column by column, and what it would change, line by line. */
@Component({
  selector: 'pl-apercu-referentiel',
  imports: [MatButton, MatFormField, MatInput, MatLabel],
  templateUrl: './apercu-referentiel.html',
  styleUrl: './apercu-referentiel.scss',
})
export class ApercuDuReferentiel {
  readonly apercu = input.required<ApercuReferentiel>();
  readonly occupe = input(false);

  readonly lecture = output<LectureReferentiel>();
  readonly appliquer = output();
  readonly oublier = output();

  /** What is being said of the file. */
  protected readonly dite = linkedSignal<LectureReferentiel>(() => {
    const { colonnes, millesime, source } = this.apercu();
    return { roles: colonnes.map(({ role }) => role), millesime, source };
  });
  protected readonly surPopulations = computed(() => genreDe(this.dite().roles) === 'populations');
  protected readonly ouvert = computed(() => this.apercu().statut === 'ouvert');
  protected readonly aEcrire = computed(() => this.apercu().resume.nouvelle + this.apercu().resume.changee);
  protected readonly compte = computed(() => {
    const { resume, horsContrat } = this.apercu();
    const mots = SORTS_REFERENTIEL.filter((sort) => resume[sort] > 0).map((sort) =>
      accorder(resume[sort], LIBELLES_SORTS_REFERENTIEL[sort].toLowerCase()),
    );
    return [...mots, ...(horsContrat > 0 ? [`${accorder(horsContrat, 'ligne')} hors du contrat`] : [])].join(', ');
  });

  protected readonly roles = ROLES_REFERENTIEL;
  protected readonly libellesRoles = LIBELLES_ROLES_REFERENTIEL;
  protected readonly libellesSorts = LIBELLES_SORTS_REFERENTIEL;
  protected readonly sourceMax = LIMITES_REFERENTIEL.source;
  protected readonly accorder = accorder;

  protected attribuer(rang: number, choisi: string): void {
    const role = this.roles.find((connu) => connu === choisi) ?? null;
    // A thing is read in one column: the one that held it gives it up.
    const roles = this.dite().roles.map((ancien, autre): RoleReferentiel | null =>
      autre === rang ? role : ancien === role ? null : ancien,
    );
    this.dite.update((dite) => ({ ...dite, roles }));
  }

  protected dater(annee: number): void {
    this.dite.update((dite) => ({ ...dite, millesime: Number.isInteger(annee) ? annee : null }));
  }

  protected sourcer(source: string): void {
    this.dite.update((dite) => ({ ...dite, source: source.trim() }));
  }
}
