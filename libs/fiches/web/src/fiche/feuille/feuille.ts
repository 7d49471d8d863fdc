import { afterNextRender, Component, effect, inject, Injector } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type Champ, type ChampId, estChampEcrit, LIGNES, REGISTRE } from '@pleniere/fiches/domain';
import { ParolesHabitants } from '@pleniere/participation/web';
import { AvisEtat } from '../../avis/avis-etat';
import { PointsDuChamp } from '../../avis/points-du-champ';
import { ChampEditable } from '../../champs/champ-editable';
import { BoutonDialogue } from '../../dialogue/bouton-dialogue';
import { VoletDialogue } from '../../dialogue/volet/volet-dialogue';
import { FicheStore } from '../fiche-store';
import { IndicateursLus } from './indicateurs-lus';
import { Marge } from './marge';

type ChampEcrit = Champ & { id: ChampId };

const estEcrit = (champ: Champ): champ is ChampEcrit => estChampEcrit(champ.id);

/** Rows of the sheet below its heading, with their fields: everything comes from the registry. */
const LIGNES_FEUILLE = LIGNES.filter(({ id }) => id !== 'entete').map((ligne) => {
  const champs = REGISTRE.filter((champ) => champ.ligne === ligne.id);
  return {
    ...ligne,
    champs: champs.filter(estEcrit),
    seul: champs.length === 1,
    indicateurs: ligne.id === 'indicateurs',
  };
});

/** The sheet in its two columns, in the order and words of the paper. */
@Component({
  selector: 'pl-feuille',
  imports: [
    AvisEtat,
    BoutonDialogue,
    ChampEditable,
    IndicateursLus,
    Marge,
    ParolesHabitants,
    PointsDuChamp,
    RouterLink,
    VoletDialogue,
  ],
  templateUrl: './feuille.html',
  styleUrl: './feuille.scss',
})
export class Feuille {
  private readonly injector = inject(Injector);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  protected readonly store = inject(FicheStore);
  protected readonly lignes = LIGNES_FEUILLE;

  constructor() {
    effect(() => {
      const champ = /^champ-\w+$/.exec(this.fragment() ?? '')?.[0];
      if (champ) afterNextRender(() => this.viser(champ), { injector: this.injector });
    });
  }

  /** The keyboard continues where the link led. */
  private viser(id: string): void {
    const cible = document.getElementById(id);
    cible?.scrollIntoView({ block: 'start' });
    (cible?.querySelector<HTMLElement>('.modifier') ?? cible)?.focus({ preventScroll: true });
  }
}
