import { type AfterViewInit, Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import { LIBELLES_COLLEGES, type Seance, totalPresents } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';

/** Who is in the room, by collège: numbers alone. */
@Component({
  selector: 'pl-presences-seance',
  imports: [PlIcone],
  template: `
    <dialog #dialogue aria-labelledby="titre-presences" (close)="ferme.emit()">
      <h2 id="titre-presences">Présences</h2>
      <p>{{ total() }}</p>
      @if (seance().presences.length > 0) {
        <table class="pl-table">
          <thead>
            <tr>
              <th scope="col">Collège</th>
              <th scope="col" class="pl-chiffre">Présents</th>
              <th scope="col" class="pl-chiffre">Excusés</th>
            </tr>
          </thead>
          <tbody>
            @for (presence of seance().presences; track presence.college) {
              <tr>
                <th scope="row">{{ colleges[presence.college] }}</th>
                <td class="pl-chiffre">{{ presence.presents }}</td>
                <td class="pl-chiffre">{{ presence.excuses }}</td>
              </tr>
            }
          </tbody>
        </table>
      }
      <p class="pl-rangee">
        @if (modifiable()) {
          <button class="pl-bouton" type="button" (click)="dialogue.close(); compter.emit()">
            <pl-icone nom="personnes" [taille]="18" />Compter les présents
          </button>
        }
        <button class="pl-bouton discret" type="button" (click)="dialogue.close()">Fermer</button>
      </p>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(40rem, calc(100vw - 2rem));
      padding: var(--pl-e3);
      border: 1px solid var(--pl-filet-fort);
      border-radius: var(--pl-rayon);
      background: var(--pl-papier);
      color: var(--pl-encre);
      font-size: 1.125rem;
    }

    p {
      margin-block: var(--pl-e1);
    }

    .pl-table {
      font-size: inherit;
    }
  `,
})
export class PresencesSeance implements AfterViewInit {
  private readonly dialogue = viewChild.required<ElementRef<HTMLDialogElement>>('dialogue');

  readonly seance = input.required<Seance>();
  /** True for whoever may count them, with a network. */
  readonly modifiable = input(false);
  readonly compter = output();
  readonly ferme = output();

  protected readonly colleges = LIBELLES_COLLEGES;
  protected readonly total = computed(() => {
    const total = totalPresents(this.seance().presences);
    return total === null
      ? 'Personne n’a encore compté les présents.'
      : `${accorder(total, 'personne présente', 'personnes présentes')}.`;
  });

  ngAfterViewInit(): void {
    this.dialogue().nativeElement.showModal();
  }
}
