import { Component, computed, inject, input, output } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';
import { type Enregistrement, PlEtatEnregistrement, PlIcone } from '@pleniere/shared/ui';
import { ChoixConflit } from './choix-conflit';
import { ModeleGrille } from './modele/modele-grille';
import { SaisieGrille } from './saisie/saisie-grille';

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
  /** « Julien Pasquet vient de modifier 3 cases. » */
  protected readonly arrivees = computed(() => {
    const auteurs = [...this.saisie.etats().values()].flatMap((etat) => (etat.sorte === 'recue' ? [etat.auteur] : []));
    const [auteur] = auteurs;
    if (auteur === undefined) return null;
    const qui = new Set(auteurs).size > 1 ? 'D’autres personnes viennent' : `${auteur} vient`;
    return `${qui} de modifier ${accorder(auteurs.length, 'case')}.`;
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
    return this.modele.saisissable()
      ? 'Tapez directement dans une case, ou collez un bloc d’Excel. «\u00A0nd\u00A0»\u00A0: non disponible.'
      : 'Choisissez une case pour en lire le détail.';
  });
  protected readonly retenues = computed(() => {
    const nombre = this.saisie.enSouffrance().length;
    return nombre === 0 ? null : `${accorder(nombre, 'case')} non ${nombre < 2 ? 'enregistrée' : 'enregistrées'}`;
  });
  protected readonly motif = computed(() => {
    const etat = this.etat();
    if (etat?.sorte === 'refuse' || etat?.sorte === 'hors-ligne') return etat.motif;
    return etat?.sorte === 'attente' ? 'Cette case attend\u00A0: une autre case du même bloc est refusée.' : null;
  });
}
