import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  ETATS_QUESTION,
  type EtatQuestion,
  type FiltreQuestions,
  LIBELLES_CANAUX_QUESTION,
  LIBELLES_ETATS_QUESTION,
  type QuestionResume,
} from '@pleniere/participation/domain';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { FilDirect } from '@pleniere/shared/web';
import { debounceTime, merge } from 'rxjs';
import { direAge } from '../../attente/age';
import { RubriquesParticipation } from '../../rubriques-participation';
import { QuestionsClient } from '../questions-client';
import { codeLisible } from '../../liens/code-lisible';
import { direEcheance, SIGNES_QUESTION } from '../signes';
import { ChiffresGarantie } from './chiffres-garantie';
import { cadreDesQuestions } from './cadre';
import { saisieQuestionEntendue } from './saisir-question';

const REGROUPEMENT_MS = 500;
// What is to be moderated has its queue above.
const ETATS_LISTES: readonly EtatQuestion[] = ETATS_QUESTION.filter((etat) => etat !== 'posee');

interface Menu {
  cle: keyof FiltreQuestions;
  nom: string;
  tous: string;
  choix: { valeur: string; libelle: string }[];
}

/** Questions of residents: those to moderate, then those that await an answer, late ones first. */
@Component({
  selector: 'pl-questions-page',
  imports: [
    ChiffresGarantie,
    DateFr,
    MatButton,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesParticipation,
  ],
  templateUrl: './questions-page.html',
  styleUrl: './questions-page.scss',
})
export class QuestionsPage {
  private readonly client = inject(QuestionsClient);
  private readonly router = inject(Router);
  private readonly saisie = inject(Saisie);
  private readonly session = inject(SessionStore);

  /** Query parameters of the filters. */
  readonly etat = input<string>();
  readonly quartier = input<string>();
  readonly service = input<string>();
  readonly fiche = input<string>();

  protected readonly filtre = computed<FiltreQuestions>(() => {
    const dits = { etat: this.etat(), quartier: this.quartier(), service: this.service(), fiche: this.fiche() };
    return Object.fromEntries(Object.entries(dits).filter(([, valeur]) => valeur));
  });
  protected readonly questions = this.client.questions(this.filtre);
  protected readonly garantie = this.client.garantie();
  private readonly cadre = cadreDesQuestions(this.client);

  protected readonly aujourdhui = jourDeParis();
  protected readonly libelles = LIBELLES_ETATS_QUESTION;
  protected readonly canaux = LIBELLES_CANAUX_QUESTION;
  protected readonly signes = SIGNES_QUESTION;
  protected readonly direCode = codeLisible;
  protected readonly saisit = this.session.peut('espaces.animer');
  protected readonly modere = this.session.peut('questions.traiter');

  protected readonly aModerer = computed(() => (this.questions.hasValue() ? this.questions.value().aModerer : []));
  protected readonly listees = computed(() => (this.questions.hasValue() ? this.questions.value().questions : []));
  protected readonly total = computed(() => (this.questions.hasValue() ? this.questions.value().total : 0));
  protected readonly filtree = computed(() => Object.keys(this.filtre()).length > 0);
  protected readonly lede = computed(() => {
    const dues = this.garantie.hasValue() ? this.garantie.value().enRetard : 0;
    const attend = this.aModerer().length;
    const dits = [
      ...(attend > 0 ? [accorder(attend, 'question à modérer', 'questions à modérer')] : []),
      ...(dues > 0 ? [accorder(dues, 'réponse en retard', 'réponses en retard')] : []),
    ];
    return dits.length > 0
      ? `${dits.join(', ')}.`
      : 'Chaque question recevable reçoit une réponse, à une date promise.';
  });
  protected readonly menus = computed<Menu[]>(() => {
    const { quartiers, organisations, fiches } = this.cadre();
    return [
      {
        cle: 'etat',
        nom: 'État',
        tous: 'Tous les états',
        choix: [
          { valeur: 'ouverte', libelle: 'En attente' },
          ...ETATS_LISTES.map((valeur) => ({ valeur, libelle: LIBELLES_ETATS_QUESTION[valeur] })),
        ],
      },
      { cle: 'quartier', nom: 'Quartier', tous: 'Tous les quartiers', choix: quartiers },
      { cle: 'service', nom: 'Service', tous: 'Tous les services', choix: organisations },
      { cle: 'fiche', nom: 'Fiche', tous: 'Toutes les fiches', choix: fiches },
    ];
  });

  constructor() {
    const direct = inject(FilDirect);
    merge(direct.evenements('question.posee'), direct.evenements('question.changee'), direct.reprises)
      .pipe(debounceTime(REGROUPEMENT_MS), takeUntilDestroyed())
      .subscribe(() => {
        this.questions.reload();
        this.garantie.reload();
      });
  }

  protected echeance(question: QuestionResume): ReturnType<typeof direEcheance> {
    return direEcheance(question, this.aujourdhui);
  }

  protected age({ poseeLe }: QuestionResume): ReturnType<typeof direAge> {
    return direAge(poseeLe);
  }

  protected filtrer(cle: keyof FiltreQuestions, valeur: string): void {
    const queryParams = { [cle]: valeur || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async saisir(): Promise<void> {
    const saisie = await this.saisie.demander(saisieQuestionEntendue(this.client, this.cadre()));
    if (saisie) await this.router.navigate(['/participation/questions', saisie.id]);
  }
}
