import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PlEtatVide, PlPage } from '@pleniere/shared/ui';

/** Where an address that leads nowhere leads. */
@Component({
  selector: 'pl-page-introuvable',
  imports: [PlEtatVide, PlPage, RouterLink],
  template: `
    <pl-page titre="Page introuvable" largeur="texte">
      <pl-etat-vide
        class="pl-papier"
        icone="recherche"
        titre="Cette adresse ne mène à aucune page."
        texte="Elle a pu changer, ou l’élément a été supprimé. Vérifiez l’adresse, ou repartez de l’accueil."
      >
        <a class="pl-bouton" routerLink="/">Revenir à l’accueil</a>
      </pl-etat-vide>
    </pl-page>
  `,
})
export class PageIntrouvable {}
