import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PlIcone } from '@pleniere/shared/ui';

/** What a team does first in a contrat that has no fiche yet. */
@Component({
  selector: 'pl-premiers-gestes',
  imports: [PlIcone, RouterLink],
  template: `
    <h2 id="titre-gestes">Pour commencer</h2>
    <ul class="pl-lignes" aria-labelledby="titre-gestes">
      @for (geste of gestes; track geste.lien) {
        <li>
          <pl-icone [nom]="geste.icone" [taille]="24" />
          <p>
            <a [routerLink]="geste.lien">{{ geste.titre }}</a>
            <span class="pl-discret">{{ geste.texte }}</span>
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    li {
      display: flex;
      gap: var(--pl-e2);
      align-items: center;
      padding-block: 0.75rem;
    }

    p {
      display: grid;
    }

    a {
      justify-self: start;
      font-weight: 600;
    }
  `,
})
export class PremiersGestes {
  protected readonly gestes = [
    {
      icone: 'envoyer',
      titre: 'Importer vos fiches',
      texte: 'Word, PDF ou texte\u00A0: chaque phrase prend sa place, et vous relisez avant d’écrire.',
      lien: '/fiches/import',
    },
    {
      icone: 'fiches',
      titre: 'Écrire la première fiche',
      texte: 'La feuille a les rubriques du modèle papier, et s’enregistre à mesure.',
      lien: '/fiches',
    },
    {
      icone: 'enjeu',
      titre: 'Reprendre les enjeux et les orientations',
      texte: 'Leur numéro donne leur code aux fiches.',
      lien: '/contrat/enjeux',
    },
    {
      icone: 'personnes',
      titre: 'Inviter les personnes',
      texte: 'Référents des villes, délégués du préfet, partenaires\u00A0: chacun reçoit un lien.',
      lien: '/acteurs/personnes',
    },
  ] as const;
}
