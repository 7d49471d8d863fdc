import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { type Contenu, type Indicateur, LIMITES_VALEUR } from '@pleniere/indicateurs/domain';
import type { Ecrit } from '../grille/saisie/etat-case';
import { reponsesDe, texteDe } from '../grille/saisie/texte-cellule';

/** Field of a value, after the nature of its indicator: a line for a number, answers to choose, a text. */
@Component({
  selector: 'pl-editeur-contenu',
  imports: [NgTemplateOutlet],
  templateUrl: './editeur-contenu.html',
  styleUrl: './editeur-contenu.scss',
})
export class EditeurContenu {
  readonly indicateur = input.required<Indicateur>();
  readonly ecrit = input.required<Ecrit>();
  /** Text kept from a refused entry; null when there is none. */
  readonly texte = input<string | null>(null);
  /** Name of the cell, for who listens. */
  readonly nom = input.required<string>();
  /** A chosen answer. */
  readonly ecriture = output<Contenu>();
  /** A typed text, to be read as in the grid. */
  readonly frappe = output<string>();

  protected readonly limite = LIMITES_VALEUR.texte;
  protected readonly reponses = computed(() => reponsesDe(this.indicateur()));
  protected readonly affiche = computed(() => {
    const { valeur } = this.ecrit();
    return this.texte() ?? texteDe({ valeur, absence: null }, this.indicateur());
  });
  protected readonly cochees = computed(() => {
    const { valeur } = this.ecrit();
    return Array.isArray(valeur) ? valeur : [];
  });
  protected readonly choisie = computed(() => String(this.ecrit().valeur ?? ''));

  protected choisir(valeur: string): void {
    this.ecriture.emit(this.indicateur().nature === 'echelle' ? Number(valeur) : valeur);
  }

  protected cocher(valeur: string, cochee: boolean): void {
    const voulues = cochee ? [...this.cochees(), valeur] : this.cochees().filter((autre) => autre !== valeur);
    const ordonnees = this.reponses().flatMap((reponse) => (voulues.includes(reponse.valeur) ? [reponse.valeur] : []));
    this.ecriture.emit(ordonnees.length > 0 ? ordonnees : null);
  }
}
