import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  champDe,
  elementsDe,
  type Fil,
  LIBELLES_VISIBILITES_FIL,
  LIMITES_DIALOGUE,
  type StatutFil,
} from '@pleniere/fiches/domain';
import { Annonce, DateFr, lireProbleme, PlPuceStatut } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { FicheStore } from '../../fiche/fiche-store';
import { DialogueStore } from '../dialogue-store';
import { Brouillons } from '../redaction/brouillons';
import { citees } from '../redaction/mentions';
import { Redaction } from '../redaction/redaction';
import { MessageLu } from './message-lu';

/** One thread: what it is about, its messages, an answer, and its end. */
@Component({
  selector: 'pl-fil-de-discussion',
  imports: [DateFr, MessageLu, PlPuceStatut, Redaction, RouterLink, TypoFr],
  templateUrl: './fil-de-discussion.html',
  styleUrl: './fil-de-discussion.scss',
  host: { role: 'article', '[attr.aria-label]': '"Échange sur " + objet()', '[class.resolu]': 'resolu()' },
})
export class FilDeDiscussion {
  protected readonly store = inject(DialogueStore);
  private readonly fiches = inject(FicheStore);
  private readonly brouillons = inject(Brouillons);
  private readonly annonce = inject(Annonce);

  readonly fil = input.required<Fil>();

  protected readonly resolu = computed(() => this.fil().statut === 'resolu');
  protected readonly objet = computed(() => {
    const { champ, extrait } = this.fil();
    if (champ !== null) return `« ${champDe(champ).libelle} »`;
    return extrait === '' ? 'toute la fiche' : 'une valeur';
  });
  /** The entry that the thread was about is no longer in the text. */
  protected readonly orphelin = computed(() => {
    const { champ, elementId, valeur, extrait } = this.fil();
    if (champ === null) return extrait !== '' && valeur === null;
    if (elementId === null) return false;
    return !elementsDe(champ, this.fiches.fiche()?.contenu ?? {}).some(({ id }) => id === elementId);
  });
  protected readonly cercle = computed(() => LIBELLES_VISIBILITES_FIL[this.fil().visibilite]);
  protected readonly lecteurs = computed(() => this.store.lecteursDe(this.fil().visibilite));

  protected readonly repond = signal(false);
  protected readonly texte = signal('');
  /** The answer on its way: shown at once, given back to its author when it does not arrive. */
  protected readonly enRoute = signal<string | null>(null);
  protected readonly erreur = signal<string | null>(null);

  constructor() {
    const id = computed(() => this.fil().id);
    effect(() => {
      const { texte = '' } = this.brouillons.lire<{ texte: string }>(id());
      untracked(() => {
        this.texte.set(texte);
        this.repond.set(texte !== '');
      });
    });
  }

  protected ecrire(texte: string): void {
    this.texte.set(texte);
    this.brouillons.garder(this.fil().id, texte === '' ? null : { texte });
  }

  protected async envoyer(): Promise<void> {
    const fil = this.fil();
    const texte = this.texte().trim();
    if (this.enRoute() !== null) return;
    if (texte === '') return this.erreur.set('Écrivez quelque chose.');
    this.enRoute.set(texte);
    this.erreur.set(null);
    this.texte.set('');
    const mentions = citees(texte, this.lecteurs())
      .map(({ id }) => id)
      .slice(0, LIMITES_DIALOGUE.mentions);
    try {
      await this.store.suivreFil(this.store.client.repondre(fil, { texte, mentions }));
      this.brouillons.garder(fil.id, null);
      this.repond.set(false);
    } catch (echec) {
      const { title, detail = title } = lireProbleme(echec);
      this.texte.set(texte);
      this.erreur.set(detail);
    } finally {
      this.enRoute.set(null);
    }
  }

  protected async suivre(statut: StatutFil): Promise<void> {
    const { client } = this.store;
    const suivi = await this.store.tenter(() => this.store.suivreFil(client.changerStatut(this.fil(), statut)));
    if (suivi) await this.annonce.dire(statut === 'resolu' ? 'Échange résolu.' : 'Échange rouvert.');
  }

  protected async voir(): Promise<void> {
    await this.store.tenter(() => this.store.suivreFil(this.store.client.voir(this.fil())));
  }
}
