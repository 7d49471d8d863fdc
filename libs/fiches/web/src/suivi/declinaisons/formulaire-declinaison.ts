import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import {
  type Declinaison,
  type DeclinaisonSaisie,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIMITES_DECLINAISON,
  METEOS,
  type RecitAnnuel,
  STATUTS_EXECUTION,
  verifierMeteo,
} from '@pleniere/fiches/domain';
import { anneesDuContrat, texteBrut, jourDeParis } from '@pleniere/shared/domain';
import { lireProbleme, PlErreur, PlIcone } from '@pleniere/shared/ui';
import { PlSaisie } from '../../champs/saisie/saisie';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { BrouillonRepris, BrouillonsSuivi } from '../brouillon';
import { ConflitSuivi } from '../conflit-suivi';
import type { VilleOuverte } from './places';
import { differencesDeclinaison, enSaisie } from './saisie-declinaison';

/** Form of a déclinaison; a weather that worsens asks why, and what was typed stays on the device until it is saved. */
@Component({
  selector: 'pl-formulaire-declinaison',
  imports: [BrouillonRepris, ConflitSuivi, PlErreur, PlIcone, PlSaisie],
  templateUrl: './formulaire-declinaison.html',
  styleUrls: ['../formulaire.scss', './formulaire-declinaison.scss'],
})
export class FormulaireDeclinaison {
  private readonly fiche = inject(FicheStore).fiche;
  private readonly brouillons = inject(BrouillonsSuivi);
  protected readonly referentiels = inject(Referentiels);

  readonly depart = input.required<DeclinaisonSaisie | Declinaison>();
  /** Villes and quarters among which to choose, for a new déclinaison. */
  readonly villes = input<readonly VilleOuverte[]>([]);
  readonly enregistrer = input.required<(saisie: DeclinaisonSaisie, version: number) => Promise<void>>();
  readonly ferme = output();
  /** The déclinaison as somebody else saved it, when the person prefers it. */
  readonly remplacee = output<Declinaison>();

  protected readonly meteos = METEOS;
  protected readonly libellesMeteo = LIBELLES_METEO;
  protected readonly statuts = STATUTS_EXECUTION;
  protected readonly libellesStatuts = LIBELLES_EXECUTION;
  protected readonly limites = LIMITES_DECLINAISON;
  protected readonly parties = [
    { cle: 'faitsMarquants', titre: 'Faits marquants' },
    { cle: 'freins', titre: 'Freins' },
    { cle: 'perspectives', titre: 'Perspectives' },
  ] as const;

  private readonly brouillon = computed(() =>
    this.brouillons.de('declinaison', (this.depart() as Partial<Declinaison>).id ?? 'neuve'),
  );
  protected readonly garde = linkedSignal(() => this.brouillon().lire());
  private readonly touchee = linkedSignal(() => this.garde() !== null);
  /** What is typed upon: it stays while somebody types, whatever others save meanwhile. */
  private readonly base = linkedSignal<
    { depart: DeclinaisonSaisie | Declinaison; touchee: boolean },
    DeclinaisonSaisie | Declinaison
  >({
    source: () => ({ depart: this.depart(), touchee: this.touchee() }),
    computation: ({ depart, touchee }, avant) => (touchee && avant ? avant.value : depart),
  });
  protected readonly saisie = linkedSignal(() => ({ ...enSaisie(this.base()), ...(this.garde()?.valeur as object) }));
  private readonly version = linkedSignal(
    () => this.garde()?.version ?? (this.base() as Partial<Declinaison>).version ?? 0,
  );
  protected readonly annee = signal(Number(jourDeParis().slice(0, 4)));
  protected readonly annees = computed(() => {
    const contrat = this.fiche()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });
  protected readonly recit = computed(
    () =>
      this.saisie().recits.find(({ annee }) => annee === this.annee()) ??
      ({ annee: this.annee(), faitsMarquants: '', freins: '', perspectives: '' } satisfies RecitAnnuel),
  );
  protected readonly personnes = computed(() =>
    this.referentiels.personnes.hasValue() ? this.referentiels.personnes.value() : [],
  );
  protected readonly modalites = computed(() =>
    (this.fiche()?.contenu.cadreAvecQuoi?.modalites ?? []).map(({ texte }) => texteBrut(texte)),
  );
  protected readonly refusMeteo = computed(() =>
    verifierMeteo(this.depart().meteo, this.saisie().meteo, this.saisie().meteoExplication),
  );
  protected readonly enCours = signal(false);
  protected readonly tentee = signal(false);
  protected readonly erreur = signal<unknown>(null);
  protected readonly actuelle = signal<Declinaison | null>(null);
  protected readonly differences = computed(() => {
    const actuelle = this.actuelle();
    return actuelle ? differencesDeclinaison(this.saisie(), enSaisie(actuelle)) : [];
  });

  constructor() {
    effect(() => {
      const depart = this.depart();
      const base = untracked(this.base);
      const depassee = 'version' in depart && 'version' in base && depart.version > base.version;
      if (depassee && untracked(this.touchee) && !untracked(this.enCours)) this.actuelle.set(depart);
    });
  }

  protected changer(changement: Partial<DeclinaisonSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...changement }));
    this.touchee.set(true);
    this.brouillon().garder({ valeur: this.saisie(), version: this.version() });
  }

  /** Back to what the server holds. */
  protected abandonner(): void {
    this.brouillon().oublier();
    this.garde.set(null);
    this.touchee.set(false);
    this.actuelle.set(null);
  }

  protected renoncer(): void {
    this.brouillon().oublier();
    this.ferme.emit();
  }

  /** A place reads `organisation` or `organisation/quartier`. */
  protected choisirPlace(place: string): void {
    const [organisationId = '', qpvCode = null] = place.split('/');
    this.changer({ organisationId, qpvCode });
  }

  protected choisirStatut(choix: string): void {
    const statutExecution = this.statuts.find((connu) => connu === choix);
    if (statutExecution) this.changer({ statutExecution });
  }

  protected raconter(partie: Exclude<keyof RecitAnnuel, 'annee'>, texte: string): void {
    const recit = { ...this.recit(), [partie]: texte };
    const autres = this.saisie().recits.filter(({ annee }) => annee !== recit.annee);
    const vide = !recit.faitsMarquants && !recit.freins && !recit.perspectives;
    this.changer({ recits: (vide ? autres : [...autres, recit]).sort((a, b) => a.annee - b.annee) });
  }

  protected async envoyer(): Promise<void> {
    this.tentee.set(true);
    if (this.refusMeteo() !== null || this.enCours()) return;
    this.enCours.set(true);
    this.erreur.set(null);
    try {
      await this.enregistrer()(this.saisie(), this.version());
      this.renoncer();
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.actuelle.set(actuel as Declinaison);
      else this.erreur.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  protected garder(): void {
    this.version.set(this.actuelle()?.version ?? this.version());
    this.actuelle.set(null);
    void this.envoyer();
  }

  protected prendre(): void {
    const actuelle = this.actuelle();
    if (actuelle) this.remplacee.emit(actuelle);
    this.renoncer();
  }
}
