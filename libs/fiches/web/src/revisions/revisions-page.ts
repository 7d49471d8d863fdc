import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PlIcone } from '@pleniere/shared/ui';
import { TypoFr } from '../champs/typo-fr';
import { FicheStore } from '../fiche/fiche-store';
import { direCause, etatDe } from './mots-revision';
import { VieRevision } from './vie-revision';

/** The revisions of a fiche, newest first, each readable and comparable with the one before it. */
@Component({
  selector: 'pl-revisions-page',
  imports: [PlIcone, RouterLink, TypoFr, VieRevision],
  template: `
    <h2 class="pl-hors-ecran">Révisions</h2>
    @for (revision of revisions(); track revision.numero) {
      <section [attr.aria-labelledby]="'revision-' + revision.numero">
        <div class="quoi">
          <h3 [id]="'revision-' + revision.numero">Révision {{ revision.numero }}</h3>
          <p class="etat">{{ revision.etat }}</p>
          <p>{{ revision.pourquoi | typoFr }}</p>
          <p class="liens pl-ecran">
            <a [routerLink]="['.', revision.numero]"><pl-icone nom="voir" [taille]="18" />Lire ce texte</a>
            @if (revision.avant) {
              <a routerLink="../difference" [queryParams]="{ de: revision.avant, vers: revision.numero }">
                <pl-icone nom="trier" [taille]="18" />Comparer avec la révision {{ revision.avant }}
              </a>
            }
          </p>
        </div>
        <pl-vie-revision [revision]="revision" [avis]="store.fiche()?.avis ?? []" />
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: var(--pl-e1) var(--pl-e4) var(--pl-e3);
    }

    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(14rem, 22rem);
      gap: var(--pl-e2) var(--pl-e4);
      padding-block: var(--pl-e3);

      & + section {
        border-top: 1px solid var(--pl-filet);
      }
    }

    .quoi {
      display: grid;
      gap: 0.25rem;
      align-content: start;
      max-width: 72ch;
    }

    h3 {
      font-size: 1.125rem;
    }

    .etat {
      font-weight: 600;
    }

    .liens,
    a {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem var(--pl-e2);
      align-items: center;
    }

    @media (max-width: 720px) {
      :host {
        padding-inline: var(--pl-e2);
      }

      section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class RevisionsPage {
  protected readonly store = inject(FicheStore);

  protected readonly revisions = computed(() => {
    const revisions = this.store.fiche()?.revisions ?? [];
    return revisions.map((revision, rang) => ({
      ...revision,
      etat: etatDe(revision),
      pourquoi: direCause(revision),
      // The one before it that was in force; a text given up replaces nothing.
      avant: revisions.slice(rang + 1).find(({ enVigueurLe }) => enVigueurLe !== null)?.numero,
    }));
  });
}
