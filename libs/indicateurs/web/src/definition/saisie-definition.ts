import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import {
  AGREGATIONS,
  agregationsPossibles,
  estNumerique,
  type Indicateur,
  type IndicateurSaisie,
  LIBELLES_AGREGATIONS,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_SENS,
  LIBELLES_TYPES,
  LIMITES_INDICATEUR,
  MAILLES,
  type Nature,
  NATURES,
  RECUL_REFERENCE,
  SENS,
  TYPES_INDICATEUR,
} from '@pleniere/indicateurs/domain';
import { anneesDuContrat, type ErreurDeChamp, texteBrut } from '@pleniere/shared/domain';
import { lireProbleme, PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { IndicateursClient } from '../indicateurs-client';
import {
  changerDeNature,
  definitionNeuve,
  modalitesASaisir,
  refusDeDefinition,
  saisieDe,
} from './brouillon-definition';
import { ChampDefinition } from './champ-definition';
import { SaisieModalites } from './saisie-modalites';
import { SaisieReperes } from './saisie-reperes';

const ANNEE_DE_REPLI = 2024;

/** Form of a definition: a new indicator of a fiche, or the change of one. */
@Component({
  selector: 'pl-saisie-definition',
  imports: [ChampDefinition, PlErreur, SaisieModalites, SaisieReperes],
  templateUrl: './saisie-definition.html',
  styleUrl: './saisie-definition.scss',
})
export class SaisieDefinition {
  private readonly client = inject(IndicateursClient);
  private readonly session = inject(SessionStore).session;
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly lectureOrganisations = this.client.organisations();

  /** Fiche of a new indicator; null for a context indicator. */
  readonly ficheId = input<string | null>(null);
  /** Definition to change; null for a new one. */
  readonly indicateur = input<Indicateur | null>(null);
  /** Expected results of the fiche, that an indicator may measure. */
  readonly resultats = input<readonly { id: string; texte: string }[]>([]);
  readonly enregistre = output<Indicateur>();
  readonly annule = output();

  protected readonly limites = LIMITES_INDICATEUR;
  protected readonly natures = NATURES.map((valeur) => ({ valeur, libelle: LIBELLES_NATURES[valeur] }));
  protected readonly mailles = MAILLES.map((valeur) => ({ valeur, libelle: LIBELLES_MAILLES[valeur] }));
  protected readonly sens = SENS.map((valeur) => ({ valeur, libelle: LIBELLES_SENS[valeur] }));
  protected readonly types = computed(() =>
    TYPES_INDICATEUR.filter((type) => (type === 'contexte') === (this.saisie().ficheId === null)).map((valeur) => ({
      valeur,
      libelle: LIBELLES_TYPES[valeur],
    })),
  );

  protected readonly saisie = linkedSignal<IndicateurSaisie>(() => {
    const indicateur = this.indicateur();
    return indicateur ? saisieDe(indicateur) : definitionNeuve(this.ficheId());
  });
  protected readonly agregations = computed(() => {
    const possibles = agregationsPossibles(this.saisie().nature);
    return AGREGATIONS.filter((regle) => possibles.includes(regle)).map((valeur) => ({
      valeur,
      libelle: LIBELLES_AGREGATIONS[valeur],
    }));
  });
  protected readonly chiffree = computed(() => estNumerique(this.saisie().nature));
  protected readonly organisations = computed(() =>
    this.lectureOrganisations.hasValue() ? this.lectureOrganisations.value() : [],
  );
  protected readonly resultatsNommes = computed(() =>
    this.resultats().map(({ id, texte }, rang) => ({ id, libelle: `R${rang + 1} ${texteBrut(texte)}` })),
  );

  private readonly periode = computed(() => {
    const contrat = this.session()?.contrat;
    return { anneeDebut: contrat?.anneeDebut ?? ANNEE_DE_REPLI, anneeFin: contrat?.anneeFin ?? ANNEE_DE_REPLI };
  });
  protected readonly annees = computed(() => anneesDuContrat(this.periode()));
  protected readonly anneesDeReference = computed(() =>
    anneesDuContrat({ ...this.periode(), anneeDebut: this.periode().anneeDebut - RECUL_REFERENCE }).reverse(),
  );

  protected readonly tente = signal(false);
  protected readonly enCours = signal(false);
  protected readonly refus = signal<unknown>(null);
  private readonly refusDuServeur = signal<readonly ErreurDeChamp[]>([]);
  protected readonly erreurs = computed(() => {
    if (!this.tente()) return new Map<string, string>();
    const locales = refusDeDefinition(this.saisie(), this.periode());
    return new Map([...this.refusDuServeur(), ...locales].map(({ pointer, detail }) => [pointer, detail]));
  });
  protected readonly refusDesCibles = computed(() =>
    this.saisie().cibles.map((_, rang) => this.erreurs().get(`/cibles/${rang}`)),
  );

  protected changer(partie: Partial<IndicateurSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...partie }));
    this.refusDuServeur.set([]);
  }

  protected changerNature(nature: Nature): void {
    this.saisie.update((saisie) => changerDeNature(saisie, nature));
  }

  protected choisi<V extends string>(valeurs: readonly { valeur: V }[], choix: string): V | undefined {
    return valeurs.find(({ valeur }) => valeur === choix)?.valeur;
  }

  protected basculer<T>(liste: readonly T[], element: T, present: boolean): T[] {
    const autres = liste.filter((autre) => autre !== element);
    return present ? [...autres, element] : autres;
  }

  protected async enregistrer(): Promise<void> {
    this.tente.set(true);
    this.refus.set(null);
    this.refusDuServeur.set([]);
    this.saisie.update((saisie) => ({ ...saisie, modalites: modalitesASaisir(saisie) }));
    if (this.erreurs().size > 0) return this.montrerErreur();
    this.enCours.set(true);
    try {
      const saisie = { ...this.saisie(), libelle: this.saisie().libelle.trim() };
      const courant = this.indicateur();
      const requete = courant ? this.client.modifier(courant, saisie) : this.client.creer(saisie);
      this.enregistre.emit(await firstValueFrom(requete));
    } catch (erreur) {
      this.refus.set(erreur);
      this.refusDuServeur.set(lireProbleme(erreur).errors ?? []);
      this.montrerErreur();
    } finally {
      this.enCours.set(false);
    }
  }

  private montrerErreur(): void {
    afterNextRender(
      () => {
        this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        this.element.querySelector('[role="alert"]')?.scrollIntoView?.({ block: 'center' });
      },
      { injector: this.injector },
    );
  }
}
