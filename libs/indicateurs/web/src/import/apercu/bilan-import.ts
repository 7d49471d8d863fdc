import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ApercuImport, ModeApplication, StatutImport } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlIcone } from '@pleniere/shared/ui';
import { nombreAEcrire, phraseResultat, phraseResume, refusDAppliquer } from '../mots-import';

const TITRES: Readonly<Record<StatutImport, string>> = {
  ouvert: 'Ce que ce fichier changerait',
  applique: 'Import appliqué',
  annule: 'Import annulé',
};

/** What an import would change, in a sentence, and the buttons that apply it; then its result, and its undo. */
@Component({
  selector: 'pl-bilan-import',
  imports: [DateFr, MatButton, PlIcone],
  templateUrl: './bilan-import.html',
  styleUrl: './bilan-import.scss',
})
export class BilanImport {
  readonly apercu = input.required<ApercuImport>();
  readonly occupe = input(false);
  readonly applique = output<ModeApplication>();
  readonly annule = output();

  protected readonly titre = computed(() => TITRES[this.apercu().statut]);
  protected readonly resume = computed(() => phraseResume(this.apercu().resume));
  protected readonly resultat = computed(() => phraseResultat(this.apercu()));
  protected readonly aEcrire = computed(() => accorder(nombreAEcrire(this.apercu().resume), 'case'));
  protected readonly refusDeTout = computed(() => refusDAppliquer(this.apercu().resume, 'tout'));
  protected readonly refusDesValides = computed(() => refusDAppliquer(this.apercu().resume, 'valides'));

  protected appliquer(mode: ModeApplication): void {
    if (refusDAppliquer(this.apercu().resume, mode) === null) this.applique.emit(mode);
  }
}
