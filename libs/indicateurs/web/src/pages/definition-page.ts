import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { Indicateur } from '@pleniere/indicateurs/domain';
import { PlErreur, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { SaisieDefinition } from '../definition/saisie-definition';
import { IndicateursClient } from '../indicateurs-client';

/** A new indicator of a fiche, or the definition of one to change. */
@Component({
  selector: 'pl-definition-page',
  imports: [PlErreur, PlPage, PlSquelette, SaisieDefinition],
  template: `
    <pl-page
      [titre]="id() ? 'Modifier la définition' : 'Nouvel indicateur'"
      [lede]="indicateur()?.libelle ?? titreFiche()"
      largeur="texte"
    >
      @if (lecture.error() ?? lectureFiche.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="relire()" />
      } @else if (pret()) {
        <pl-saisie-definition
          class="pl-papier"
          [ficheId]="lectureFiche.value()?.id ?? null"
          [resultats]="lectureFiche.value()?.contenu?.resultatsAttendus ?? []"
          [indicateur]="indicateur()"
          (enregistre)="montrer($event)"
          (annule)="quitter()"
        />
      } @else {
        <pl-squelette class="pl-papier" [lignes]="10" />
      }
    </pl-page>
  `,
})
export class DefinitionPage {
  private readonly client = inject(IndicateursClient);
  private readonly router = inject(Router);

  /** Indicator to change; absent for a new one. */
  readonly id = input<string>();
  /** Code of the fiche of a new indicator. */
  readonly fiche = input<string>();

  protected readonly lecture = this.client.indicateur(() => this.id());
  protected readonly indicateur = computed(() => (this.lecture.hasValue() ? this.lecture.value() : null));
  protected readonly lectureFiche = this.client.fiche(() => (this.id() ? this.indicateur()?.ficheId : this.fiche()));
  protected readonly titreFiche = computed(() =>
    this.lectureFiche.hasValue() ? this.lectureFiche.value().contenu.titre : undefined,
  );
  protected readonly pret = computed(() => {
    const indicateur = this.indicateur();
    if (this.id() && !indicateur) return false;
    const sansFiche = this.id() ? indicateur?.ficheId === null : !this.fiche();
    return sansFiche || this.lectureFiche.hasValue();
  });

  protected relire(): void {
    this.lecture.reload();
    this.lectureFiche.reload();
  }

  protected async montrer({ id }: Pick<Indicateur, 'id'>): Promise<void> {
    await this.router.navigate(['/indicateurs', id]);
  }

  protected async quitter(): Promise<void> {
    const id = this.id();
    if (id) await this.router.navigate(['/indicateurs', id]);
    else await this.router.navigate(['/indicateurs'], { queryParams: { fiche: this.fiche() } });
  }
}
