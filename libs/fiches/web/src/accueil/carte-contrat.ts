import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, LIBELLES_STATUTS_FICHE, METEOS, type TableauDeBord } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlCompletude, PlMeteo } from '@pleniere/shared/ui';

/** The contrat in one picture: a row per enjeu, a tile per fiche with its weather, its completeness and its values. */
@Component({
  selector: 'pl-carte-contrat',
  imports: [PlCompletude, PlMeteo, RouterLink],
  template: `
    <ul class="bilan">
      <li>{{ compte() }}</li>
      @for (part of bilan(); track part.meteo) {
        <li>
          <strong>{{ part.nombre }}</strong>&ngsp;<pl-meteo [meteo]="part.meteo" />
        </li>
      }
    </ul>
    @for (enjeu of enjeux(); track enjeu.id) {
      <section class="pl-teinte" [style.--pl-teinte]="enjeu.couleur">
        <h3>
          <span>{{ libelleEnjeu(enjeu) }}</span> {{ enjeu.intitule }}
        </h3>
        <ul class="tuiles">
          @for (fiche of enjeu.fiches; track fiche.id) {
            <li>
              <a [routerLink]="['/fiches', fiche.code]">
                <span class="tete">
                  <strong>{{ code(fiche.code) }}</strong>
                  @if (fiche.statut !== 'en-vigueur') {
                    <span class="statut">{{ statuts[fiche.statut] }}</span>
                  }
                </span>
                <span class="titre">{{ fiche.titre }}</span>
                <pl-meteo [meteo]="fiche.meteo" />
                <pl-completude [renseignes]="fiche.remplis" [total]="fiche.total" />
                <span class="valeurs">{{ valeurs(fiche) }}</span>
              </a>
            </li>
          } @empty {
            <li class="pl-discret">Aucune fiche pour cet enjeu.</li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './carte-contrat.scss',
})
export class CarteContrat {
  readonly enjeux = input.required<TableauDeBord['enjeux']>();
  readonly annee = input.required<number>();

  protected readonly statuts = LIBELLES_STATUTS_FICHE;
  protected readonly code = codeAffiche;
  protected readonly libelleEnjeu = libelleEnjeu;

  private readonly fiches = computed(() => this.enjeux().flatMap(({ fiches }) => fiches));
  protected readonly compte = computed(() => accorder(this.fiches().length, 'fiche'));
  /** How many fiches under each weather, from best to worst. */
  protected readonly bilan = computed(() =>
    METEOS.map((meteo) => ({
      meteo,
      nombre: this.fiches().filter((fiche) => fiche.meteo === meteo).length,
    })).filter(({ nombre }) => nombre > 0),
  );

  protected valeurs(fiche: TableauDeBord['enjeux'][number]['fiches'][number]): string {
    const { valeursRenseignees: saisies, valeursAttendues: attendues } = fiche;
    if (attendues === 0) return `Aucune valeur attendue en ${this.annee()}`;
    return `${saisies} sur ${accorder(attendues, 'valeur')} ${this.annee()}`;
  }
}
