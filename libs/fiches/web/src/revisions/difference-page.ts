import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChampId, type RevisionLue, valeurVide } from '@pleniere/fiches/domain';
import { PlErreur, PlEtatVide, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { enMots } from '../champs/en-mots';
import { FicheStore } from '../fiche/fiche-store';
import { Referentiels } from '../fiche/referentiels';
import { FichesClient } from '../fiches-client';
import { DifferenceDeTextes } from './difference-de-textes';
import { CHAMPS_GARDES } from './lignes-lues';

/** What changes between two revisions, field by field and word by word: the text in force and the working one unless told. */
@Component({
  selector: 'pl-difference-page',
  imports: [DifferenceDeTextes, PlErreur, PlEtatVide, PlIcone, PlSquelette, RouterLink],
  template: `
    <a class="retour pl-ecran" routerLink="../revisions"><pl-icone nom="retour" [taille]="18" />Toutes les révisions</a>
    <h2>De la révision {{ depuis() }} à la révision {{ jusqua() }}</h2>
    @if (differences(); as champs) {
      <p class="pl-discret">
        {{ champs.length === 0 ? 'Aucun champ ne change.' : 'Seuls les champs qui changent sont montrés.' }}
      </p>
      @for (champ of champs; track champ.id) {
        <section [attr.aria-labelledby]="'difference-' + champ.id">
          <h3 [id]="'difference-' + champ.id">{{ champ.libelle }}</h3>
          <pl-difference-de-textes
            [avant]="champ.avant"
            [apres]="champ.apres"
            [libelleAvant]="'Révision ' + depuis()"
            [libelleApres]="'Révision ' + jusqua()"
          />
        </section>
      } @empty {
        <pl-etat-vide icone="fait" titre="Les deux textes sont les mêmes." />
      }
    } @else if (erreur(); as refus) {
      <pl-erreur [erreur]="refus" (reessayer)="relire()" />
    } @else {
      <pl-squelette [lignes]="6" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
      padding: var(--pl-e3) var(--pl-e4);
    }

    .retour {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
      justify-self: start;
    }

    section {
      display: grid;
      gap: var(--pl-e1);
      padding-block: var(--pl-e2);
      border-top: 1px solid var(--pl-filet);
    }

    h3 {
      font-size: 1rem;
    }

    @media (max-width: 720px) {
      :host {
        padding: var(--pl-e2);
      }
    }
  `,
})
export class DifferencePage {
  private readonly store = inject(FicheStore);
  private readonly client = inject(FichesClient);
  private readonly referentiels = inject(Referentiels);

  /** Numbers of the two revisions, in the address. */
  readonly de = input(undefined, { transform: (numero: unknown) => numberAttribute(numero, 0) || undefined });
  readonly vers = input(undefined, { transform: (numero: unknown) => numberAttribute(numero, 0) || undefined });

  protected readonly depuis = computed(() => this.de() ?? this.store.fiche()?.enVigueur ?? 1);
  protected readonly jusqua = computed(() => this.vers() ?? this.store.fiche()?.revision ?? 1);

  private readonly avant = this.lire(this.depuis);
  private readonly apres = this.lire(this.jusqua);
  protected readonly erreur = computed(() => this.avant.error() ?? this.apres.error());

  protected readonly differences = computed(() => {
    if (!this.avant.hasValue() || !this.apres.hasValue()) return undefined;
    const [avant, apres] = [this.avant.value(), this.apres.value()];
    return CHAMPS_GARDES.map(({ id, libelle }) => ({
      id,
      libelle,
      avant: this.mots(avant, id),
      apres: this.mots(apres, id),
    })).filter((champ) => champ.avant !== champ.apres);
  });

  protected relire(): void {
    this.avant.reload();
    this.apres.reload();
  }

  private lire(numero: () => number) {
    return this.client.revision(() => {
      const fiche = this.store.fiche();
      return fiche && { ficheId: fiche.id, numero: numero() };
    });
  }

  private mots({ contenu }: RevisionLue, champ: ChampId): string {
    const valeur = contenu[champ] ?? valeurVide(champ);
    return enMots(champ, valeur, (id) => this.referentiels.texteOrientation(id));
  }
}
