import { Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { DROITS } from '@pleniere/acces/domain';
import {
  etapesQuestion,
  type EtatQuestion,
  EXPLICATIONS_REFUS,
  type GesteQuestion,
  LIBELLES_CANAUX_QUESTION,
  LIBELLES_ETATS_QUESTION,
  type Question,
  TRANSITIONS_REPONSE,
  type TransitionTraitement,
} from '@pleniere/participation/domain';
import { formaterDate, INSECABLE, jourDeParis } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  lireProbleme,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { FilDirect, TitreFenetre } from '@pleniere/shared/web';
import { filter, merge } from 'rxjs';
import { LiensDeLaSource } from '../../liens/liens-de-la-source';
import { cadreDesQuestions } from '../liste/cadre';
import { QuestionsClient } from '../questions-client';
import { codeLisible } from '../../liens/code-lisible';
import { direEcheance, SIGNES_QUESTION } from '../signes';
import { CorpsReponse } from './corps-reponse';
import { EditeurReponse } from './editeur-reponse';
import { saisieClassement, saisieTraitement } from './traiter-question';

// What was done, as the history says it.
const GESTES: Readonly<Record<EtatQuestion, string>> = {
  posee: 'Remise à modérer',
  recevable: 'Déclarée recevable',
  'hors-competence': 'Orientée ailleurs',
  refusee: 'Refusée',
  attribuee: 'Réponse reprise',
  'reponse-preparee': 'Réponse proposée',
  'reponse-publiee': 'Réponse publiée',
  'sans-suite': 'Classée sans suite',
  rattachee: 'Rattachée à une autre question',
};

const A_REPONDRE = ['attribuee', 'reponse-preparee', 'reponse-publiee'];

/** One question: what was asked, what to do of it, its answer, and what was done. */
@Component({
  selector: 'pl-question-page',
  imports: [
    CorpsReponse,
    DateFr,
    EditeurReponse,
    LiensDeLaSource,
    MatButton,
    PlErreur,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
  ],
  templateUrl: './question-page.html',
  styleUrl: './question-page.scss',
})
export class QuestionPage {
  private readonly client = inject(QuestionsClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly session = inject(SessionStore);

  readonly id = input.required<string>();
  protected readonly question = this.client.question(this.id);
  protected readonly similaires = this.client.similaires(this.id);
  protected readonly cadre = cadreDesQuestions(this.client);

  protected readonly libelles = LIBELLES_ETATS_QUESTION;
  protected readonly canaux = LIBELLES_CANAUX_QUESTION;
  protected readonly signes = SIGNES_QUESTION;
  protected readonly refus = EXPLICATIONS_REFUS;
  protected readonly direCode = codeLisible;
  protected readonly traite = this.session.peut('questions.traiter');

  protected readonly lue = computed(() => (this.question.hasValue() ? this.question.value() : null));
  protected readonly titre = computed(() => {
    const lue = this.lue();
    return lue ? `Question n°${INSECABLE}${lue.numero}` : 'Question';
  });
  protected readonly due = computed(() => {
    const lue = this.lue();
    return lue && direEcheance(lue, jourDeParis());
  });
  protected readonly repond = computed(() => {
    const lue = this.lue();
    const session = this.session.session();
    if (!lue || !session || !A_REPONDRE.includes(lue.etat)) return false;
    const portee = DROITS[session.role]['questions.repondre'];
    return portee === 'contrat' || (portee === 'organisation' && session.organisation?.id === lue.service?.id);
  });
  /** True when one's own service owes the answer: it does not drop the question by itself. */
  private readonly doit = computed(() => {
    const { role, organisation } = this.session.session() ?? {};
    return role !== 'equipe' && organisation?.id === this.lue()?.service?.id;
  });
  protected readonly etapes = computed(() => {
    const lue = this.lue();
    if (!lue) return [];
    const peut = (permission: Parameters<SessionStore['peut']>[0]) => (this.session.peut(permission) ? null : 'non');
    return etapesQuestion(lue.etat, peut)
      .map(({ transition, libelle }) => ({ transition: transition as TransitionTraitement, libelle }))
      .filter(({ transition }) => !(TRANSITIONS_REPONSE as readonly string[]).includes(transition))
      .filter(({ transition }) => transition !== 'rattacher' && !(transition === 'classer-sans-suite' && this.doit()))
      .map((etape) => ({
        ...etape,
        // What most questions go through comes first; a service once chosen, changing it does not.
        premiere: lue.etat !== 'attribuee' && ['retenir', 'attribuer'].includes(etape.transition),
      }))
      .sort((a, b) => Number(b.premiere) - Number(a.premiere));
  });
  protected readonly rattachable = computed(
    () => this.traite && ['posee', 'recevable', 'attribuee'].includes(this.lue()?.etat ?? ''),
  );
  protected readonly proches = computed(() => (this.similaires.hasValue() ? this.similaires.value() : []));

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
    const direct = inject(FilDirect);
    const siennes = direct.evenements('question.changee').pipe(filter(({ objetId }) => objetId === this.id()));
    merge(siennes, direct.reprises)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.question.reload());
  }

  protected prendre(question: Question): void {
    this.question.set(question);
  }

  protected dire({ etat, service, echeance, reponse }: GesteQuestion): string {
    if (reponse !== null) return reponse === 1 ? 'Réponse publiée' : `Version ${reponse} de la réponse publiée`;
    if (service) return `Attribuée à ${service}${echeance ? `, avant le ${formaterDate(echeance)}` : ''}`;
    return etat === null ? 'Échéance changée' : GESTES[etat];
  }

  protected async avancer(question: Question, transition: TransitionTraitement): Promise<void> {
    const demande = saisieTraitement(this.client, this.cadre(), question, transition);
    if (demande) await this.apres(this.saisie.demander(demande));
    else await this.apres(this.essayer(this.client.traiter(question, { transition })));
  }

  protected async rattacher(question: Question, cible: { id: string; numero: number; texte: string }): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: `Rattacher à la question n°${INSECABLE}${cible.numero}\u202F?`,
      texte: `«\u00A0${cible.texte}\u00A0»\u00A0: les deux questions recevront la même réponse, et toutes les personnes seront prévenues. Vous pourrez la détacher.`,
      action: 'Rattacher',
    });
    if (!confirme) return;
    await this.apres(this.essayer(this.client.traiter(question, { transition: 'rattacher', cibleId: cible.id })));
  }

  protected async classer(question: Question): Promise<void> {
    await this.apres(this.saisie.demander(saisieClassement(this.client, this.cadre(), question)));
  }

  private async essayer(geste: Promise<Question>): Promise<Question | null> {
    try {
      return await geste;
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
      this.question.reload();
      return null;
    }
  }

  private async apres(faite: Promise<Question | null>): Promise<void> {
    const question = await faite;
    if (!question) return;
    this.question.set(question);
    this.similaires.reload();
    await this.annonce.dire(`${LIBELLES_ETATS_QUESTION[question.etat]}.`);
  }
}
