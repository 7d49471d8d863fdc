import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
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
  type SortReferentiel,
  SORTS_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import type { PageReferentiel } from './referentiel-client';

/** What a reference file holds, column by column, and what it would change, line by line. */
@Component({
  selector: 'pl-apercu-referentiel',
  imports: [MatButton, MatFormField, MatInput, MatLabel, PlIcone],
  templateUrl: './apercu-referentiel.html',
  styleUrl: './apercu-referentiel.scss',
})
export class ApercuDuReferentiel {
  readonly apercu = input.required<ApercuReferentiel>();
  readonly occupe = input(false);

  readonly lecture = output<LectureReferentiel>();
  readonly appliquer = output();
  readonly oublier = output();
  readonly page = output<PageReferentiel>();

  /** What is being said of the file. */
  protected readonly dite = linkedSignal<LectureReferentiel>(() => {
    const { colonnes, millesime, source } = this.apercu();
    return { roles: colonnes.map(({ role }) => role), millesime, source };
  });
  protected readonly surPopulations = computed(() => genreDe(this.dite().roles) === 'populations');
  protected readonly ouvert = computed(() => this.apercu().statut === 'ouvert');
  protected readonly aEcrire = computed(() => this.apercu().resume.nouvelle + this.apercu().resume.changee);
  protected readonly compte = computed(() => {
    const { horsContrat } = this.apercu();
    const mots = this.filtres().flatMap(({ sort, libelle }) => (sort === null ? [] : libelle));
    return [...mots, ...(horsContrat > 0 ? [`${accorder(horsContrat, 'ligne')} hors du contrat`] : [])].join(', ');
  });

  /** Sort of lines that is looked at; null for all of them. */
  protected readonly sort = signal<SortReferentiel | null>(null);
  protected readonly filtres = computed(() => {
    const { resume } = this.apercu();
    const presents = SORTS_REFERENTIEL.filter((sort) => resume[sort] > 0);
    const total = presents.reduce((somme, sort) => somme + resume[sort], 0);
    return [
      { sort: null, libelle: accorder(total, 'ligne') },
      ...presents.map((sort) => ({
        sort,
        libelle: accorder(resume[sort], LIBELLES_SORTS_REFERENTIEL[sort].toLowerCase()),
      })),
    ];
  });

  protected readonly roles = ROLES_REFERENTIEL;
  protected readonly libellesRoles = LIBELLES_ROLES_REFERENTIEL;
  protected readonly libellesSorts = LIBELLES_SORTS_REFERENTIEL;
  protected readonly sourceMax = LIMITES_REFERENTIEL.source;
  protected readonly accorder = accorder;

  protected filtrer(sort: SortReferentiel | null): void {
    this.sort.set(sort);
    this.tourner(1);
  }

  protected tourner(page: number): void {
    this.page.emit({ sort: this.sort(), page });
  }

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
