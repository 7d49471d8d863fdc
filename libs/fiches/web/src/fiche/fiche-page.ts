import { Component, computed, effect, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { montrerRaccourcis, TitreFenetre } from '@pleniere/shared/web';
import { SessionStore } from '@pleniere/acces/web';
import { codeAffiche } from '@pleniere/fiches/domain';
import { AvisStore } from '../avis/avis-store';
import { DialogueStore } from '../dialogue/dialogue-store';
import { ArriveesFiche } from '../presence/arrivees-fiche';
import { BarrePresences } from '../presence/barre-presences';
import { PresencesFiche } from '../presence/presences-fiche';
import { Entete } from './entete/entete';
import { FicheStore } from './fiche-store';
import { Referentiels } from './referentiels';

/** One fiche: its heading, the sheet and what is not on the sheet. */
@Component({
  selector: 'pl-fiche-page',
  imports: [BarrePresences, Entete, PlErreur, PlIcone, PlSquelette, RouterLink, RouterLinkActive, RouterOutlet],
  providers: [FicheStore, ArriveesFiche, AvisStore, DialogueStore, PresencesFiche, Referentiels],
  templateUrl: './fiche-page.html',
  styleUrl: './fiche-page.scss',
})
export class FichePage {
  protected readonly store = inject(FicheStore);

  private readonly peutLireJournal = inject(SessionStore).peut('journal.lire');
  private readonly route = inject(ActivatedRoute);
  protected readonly surLaFeuille = signal(this.route.snapshot.firstChild?.url.length === 0);

  protected readonly onglets = computed(() => {
    const fiche = this.store.fiche();
    return [
      { chemin: './', nom: 'Fiche', nombre: null },
      { chemin: 'actions', nom: 'Actions', nombre: fiche?.actions.length ?? 0 },
      { chemin: 'indicateurs', nom: 'Indicateurs', nombre: fiche?.indicateurs.length ?? 0 },
      { chemin: 'declinaisons', nom: 'Déclinaisons', nombre: fiche?.declinaisons.length ?? 0 },
      { chemin: 'revisions', nom: 'Révisions', nombre: fiche?.revisions.length ?? 0 },
      ...(this.peutLireJournal ? [{ chemin: 'historique', nom: 'Historique', nombre: null }] : []),
    ];
  });

  constructor() {
    const titre = inject(TitreFenetre);
    effect(() => {
      const fiche = this.store.fiche();
      if (fiche) titre.nommer(`${codeAffiche(fiche.code)} ${fiche.contenu.titre ?? ''}`.trim());
    });
    montrerRaccourcis('Sur une fiche', [
      { touches: 'Entrée', effet: 'Modifier le champ choisi, ou ajouter un élément à une liste' },
      { touches: 'Échap', effet: 'Terminer la modification (tout est déjà enregistré)' },
      { touches: 'Tab', effet: 'Mettre un élément de liste en retrait' },
      { touches: 'Maj + Tab', effet: 'Le sortir du retrait' },
      { touches: 'Alt + ↑ ou ↓', effet: 'Déplacer un élément de liste' },
      { touches: 'Ctrl + Z', effet: 'Défaire' },
    ]);
  }

  protected situer(): void {
    this.surLaFeuille.set(this.route.snapshot.firstChild?.url.length === 0);
  }
}
