import { Component, computed, inject, input, output } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { type Cellule, cleDe, type Indicateur, type Valeur } from '@pleniere/indicateurs/domain';
import { PlErreur, PlIcone, Saisie } from '@pleniere/shared/ui';
import { direLieu, direValeur } from '../qualite/mots-verification';
import { QualiteClient } from '../qualite/qualite-client';
import { CarteContestation } from './carte-contestation';
import { demandeContestation } from './formulaire-contestation';

/** What the State contests of a value, open first, and the way to contest it. Nothing on screen when there is neither. */
@Component({
  selector: 'pl-contestation-de-valeur',
  imports: [CarteContestation, PlErreur, PlIcone],
  template: `
    @if (lecture.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="lecture.reload()" />
    }
    @if (nommer() && contestations().length > 0) {
      <h2>Contestations</h2>
    }
    @for (cas of contestations(); track cas.id) {
      @if (lieu(cas); as lieu) {
        <h3>{{ lieu }}</h3>
      }
      <pl-carte-contestation [contestation]="cas" (changee)="relire()" />
    }
    @if (contestable()) {
      <button class="pl-bouton pl-ecran" type="button" (click)="contester()">
        <pl-icone nom="avis" [taille]="18" />Contester cette valeur
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
      justify-items: start;
    }

    h3 {
      font-size: 1rem;
    }

    :host(:empty) {
      display: none;
    }
  `,
})
export class ContestationDeValeur {
  private readonly client = inject(QualiteClient);
  private readonly session = inject(SessionStore);
  private readonly saisie = inject(Saisie);

  readonly indicateur = input.required<Indicateur>();
  /** The cell; null shows those of the whole indicator. */
  readonly cellule = input<Cellule | null>(null);
  /** Name of a territory, when those of several are shown. */
  readonly nommer = input<((code: string) => string) | null>(null);
  /** What stands in the cell; there is nothing to contest in an empty one. */
  readonly valeur = input<Valeur>();
  /** A contestation was opened, decided or withdrawn: the value may have changed. */
  readonly changee = output();

  protected readonly lecture = this.client.contestations(() => this.indicateur().id);
  protected readonly contestations = computed(() => {
    const cellule = this.cellule();
    const toutes = this.lecture.hasValue() ? this.lecture.value() : [];
    return cellule ? toutes.filter((cas) => cleDe(cas) === cleDe(cellule)) : toutes;
  });
  protected readonly contestable = computed(
    () =>
      this.cellule() !== null &&
      this.valeur() !== undefined &&
      this.session.peut('valeurs.contester') &&
      !this.lecture.isLoading() &&
      !this.contestations().some(({ statut }) => statut === 'ouverte'),
  );

  protected lieu(cas: Cellule): string {
    const nommer = this.nommer();
    return nommer ? direLieu(cas, nommer(cas.territoire)) : '';
  }

  protected async contester(): Promise<void> {
    const [cellule, valeur] = [this.cellule(), this.valeur()];
    if (!cellule || !valeur) return;
    const indicateur = this.indicateur();
    const inscrite = direValeur(valeur, indicateur);
    const demande = demandeContestation(cellule, indicateur, inscrite, (saisie) => this.client.contester(saisie));
    if (await this.saisie.demander(demande)) this.relire();
  }

  protected relire(): void {
    this.lecture.reload();
    this.changee.emit();
  }
}
