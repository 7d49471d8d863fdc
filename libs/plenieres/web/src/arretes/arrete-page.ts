import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { codeAffiche } from '@pleniere/fiches/domain';
import { PlErreur, PlIcone, PlPage, PlPuceStatut, PlSquelette, DateFr } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ListeDecisions } from '../decisions/liste-decisions';
import { PlenieresClient } from '../plenieres-client';
import { PlFicheFigee } from './fiche-figee';

/** One arrêté: who froze what and when, whether its fingerprint still holds, and all that it says. */
@Component({
  selector: 'pl-arrete-page',
  imports: [
    DateFr,
    ListeDecisions,
    MatButton,
    PlErreur,
    PlFicheFigee,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
  ],
  templateUrl: './arrete-page.html',
  styleUrl: './arrete-page.scss',
})
export class ArretePage {
  private readonly client = inject(PlenieresClient);
  /** The file holds every figure; the screen, what its reader may know. */
  protected readonly toutLire = inject(SessionStore).peut('valeurs.lire-en-clair');

  readonly id = input.required<string>();
  protected readonly arrete = this.client.arrete(this.id);
  protected readonly lu = computed(() => (this.arrete.hasValue() ? this.arrete.value() : null));
  protected readonly titre = computed(() => this.lu()?.titre ?? 'Arrêté');
  protected readonly adresse = computed(() => this.client.adresseArrete(this.id()));
  protected readonly schema = this.client.adresseSchemaArrete;
  protected readonly codeAffiche = codeAffiche;
  /** Nothing of an arrêté is followed from here. */
  protected readonly sansCadre = { fiches: [], organisations: [] };

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
  }
}
