import { Component, computed, inject, linkedSignal, signal, untracked } from '@angular/core';
import type { Action, ActionSaisie } from '@pleniere/fiches/domain';
import type { PreuveDeNiveau } from '@pleniere/participation/domain';
import { LiensClient } from '@pleniere/participation/web';
import { accorder } from '@pleniere/shared/domain';
import { Annonce, Confirmation, PlErreur, PlEtatVide, PlIcone } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { FicheStore } from '../../fiche/fiche-store';
import { FichesClient } from '../../fiches-client';
import { BrouillonsSuivi } from '../brouillon';
import { CarteAction } from './carte-action';
import { FormulaireAction } from './formulaire-action';

const NEUVE: ActionSaisie = {
  titre: '',
  description: '',
  pilote: '',
  echeance: null,
  statut: 'a-venir',
  niveauParticipation: 'aucune',
  etapes: [],
  refDauphin: '',
};

/** The actions of a fiche: what is done, by whom, for when. */
@Component({
  selector: 'pl-actions-page',
  imports: [CarteAction, FormulaireAction, PlErreur, PlEtatVide, PlIcone],
  template: `
    <div class="tete">
      <h2>{{ compte() }}</h2>
      @if (modifiable() && ouverte() !== 'neuve') {
        <button class="pl-bouton" type="button" (click)="ouverte.set('neuve')">
          <pl-icone nom="ajouter" [taille]="18" />Ajouter une action
        </button>
      }
    </div>
    @if (erreur(); as refus) {
      <pl-erreur [erreur]="refus" [action]="null" />
    }
    @if (ouverte() === 'neuve') {
      <pl-formulaire-action [depart]="neuve" [enregistrer]="creer" (ferme)="ouverte.set(null)" />
    }
    <ul class="pl-lignes">
      @for (action of actions(); track action.id) {
        <li>
          @if (ouverte() === action.id) {
            <pl-formulaire-action
              [depart]="action"
              [enregistrer]="enregistreur(action)"
              (ferme)="ouverte.set(null)"
              (remplacee)="retenir($event)"
            />
          } @else {
            <pl-carte-action
              [action]="action"
              [modifiable]="modifiable()"
              [preuves]="preuvesDe(action)"
              (modifier)="ouverte.set(action.id)"
              (supprimer)="supprimer(action)"
              (cocher)="cocher(action, $event)"
            />
          }
        </li>
      } @empty {
        @if (ouverte() !== 'neuve') {
          <li>
            <pl-etat-vide
              icone="action"
              titre="Aucune action pour l’instant"
              [texte]="
                modifiable()
                  ? 'Une action est concrète&nbsp;: qui la conduit, pour quand, en quelles étapes.'
                  : 'Les personnes qui conduisent la fiche n’en ont pas encore inscrit.'
              "
            />
          </li>
        }
      }
    </ul>
  `,
  providers: [BrouillonsSuivi],
  styleUrl: '../suivi.scss',
})
export class ActionsPage {
  private readonly store = inject(FicheStore);
  private readonly client = inject(FichesClient);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  private readonly brouillons = inject(BrouillonsSuivi);

  protected readonly neuve = NEUVE;
  protected readonly erreur = signal<unknown>(null);
  protected readonly actions = computed(() => this.store.fiche()?.actions ?? []);
  /** Id of the action being edited, `neuve` for the one being added; at first, the one left unsaved. */
  protected readonly ouverte = linkedSignal<string | undefined, string | null>({
    source: () => this.store.fiche()?.id,
    computation: () =>
      ['neuve', ...untracked(this.actions).map(({ id }) => id)].find((id) => this.brouillons.de('action', id).lire()) ??
      null,
  });
  protected readonly modifiable = computed(() => this.store.fiche()?.droits.actions ?? false);
  protected readonly compte = computed(() => accorder(this.actions().length, 'action'));

  private readonly liens = inject(LiensClient).liens(() => {
    const fiche = this.store.fiche()?.id;
    return fiche === undefined ? null : { fiche };
  });
  private readonly preuves = computed(() =>
    this.liens.status() === 'resolved' ? Map.groupBy(this.liens.value(), ({ cible }) => cible.id) : null,
  );

  protected readonly creer = async (saisie: ActionSaisie): Promise<void> => {
    const ficheId = this.store.fiche()?.id ?? '';
    const creee = await firstValueFrom(this.client.creerAction(ficheId, saisie));
    this.store.modifier(({ actions }) => ({ actions: [...actions, creee] }));
  };

  /** What residents said that touches the action; null while it is not known. */
  protected preuvesDe({ id }: Action): readonly PreuveDeNiveau[] | null {
    const preuves = this.preuves();
    return preuves && (preuves.get(id) ?? []);
  }

  protected enregistreur(action: Action) {
    return async (saisie: ActionSaisie, version: number): Promise<void> =>
      this.retenir(await firstValueFrom(this.client.modifierAction({ id: action.id, version }, saisie)));
  }

  protected async cocher(action: Action, etapeId: string): Promise<void> {
    const etapes = action.etapes.map((etape) => (etape.id === etapeId ? { ...etape, faite: !etape.faite } : etape));
    await this.tenter(async () => this.retenir(await firstValueFrom(this.client.modifierAction(action, { etapes }))));
  }

  protected async supprimer(action: Action): Promise<void> {
    const confirmee = await this.confirmation.demander({
      titre: `Supprimer l’action «\u202F${action.titre}\u202F»\u202F?`,
      texte: 'Ses étapes et son échéance seront perdues. L’historique garde la trace de la suppression.',
      action: 'Supprimer l’action',
    });
    if (!confirmee) return;
    await this.tenter(async () => {
      await firstValueFrom(this.client.supprimerAction(action));
      this.store.modifier(({ actions }) => ({ actions: actions.filter(({ id }) => id !== action.id) }));
      void this.annonce.dire('L’action est supprimée.');
    });
  }

  protected retenir(action: Action): void {
    this.store.modifier(({ actions }) => ({
      actions: actions.map((connue) => (connue.id === action.id ? action : connue)),
    }));
  }

  private async tenter(travail: () => Promise<void>): Promise<void> {
    this.erreur.set(null);
    try {
      await travail();
    } catch (erreur) {
      this.erreur.set(erreur);
      this.store.relire();
    }
  }
}
