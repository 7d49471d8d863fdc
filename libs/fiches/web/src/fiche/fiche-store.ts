import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import {
  CHAMPS_ECRITS,
  type ChampEnConflit,
  type ChampId,
  completude,
  type ContenuFiche,
  type DemandeDeTransition,
  etapeDe,
  type FicheLue,
  refusDeTransition,
  type Transition,
  type TransitionDisponible,
  valeurVide,
} from '@pleniere/fiches/domain';
import { firstValueFrom, map } from 'rxjs';
import { type BaseChamp, EditionChamp } from '../champs/edition/edition-champ';
import { MemoireLocale } from '../champs/edition/memoire-locale';
import { FichesClient } from '../fiches-client';

/** The fiche of the page with what is being typed on it; one for the sheet and its tabs. */
@Injectable()
export class FicheStore {
  private readonly client = inject(FichesClient);
  private readonly memoire = inject(MemoireLocale);
  private readonly editions = new Map<string, EditionChamp>();
  private readonly reference = toSignal(
    inject(ActivatedRoute).paramMap.pipe(map((parametres) => parametres.get('code') ?? '')),
    { requireSync: true },
  );

  readonly lecture = this.client.fiche(this.reference);
  /** The field being edited: one at a time. */
  readonly ouvert = signal<ChampId | null>(null);
  /** What the page shows: stays while it is read again, goes when the address names another fiche. */
  readonly fiche = linkedSignal<FicheLue | undefined, FicheLue | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lue, avant) => {
      const reference = untracked(this.reference);
      const memeFiche = avant?.value?.code === reference || avant?.value?.id === reference;
      return lue ?? (memeFiche ? avant?.value : undefined);
    },
  });

  /** Title of an action of the fiche; null once it is gone. */
  readonly titreAction = (id: string): string | null =>
    this.fiche()?.actions.find((action) => action.id === id)?.titre ?? null;

  readonly completude = computed(() => {
    const fiche = this.fiche();
    const types = fiche?.indicateurs.map((indicateur) => indicateur.type) ?? [];
    return completude(fiche?.contenu ?? {}, types);
  });

  /** Next steps of the circuit; what is missing is counted again after each saved field. */
  readonly transitions = computed<TransitionDisponible[]>(() => {
    const fiche = this.fiche();
    if (!fiche) return [];
    const manquesObligatoires = this.completude().manques.filter((manque) => manque.obligatoire).length;
    const situation = { ...fiche.situation, manquesObligatoires };
    return fiche.transitions.map((offerte) => ({
      ...offerte,
      refus: refusDeTransition(etapeDe(offerte.transition), situation),
    }));
  });

  /** Counts what the server has acknowledged to this page: a reading begun before is older than the screen. */
  ecritures = 0;

  constructor() {
    const renvoyer = (): void => this.renvoyer();
    addEventListener('online', renvoyer);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', renvoyer);
      this.renvoyer();
    });
    const identite = computed(() => this.fiche()?.id);
    effect(() => {
      if (identite()) untracked(() => this.reprendre());
    });
  }

  /** What the fiche holds in a field, empty when nobody has written it. */
  valeur<C extends ChampId>(champ: C): ContenuFiche[C] {
    return this.fiche()?.contenu[champ] ?? valeurVide(champ);
  }

  base<C extends ChampId>(champ: C): BaseChamp<C> {
    return { valeur: this.valeur(champ), version: this.fiche()?.champs[champ]?.version ?? 0 };
  }

  /** The edition of a field, one for the life of the page. */
  edition(champ: ChampId): EditionChamp {
    const ficheId = this.fiche()?.id ?? '';
    const cle = `${ficheId}/${champ}`;
    const existante = this.editions.get(cle);
    if (existante) return existante;
    const neuve = new EditionChamp(
      untracked(() => this.base(champ)),
      {
        envoyer: (valeur, version) => firstValueFrom(this.client.ecrireChamp(ficheId, champ, valeur, version)),
        retenir: (tenu) => this.retenir(ficheId, champ, tenu),
      },
      this.memoire.pour(ficheId, champ),
    );
    this.editions.set(cle, neuve);
    return neuve;
  }

  modifier(changement: (fiche: FicheLue) => Partial<FicheLue>): void {
    this.fiche.update((fiche) => fiche && { ...fiche, ...changement(fiche) });
  }

  /**
   * Follows the circuit from the present state of the fiche, so that one's own savings are not taken for a conflict;
   * false when somebody else has moved it meanwhile.
   */
  async suivre(transition: Transition, demande: Partial<DemandeDeTransition> = {}): Promise<boolean> {
    const affichee = this.fiche();
    if (!affichee) return false;
    await Promise.all([...this.editions.values()].map((edition) => edition.enregistrer()));
    const fraiche = await firstValueFrom(this.client.lireFiche(affichee.id));
    const possible = fraiche.statut === affichee.statut && fraiche.revision === affichee.revision;
    const suite = possible ? this.client.suivreTransition(fraiche, transition, demande) : null;
    this.fiche.set(suite ? await firstValueFrom(suite) : fraiche);
    return possible;
  }

  /** Shows the fiche as it was read again; what is being typed stays, beside what others saved there. */
  recevoir(lue: FicheLue): void {
    if (this.fiche()?.id !== lue.id) return;
    this.fiche.set(lue);
    for (const { id: champ } of CHAMPS_ECRITS) {
      const etat = lue.champs[champ];
      if (etat) this.editions.get(`${lue.id}/${champ}`)?.recevoir({ valeur: this.valeur(champ), etat });
    }
  }

  relire(): void {
    this.lecture.reload();
  }

  private retenir(ficheId: string, champ: ChampId, { valeur, etat }: ChampEnConflit): void {
    this.ecritures += 1;
    const affichee = this.fiche();
    // An answer that comes late does not take the place of what others have saved since.
    if (affichee?.id !== ficheId || (affichee.champs[champ]?.version ?? 0) > etat.version) return;
    this.modifier((fiche) => ({
      contenu: { ...fiche.contenu, [champ]: valeur },
      champs: { ...fiche.champs, [champ]: etat },
    }));
  }

  private renvoyer(): void {
    for (const edition of this.editions.values()) void edition.enregistrer();
  }

  private reprendre(): void {
    const fiche = this.fiche();
    if (!fiche?.droits.ecrire) return;
    for (const { id } of CHAMPS_ECRITS) {
      if (this.memoire.pour(fiche.id, id).lire()) this.edition(id).reprendre();
    }
  }
}
