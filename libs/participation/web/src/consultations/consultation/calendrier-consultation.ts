import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  type Consultation,
  type DateChangee,
  finPropositionsParDefaut,
  refusDates,
} from '@pleniere/participation/domain';
import { lireProbleme, DateFr, PlErreur } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../client/consultations-client';
import { depuisHeureDeParis, enHeureDeParis } from '../heure-de-paris';

type Champ = 'ouverture' | 'finPropositions' | 'fin';

const CHAMPS: readonly { cle: Champ; libelle: string }[] = [
  { cle: 'ouverture', libelle: 'Ouverture' },
  { cle: 'finPropositions', libelle: 'Fin des propositions' },
  { cle: 'fin', libelle: 'Fin des votes' },
];
const NOMS: Readonly<Record<DateChangee['champ'], string>> = {
  ouverture: 'Ouverture',
  'fin-propositions': 'Fin des propositions',
  fin: 'Fin des votes',
};
const MOBILES = ['brouillon', 'programmee', 'ouverte', 'vote-seul', 'suspendue'];

/** Dates of a consultation, and every change of them with its reason: residents read both. */
@Component({
  selector: 'pl-calendrier-consultation',
  imports: [DateFr, PlErreur],
  templateUrl: './calendrier-consultation.html',
  styleUrl: './calendrier-consultation.scss',
})
export class CalendrierConsultation {
  private readonly client = inject(ConsultationsClient);

  readonly consultation = input.required<Consultation>();
  readonly gere = input(false);
  readonly changee = output<Consultation>();

  protected readonly champs = CHAMPS;
  protected readonly noms = NOMS;
  protected readonly ouvert = signal(false);
  protected readonly refus = signal<unknown>(null);
  protected readonly motif = signal('');
  private readonly connues = computed(() => {
    const { dates } = this.consultation();
    return Object.fromEntries(CHAMPS.map(({ cle }) => [cle, dates ? enHeureDeParis(dates[cle]) : ''])) as Record<
      Champ,
      string
    >;
  });
  /** What is being typed outlives a reading again of the consultation. */
  protected readonly textes = linkedSignal<Record<Champ, string>, Record<Champ, string>>({
    source: this.connues,
    computation: (connues, avant) => (this.ouvert() && avant ? avant.value : connues),
  });
  protected readonly modifiable = computed(() => this.gere() && MOBILES.includes(this.consultation().statut));
  protected readonly publique = computed(() => this.consultation().statut !== 'brouillon');
  protected readonly manque = computed(() => {
    const dates = this.lues();
    if (dates === null) return 'Donnez les trois dates.';
    const change = CHAMPS.some(({ cle }) => this.textes()[cle] !== this.connues()[cle]);
    if (!change) return 'Aucune date n’a changé.';
    if (this.publique() && this.motif().trim() === '') return 'Dites pourquoi\u00A0: les habitants liront le motif.';
    return refusDates(dates);
  });

  protected passee(cle: Champ): boolean {
    const { dates } = this.consultation();
    return this.publique() && dates !== null && Date.parse(dates[cle]) <= Date.now();
  }

  protected ecrire(cle: Champ, texte: string): void {
    this.textes.update((textes) => {
      const suite = { ...textes, [cle]: texte };
      const [ouverture, fin] = [depuisHeureDeParis(suite.ouverture), depuisHeureDeParis(suite.fin)];
      // The usual end of the propositions, as long as nobody chose another.
      if (suite.finPropositions === '' && cle !== 'finPropositions' && ouverture && fin && ouverture < fin)
        suite.finPropositions = enHeureDeParis(finPropositionsParDefaut({ ouverture, fin }));
      return suite;
    });
  }

  protected abandonner(): void {
    this.ouvert.set(false);
    this.refus.set(null);
    this.motif.set('');
    this.textes.set(this.connues());
  }

  protected async enregistrer(): Promise<void> {
    const dates = this.lues();
    if (dates === null || this.manque() !== null) return;
    this.refus.set(null);
    try {
      const changee = await this.client.dater(this.consultation(), dates, this.motif().trim());
      this.ouvert.set(false);
      this.motif.set('');
      this.changee.emit(changee);
    } catch (erreur) {
      this.refus.set(erreur);
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.changee.emit(actuel as Consultation);
    }
  }

  private lues(): Record<Champ, string> | null {
    const { dates } = this.consultation();
    const lues = CHAMPS.map(({ cle }) => {
      const texte = this.textes()[cle];
      // Seconds that a form does not show are not a change.
      const lue = dates && texte === this.connues()[cle] ? dates[cle] : depuisHeureDeParis(texte);
      return [cle, lue] as const;
    });
    return lues.every(([, lue]) => lue !== null) ? (Object.fromEntries(lues) as Record<Champ, string>) : null;
  }
}
