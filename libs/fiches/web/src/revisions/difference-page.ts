import type { HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChampId, type ContenuFiche, enMots, valeurVide } from '@pleniere/fiches/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { FicheStore } from '../fiche/fiche-store';
import { Referentiels } from '../fiche/referentiels';
import { FichesClient } from '../fiches-client';
import { HistoriqueClient } from '../historique/historique-client';
import { DifferenceDeTextes } from './difference-de-textes';
import { CHAMPS_GARDES } from './lignes-lues';

/** What changes between two revisions, field by field and word by word: the text in force and the working one unless told. */
@Component({
  selector: 'pl-difference-page',
  imports: [DifferenceDeTextes, PlErreur, PlEtatVide, PlIcone, PlSquelette, RouterLink],
  template: `
    <a class="retour pl-ecran" routerLink="../revisions"><pl-icone nom="retour" [taille]="18" />Toutes les révisions</a>
    <h2>{{ titre() }}</h2>
    @if (pdf(); as adresse) {
      <p class="pl-ecran">
        <a [href]="adresse"><pl-icone nom="pdf" [taille]="18" />Télécharger en PDF</a>
      </p>
    }
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
            [libelleAvant]="nom(depuis())"
            [libelleApres]="nom(jusqua())"
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
  private readonly historique = inject(HistoriqueClient);
  private readonly referentiels = inject(Referentiels);

  /** The two texts, in the address: numbers of revisions, or days (`2026-11-01`) whose last text is meant. */
  readonly de = input<string>();
  readonly vers = input<string>();

  protected readonly depuis = computed(() => this.de() ?? String(this.store.fiche()?.enVigueur ?? 1));
  protected readonly jusqua = computed(() => this.vers() ?? String(this.store.fiche()?.revision ?? 1));
  protected readonly titre = computed(() => {
    const [de, vers] = [this.nom(this.depuis()), this.nom(this.jusqua())].map((nom) =>
      nom.replace(/^[RT]/, (initiale) => initiale.toLowerCase()),
    );
    return `${estJour(this.depuis()) ? 'Du' : 'De la'} ${de} ${estJour(this.jusqua()) ? 'au' : 'à la'} ${vers}`;
  });
  protected readonly pdf = computed(() => {
    const fiche = this.store.fiche();
    return fiche && `/api/v1/fiches/${fiche.id}/difference.pdf?de=${this.depuis()}&vers=${this.jusqua()}`;
  });

  private readonly avant = this.lire(this.depuis);
  private readonly apres = this.lire(this.jusqua);
  protected readonly erreur = computed(() => this.avant.erreur() ?? this.apres.erreur());

  protected readonly differences = computed(() => {
    const [avant, apres] = [this.avant.contenu(), this.apres.contenu()];
    if (!avant || !apres) return undefined;
    return CHAMPS_GARDES.map(({ id, libelle }) => ({
      id,
      libelle,
      avant: this.mots(avant, id),
      apres: this.mots(apres, id),
    })).filter((champ) => champ.avant !== champ.apres);
  });

  protected relire(): void {
    this.avant.relire();
    this.apres.relire();
  }

  protected nom(texte: string): string {
    return estJour(texte) ? `Texte du ${formaterDate(texte)}` : `Révision ${texte}`;
  }

  /** One of the two texts, whichever way it is named. */
  private lire(texte: () => string) {
    const revision = this.client.revision(() => {
      const fiche = this.store.fiche();
      return fiche && !estJour(texte()) ? { ficheId: fiche.id, numero: Number(texte()) || 1 } : undefined;
    });
    const passe = this.historique.texte(() => {
      const fiche = this.store.fiche();
      return fiche && estJour(texte()) ? { ficheId: fiche.id, quand: texte() } : undefined;
    });
    const contenuDe = <T extends { contenu: Partial<ContenuFiche> }>(lecture: HttpResourceRef<T | undefined>) =>
      lecture.hasValue() ? lecture.value()?.contenu : undefined;
    return {
      contenu: () => (estJour(texte()) ? contenuDe(passe) : contenuDe(revision)),
      erreur: () => passe.error() ?? revision.error(),
      relire: () => (estJour(texte()) ? passe.reload() : revision.reload()),
    };
  }

  private mots(contenu: Partial<ContenuFiche>, champ: ChampId): string {
    const valeur = contenu[champ] ?? valeurVide(champ);
    return enMots(champ, valeur, (id) => this.referentiels.texteOrientation(id) ?? this.store.titreAction(id));
  }
}

const estJour = (texte: string) => /^\d{4}-\d\d-\d\d$/.test(texte);
