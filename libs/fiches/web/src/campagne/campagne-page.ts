import { Component, computed, inject, Injector, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  type Campagne,
  direEcheance,
  etatCampagne,
  type ExceptionCampagne,
  refusDAnnee,
  resteAFaire,
} from '@pleniere/indicateurs/domain';
import { accorder, anneesDuContrat, jourDeParis } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  type DemandeSaisie,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { FilDirect } from '@pleniere/shared/web';
import { auditTime, merge } from 'rxjs';
import { CampagnesClient, type PlaceDeMatrice } from './campagnes-client';
import { MatriceDeCampagne } from './matrice/matrice-campagne';
import { PlaceCampagne, type PlaceChoisie } from './matrice/place-campagne';
import { SIGNES_CAMPAGNE } from './mots-campagne';
import { saisieException, saisieOuverture, saisieReglage, saisieReouverture } from './saisir-campagne';

// People fill their values cell by cell: the matrix is read again a little after, once for many.
const REPRISE_MS = 3_000;
/** How `ville` names in the address what is measured over the whole contrat. */
const ENSEMBLE = 'contrat';

/** The collection of the values of a year: how far it has come, what is missing, and what the team does about it. */
@Component({
  selector: 'pl-campagne-page',
  imports: [
    DateFr,
    MatriceDeCampagne,
    PlaceCampagne,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RubriquesContrat,
  ],
  templateUrl: './campagne-page.html',
  styleUrl: './campagne-page.scss',
})
export class CampagnePage {
  private readonly client = inject(CampagnesClient);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly session = inject(SessionStore);

  /** Year, fiche (its code) and ville (its id) in the address. */
  readonly annee = input<string>();
  readonly fiche = input<string>();
  readonly ville = input<string>();

  protected readonly gerer = this.session.peut('campagnes.gerer');
  protected readonly jour = jourDeParis();
  protected readonly campagnes = this.client.campagnes();
  protected readonly liste = computed(() => (this.campagnes.hasValue() ? this.campagnes.value() : []));
  protected readonly campagne = computed<Campagne | undefined>(
    () => this.liste().find(({ annee }) => `${annee}` === this.annee()) ?? this.liste()[0],
  );
  private readonly anneeLue = computed(() => this.campagne()?.annee);
  protected readonly matrice = this.client.matrice(this.anneeLue);
  protected readonly relances = this.client.relances(() => (this.gerer ? this.anneeLue() : undefined));
  private readonly organisations = this.client.organisations(() => this.gerer);

  protected readonly signe = computed(() => {
    const campagne = this.campagne();
    return campagne && SIGNES_CAMPAGNE[etatCampagne(campagne, this.jour)];
  });
  protected readonly echeance = computed(() => {
    const campagne = this.campagne();
    return campagne?.closeLe === null ? direEcheance(campagne.echeance, this.jour) : null;
  });
  protected readonly reste = computed(() => {
    if (!this.matrice.hasValue()) return null;
    const { total } = this.matrice.value();
    if (total.attendues === 0) return 'Aucune valeur n’est attendue cette année.';
    const reste = resteAFaire(total);
    const attendues = accorder(total.attendues, 'valeur attendue', 'valeurs attendues');
    return `${accorder(total.attendues - reste, 'réponse')} sur ${attendues}, ${accorder(reste, 'reste à saisir', 'restent à saisir')}.`;
  });
  /** True when a year of the contrat that has begun has no campagne yet. */
  protected readonly ouvrable = computed(() => {
    const periode = this.session.session()?.contrat;
    if (!periode || !this.campagnes.hasValue()) return false;
    return anneesDuContrat(periode).some(
      (annee) =>
        refusDAnnee(annee, periode, Number(this.jour.slice(0, 4))) === null &&
        this.liste().every((campagne) => campagne.annee !== annee),
    );
  });
  protected readonly place = computed<PlaceChoisie | null>(() => {
    if (!this.matrice.hasValue()) return null;
    const { fiches, villes, croisements } = this.matrice.value();
    const villeId = this.ville() === ENSEMBLE ? null : this.ville();
    const fiche = fiches.find(({ code }) => code === this.fiche());
    const ville = villes.find(({ id }) => id === villeId);
    if (!fiche || !ville) return null;
    return {
      fiche,
      ville,
      croisement: croisements.find((une) => une.ficheId === fiche.id && une.villeId === ville.id),
    };
  });
  protected readonly choisie = computed<PlaceDeMatrice | null>(() => {
    const place = this.place();
    return place && { ficheId: place.fiche.id, villeId: place.ville.id };
  });

  constructor() {
    const fil = inject(FilDirect);
    merge(fil.evenements('campagne'), fil.evenements('valeurs'), fil.reprises)
      .pipe(auditTime(REPRISE_MS), takeUntilDestroyed())
      .subscribe(() => this.relire());
  }

