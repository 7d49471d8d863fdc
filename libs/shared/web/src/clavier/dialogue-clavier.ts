import { type AfterViewInit, Component, type ElementRef, inject, output, viewChild } from '@angular/core';
import { PlIcone } from '@pleniere/shared/ui';
import { Raccourcis } from './raccourcis';

/** The keyboard map. */
@Component({
  selector: 'pl-dialogue-clavier',
  imports: [PlIcone],
  template: `
    <dialog #dialogue aria-labelledby="titre-clavier" (close)="ferme.emit()">
      <header>
        <h2 id="titre-clavier">Raccourcis clavier</h2>
        <button class="pl-bouton discret" type="button" (click)="dialogue.close()">
          <pl-icone nom="fermer" [taille]="18" /> Fermer
        </button>
      </header>
      @for (groupe of raccourcis.groupes(); track groupe.titre) {
        <h3>{{ groupe.titre }}</h3>
        <dl>
          @for (raccourci of groupe.raccourcis; track raccourci.touches) {
            <div>
              <dt>
                <kbd>{{ raccourci.touches }}</kbd>
              </dt>
              <dd>{{ raccourci.effet }}</dd>
            </div>
          }
        </dl>
      }
      <label>
        <input
          type="checkbox"
          #permis
          [checked]="raccourcis.uneTouche()"
          (change)="raccourcis.permettreUneTouche(permis.checked)"
        />
        Permettre les raccourcis à une seule touche (/ et ?)
      </label>
    </dialog>
  `,
  styleUrl: './dialogue-clavier.scss',
})
export class DialogueClavier implements AfterViewInit {
  protected readonly raccourcis = inject(Raccourcis);
  private readonly dialogue = viewChild.required<ElementRef<HTMLDialogElement>>('dialogue');
  readonly ferme = output();

  ngAfterViewInit(): void {
    this.dialogue().nativeElement.showModal();
  }
}
