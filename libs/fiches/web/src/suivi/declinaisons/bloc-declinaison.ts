import { Component, computed, inject, input, output } from '@angular/core';
import { type Declinaison, LIBELLES_EXECUTION } from '@pleniere/fiches/domain';
import { PlIcone, PlMeteo, PlPuceStatut } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { Referentiels } from '../../fiche/referentiels';
import { SIGNES_EXECUTION } from '../statuts';

/** What one ville says of its own execution, year after year. */
@Component({
  selector: 'pl-bloc-declinaison',
  imports: [PlIcone, PlMeteo, PlPuceStatut, TypoFr],
  templateUrl: './bloc-declinaison.html',
  styleUrl: './bloc-declinaison.scss',
})
export class BlocDeclinaison {
  private readonly referentiels = inject(Referentiels);

  readonly declinaison = input.required<Declinaison>();
  readonly modifiable = input.required<boolean>();
  readonly modifier = output();

  protected readonly quartier = computed(() => {
    const code = this.declinaison().qpvCode;
    return code ? this.referentiels.nomTerritoire(code) : null;
  });
  protected readonly execution = computed(() => ({
    libelle: LIBELLES_EXECUTION[this.declinaison().statutExecution],
    ...SIGNES_EXECUTION[this.declinaison().statutExecution],
  }));
  protected readonly recits = computed(() =>
    this.declinaison()
      .recits.map(({ annee, faitsMarquants, freins, perspectives }) => ({
        annee,
        parties: [
          { titre: 'Faits marquants', texte: faitsMarquants },
          { titre: 'Freins', texte: freins },
          { titre: 'Perspectives', texte: perspectives },
        ].filter(({ texte }) => texte !== ''),
      }))
      .filter(({ parties }) => parties.length > 0)
      .sort((a, b) => b.annee - a.annee),
  );
}
