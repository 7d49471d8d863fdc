import { CdkListbox, CdkOption } from '@angular/cdk/listbox';
import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import { type Absence, ABSENCES, type Contenu, type Indicateur, LIBELLES_ABSENCES } from '@pleniere/indicateurs/domain';
import { reponsesDe } from '../saisie/texte-cellule';

/** What was chosen: an answer, several, or a reason of absence. */
export interface ReponseChoisie {
  valeur: Contenu;
  absence: Absence | null;
}

/** Quick menu of a cell whose answers are known beforehand: one for a scale or oui-non, several for a list. */
@Component({
  selector: 'pl-menu-reponses',
  imports: [CdkListbox, CdkOption],
  host: { '(keydown)': 'surTouche($event)' },
  templateUrl: './menu-reponses.html',
  styleUrl: './menu-reponses.scss',
})
export class MenuReponses {
  readonly indicateur = input.required<Indicateur>();
  readonly actuelle = input.required<ReponseChoisie>();
  readonly choisi = output<ReponseChoisie>();
  readonly ferme = output();

  protected readonly absences = ABSENCES.filter((absence) => absence !== 'a-venir');
  protected readonly libelles = LIBELLES_ABSENCES;
  protected readonly plusieurs = computed(() => this.indicateur().nature === 'liste');
  protected readonly reponses = computed(() => reponsesDe(this.indicateur()));
  protected readonly cochees = linkedSignal<readonly string[]>(() => {
    const { valeur } = this.actuelle();
    return Array.isArray(valeur) ? valeur : [];
  });
  protected readonly choisie = computed(() => {
    const { valeur, absence } = this.actuelle();
    return [absence ?? String(valeur ?? '')];
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.querySelector<HTMLElement>('[cdkListbox], input')?.focus());
  }

  protected cocher(valeur: string, cochee: boolean): void {
    this.cochees.update((cochees) => (cochee ? [...cochees, valeur] : cochees.filter((autre) => autre !== valeur)));
  }

  protected choisirUne(choix: readonly string[]): void {
    const [valeur] = choix;
    const absence = this.absences.find((connue) => connue === valeur) ?? null;
    const reponse = this.indicateur().nature === 'echelle' ? Number(valeur) : (valeur ?? null);
    this.choisi.emit({ valeur: absence ? null : reponse, absence });
  }

  protected choisirLesCochees(): void {
    const ordre = this.reponses().map(({ valeur }) => valeur);
    const cochees = ordre.filter((valeur) => this.cochees().includes(valeur));
    this.choisi.emit({ valeur: cochees.length > 0 ? cochees : null, absence: null });
  }

  protected choisirAbsence(absence: Absence): void {
    this.choisi.emit({ valeur: null, absence });
  }

  protected surTouche(evenement: KeyboardEvent): void {
    evenement.stopPropagation();
    if (evenement.key === 'Escape') this.ferme.emit();
    if (evenement.key === 'Enter' && evenement.target instanceof HTMLInputElement) this.choisirLesCochees();
  }
}
