import { Component, computed, inject, output } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { type Place, PLACES_PAR_LIGNE } from '../../places';
import { RelectureFichier } from '../relecture-fichier';
import { ChampPropose } from './champ-propose';

/** The fiche that the document makes, in the order of the sheet, and what found no place in it. */
@Component({
  selector: 'pl-fiche-proposee',
  imports: [ChampPropose, PlIcone],
  templateUrl: './fiche-proposee.html',
  styleUrl: './fiche-proposee.scss',
})
export class FicheProposee {
  protected readonly relecture = inject(RelectureFichier);

  /** The person asks to see a passage in the document. */
  readonly montrer = output<string>();
  /** The person asks to move a passage. */
  readonly deplacer = output<string>();

  /** Rows of the sheet with their places; supplementary sections stand in the last one. */
  protected readonly lignes = computed(() =>
    PLACES_PAR_LIGNE.map(({ id, libelle, champs }) => {
      const places: Place[] = champs.map((destination) => ({ destination, section: null }));
      const ajoutees = id === 'complements' ? this.relecture.sections() : [];
      const sections = ajoutees.map((section): Place => ({ destination: 'section', section }));
      return { id, libelle, places: [...places, ...sections] };
    }),
  );
  protected readonly nonPlaces = computed(() => {
    const passages = this.relecture.nonPlaces();
    const caracteres = this.relecture.fichier()?.rapport.nonPlaces ?? 0;
    return {
      compte: `${accorder(passages.length, 'passage')}, ${accorder(caracteres, 'caractère')}`,
      passages: passages.map((passage) => ({ id: passage.id, texte: this.relecture.texte(passage) })),
    };
  });
}
