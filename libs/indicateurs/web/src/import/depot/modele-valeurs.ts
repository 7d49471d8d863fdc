import { Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITES_IMPORT } from '@pleniere/indicateurs/domain';
import { formaterNombre, FORMATS_TABLEUR, type FormatTableur } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { codeLisible, IndicateursClient } from '../../indicateurs-client';
import { ImportsClient } from '../imports-client';

const NOMS_FORMATS: Readonly<Record<FormatTableur, string>> = { xlsx: 'Excel', ods: 'LibreOffice', csv: 'CSV' };

/** The workbook to fill in, for every fiche or for one. */
@Component({
  selector: 'pl-modele-valeurs',
  imports: [MatFormField, MatInput, MatLabel, PlIcone],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>Indicateurs du modèle</mat-label>
      <select #choix matNativeControl (change)="fiche.set(choix.value || null)">
        <option value="">Toutes les fiches</option>
        @for (choisie of fiches.hasValue() ? fiches.value() : []; track choisie.id) {
          <option [value]="choisie.id">
            {{ codeLisible(choisie.code) }} {{ choisie.titreCourt || choisie.titre }}
          </option>
        }
      </select>
    </mat-form-field>
    <div class="pl-rangee">
      @for (format of formats; track format) {
        <a class="pl-bouton" download [attr.href]="client.adresseModele(format, fiche())">
          <pl-icone nom="telecharger" [taille]="18" />
          <span><span class="pl-hors-ecran">Télécharger le modèle </span>{{ noms[format] }} (.{{ format }})</span>
        </a>
      }
    </div>
    <p class="pl-discret">Au-delà de {{ limite }} lignes, demandez le modèle fiche par fiche.</p>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      gap: var(--pl-e2);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class ModeleValeurs {
  private readonly indicateurs = inject(IndicateursClient);
  protected readonly client = inject(ImportsClient);

  protected readonly fiches = rxResource({ stream: () => this.indicateurs.fiches() });
  /** Id of the chosen fiche; null for all. */
  protected readonly fiche = signal<string | null>(null);

  protected readonly limite = formaterNombre(LIMITES_IMPORT.lignes);
  protected readonly formats = FORMATS_TABLEUR;
  protected readonly noms = NOMS_FORMATS;
  protected readonly codeLisible = codeLisible;
}
