import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Consultation, ConsultationSaisie } from '@pleniere/participation/domain';
import { Annonce, lireProbleme, PlErreur } from '@pleniere/shared/ui';
import { ConsultationsClient } from '../client/consultations-client';

type Champ = 'rapport' | 'methode' | 'suites';
type Textes = Pick<ConsultationSaisie, Champ>;

const CHAMPS: readonly { cle: Champ; libelle: string; aide: string; lignes: number }[] = [
  { cle: 'rapport', libelle: 'Rapport', aide: 'Ce que les habitants ont dit, en français simple.', lignes: 8 },
  {
    cle: 'methode',
    libelle: 'Méthode',
    aide: 'Comment les propositions ont été montrées, comptées, classées et regroupées.',
    lignes: 5,
  },
  { cle: 'suites', libelle: 'Suites', aide: 'Ce qui est décidé, ce qui reste à faire, et quand.', lignes: 4 },
];

/** The words of the report: nothing is published without its account and its method. */
@Component({
  selector: 'pl-rapport-consultation',
  imports: [PlErreur],
  template: `
    <h2 id="rapport">Le rapport</h2>
    @if (manques().length > 0) {
      <ul class="manques">
        @for (manque of manques(); track manque) {
          <li>{{ manque }}</li>
        }
      </ul>
    }
    <form aria-labelledby="rapport" (submit)="$event.preventDefault(); enregistrer()">
      @for (champ of champs; track champ.cle) {
        <label>
          {{ champ.libelle }}
          <textarea
            #zone
            [rows]="champ.lignes"
            [value]="textes()[champ.cle]"
            (input)="ecrire(champ.cle, zone.value)"
          ></textarea>
          <span class="aide">{{ champ.aide }}</span>
        </label>
      }
      @if (refus(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      <div class="gestes">
        <button class="pl-bouton plein" type="submit" [disabled]="!sale()">Enregistrer le rapport</button>
        <span class="aide" role="status">{{
          sale() ? 'Modifications non enregistrées.' : 'Tout est enregistré.'
        }}</span>
      </div>
    </form>
  `,
  styles: `
    :host,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e2);
    }

    label {
      display: grid;
      gap: 0.25rem;
      font-weight: 600;
    }

    textarea {
      width: 100%;
    }

    .aide {
      color: var(--pl-encre-douce);
      font-size: 0.9375rem;
      font-weight: 400;
    }

    .gestes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
    }

    .manques {
      padding-left: 1.25rem;
      color: var(--pl-accent);
    }
  `,
  host: { '(window:beforeunload)': 'retenir($event)' },
})
export class RapportConsultation {
  private readonly client = inject(ConsultationsClient);
  private readonly annonce = inject(Annonce);

  readonly consultation = input.required<Consultation>();
  readonly manques = input<readonly string[]>([]);
  readonly changee = output<Consultation>();

  protected readonly champs = CHAMPS;
  protected readonly refus = signal<unknown>(null);
  /** What is typed here stays over what somebody else saves meanwhile. */
  protected readonly textes = linkedSignal<Consultation, Textes>({
    source: this.consultation,
    computation: (lue, avant) => {
      const garde = (cle: Champ) => (avant && avant.value[cle] !== avant.source[cle] ? avant.value[cle] : lue[cle]);
      return { rapport: garde('rapport'), methode: garde('methode'), suites: garde('suites') };
    },
  });
  private readonly changes = computed<Partial<Textes>>(() => {
    const [lue, textes] = [this.consultation(), this.textes()];
    return Object.fromEntries(
      CHAMPS.filter(({ cle }) => textes[cle] !== lue[cle]).map(({ cle }) => [cle, textes[cle]]),
    );
  });
  protected readonly sale = computed(() => Object.keys(this.changes()).length > 0);

  protected ecrire(cle: Champ, texte: string): void {
    this.textes.update((textes) => ({ ...textes, [cle]: texte }));
  }

  protected retenir(depart: BeforeUnloadEvent): void {
    if (this.sale()) depart.preventDefault();
  }

  protected async enregistrer(): Promise<void> {
    this.refus.set(null);
    try {
      const ecrite = await this.client.modifier(this.consultation(), this.changes());
      const { rapport, methode, suites } = this.consultation();
      this.textes.set({ rapport, methode, suites });
      this.changee.emit(ecrite);
      await this.annonce.dire('Rapport enregistré.');
    } catch (erreur) {
      this.refus.set(erreur);
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.changee.emit(actuel as Consultation);
    }
  }
}
