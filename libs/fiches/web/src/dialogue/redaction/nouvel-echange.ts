import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import {
  type Ancre,
  cerclesDe,
  type ChampId,
  type FilSaisi,
  LIBELLES_VISIBILITES_FIL,
  LIMITES_DIALOGUE,
  type VisibiliteFil,
} from '@pleniere/fiches/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { DialogueStore } from '../dialogue-store';
import { AncreChoisie } from './ancre-choisie';
import { Brouillons } from './brouillons';
import { citees } from './mentions';
import { Redaction } from './redaction';

type Brouillon = Omit<FilSaisi, 'mentions'>;

/** Opens a thread: what it is about, who reads it in words, and its first message; kept in the tab until it is sent. */
@Component({
  selector: 'pl-nouvel-echange',
  imports: [AncreChoisie, Redaction],
  templateUrl: './nouvel-echange.html',
  styleUrl: './nouvel-echange.scss',
})
export class NouvelEchange {
  protected readonly store = inject(DialogueStore);
  private readonly brouillons = inject(Brouillons);
  private readonly redaction = viewChild.required(Redaction);
  private readonly partie = `${this.store.ficheId() ?? ''}/nouveau`;
  private readonly garde = this.brouillons.lire<Brouillon>(this.partie);

  /** Follows the field that the sheet names, else what was chosen here. */
  protected readonly ancre = linkedSignal<ChampId | null, Ancre>({
    source: this.store.champ,
    computation: (champ, avant) => {
      const { champ: garde = null, elementId = null, valeur = null } = this.garde;
      if (champ !== null) return { champ, elementId: null, valeur: null };
      return avant?.value ?? { champ: garde, elementId, valeur };
    },
  });
  protected readonly texte = signal(this.garde.texte ?? '');
  protected readonly visibilite = signal<VisibiliteFil>(this.garde.visibilite ?? 'tous');
  protected readonly erreur = signal<string | null>(null);
  protected readonly enCours = signal(false);

  protected readonly cercles = [...this.store.cercles]
    .reverse()
    .map((valeur) => ({ valeur, ...LIBELLES_VISIBILITES_FIL[valeur] }));
  protected readonly lecteurs = computed(() =>
    this.store.interlocuteurs().filter(({ role }) => cerclesDe(role).includes(this.visibilite())),
  );

  constructor() {
    effect(() => {
      const brouillon = { ...this.ancre(), texte: this.texte(), visibilite: this.visibilite() };
      untracked(() => this.brouillons.garder(this.partie, brouillon.texte === '' ? null : brouillon));
    });
    afterNextRender(() => this.redaction().viser());
  }

  protected async envoyer(): Promise<void> {
    const ficheId = this.store.ficheId();
    const texte = this.texte().trim();
    if (!ficheId || this.enCours()) return;
    if (texte === '') return this.erreur.set('Écrivez quelque chose.');
    this.enCours.set(true);
    this.erreur.set(null);
    const mentions = citees(texte, this.lecteurs())
      .map(({ id }) => id)
      .slice(0, LIMITES_DIALOGUE.mentions);
    const saisi: FilSaisi = { ...this.ancre(), texte, mentions, visibilite: this.visibilite() };
    try {
      await this.store.suivreFil(this.store.client.ouvrir(ficheId, saisi));
      this.texte.set('');
      this.brouillons.garder(this.partie, null);
      this.store.redige.set(false);
    } catch (erreur) {
      const { title, detail = title } = lireProbleme(erreur);
      this.erreur.set(detail);
    } finally {
      this.enCours.set(false);
    }
  }
}
