import { afterNextRender, Component, computed, effect, inject, Injector, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PlErreur, PlEtatEnregistrement, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { montrerRaccourcis, TitreFenetre } from '@pleniere/shared/web';
import { Referentiels } from '../../fiche/referentiels';
import { phraseRapport } from '../mots-import';
import { libellePlace } from '../places';
import { DecisionFichier } from './decision/decision-fichier';
import { FicheProposee } from './proposee/fiche-proposee';
import { RelectureFichier } from './relecture-fichier';
import { DocumentSource } from './source/document-source';
import { MenuPlaces } from './source/menu-places';

/** One file side by side: the document as it was given, and the fiche that it makes. */
@Component({
  selector: 'pl-fichier-page',
  imports: [
    DecisionFichier,
    DocumentSource,
    FicheProposee,
    MenuPlaces,
    PlErreur,
    PlEtatEnregistrement,
    PlIcone,
    PlPage,
    PlSquelette,
    RouterLink,
  ],
  providers: [RelectureFichier, Referentiels],
  templateUrl: './fichier-page.html',
  styleUrl: './fichier-page.scss',
})
export class FichierPage {
  private readonly injector = inject(Injector);
  private readonly source = viewChild(DocumentSource);
  private readonly menu = viewChild(MenuPlaces);
  protected readonly relecture = inject(RelectureFichier);

  /** On a phone only one of the two is shown. */
  protected readonly volet = signal<'document' | 'fiche'>('document');
  protected readonly volets = [
    { id: 'document', nom: 'Document' },
    { id: 'fiche', nom: 'Fiche' },
  ] as const;
  protected readonly titre = computed(() => this.relecture.fichier()?.nom ?? 'Fichier importé');
  protected readonly rapport = computed(() => {
    const rapport = this.relecture.fichier()?.rapport;
    return rapport ? phraseRapport(rapport) : '';
  });
  protected readonly choisi = computed(() => {
    const passage = this.relecture.passage();
    return passage ? { place: libellePlace(passage), texte: this.relecture.texte(passage) } : null;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
    montrerRaccourcis('Relire une fiche importée', [
      { touches: '↑ ↓', effet: 'Aller d’un passage à l’autre' },
      { touches: 'Entrée', effet: 'Choisir le passage et voir où il va' },
      { touches: 'M', effet: 'Déplacer le passage vers un autre champ' },
    ]);
  }

  protected montrer(passage: string): void {
    this.relecture.choisi.set(passage);
    this.volet.set('document');
    this.viser();
  }

  protected deplacer(passage?: string): void {
    if (passage) this.relecture.choisi.set(passage);
    afterNextRender(() => this.menu()?.ouvrir(), { injector: this.injector });
  }

  /** The keyboard goes on from the passage that is chosen. */
  protected viser(): void {
    const passage = this.relecture.choisi();
    if (passage && this.volet() === 'document') {
      afterNextRender(() => this.source()?.viser(passage), { injector: this.injector });
    }
  }

  protected changerVolet(sens: number): void {
    const rang = this.volets.findIndex(({ id }) => id === this.volet());
    const voulu = this.volets[(rang + sens + this.volets.length) % this.volets.length];
    if (!voulu) return;
    this.volet.set(voulu.id);
    afterNextRender(() => document.getElementById(`volet-${voulu.id}`)?.focus(), { injector: this.injector });
  }
}
