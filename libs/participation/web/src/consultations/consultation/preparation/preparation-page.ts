import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { nomQpv } from '@pleniere/contrat/domain';
import {
  AIDES_NIVEAUX_PARTICIPATION,
  type Consultation,
  type ConsultationSaisie,
  type ExigenceConsultation,
  EXIGENCES_CONSULTATION,
  LIBELLES_EXIGENCES,
  LIBELLES_NIVEAUX_PARTICIPATION,
  longueurDe,
  NIVEAUX_PARTICIPATION,
  PARAMETRES_CONSULTATION,
  phrasesSeuils,
  SEUILS_PAR_DEFAUT,
} from '@pleniere/participation/domain';
import { Annonce, Confirmation, lireProbleme, PlErreur, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ConsultationsClient } from '../../client/consultations-client';
import { refusQuestion } from '../../liste/consultations-page';
import { codeLisible } from '../../../liens/code-lisible';
import { AmorcesConsultation } from './amorces-consultation';
import { ChoixMultiple } from './choix-multiple';
import { CodesHabitants } from './codes-habitants';

type Champs = Omit<ConsultationSaisie, 'rapport' | 'methode' | 'suites'>;
type ChampTexte = 'question' | 'description' | 'charte' | 'mentionRgpd' | 'sansAmorces';

function champsDe(lue: Consultation): Champs {
  const { question, description, charte, mentionRgpd, touteLaVille, exigence, niveau, sansAmorces } = lue;
  const { objectifParticipants, objectifVotes } = lue;
  return {
    ...{ question, description, charte, mentionRgpd, touteLaVille, exigence, niveau, sansAmorces },
    ...{ objectifParticipants, objectifVotes },
    qpvCodes: lue.quartiers.map(({ code }) => code),
    ficheIds: lue.fiches.map(({ id }) => id),
    moderateurIds: lue.moderateurs.map(({ personneId }) => personneId),
  };
}

const pareils = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Everything that is written of a consultation before it opens; its rules are frozen once it is announced. */
@Component({
  selector: 'pl-preparation-page',
  imports: [AmorcesConsultation, ChoixMultiple, CodesHabitants, PlErreur, PlPage, PlSquelette, RouterLink],
  host: { '(window:beforeunload)': 'retenir($event)' },
  templateUrl: './preparation-page.html',
  styleUrl: './preparation-page.scss',
})
export class PreparationPage {
  private readonly client = inject(ConsultationsClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);

  readonly id = input.required<string>();
  protected readonly consultation = this.client.consultation(this.id);
  private readonly qpv = this.client.quartiers();
  private readonly tableau = this.client.fiches();
  private readonly gens = this.client.personnes();

  protected readonly lue = computed(() => (this.consultation.hasValue() ? this.consultation.value() : null));
  /** What is typed stays when the consultation is read again. */
  protected readonly saisie = linkedSignal<Consultation | null, Champs | null>({
    source: this.lue,
    computation: (lue, avant) => {
      if (!lue) return null;
      const [siens, lus] = [avant?.value, avant?.source ? champsDe(avant.source) : null];
      if (!siens || !lus) return champsDe(lue);
      return { ...champsDe(lue), ...changements(lus, siens) };
    },
  });
  protected readonly changes = computed(() => {
    const [lue, saisie] = [this.lue(), this.saisie()];
    return lue && saisie ? changements(champsDe(lue), saisie) : {};
  });
  protected readonly sale = computed(() => Object.keys(this.changes()).length > 0);
  protected readonly fige = computed(() => this.lue()?.statut !== 'brouillon');
  protected readonly refus = signal<unknown>(null);

