import { Component, computed, input, output } from '@angular/core';
import { type Dimension, type IndicateurSaisie, seBorne, seCumule, seVentile } from '@pleniere/indicateurs/domain';
import { ChampTexte } from './champs/champ-texte';
import { ecrireNombre, lireNombre } from './champs/nombre-saisi';

const PARTS: readonly { dimension: Dimension; libelle: string }[] = [
  { dimension: 'sexe', libelle: 'Par sexe' },
  { dimension: 'age', libelle: 'Par tranche d’âge' },
];

/** Finer parts of a definition, most often left alone: breakdowns, plausible bounds, cumulative figures. */
@Component({
  selector: 'pl-precisions-definition',
  imports: [ChampTexte],
  template: `
    @if (ventilable()) {
      <fieldset>
        <legend>Ventilations demandées à côté du total</legend>
        @for (part of parts; track part.dimension) {
          <label>
            <input
              #coche
              type="checkbox"
              [checked]="definition().ventilations.includes(part.dimension)"
              (change)="ventiler(part.dimension, coche.checked)"
            />
            {{ part.libelle }}
          </label>
        }
        <span class="aide"
          >La part des femmes s’affiche avec le taux de déclaration, ou «&#8239;non renseignée&#8239;».</span
        >
        @if (erreurs().get('/ventilations'); as motif) {
          <span class="erreur" role="alert">{{ motif }}</span>
        }
      </fieldset>
    }
    @if (bornable()) {
      <div class="deux">
        <pl-champ-texte
          libelle="Au moins"
          aide="En dessous, la valeur est mise en doute, jamais refusée."
          [nombre]="true"
          [valeur]="bornes().min"
          [erreur]="erreurs().get('/borneMin')"
          (ecrite)="precise.emit({ borneMin: lire($event) })"
        />
        <pl-champ-texte
          libelle="Au plus"
          aide="Au-dessus, la valeur est mise en doute, jamais refusée."
          [nombre]="true"
          [valeur]="bornes().max"
          [erreur]="erreurs().get('/borneMax')"
          (ecrite)="precise.emit({ borneMax: lire($event) })"
        />
      </div>
    }
    @if (cumulable()) {
      <fieldset>
        <legend>Compte</legend>
        <label>
          <input
            #cumul
            type="checkbox"
            [checked]="definition().cumulatif"
            (change)="precise.emit({ cumulatif: cumul.checked })"
          />
          Depuis le début du contrat&nbsp;: le chiffre ne baisse jamais
        </label>
        @if (erreurs().get('/cumulatif'); as motif) {
          <span class="erreur" role="alert">{{ motif }}</span>
        }
      </fieldset>
    }
  `,
  styleUrl: './champs/controles.scss',
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }
  `,
})
export class PrecisionsDefinition {
  readonly definition = input.required<IndicateurSaisie>();
  readonly erreurs = input.required<ReadonlyMap<string, string>>();
  readonly precise = output<Partial<IndicateurSaisie>>();

  protected readonly parts = PARTS;
  protected readonly ventilable = computed(() => seVentile(this.definition().nature));
  protected readonly bornable = computed(() => seBorne(this.definition().nature));
  protected readonly cumulable = computed(() => seCumule(this.definition().nature));
  protected readonly bornes = computed(() => ({
    min: ecrireNombre(this.definition().borneMin),
    max: ecrireNombre(this.definition().borneMax),
  }));

  protected lire(texte: string): number | null {
    return texte.trim() === '' ? null : lireNombre(texte);
  }

  protected ventiler(dimension: Dimension, voulue: boolean): void {
    const retenues = PARTS.map((part) => part.dimension).filter((autre) =>
      autre === dimension ? voulue : this.definition().ventilations.includes(autre),
    );
    this.precise.emit({ ventilations: retenues });
  }
}
