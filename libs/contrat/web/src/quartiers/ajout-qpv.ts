import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Qpv } from '@pleniere/contrat/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';
import { ContratClient } from '../contrat-client';

const ATTENTE_MS = 250;

/** Search in the national list of QPV, to take some into the contrat. */
@Component({
  selector: 'pl-ajout-qpv',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, PlErreur, PlIcone],
  template: `
    <h2>Ajouter un quartier</h2>
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>Chercher dans la liste nationale</mat-label>
      <input #texte matInput type="search" autocomplete="off" (input)="chercher(texte.value)" />
      <mat-hint
        >Par nom de quartier, commune ou code, par exemple «&#8239;Sanitas&#8239;» ou
        «&#8239;QN03709M&#8239;».</mat-hint
      >
    </mat-form-field>
    @if (refus() ?? resultats.error(); as erreur) {
      <pl-erreur [erreur]="erreur" [action]="null" />
    }
    <p class="pl-hors-ecran" role="status">{{ annonce() }}</p>
    @if (recherche()) {
      <ul class="pl-lignes">
        @for (trouve of trouves(); track trouve.code) {
          <li>
            <span>
              <strong>{{ trouve.libelle }}</strong>
              <span class="pl-discret">{{ trouve.communes }}, {{ trouve.code }}</span>
            </span>
            @if (presents().has(trouve.code)) {
              <span class="pl-discret">Déjà dans le contrat</span>
            } @else {
              <button
                matButton="outlined"
                type="button"
                [attr.aria-label]="'Ajouter ' + trouve.libelle"
                (click)="ajouter(trouve.code)"
              >
                <pl-icone matButtonIcon nom="ajouter" [taille]="18" />Ajouter
              </button>
            }
          </li>
        } @empty {
          @if (!resultats.isLoading()) {
            <li class="pl-discret">
              Aucun quartier prioritaire de 2024 ne répond à «&#8239;{{ recherche() }}&#8239;».
            </li>
          }
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    mat-form-field {
      max-width: 32rem;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
      justify-content: space-between;
      min-height: 3.25rem;
    }

    li > span > span {
      display: block;
    }
  `,
})
export class AjoutQpv {
  private readonly client = inject(ContratClient);
  /** Codes of the QPV that the contrat already has. */
  readonly presents = input.required<ReadonlySet<string>>();
  readonly ajoute = output<Qpv>();

  protected readonly recherche = signal('');
  protected readonly resultats = this.client.reference(this.recherche);
  protected readonly refus = linkedSignal<unknown>(() => (this.recherche(), null));
  protected readonly trouves = computed(() =>
    this.resultats.hasValue()
      ? this.resultats.value().map(({ code, libelle, communes }) => ({
          code,
          libelle,
          communes: communes.map(({ nom }) => nom).join(', '),
        }))
      : [],
  );
  protected readonly annonce = computed(() => {
    if (!this.recherche() || this.resultats.isLoading()) return '';
    const nombre = this.trouves().length;
    return nombre === 0 ? 'Aucun quartier trouvé' : `${nombre} quartiers affichés`;
  });

  private minuterie?: ReturnType<typeof setTimeout>;

  protected chercher(texte: string): void {
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => this.recherche.set(texte.trim()), ATTENTE_MS);
  }

  protected async ajouter(code: string): Promise<void> {
    this.refus.set(null);
    try {
      this.ajoute.emit(await this.client.ajouterQpv(code));
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
