import { Component, computed, inject, linkedSignal, untracked } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { type Declinaison, type DeclinaisonSaisie, pireMeteo } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlEtatVide, PlIcone } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { FichesClient } from '../../fiches-client';
import { BrouillonsSuivi } from '../brouillon';
import { BlocDeclinaison } from './bloc-declinaison';
import { FormulaireDeclinaison } from './formulaire-declinaison';
import { type VilleOuverte, villesOuvertes } from './places';

function neuve(ville: VilleOuverte | undefined): DeclinaisonSaisie {
  return {
    organisationId: ville?.id ?? '',
    qpvCode: ville?.places[0]?.qpvCode ?? null,
    referentId: null,
    statutExecution: 'a-lancer',
    meteo: null,
    meteoExplication: '',
    modaliteRetenue: '',
    recits: [],
  };
}

/** How each ville, or one of its quarters, carries the common fiche out. */
@Component({
  selector: 'pl-declinaisons-page',
  imports: [BlocDeclinaison, FormulaireDeclinaison, PlEtatVide, PlIcone],
  template: `
    <div class="tete">
      <h2>{{ compte() }}</h2>
      @if (villesLibres().length > 0 && ouverte() !== 'neuve') {
        <button class="pl-bouton" type="button" (click)="ouverte.set('neuve')">
          <pl-icone nom="ajouter" [taille]="18" />Ajouter une déclinaison
        </button>
      }
    </div>
    @if (ouverte() === 'neuve') {
      <pl-formulaire-declinaison
        [depart]="depart()"
        [villes]="villesLibres()"
        [enregistrer]="creer"
        (ferme)="ouverte.set(null)"
      />
    }
    <ul class="pl-lignes">
      @for (declinaison of declinaisons(); track declinaison.id) {
        <li>
          @if (ouverte() === declinaison.id) {
            <pl-formulaire-declinaison
              [depart]="declinaison"
              [enregistrer]="enregistreur(declinaison)"
              (ferme)="ouverte.set(null)"
              (remplacee)="retenir($event)"
            />
          } @else {
            <pl-bloc-declinaison
              [declinaison]="declinaison"
              [modifiable]="peutEcrire(declinaison.organisation.id)"
              (modifier)="ouverte.set(declinaison.id)"
            />
          }
        </li>
      } @empty {
        @if (ouverte() !== 'neuve') {
          <li>
            <pl-etat-vide
              icone="organisation"
              titre="Aucune ville n’a encore décliné cette fiche"
              texte="Chaque ville dit ici la modalité qu’elle retient, où elle en est et ce qui s’est passé chaque année."
            />
          </li>
        }
      }
    </ul>
  `,
  providers: [BrouillonsSuivi],
  styleUrl: '../suivi.scss',
})
export class DeclinaisonsPage {
  private readonly store = inject(FicheStore);
  private readonly client = inject(FichesClient);
  private readonly referentiels = inject(Referentiels);
  private readonly session = inject(SessionStore).session;

  private readonly brouillons = inject(BrouillonsSuivi);

  protected readonly declinaisons = computed(() => this.store.fiche()?.declinaisons ?? []);
  /** Id of the déclinaison being edited, `neuve` for the one being added; at first, the one left unsaved. */
  protected readonly ouverte = linkedSignal<string | undefined, string | null>({
    source: () => this.store.fiche()?.id,
    computation: () =>
      ['neuve', ...untracked(this.declinaisons).map(({ id }) => id)].find((id) =>
        this.brouillons.de('declinaison', id).lire(),
      ) ?? null,
  });
  protected readonly compte = computed(() => accorder(this.declinaisons().length, 'déclinaison'));
  protected readonly villesLibres = computed(() => {
    const connues = this.referentiels.organisations.hasValue() ? this.referentiels.organisations.value() : [];
    const siennes = connues.filter(({ id, categorie }) => categorie === 'ville' && this.peutEcrire(id));
    const qpv = this.referentiels.qpv.hasValue() ? this.referentiels.qpv.value() : [];
    return villesOuvertes(siennes, qpv, this.declinaisons());
  });
  protected readonly depart = computed(() => {
    const sienne = this.villesLibres().find(({ id }) => id === this.session()?.organisation?.id);
    return neuve(sienne ?? this.villesLibres()[0]);
  });

  protected readonly creer = async (saisie: DeclinaisonSaisie): Promise<void> => {
    const ficheId = this.store.fiche()?.id ?? '';
    const creee = await firstValueFrom(this.client.creerDeclinaison(ficheId, saisie));
    this.montrer([...this.declinaisons(), creee]);
  };

  protected peutEcrire(organisationId: string): boolean {
    const droits = this.store.fiche()?.droits.declinaisons;
    return droits === null || (droits?.includes(organisationId) ?? false);
  }

  protected enregistreur(declinaison: Declinaison) {
    return async (saisie: DeclinaisonSaisie, version: number): Promise<void> => {
      this.retenir(await firstValueFrom(this.client.modifierDeclinaison({ id: declinaison.id, version }, saisie)));
    };
  }

  protected retenir(declinaison: Declinaison): void {
    this.montrer(this.declinaisons().map((connue) => (connue.id === declinaison.id ? declinaison : connue)));
  }

  private montrer(declinaisons: Declinaison[]): void {
    this.store.modifier(() => ({ declinaisons, meteo: pireMeteo(declinaisons.map(({ meteo }) => meteo)) }));
  }
}
