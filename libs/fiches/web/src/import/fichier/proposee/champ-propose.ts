import { Component, computed, effect, ElementRef, inject, input, output, signal } from '@angular/core';
import { type ChampId, type ContenuFiche, estChampEcrit, TYPES_PAR_CHAMP } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { LectureChamp } from '../../../champs/lecture/lecture-champ';
import { TypoFr } from '../../../champs/typo-fr';
import { Referentiels } from '../../../fiche/referentiels';
import { SIGNES_CONFIANCES } from '../../mots-import';
import { libellePlace, memePlace, type Place, tourDe, TYPE_PASSAGE } from '../../places';
import { RelectureFichier } from '../relecture-fichier';
import { IndicateurLu } from './indicateur-lu';
import { direLien, estPresDuChamp, sansLien } from './liens';

const PORTEURS_D_INDICATEURS = Object.keys(TYPES_PAR_CHAMP);

/** One place of the fiche: what it received, how surely, and the links that its words suggest. Passages are dropped on it. */
@Component({
  selector: 'pl-champ-propose',
  imports: [IndicateurLu, LectureChamp, PlIcone, TypoFr],
  host: {
    class: 'pl-teinte',
    '[class.rempli]': 'passages().length > 0',
    '[class.choisi]': 'choisi()',
    '[class.survole]': 'survole()',
    '[style.--tour]': 'tour()',
    '(dragover)': 'survoler($event)',
    '(dragleave)': 'survole.set(false)',
    '(drop)': 'lacher($event)',
  },
  templateUrl: './champ-propose.html',
  styleUrl: './champ-propose.scss',
})
export class ChampPropose {
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly referentiels = inject(Referentiels);
  protected readonly relecture = inject(RelectureFichier);

  readonly place = input.required<Place>();
  /** The person asks to see a passage in the document. */
  readonly montrer = output<string>();

  protected readonly survole = signal(false);
  protected readonly libelle = computed(() => libellePlace(this.place()));
  protected readonly tour = computed(() => tourDe(this.place().destination) ?? 0);
  protected readonly passages = computed(() =>
    this.relecture.passages().filter((passage) => memePlace(passage, this.place())),
  );
  protected readonly choisi = computed(() => {
    const passage = this.relecture.passage();
    return passage !== null && memePlace(passage, this.place());
  });
  protected readonly compte = computed(() => accorder(this.passages().length, 'passage'));
  protected readonly confiance = computed(() => {
    const part = this.relecture.fichier()?.rapport.parSection.find((lue) => memePlace(lue, this.place()));
    return part ? { ...SIGNES_CONFIANCES[part.confiance], classe: part.confiance } : null;
  });

  /** The words of the document, for what is not written in the content of a fiche. */
  protected readonly mots = computed(() =>
    this.passages()
      .map((passage) => this.relecture.texte(passage))
      .join(' '),
  );
  protected readonly ecrit = computed<{ champ: ChampId; valeur: ContenuFiche[ChampId] } | null>(() => {
    const { destination, section } = this.place();
    const contenu = this.relecture.fichier()?.proposition.contenu;
    if (destination === 'section') {
      const siennes = contenu?.sectionsSupplementaires?.filter(({ libelle }) => libelle === section) ?? [];
      return { champ: 'sectionsSupplementaires', valeur: siennes };
    }
    // An orientation is kept by its id: its words are those of the document.
    if (!estChampEcrit(destination) || destination === 'orientation') return null;
    const valeur = contenu?.[destination];
    if (valeur === undefined) return null;
    const confirmee = this.relecture.confirmees().has(destination);
    return { champ: destination, valeur: confirmee ? valeur : sansLien(destination, valeur) };
  });
  protected readonly indicateurs = computed(() => {
    if (!PORTEURS_D_INDICATEURS.includes(this.place().destination)) return null;
    const siens = new Set(this.passages().map(({ id }) => id));
    return (this.relecture.fichier()?.proposition.indicateurs ?? []).filter(({ passage }) => siens.has(passage));
  });
  protected readonly propositions = computed(() => {
    const proposee = this.relecture.fichier()?.proposition;
    return (proposee?.propositions ?? [])
      .filter(({ champ, sorte }) => champ === this.place().destination && estPresDuChamp(sorte))
      .map((proposition) => ({
        id: proposition.id,
        texte: proposition.texte,
        libelle: direLien(proposition, proposee?.contenu ?? {}, (code) => this.referentiels.nomTerritoire(code)),
      }));
  });

  constructor() {
    effect(() => {
      if (this.choisi()) this.hote.nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }

  protected survoler(evenement: DragEvent): void {
    if (!evenement.dataTransfer?.types.includes(TYPE_PASSAGE)) return;
    evenement.preventDefault();
    this.survole.set(true);
  }

  protected async lacher(evenement: DragEvent): Promise<void> {
    this.survole.set(false);
    const passage = evenement.dataTransfer?.getData(TYPE_PASSAGE);
    if (!passage) return;
    evenement.preventDefault();
    await this.relecture.deplacer(passage, this.place());
  }
}
