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
  type Agregation,
  AGREGATIONS,
  agregationsPossibles,
  type Calcul,
  CALCULS,
  changeLeSens,
  definitionNeuve,
  estNumerique,
  type Indicateur,
  type IndicateurSaisie,
  LIBELLES_AGREGATIONS,
  LIBELLES_CALCULS,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_SENS,
  LIBELLES_TYPES,
  LIMITES_INDICATEUR,
  MAILLES,
  type Nature,
  NATURES,
  RECUL_REFERENCE,
  refusDePonderation,
  seBorne,
  SENS,
  TYPES_INDICATEUR,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { anneesDuContrat, type ErreurDeChamp, texteBrut } from '@pleniere/shared/domain';
import { lireProbleme, PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { IndicateursClient } from '../indicateurs-client';
import {
  changerDAgregation,
  changerDeNature,
  definitionCopiee,
  modalitesASaisir,
  refusDeDefinition,
  saisieDe,
  seRapporte,
} from './brouillon-definition';
import { ChampChoix, type Choix } from './champs/champ-choix';
import { ChampTexte } from './champs/champ-texte';
import { ChoixModele, type ModeleChoisi } from './modele/choix-modele';
import { ChoixRupture, type SortDesValeurs } from './choix-rupture';
import { PrecisionsDefinition } from './precisions-definition';
import { SaisieModalites } from './champs/saisie-modalites';
import { SaisieReperes } from './champs/saisie-reperes';

const ANNEE_DE_REPLI = 2024;
const PRECISIONS = ['/ventilations', '/borneMin', '/borneMax', '/cumulatif'];

/** Form of a definition: a new indicator of a fiche, or the change of one. */
@Component({
  selector: 'pl-saisie-definition',
  imports: [
    ChampChoix,
    ChampTexte,
    ChoixModele,
    ChoixRupture,
    PlErreur,
    PrecisionsDefinition,
    SaisieModalites,
    SaisieReperes,
  ],
  templateUrl: './saisie-definition.html',
  styleUrls: ['./champs/controles.scss', './saisie-definition.scss'],
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
  readonly indicateur = input<(Indicateur & { valeurs?: readonly Valeur[] }) | null>(null);
  /** Expected results of the fiche, that an indicator may measure. */
  readonly resultats = input<readonly { id: string; texte: string }[]>([]);
  readonly enregistre = output<Indicateur>();
  readonly annule = output();

  protected readonly limites = LIMITES_INDICATEUR;
  protected readonly natures = NATURES.map((valeur) => ({ valeur, libelle: LIBELLES_NATURES[valeur] }));
  protected readonly mailles = MAILLES.map((valeur) => ({ valeur, libelle: LIBELLES_MAILLES[valeur] }));
  protected readonly sens = SENS.map((valeur) => ({ valeur, libelle: LIBELLES_SENS[valeur] }));
  protected readonly decimales = [0, 1, 2, 3, 4].map((nombre) => ({ valeur: `${nombre}`, libelle: `${nombre}` }));
  protected readonly diffusions: Choix<Indicateur['visibilite']>[] = [
    { valeur: 'public', libelle: 'Publié avec la fiche en vigueur' },
    { valeur: 'interne', libelle: 'Réservé aux signataires' },
  ];
  protected readonly calculs: Choix<Calcul | ''>[] = [
    { valeur: '', libelle: 'Aucun\u00A0: valeurs déclarées seulement' },
    ...CALCULS.map((valeur) => ({ valeur, libelle: LIBELLES_CALCULS[valeur] })),
  ];
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
  protected readonly rapporte = computed(() => seRapporte(this.saisie().nature));
  protected readonly precisable = computed(() => seBorne(this.saisie().nature));
  protected readonly precise = computed(() => {
    const { ventilations, borneMin, borneMax, cumulatif } = this.saisie();
    const refusee = PRECISIONS.some((pointeur) => this.erreurs().has(pointeur));
    return ventilations.length > 0 || borneMin !== null || borneMax !== null || cumulatif || refusee;
  });
  protected readonly organisations = computed<Choix[]>(() => [
    { valeur: '', libelle: 'Les pilotes et référents de la fiche' },
    ...(this.lectureOrganisations.hasValue() ? this.lectureOrganisations.value() : []).map(({ id, nom }) => ({
      valeur: id,
      libelle: nom,
    })),
  ]);
  /** What may weigh a mean: the population of the quarters, or quantities of the same territories. */
  private readonly lecturePoids = this.client.definitions(() => this.saisie().agregation === 'moyenne-ponderee');
  protected readonly poids = computed<Choix[]>(() => {
    const definitions = this.lecturePoids.hasValue() ? this.lecturePoids.value() : [];
    const possibles = definitions.filter(
      (autre) => autre.id !== this.indicateur()?.id && refusDePonderation(autre, this.saisie()) === null,
    );
    return [
      {
        valeur: '',
        libelle: this.saisie().maille === 'qpv' ? 'La population des quartiers' : 'Choisissez un indicateur',
      },
      ...possibles.map(({ id, libelle }) => ({ valeur: id, libelle })),
    ];
  });
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

  /** What the recorded values mean would change: the person says what becomes of them. */
  protected readonly autreSens = computed(() => {
    const indicateur = this.indicateur();
    const chiffres = indicateur?.valeurs?.some(({ absence }) => absence === null) ?? false;
    return chiffres && indicateur !== null && changeLeSens(indicateur, this.saisie());
  });
  protected readonly anneesDeRupture = computed(() => {
    const apres = this.indicateur()?.ruptures.at(-1)?.depuis ?? this.periode().anneeDebut;
    return this.annees().filter((annee) => annee > apres);
  });
  protected readonly sort = signal<SortDesValeurs | null>(null);
  private readonly origine = signal<string | undefined>(undefined);

  protected readonly tente = signal(false);
  protected readonly enCours = signal(false);
  protected readonly refus = signal<unknown>(null);
  private readonly refusDuServeur = signal<readonly ErreurDeChamp[]>([]);
  protected readonly erreurs = computed(() => {
    if (!this.tente()) return new Map<string, string>();
    const locales = refusDeDefinition(this.saisie(), this.periode());
    return new Map(
      [...this.refusDuServeur(), ...locales, ...this.refusDuSort()].map(({ pointer, detail }) => [pointer, detail]),
    );
  });
  protected readonly refusDesCibles = computed(() =>
    this.saisie().cibles.map((_, rang) => this.erreurs().get(`/cibles/${rang}`)),
  );

  private refusDuSort(): ErreurDeChamp[] {
    const sort = this.sort();
    if (!this.autreSens()) return [];
    if (sort === null) return [{ pointer: '/sort', detail: 'Dites ce que deviennent les valeurs déjà saisies.' }];
    const muet = sort.sorte === 'rupture' && sort.motif.trim() === '';
    return muet ? [{ pointer: '/motif', detail: 'Dites pourquoi la définition change.' }] : [];
  }

  protected partirDe({ modele, origine }: ModeleChoisi): void {
    this.saisie.set(definitionCopiee(modele, this.saisie().ficheId));
    this.origine.set(origine);
    this.tente.set(false);
  }

  protected changer(partie: Partial<IndicateurSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...partie }));
    this.refusDuServeur.set([]);
  }

  protected changerNature(nature: Nature): void {
    this.saisie.update((saisie) => changerDeNature(saisie, nature));
  }

  protected changerAgregation(agregation: Agregation): void {
    this.saisie.update((saisie) => changerDAgregation(saisie, agregation));
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
      this.enregistre.emit(await firstValueFrom(this.envoyer()));
    } catch (erreur) {
      this.refus.set(erreur);
      this.refusDuServeur.set(lireProbleme(erreur).errors ?? []);
      this.montrerErreur();
    } finally {
      this.enCours.set(false);
    }
  }

  private envoyer(): Observable<Indicateur> {
    const saisie = { ...this.saisie(), libelle: this.saisie().libelle.trim() };
    const [courant, sort] = [this.indicateur(), this.autreSens() ? this.sort() : null];
    if (!courant) return this.client.creer(saisie, this.origine());
    if (sort?.sorte !== 'rupture') return this.client.modifier(courant, saisie, sort !== null);
    return this.client.rompre(courant, { depuis: sort.depuis, motif: sort.motif, definition: saisie });
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
