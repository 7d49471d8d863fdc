import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionStore } from '@pleniere/acces/web';
import { CHAMPS_ECRITS, type ChampId, type EtatChamp, type FicheLue } from '@pleniere/fiches/domain';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { FilDirect } from '@pleniere/shared/web';
import { auditTime, buffer, filter, firstValueFrom, fromEvent, map, merge } from 'rxjs';
import { FicheStore } from '../fiche/fiche-store';
import { FichesClient } from '../fiches-client';
import { nomDuChamp } from './mots-presence';

/** Changes that come close together are read in one go. */
const REGROUPEMENT_MS = 200;

/** Brings to the screen what others change on the fiche, and marks the fields that have just changed. */
@Injectable()
export class ArriveesFiche {
  private readonly fil = inject(FilDirect);
  private readonly client = inject(FichesClient);
  private readonly store = inject(FicheStore);
  private readonly session = inject(SessionStore).session;
  private readonly marques = signal<ReadonlyMap<ChampId, EtatChamp>>(new Map());
  private readonly dits = signal('');
  private enLecture = false;
  private aRelire = false;

  /** What has just arrived, in words. */
  readonly nouvelle = this.dits.asReadonly();

  constructor() {
    const deLaFiche = (type: string) =>
      this.fil.evenements(type).pipe(filter(({ ficheId }) => ficheId === this.store.fiche()?.id));
    const retours = merge(this.fil.reprises, fromEvent(window, 'online')).pipe(map(() => null));
    const annonces = merge(deLaFiche('fiche'), deLaFiche('fiche.champ'), retours);
    annonces
      .pipe(buffer(annonces.pipe(auditTime(REGROUPEMENT_MS))), takeUntilDestroyed())
      .subscribe((lot) => lot.some((annonce) => this.attendue(annonce)) && void this.relire());
  }

  /** The state of a field that somebody else has just written, until it is opened here. */
  marque(champ: ChampId): EtatChamp | null {
    return this.store.ouvert() === champ ? null : (this.marques().get(champ) ?? null);
  }

  /** Nothing to read when the field is already there in this version, as after one's own save. */
  private attendue(annonce: EvenementDirect | null): boolean {
    const { champ, version } = annonce?.donnees ?? {};
    const connu = CHAMPS_ECRITS.find(({ id }) => id === champ);
    return !connu || Number(version) > (this.store.fiche()?.champs[connu.id]?.version ?? 0);
  }

  /** Reads the fiche again, and once more when something was saved or told meanwhile: what arrives must not be older. */
  private async relire(): Promise<void> {
    this.aRelire = true;
    if (this.enLecture) return;
    this.enLecture = true;
    try {
      while (this.aRelire) {
        this.aRelire = false;
        const { ecritures } = this.store;
        const ficheId = this.store.fiche()?.id;
        if (ficheId === undefined) return;
        const lue = await firstValueFrom(this.client.lireFiche(ficheId));
        if (this.store.ecritures !== ecritures) this.aRelire = true;
        else this.recevoir(lue);
      }
    } catch {
      // Cut again: the thread or the network that comes back asks for another reading.
      return;
    } finally {
      this.enLecture = false;
    }
  }

  private recevoir(lue: FicheLue): void {
    const affichee = this.store.fiche();
    if (affichee?.id !== lue.id) return;
    const moi = this.session()?.personne.nom;
    const arrives = CHAMPS_ECRITS.flatMap(({ id }) => {
      const etat = lue.champs[id];
      const nouveau = etat && etat.version > (affichee.champs[id]?.version ?? 0);
      return nouveau && etat.modifiePar !== moi ? [[id, etat] as const] : [];
    });
    this.store.recevoir(lue);
    if (arrives.length === 0) return;
    this.marques.update((marques) => new Map([...marques, ...arrives]));
    this.dits.set(arrives.map(([id, { modifiePar }]) => `${modifiePar} a modifié ${nomDuChamp(id)}.`).join(' '));
  }
}
