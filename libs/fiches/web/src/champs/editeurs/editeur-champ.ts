import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { type Champ, type ChampId, type ContenuFiche, LIMITES_FICHE } from '@pleniere/fiches/domain';
import { EditeurAvecQui } from '../cadre/editeur-avec-qui';
import { EditeurAvecQuoi } from '../cadre/editeur-avec-quoi';
import { EditeurOu } from '../cadre/editeur-ou';
import { EditeurPublic } from '../cadre/editeur-public';
import { EditeurQuand } from '../cadre/editeur-quand';
import type { EditionChamp } from '../edition/edition-champ';
import { EditeurListe } from '../texte-riche/editeur-liste';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';
import { EditeurActeurs } from './editeur-acteurs';
import { EditeurBudget } from './editeur-budget';
import { EditeurDocuments } from './editeur-documents';
import { EditeurEtiquettes } from './editeur-etiquettes';
import { EditeurOrientation } from './editeur-orientation';
import { EditeurReferents } from './editeur-referents';
import { EditeurSections } from './editeur-sections';
import { EditeurTexte } from './editeur-texte';

const MAXIMUMS: Readonly<Partial<Record<ChampId, number>>> = {
  titre: LIMITES_FICHE.titre,
  titreCourt: LIMITES_FICHE.titreCourt,
  resumePublic: LIMITES_FICHE.resumePublic,
};

/** The editor of a field, by the shape that the registry gives it. */
@Component({
  selector: 'pl-editeur-champ',
  imports: [
    EditeurActeurs,
    EditeurAvecQui,
    EditeurAvecQuoi,
    EditeurBudget,
    EditeurDocuments,
    EditeurEtiquettes,
    EditeurListe,
    EditeurOrientation,
    EditeurOu,
    EditeurPublic,
    EditeurQuand,
    EditeurReferents,
    EditeurSections,
    EditeurTexte,
    EditeurTexteRiche,
  ],
  templateUrl: './editeur-champ.html',
})
export class EditeurChamp {
  readonly champ = input.required<Champ & { id: ChampId }>();
  readonly edition = input.required<EditionChamp>();

  // The registry pairs each shape with its value, which a template cannot follow: `never` suits every editor.
  protected readonly valeur = computed(() => this.edition().valeur() as never);
  protected readonly max = computed(() => MAXIMUMS[this.champ().id] ?? LIMITES_FICHE.libelle);

  constructor() {
    const hote = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Editors of text take the cursor themselves; the others give it to their first control.
    afterNextRender(() => {
      const premier = hote.querySelector<HTMLElement>('.pl-controle, pl-editeur-riche');
      if (premier?.matches('.pl-controle')) premier.focus();
    });
  }

  protected ecrire(valeur: unknown): void {
    this.edition().ecrire(valeur as ContenuFiche[ChampId]);
  }
}