  protected ficheDe({ ficheId }: ExceptionCampagne): string {
    if (ficheId === null) return 'toutes les fiches';
    const fiche = this.matrice.hasValue() ? this.matrice.value().fiches.find(({ id }) => id === ficheId) : undefined;
    return fiche ? `fiche ${codeAffiche(fiche.code)}` : 'une fiche';
  }

  protected finie({ jusquAu }: ExceptionCampagne): boolean {
    return jusquAu < this.jour;
  }

  protected total(personnes: readonly { valeursAttendues: number }[]): string {
    return accorder(
      personnes.reduce((somme, { valeursAttendues }) => somme + valeursAttendues, 0),
      'valeur demandée',
      'valeurs demandées',
    );
  }

  protected async aller(annee: number | null, place: PlaceDeMatrice | null = null): Promise<void> {
    const fiches = this.matrice.hasValue() ? this.matrice.value().fiches : [];
    const fiche = fiches.find(({ id }) => id === place?.ficheId)?.code ?? null;
    const ville = place ? (place.villeId ?? ENSEMBLE) : null;
    await this.router.navigate([], { queryParams: { annee, fiche, ville }, queryParamsHandling: 'merge' });
  }

  protected async ouvrir(): Promise<void> {
    const periode = this.session.session()?.contrat;
    if (!periode) return;
    const connues = this.liste();
    const ouverte = await this.enregistrer(
      saisieOuverture(this.client, { periode, jour: this.jour, connues }),
      ({ annee }) => `La campagne ${annee} est ouverte.`,
    );
    if (ouverte) await this.aller(ouverte.annee);
  }

  protected async regler(campagne: Campagne): Promise<void> {
    await this.enregistrer(saisieReglage(this.client, campagne, this.jour), () => 'Campagne enregistrée.');
  }

  protected async rouvrir(campagne: Campagne): Promise<void> {
    await this.enregistrer(
      saisieReouverture(this.client, campagne),
      ({ annee }) => `La campagne ${annee} est rouverte.`,
    );
  }

  protected async accorder({ annee }: Campagne): Promise<void> {
    const fiches = this.matrice.hasValue() ? this.matrice.value().fiches : [];
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    await this.enregistrer(
      saisieException(this.client, annee, { organisations, fiches, jour: this.jour }),
      () => 'Exception accordée.',
    );
  }

  protected async clore(campagne: Campagne): Promise<void> {
    const { annee } = campagne;
    const titre = `Clore la campagne ${annee}\u202F?`;
    const texte = `Les valeurs ${annee} ne changeront plus, cases vides comprises. Vous pourrez accorder des exceptions ou rouvrir la campagne, avec un motif.`;
    if (!(await this.confirmation.demander({ titre, texte, action: 'Clore la campagne' }))) return;
    await this.faire(() => this.client.clore(campagne), `La campagne ${annee} est close.`);
  }

  protected async retirer({ annee }: Campagne, exception: ExceptionCampagne): Promise<void> {
    const titre = 'Retirer cette exception\u202F?';
    const texte = `${exception.organisation.nom} ne pourra plus saisir de valeurs ${annee}.`;
    if (!(await this.confirmation.demander({ titre, texte, action: 'Retirer l’exception' }))) return;
    await this.faire(() => this.client.retirer(annee, exception), 'Exception retirée.');
  }

  protected async relancer(campagne: Campagne): Promise<void> {
    if (!this.relances.hasValue()) return;
    // Imported on demand: most visits send no reminder.
    const { ouvrirRelance } = await import('./relance/dialogue-relance');
    const envoyees = await ouvrirRelance(this.injector, { campagne, relances: this.relances.value() });
    this.relire();
    const [derniere] = envoyees?.historique ?? [];
    if (!derniere) return;
    await this.annonce.dire(`${accorder(derniere.personnes.length, 'personne relancée', 'personnes relancées')}.`);
  }

  private async enregistrer<T extends Record<string, string | null>>(
    demande: DemandeSaisie<T, Campagne>,
    dire: (enregistree: Campagne) => string,
  ): Promise<Campagne | null> {
    const enregistree = await this.saisie.demander(demande);
    this.relire();
    if (enregistree) await this.annonce.dire(dire(enregistree));
    return enregistree;
  }

  private async faire(geste: () => Promise<unknown>, dit: string): Promise<void> {
    try {
      await geste();
      await this.annonce.dire(dit);
    } catch {
      await this.annonce.dire('Quelqu’un a changé la campagne avant vous\u00A0: relisez-la, puis recommencez.');
    }
    this.relire();
  }

  private relire(): void {
    this.campagnes.reload();
    this.matrice.reload();
    this.relances.reload();
  }
}
