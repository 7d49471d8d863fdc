import { Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  LIMITES_QUESTIONS,
  type Question,
  type ReponseSaisie,
  type TransitionReponse,
} from '@pleniere/participation/domain';
import { type Enregistrement, lireProbleme, PlErreur, PlEtatEnregistrement } from '@pleniere/shared/ui';
import type { CadreQuestions } from '../liste/cadre';
import { QuestionsClient } from '../questions-client';
import { CorpsReponse } from './corps-reponse';

const PAUSE_MS = 800;

/** What is shown of a question that somebody is answering. */
function saisieDe({ preparee, reponses: [publiee] }: Question): ReponseSaisie {
  const lue = preparee ?? publiee;
  return {
    texte: lue?.texte ?? '',
    fonction: lue?.fonction ?? '',
    ficheId: lue?.fiche?.id ?? null,
    actionId: lue?.action?.id ?? null,
  };
}

/** Where the answer is written, saved as one types, and shown as the resident will read it. */
@Component({
  selector: 'pl-editeur-reponse',
  imports: [CorpsReponse, MatButton, PlErreur, PlEtatEnregistrement],
  templateUrl: './editeur-reponse.html',
  styleUrl: './editeur-reponse.scss',
})
export class EditeurReponse {
  private readonly client = inject(QuestionsClient);

  readonly question = input.required<Question>();
  readonly cadre = input.required<CadreQuestions>();
  /** What the question has become. */
  readonly changee = output<Question>();

  protected readonly limites = LIMITES_QUESTIONS;
  protected readonly saisie = signal<ReponseSaisie>({ texte: '', fonction: '', ficheId: null, actionId: null });
  protected readonly etat = signal<Enregistrement>('inactif');
  protected readonly le = signal<string | null>(null);
  protected readonly refus = signal<unknown>(null);
  /** What somebody else has saved since, when both are to be seen. */
  protected readonly actuelle = signal<Question | null>(null);

  // The version that the text on screen starts from: another person's text is never written over unseen.
  private version = 0;
  private aEnvoyer = false;
  private enCours: Promise<void> | null = null;
  private minuterie?: ReturnType<typeof setTimeout>;

  private readonly code = computed(() => this.cadre().codes.get(this.saisie().ficheId ?? '') ?? null);
  private readonly ficheLue = this.client.actions(this.code);
  protected readonly actions = computed(() => (this.ficheLue.hasValue() ? this.ficheLue.value().actions : []));
  protected readonly ouverte = computed(() => ['attribuee', 'reponse-publiee'].includes(this.question().etat));
  protected readonly complete = computed(() => {
    const { texte, fonction } = this.saisie();
    return texte.trim() !== '' && fonction.trim() !== '';
  });
  protected readonly apercu = computed(() => {
    const { texte, fonction, ficheId, actionId } = this.saisie();
    const code = this.code();
    const titre = this.cadre().fiches.find(({ valeur }) => valeur === ficheId)?.libelle ?? '';
    return {
      texte,
      fonction,
      organisation: this.question().service?.nom ?? '',
      fiche: ficheId && code ? { id: ficheId, code, titre: titre.replace(/^.*? – /, '') } : null,
      action: this.actions().find(({ id }) => id === actionId) ?? null,
      publieeLe: null,
    };
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => {
        if (this.aEnvoyer || this.actuelle() || this.etat() === 'en-cours') return;
        this.version = question.version;
        this.saisie.set(saisieDe(question));
      });
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.minuterie);
      if (this.aEnvoyer) void this.enregistrer();
    });
  }

  protected ecrire(champ: keyof ReponseSaisie, valeur: string): void {
    const lue = champ === 'ficheId' || champ === 'actionId' ? valeur || null : valeur;
    const change = champ === 'ficheId' ? { ficheId: lue, actionId: null } : { [champ]: lue };
    this.saisie.update((saisie) => ({ ...saisie, ...change }));
    this.aEnvoyer = true;
    clearTimeout(this.minuterie);
    this.minuterie = setTimeout(() => void this.enregistrer(), PAUSE_MS);
  }

  /** Proposes, takes back or publishes, once what is typed has been kept. */
  protected async avancer(...transitions: TransitionReponse[]): Promise<void> {
    clearTimeout(this.minuterie);
    await this.enregistrer();
    if (this.actuelle() || this.refus()) return;
    for (const transition of transitions) {
      try {
        const question = await this.client.avancer({ id: this.question().id, version: this.version }, transition);
        this.version = question.version;
        this.etat.set('inactif');
        this.changee.emit(question);
      } catch (erreur) {
        this.recevoir(erreur);
        return;
      }
    }
  }

  /** Goes on from mine, now that theirs has been read. */
  protected garder({ version }: Question): void {
    this.version = version;
    this.actuelle.set(null);
    this.aEnvoyer = true;
    void this.enregistrer();
  }

  /** Goes on from theirs. */
  protected reprendre(actuelle: Question): void {
    this.aEnvoyer = false;
    this.version = actuelle.version;
    this.saisie.set(saisieDe(actuelle));
    this.actuelle.set(null);
    this.etat.set('inactif');
    this.changee.emit(actuelle);
  }

  private async enregistrer(): Promise<void> {
    while (this.enCours) await this.enCours;
    if (!this.aEnvoyer || this.actuelle()) return;
    this.enCours = this.envoyer();
    await this.enCours;
    this.enCours = null;
  }

  private async envoyer(): Promise<void> {
    this.aEnvoyer = false;
    this.refus.set(null);
    this.etat.set('en-cours');
    try {
      const question = await this.client.ecrire({ id: this.question().id, version: this.version }, this.saisie());
      this.version = question.version;
      this.le.set(new Date().toISOString());
      this.changee.emit(question);
      this.etat.set('enregistre');
    } catch (erreur) {
      this.aEnvoyer = true;
      this.recevoir(erreur);
    }
  }

  private recevoir(erreur: unknown): void {
    const { status, actuel } = lireProbleme(erreur);
    if (status === 412 && actuel) {
      this.actuelle.set(actuel as Question);
      this.etat.set('conflit');
    } else if (status === 0) {
      this.etat.set('hors-ligne');
    } else {
      this.refus.set(erreur);
      this.etat.set('inactif');
    }
  }
}
