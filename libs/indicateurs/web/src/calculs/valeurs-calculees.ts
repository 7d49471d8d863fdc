import { Component, computed, inject, input, signal } from '@angular/core';
import {
  type Calcul,
  direCalcul,
  EXPLICATIONS_CALCULS,
  LIBELLES_CALCULS,
  type ValeurCalculeeLue,
} from '@pleniere/indicateurs/domain';
import { Annonce, DateFr, lireProbleme, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { IndicateursClient } from '../indicateurs-client';
import { CalculLu } from './calcul-lu';

/** Values computed from facts, beside the declared ones: the number, its sentence, its facts, and how it is counted. */
@Component({
  selector: 'pl-valeurs-calculees',
  imports: [CalculLu, DateFr, PlIcone, PlPuceStatut],
  template: `
    <div class="titre">
      <p>
        <pl-puce-statut libelle="Calculée" ton="info" icone="indicateurs" />
        {{ libelles[calcul()] }}
      </p>
      @if (modifiable()) {
        <button class="pl-bouton pl-ecran" type="button" [disabled]="enCours()" (click)="recalculer()">
          <pl-icone nom="refaire" [taille]="18" />Recalculer
        </button>
      }
    </div>
    @for (lue of ensemble(); track lue.annee) {
      <article>
        <h3>{{ lue.annee }}</h3>
        <pl-calcul-lu [lue]="lue">
          @if (parTerritoire(lue.annee); as lignes) {
            @if (lignes.length > 0) {
              <details>
                <summary>Par territoire</summary>
                <ul class="faits">
                  @for (ligne of lignes; track ligne.territoire) {
                    <li>
                      <strong>{{ nommer()(ligne.territoire) }}</strong>&nbsp;: {{ dire(ligne) }}
                    </li>
                  }
                </ul>
              </details>
            }
          }
          @if (anterieures(lue).length > 0) {
            <details>
              <summary>Valeurs antérieures</summary>
              <ul class="faits">
                @for (avant of anterieures(lue); track avant.rang) {
                  <li>{{ dire(avant) }}, calculée le {{ avant.calculeLe | dateFr }}. {{ avant.phrase }}</li>
                }
              </ul>
            </details>
          }
        </pl-calcul-lu>
      </article>
    } @empty {
      <p class="pl-discret">Pas encore de valeur&nbsp;: elle vient dans la minute qui suit un fait nouveau.</p>
    }
    <details>
      <summary>Comment c’est compté</summary>
      <p>{{ explications[calcul()] }}</p>
      <p class="pl-discret">
        Seul ce qui est inscrit dans Plénière est compté. Une valeur déclarée n’est jamais remplacée&nbsp;: les deux se
        lisent côte à côte.
      </p>
    </details>
  `,
  styles: `
    .titre {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--pl-e2);
      align-items: center;
      justify-content: space-between;
      margin-bottom: var(--pl-e1);
    }
    p {
      margin-block: var(--pl-e1);
    }
    .faits {
      margin: var(--pl-e1) 0;
      padding-inline-start: var(--pl-e3);
    }
    .faits li {
      padding-block: 0.125rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class ValeursCalculees {
  private readonly client = inject(IndicateursClient);
  private readonly annonce = inject(Annonce);

  readonly indicateurId = input.required<string>();
  readonly calcul = input.required<Calcul>();
  readonly modifiable = input(false);
  /** Name of a territory. */
  readonly nommer = input.required<(code: string) => string>();

  protected readonly libelles = LIBELLES_CALCULS;
  protected readonly explications = EXPLICATIONS_CALCULS;
  protected readonly dire = direCalcul;
  protected readonly enCours = signal(false);
  private readonly lecture = this.client.calculs(this.indicateurId);
  private readonly lues = computed(() => (this.lecture.hasValue() ? this.lecture.value() : []));
  protected readonly ensemble = computed(() =>
    this.lues().filter(({ territoire, courante }) => territoire === 'contrat' && courante),
  );

  protected parTerritoire(annee: number): ValeurCalculeeLue[] {
    return this.lues().filter(
      (lue) => lue.annee === annee && lue.courante && lue.territoire !== 'contrat' && lue.n > 0,
    );
  }

  protected anterieures({ annee }: ValeurCalculeeLue): ValeurCalculeeLue[] {
    return this.lues().filter((lue) => lue.annee === annee && lue.territoire === 'contrat' && !lue.courante);
  }

  protected async recalculer(): Promise<void> {
    this.enCours.set(true);
    try {
      this.lecture.set(await this.client.recalculer(this.indicateurId()));
      await this.annonce.dire('Calcul à jour.');
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
    } finally {
      this.enCours.set(false);
    }
  }
}
