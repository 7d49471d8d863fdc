import { Component, model } from '@angular/core';
import type { DocumentCite } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { nouvelId } from '../nouvel-id';
import { lignesEnCours } from '../saisie/lignes-en-cours';
import { PlSaisie } from '../saisie/saisie';

function estUneAdresse(adresse: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(adresse);
}

/** Documents that go with the fiche and are kept elsewhere. */
@Component({
  selector: 'pl-editeur-documents',
  imports: [PlIcone, PlSaisie],
  template: `
    @for (piece of documents.lignes(); track piece.id; let rang = $index) {
      <div class="ligne">
        <pl-saisie libelle="Titre du document">
          <input
            #titre
            class="pl-controle"
            [value]="piece.titre"
            (input)="documents.modifier(rang, { titre: titre.value })"
          />
        </pl-saisie>
        <pl-saisie libelle="Adresse" [erreur]="erreur(piece)">
          <input
            #adresse
            class="pl-controle"
            type="url"
            placeholder="https://"
            [value]="piece.adresse"
            (input)="documents.modifier(rang, { adresse: adresse.value.trim() })"
          />
        </pl-saisie>
        <button class="pl-bouton discret" type="button" (click)="documents.retirer(rang)">
          <pl-icone nom="fermer" [taille]="18" />Retirer<span class="pl-hors-ecran"> {{ piece.titre }}</span>
        </button>
      </div>
    }
    <button class="pl-bouton" type="button" (click)="ajouter()">
      <pl-icone nom="ajouter" [taille]="18" />Ajouter un document
    </button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
      justify-items: start;
    }

    .ligne {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 0.5rem 1rem;
      width: 100%;
    }

    pl-saisie {
      flex: 1 1 14rem;
    }
  `,
})
export class EditeurDocuments {
  readonly valeur = model.required<readonly DocumentCite[]>();

  protected readonly documents = lignesEnCours(
    this.valeur,
    ({ titre, adresse }) => titre.trim() !== '' && estUneAdresse(adresse),
  );

  protected ajouter(): void {
    this.documents.changer([...this.documents.lignes(), { id: nouvelId(), titre: '', adresse: '' }]);
  }

  protected erreur({ adresse }: DocumentCite): string | null {
    return adresse === '' || estUneAdresse(adresse) ? null : 'Une adresse commence par https://';
  }
}
