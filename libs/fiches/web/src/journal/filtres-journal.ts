import { Component, computed, inject, input, output } from '@angular/core';
import { codeAffiche, type FicheNommee } from '@pleniere/fiches/domain';
import type { FiltreHistorique } from '../historique/historique-client';
import { Referentiels } from '../fiche/referentiels';
import { ilYA } from './depuis';
import { RUBRIQUES } from './libelles-journal';
import { ReperesDuJournal } from './reperes-journal';

interface Menu {
  cle: keyof FiltreHistorique;
  nom: string;
  tous: string;
  choix: { valeur: string; libelle: string }[];
}

const OBJETS = Object.entries(RUBRIQUES).map(([valeur, libelle]) => ({ valeur, libelle }));

/** What part of the journal is read: since when, until when, by whom, about what. */
@Component({
  selector: 'pl-filtres-journal',
  template: `
    <div class="jours">
      <label>Depuis le <input #de type="date" [value]="jour()" (change)="choisi.emit({ depuis: de.value })" /></label>
      <label>
        Jusqu’au
        <input #a type="date" [value]="filtre().jusqua ?? ''" (change)="choisi.emit({ jusqua: a.value })" />
      </label>
      @for (raccourci of raccourcis(); track raccourci.nom) {
        <button
          class="pl-bouton"
          type="button"
          [attr.aria-pressed]="filtre().depuis === raccourci.depuis"
          (click)="choisi.emit({ depuis: raccourci.depuis, jusqua: '' })"
        >
          {{ raccourci.nom }}
        </button>
      }
    </div>
    <div class="menus">
      @for (menu of menus(); track menu.cle) {
        <label [class.actif]="filtre()[menu.cle]">
          <span class="pl-hors-ecran">{{ menu.nom }}</span>
          <select #choisie (change)="choisir(menu.cle, choisie.value)">
            <option value="" [selected]="!filtre()[menu.cle]">{{ menu.tous }}</option>
            @for (choix of menu.choix; track choix.valeur) {
              <option [value]="choix.valeur" [selected]="choix.valeur === filtre()[menu.cle]">
                {{ choix.libelle }}
              </option>
            }
          </select>
        </label>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    .jours,
    .menus {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1);
      align-items: center;
    }

    .menus {
      /* Holds its labels for screen readers, which would otherwise widen the page. */
      position: relative;
    }

    input,
    select {
      max-width: 16rem;
      font-size: 0.9375rem;
    }

    .actif select {
      border-color: var(--pl-primaire);
      background: var(--pl-primaire-voile);
      color: var(--pl-primaire);
      font-weight: 600;
    }
  `,
})
export class FiltresJournal {
  private readonly referentiels = inject(Referentiels);
  private readonly reperes = inject(ReperesDuJournal, { optional: true })?.reperes;

  readonly filtre = input.required<FiltreHistorique>();
  readonly fiches = input<readonly FicheNommee[]>([]);
  /** Instant of the last reading, null when there was none. */
  readonly derniere = input<string | null>(null);
  readonly choisi = output<FiltreHistorique>();

  protected readonly jour = computed(() => {
    const { depuis = '' } = this.filtre();
    return depuis.slice(0, 10);
  });
  protected readonly raccourcis = computed(() => {
    const derniere = this.derniere();
    return [
      ...(derniere === null ? [] : [{ nom: 'Depuis ma dernière visite', depuis: derniere }]),
      ...(this.reperes?.() ?? []),
      { nom: '7 derniers jours', depuis: ilYA(7) },
      { nom: '30 derniers jours', depuis: ilYA(30) },
    ];
  });
  protected readonly menus = computed<Menu[]>(() => {
    const { personnes, organisations } = this.referentiels;
    const nommer = ({ id, nom }: { id: string; nom: string }) => ({ valeur: id, libelle: nom });
    const fiches = this.fiches().map(({ id, code, titre }) => ({
      valeur: id,
      libelle: `${codeAffiche(code)} – ${titre}`,
    }));
    return [
      { cle: 'fiche', nom: 'Fiche', tous: 'Toutes les fiches', choix: fiches },
      { cle: 'objet', nom: 'Ce qui a changé', tous: 'Tout ce qui a changé', choix: OBJETS },
      {
        cle: 'personne',
        nom: 'Personne',
        tous: 'Toutes les personnes',
        choix: (personnes.hasValue() ? personnes.value() : []).map(nommer),
      },
      {
        cle: 'organisation',
        nom: 'Organisation',
        tous: 'Toutes les organisations',
        choix: (organisations.hasValue() ? organisations.value() : []).map(nommer),
      },
    ];
  });

  protected choisir(cle: keyof FiltreHistorique, valeur: string): void {
    this.choisi.emit({ [cle]: valeur });
  }
}
