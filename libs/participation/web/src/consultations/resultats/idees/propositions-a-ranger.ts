import { Component, computed, input, output, signal } from '@angular/core';
import { LIBELLES_CLASSES, type ResultatProposition } from '@pleniere/participation/domain';
import { accorder, sansAccents } from '@pleniere/shared/domain';

/** A published proposition that no idea holds yet. */
export interface PropositionARanger {
  id: string;
  numero: number;
  texte: string;
  resultat: ResultatProposition | null;
}

/** Name under which a proposition is carried from one place of the page to another. */
export const PORTEE = 'application/x-pleniere-proposition';

/** Propositions that no idea holds: put in one by a list, or dragged into it. */
@Component({
  selector: 'pl-propositions-a-ranger',
  host: { '(dragover)': 'survoler($event)', '(drop)': 'deposer($event)' },
  template: `
    <h2 id="ranger">Propositions à ranger</h2>
    <p class="pl-discret" role="status">{{ combien() }}</p>
    <input
      #mots
      type="search"
      placeholder="Chercher un mot"
      aria-label="Chercher dans les propositions à ranger"
      [value]="cherche()"
      (input)="cherche.set(mots.value)"
    />
    <ul class="pl-lignes" aria-labelledby="ranger">
      @for (une of montrees(); track une.id) {
        <li draggable="true" (dragstart)="porter($event, une.id)">
          <p>{{ une.numero }}. {{ une.texte }}</p>
          <div>
            @if (une.resultat; as resultat) {
              <span class="pl-discret">{{ classes[resultat.classe] }}, {{ direVotes(resultat.n) }}</span>
            }
            <select
              #choix
              [attr.aria-label]="'Ranger la proposition ' + une.numero + ' dans une idée'"
              (change)="choisir(une.id, choix)"
            >
              <option value="">Ranger dans…</option>
              @for (idee of idees(); track idee.id) {
                <option [value]="idee.id">{{ idee.titre }}</option>
              }
            </select>
          </div>
        </li>
      } @empty {
        <li class="pl-discret">{{ cherche() ? 'Aucune ne contient ces mots.' : 'Toutes sont rangées.' }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    li {
      display: grid;
      gap: 0.25rem;
      padding-block: 0.5rem;
      cursor: grab;
    }

    li div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem var(--pl-e1);
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class PropositionsARanger {
  readonly propositions = input.required<readonly PropositionARanger[]>();
  readonly idees = input.required<readonly { id: string; titre: string }[]>();
  readonly rangee = output<{ propositionId: string; ideeId: string }>();
  readonly deposee = output<string>();

  protected readonly classes = LIBELLES_CLASSES;
  protected readonly cherche = signal('');
  protected readonly montrees = computed(() => {
    const mots = sansAccents(this.cherche()).toLowerCase().trim();
    return this.propositions().filter(({ texte }) => sansAccents(texte).toLowerCase().includes(mots));
  });
  protected readonly combien = computed(() => `${accorder(this.propositions().length, 'proposition')} sans idée.`);

  protected direVotes(nombre: number): string {
    return accorder(nombre, 'vote');
  }

  protected choisir(propositionId: string, choix: HTMLSelectElement): void {
    const ideeId = choix.value;
    choix.value = '';
    if (ideeId !== '') this.rangee.emit({ propositionId, ideeId });
  }

  protected porter({ dataTransfer }: DragEvent, id: string): void {
    dataTransfer?.setData(PORTEE, id);
  }

  protected survoler(geste: DragEvent): void {
    if (geste.dataTransfer?.types.includes(PORTEE)) geste.preventDefault();
  }

  protected deposer(geste: DragEvent): void {
    const id = geste.dataTransfer?.getData(PORTEE);
    if (!id) return;
    geste.preventDefault();
    this.deposee.emit(id);
  }
}
