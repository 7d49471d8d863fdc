import { Component, computed, inject, input, output } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';
import { type Enregistrement, PlEtatEnregistrement, PlIcone } from '@pleniere/shared/ui';
import { ChoixConflit } from './choix-conflit';
import { ModeleGrille } from './modele/modele-grille';
import { SaisieGrille } from './modele/saisie-grille';

/** Foot of the grid: where one stands, target and previous value, what was refused and how to settle it. */
@Component({
  selector: 'pl-barre-cellule',
  host: { '[class.vide]': 'vide()' },
  imports: [ChoixConflit, PlEtatEnregistrement, PlIcone],
  templateUrl: './barre-cellule.html',
  styleUrl: './barre-cellule.scss',
})
export class BarreCellule {
  protected readonly saisie = inject(SaisieGrille);
  private readonly modele = inject(ModeleGrille);
  protected readonly courante = this.modele.courante;
  protected readonly total = this.modele.total;

  readonly etroite = input(false);
  readonly panneauOuvert = input(false);
  readonly detail = output();

  protected readonly etat = computed(() => this.courante()?.vue.etat ?? null);
  protected readonly enregistrement = computed<Enregistrement>(() => {
    const sortes = [...this.saisie.etats().values()].map(({ sorte }) => sorte);
    if (sortes.includes('en-cours')) return 'en-cours';
    if (sortes.includes('hors-ligne')) return 'hors-ligne';
    return sortes.includes('enregistre') ? 'enregistre' : 'inactif';
  });
  /** On a phone the foot only shows what happens. */
  protected readonly vide = computed(
    () =>
      this.etroite() &&
      this.enregistrement() === 'inactif' &&
      this.retenues() === null &&
      this.etat()?.sorte !== 'conflit' &&
      !this.saisie.annulable(),
  );
  /** Shown while one works elsewhere. */
  protected readonly indice = computed(() => {
    const ouverte = this.modele.vues().some((vues) => vues.some(({ verrou }) => verrou === null));
    return ouverte
      ? 'Tapez directement dans une case, ou collez un bloc d’Excel. «\u00A0nd\u00A0»\u202F: non disponible.'
      : 'Choisissez une case pour en lire le détail.';
  });
  protected readonly retenues = computed(() => {
    const nombre = this.saisie.enSouffrance().length;
    return nombre === 0 ? null : `${accorder(nombre, 'case')} non ${nombre < 2 ? 'enregistrée' : 'enregistrées'}`;
  });
  protected readonly motif = computed(() => {
    const etat = this.etat();
    if (etat?.sorte === 'refuse' || etat?.sorte === 'hors-ligne') return etat.motif;
    return etat?.sorte === 'attente' ? 'Cette case attend\u202F: une autre case du même bloc est refusée.' : null;
  });
}
