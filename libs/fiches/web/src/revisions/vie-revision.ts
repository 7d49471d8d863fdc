import { Component, computed, input } from '@angular/core';
import type { Avis, RevisionResumee } from '@pleniere/fiches/domain';
import { DateFr } from '@pleniere/shared/ui';
import { vieDe } from './mots-revision';

/** The steps of a revision with their days and their authors, oldest first. */
@Component({
  selector: 'pl-vie-revision',
  imports: [DateFr],
  template: `
    <ol>
      @for (moment of vie(); track $index) {
        <li [class.a-venir]="moment.aVenir">
          <span class="quoi">{{ moment.quoi }}</span>
          <span class="pl-discret">{{ moment.quand | dateFr }}{{ moment.par ? ', ' + moment.par : '' }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: 0.375rem;
      padding: 0;
      list-style: none;
    }

    li {
      position: relative;
      display: grid;
      padding-left: 1.125rem;
      line-height: 1.3;

      &::before {
        content: '';
        position: absolute;
        top: 0.375rem;
        left: 0;
        width: 0.5rem;
        height: 0.5rem;
        border: 1.5px solid var(--pl-primaire);
        border-radius: 50%;
        background: var(--pl-primaire);
      }
    }

    .a-venir::before {
      background: transparent;
    }

    .pl-discret {
      font-size: 0.875rem;
    }
  `,
})
export class VieRevision {
  readonly revision = input.required<RevisionResumee>();
  readonly avis = input<readonly Avis[]>([]);

  protected readonly vie = computed(() =>
    vieDe(
      this.revision(),
      this.avis().filter(({ revision }) => revision === this.revision().numero),
    ),
  );
}