  protected readonly quartiers = computed(() =>
    (this.qpv.hasValue() ? this.qpv.value() : []).map((qpv) => ({ valeur: qpv.code, libelle: nomQpv(qpv) })),
  );
  protected readonly fiches = computed(() =>
    (this.tableau.hasValue() ? this.tableau.value().enjeux : []).flatMap((enjeu) =>
      enjeu.fiches.map(({ id, code, titre }) => ({ valeur: id, libelle: `${codeLisible(code)} – ${titre}` })),
    ),
  );
  protected readonly moderateurs = computed(() =>
    (this.gens.hasValue() ? this.gens.value() : [])
      .filter(
        ({ compte, mandats }) => compte === 'actif' && mandats.some(({ role, au }) => MODERENT.includes(role) && !au),
      )
      .map(({ id, nom, fonction }) => ({ valeur: id, libelle: fonction ? `${nom}, ${fonction}` : nom })),
  );
  protected readonly exigences = EXIGENCES_CONSULTATION.map((valeur) => ({
    valeur,
    libelle: LIBELLES_EXIGENCES[valeur],
  }));
  protected readonly niveaux = NIVEAUX_PARTICIPATION.map((valeur) => ({
    valeur,
    libelle: `${LIBELLES_NIVEAUX_PARTICIPATION[valeur]} – ${AIDES_NIVEAUX_PARTICIPATION[valeur]}`,
  }));
  protected readonly seuils = phrasesSeuils(SEUILS_PAR_DEFAUT);
  protected readonly questionMax = PARAMETRES_CONSULTATION.question;
  protected readonly longueur = computed(() => longueurDe(this.saisie()?.question ?? ''));
  protected readonly refusQuestion = computed(() => refusQuestion(this.saisie()?.question ?? ''));
  protected readonly manques = computed(
    () => this.lue()?.transitions.find(({ transition }) => transition === 'programmer')?.refus ?? [],
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Préparation – ${this.lue()?.question ?? ''}`));
  }

  /** Whether the page may be left: at once, or once the person accepts to lose what is typed. */
  async peutQuitter(): Promise<boolean> {
    return (
      !this.sale() ||
      (await this.confirmation.demander({
        titre: 'Quitter sans enregistrer\u202F?',
        texte: 'Ce que vous venez d’écrire ici sera perdu.',
        action: 'Quitter',
      }))
    );
  }

  protected retenir(depart: BeforeUnloadEvent): void {
    if (this.sale()) depart.preventDefault();
  }

  protected ecrire(champ: ChampTexte, texte: string): void {
    this.changer({ [champ]: texte });
  }

  protected compter(champ: 'objectifParticipants' | 'objectifVotes', texte: string): void {
    const nombre = Number.parseInt(texte, 10);
    this.changer({ [champ]: Number.isNaN(nombre) ? null : nombre });
  }

  protected changer(champs: Partial<Champs>): void {
    this.saisie.update((saisie) => (saisie ? { ...saisie, ...champs } : saisie));
  }

  protected exiger(valeur: string): void {
    const exigence = EXIGENCES_CONSULTATION.find((une): une is ExigenceConsultation => une === valeur);
    if (exigence) this.changer({ exigence });
  }

  protected prendre(consultation: Consultation): void {
    this.consultation.set(consultation);
  }

  protected async enregistrer(): Promise<void> {
    const lue = this.lue();
    if (!lue || !this.sale()) return;
    this.refus.set(null);
    try {
      const ecrite = await this.client.modifier(lue, this.changes());
      this.saisie.set(champsDe(lue));
      this.consultation.set(ecrite);
      await this.annonce.dire('Préparation enregistrée.');
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      this.refus.set(erreur);
      // Somebody else has written: their text comes in, what is typed here stays over it until it is saved again.
      if (status === 412 && actuel) this.consultation.set(actuel as Consultation);
    }
  }
}

const MODERENT: readonly string[] = ['equipe', 'referent'];

function changements(lus: Champs, siens: Champs): Partial<Champs> {
  const cles = Object.keys(siens) as (keyof Champs)[];
  return Object.fromEntries(cles.filter((cle) => !pareils(lus[cle], siens[cle])).map((cle) => [cle, siens[cle]]));
}
