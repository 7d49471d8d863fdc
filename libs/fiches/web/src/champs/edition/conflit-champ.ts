import { Clipboard } from '@angular/cdk/clipboard';
import { afterRenderEffect, Component, computed, type ElementRef, inject, input, viewChildren } from '@angular/core';
import { type Champ, type ChampId, type ContenuFiche, enMots } from '@pleniere/fiches/domain';
import { Annonce, DateFr, PlIcone } from '@pleniere/shared/ui';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { ecarter } from './ecart';
import type { EditionChamp } from './edition-champ';

/** Both texts of a field that two people changed at once, and the choice between them. */
@Component({
  selector: 'pl-conflit-champ',
  imports: [DateFr, PlIcone],
  host: { role: 'alert' },
  template: `
    @if (edition().conflit(); as actuel) {
      <p class="titre">
        <pl-icone nom="alerte" />
        {{ actuel.etat.modifiePar }} a modifié «&#8239;{{ champ().libelle }}&#8239;» pendant que vous écriviez.
      </p>
      <p>Rien n’a été remplacé. Choisissez le texte à garder.</p>
      <div class="textes">
        <section>
          <h4>Le texte enregistré</h4>
          <p class="pl-discret">{{ actuel.etat.modifiePar }}, le {{ actuel.etat.modifieLe | dateFr: 'heure' }}</p>
          @if (leur()) {
            <p class="texte">
              {{ ecarts()[0].avant }}<mark #ecart>{{ ecarts()[0].ecart }}</mark
              >{{ ecarts()[0].apres }}
            </p>
          } @else {
            <p class="texte">(vide)</p>
          }
          <button class="pl-bouton" type="button" (click)="edition().prendreLeLeur()">
            Prendre le texte enregistré
          </button>
        </section>
        <section>
          <h4>Votre texte</h4>
          <p class="pl-discret">Pas encore enregistré, conservé sur cet appareil</p>
          @if (mien()) {
            <p class="texte">
              {{ ecarts()[1].avant }}<mark #ecart>{{ ecarts()[1].ecart }}</mark
              >{{ ecarts()[1].apres }}
            </p>
          } @else {
            <p class="texte">(vide)</p>
          }
          <div class="pl-rangee">
            <button class="pl-bouton plein" type="button" (click)="edition().garderLeMien()">Garder le mien</button>
            <button class="pl-bouton discret" type="button" (click)="copier()">
              <pl-icone nom="copier" [taille]="18" /> Copier le mien
            </button>
          </div>
        </section>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
      margin-block: var(--pl-e1);
      padding: var(--pl-e2);
      border-left: 3px solid var(--pl-attention);
      background: color-mix(in oklab, var(--pl-attention) 7%, var(--pl-papier));
    }

    .titre {
      display: flex;
      gap: var(--pl-e1);
      font-weight: 600;

      pl-icone {
        color: var(--pl-attention);
      }
    }

    .textes {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: var(--pl-e2);
    }

    section {
      display: grid;
      gap: 0.375rem;
      align-content: start;
      justify-items: start;
    }

    mark {
      background: var(--pl-accent-voile);
      color: inherit;
      font-weight: 600;
    }

    .texte {
      position: relative;
      white-space: pre-line;
      max-height: 16rem;
      overflow: auto;
      justify-self: stretch;
      padding: var(--pl-e1) 0.75rem;
      border: 1px solid var(--pl-filet);
      border-radius: var(--pl-rayon);
      background: var(--pl-papier);
    }
  `,
})
export class ConflitChamp {
  private readonly pressePapiers = inject(Clipboard);
  private readonly annonce = inject(Annonce);
  private readonly referentiels = inject(Referentiels);
  private readonly store = inject(FicheStore);

  readonly champ = input.required<Champ & { id: ChampId }>();
  readonly edition = input.required<EditionChamp>();

  protected readonly mien = computed(() => this.dire(this.edition().valeur()));
  protected readonly leur = computed(() => {
    const actuel = this.edition().conflit();
    return actuel ? this.dire(actuel.valeur) : '';
  });

  protected readonly ecarts = computed(() => ecarter(this.leur(), this.mien()));
  private readonly marques = viewChildren<ElementRef<HTMLElement>>('ecart');

  constructor() {
    // In a long text, what differs is brought into view.
    afterRenderEffect(() => {
      for (const { nativeElement } of this.marques()) {
        if (nativeElement.parentElement) nativeElement.parentElement.scrollTop = nativeElement.offsetTop - 32;
      }
    });
  }

  private dire(valeur: ContenuFiche[ChampId]): string {
    return enMots(
      this.champ().id,
      valeur,
      (id) => this.referentiels.texteOrientation(id) ?? this.store.titreAction(id),
    );
  }

  protected copier(): void {
    if (this.pressePapiers.copy(this.mien())) void this.annonce.dire('Votre texte est copié.');
  }
}
