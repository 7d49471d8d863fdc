import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { codeAffiche, type FicheDeMatrice, type MatriceCampagne, type VilleDeMatrice } from '@pleniere/fiches/domain';
import {
  type Avancement,
  AVANCEMENT_NUL,
  type Campagne,
  etatAvancement,
  type EtatAvancement,
} from '@pleniere/indicateurs/domain';
import { PlIcone } from '@pleniere/shared/ui';
import type { PlaceDeMatrice } from '../campagnes-client';
import { direCompte, type Signe, SIGNES_AVANCEMENT } from '../mots-campagne';

/** One place as it is shown. */
interface CaseMontree {
  ville: VilleDeMatrice;
  etat: EtatAvancement;
  signe: Signe;
  compte: string;
  retour: string;
}

interface LigneMontree {
  fiche: FicheDeMatrice;
  cases: CaseMontree[];
  total: CaseMontree;
}

const TOUTES = { id: null, nom: 'Toutes les villes', ...AVANCEMENT_NUL };

/** State of the collection, fiches × villes: each place says its state in words and opens what is missing there. */
@Component({
  selector: 'pl-matrice-campagne',
  imports: [PlIcone],
  host: { '(keydown)': 'parcourir($event)' },
  templateUrl: './matrice-campagne.html',
  styleUrl: './matrice-campagne.scss',
})
export class MatriceDeCampagne {
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly matrice = input.required<MatriceCampagne>();
  readonly campagne = input.required<Pick<Campagne, 'annee' | 'echeance'>>();
  /** Today, as an ISO day. */
  readonly jour = input.required<string>();
  /** Place whose details are shown. */
  readonly choisie = input<PlaceDeMatrice | null>(null);
  readonly choisir = output<PlaceDeMatrice>();

  /** Row and column that the keyboard stands on. */
  protected readonly curseur = signal<readonly [ligne: number, colonne: number]>([0, 0]);
  protected readonly code = codeAffiche;

  protected readonly lignes = computed<LigneMontree[]>(() => {
    const { fiches, villes, croisements } = this.matrice();
    const places = new Map(croisements.map((place) => [`${place.ficheId}/${place.villeId}`, place]));
    return fiches.map((fiche) => ({
      fiche,
      cases: villes.map((ville) => this.montrer(places.get(`${fiche.id}/${ville.id}`) ?? AVANCEMENT_NUL, ville)),
      total: this.montrer(fiche, TOUTES),
    }));
  });
  protected readonly pied = computed(() => this.matrice().villes.map((ville) => this.montrer(ville, ville)));
  protected readonly total = computed(() => this.montrer(this.matrice().total, TOUTES));

  protected estChoisie({ id }: FicheDeMatrice, ville: VilleDeMatrice): boolean {
    const choisie = this.choisie();
    return choisie?.ficheId === id && choisie.villeId === ville.id;
  }

  protected estCurseur(ligne: number, colonne: number): boolean {
    const [l, c] = this.curseur();
    return l === ligne && c === colonne;
  }

  protected ouvrir(
    ligne: number,
    colonne: number,
    { id: ficheId }: FicheDeMatrice,
    { id: villeId }: VilleDeMatrice,
  ): void {
    this.curseur.set([ligne, colonne]);
    this.choisir.emit({ ficheId, villeId });
  }

  /** Arrows go from place to place, Home and End to the ends of the row. */
  protected parcourir(evenement: KeyboardEvent): void {
    const [ligne, colonne] = this.curseur();
    const derniere = this.matrice().villes.length - 1;
    const visees: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [ligne, colonne + 1],
      ArrowLeft: [ligne, colonne - 1],
      ArrowDown: [ligne + 1, colonne],
      ArrowUp: [ligne - 1, colonne],
      Home: [ligne, 0],
      End: [ligne, derniere],
    };
    const visee = visees[evenement.key];
    if (!visee || !(evenement.target instanceof HTMLButtonElement)) return;
    evenement.preventDefault();
    const bornee = [borner(visee[0], this.lignes().length - 1), borner(visee[1], derniere)] as const;
    this.curseur.set(bornee);
    this.hote.nativeElement.querySelector<HTMLElement>(`[data-place="${bornee.join('/')}"]`)?.focus();
  }

  private montrer(avancement: Avancement, ville: VilleDeMatrice): CaseMontree {
    const etat = etatAvancement(avancement, this.campagne(), this.jour());
    const signe = SIGNES_AVANCEMENT[etat];
    const compte = etat === 'sans-objet' ? '' : direCompte(avancement);
    const retour = avancement.retournees > 0 ? `dont ${avancement.retournees} à corriger` : '';
    return { ville, etat, signe, compte, retour };
  }
}

function borner(rang: number, dernier: number): number {
  return Math.min(Math.max(rang, 0), Math.max(dernier, 0));
}
