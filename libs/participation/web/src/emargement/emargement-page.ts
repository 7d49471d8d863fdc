import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import {
  type EmargementOuvert,
  GENRES,
  LIBELLES_GENRES,
  LIBELLES_ROLES_PRESENCE,
  LIBELLES_TRANCHES_AGE,
  ROLES_PRESENCE,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { PlErreur, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { lirePreference, retenirPreference } from '@pleniere/shared/web';
import { firstValueFrom } from 'rxjs';

const APPAREIL = 'pleniere.appareil';

/** Presence declared by a phone in the room: everything may stay unsaid, and no name is asked. */
@Component({
  selector: 'pl-emargement-page',
  imports: [PlErreur, PlPage, PlSquelette],
  templateUrl: './emargement-page.html',
  styleUrl: './emargement-page.scss',
})
export class EmargementPage {
  private readonly http = inject(HttpClient);

  readonly contratId = input.required<string>();
  readonly code = input.required<string>();
  private readonly adresse = computed(() => `/api/v1/public/contrats/${this.contratId()}/emargements/${this.code()}`);
  protected readonly seance = httpResource<EmargementOuvert>(() => this.adresse());
  protected readonly lede = computed(() => {
    const lue = this.seance.hasValue() ? this.seance.value() : null;
    return lue ? [formaterDate(lue.date), lue.lieu].filter(Boolean).join(' · ') : undefined;
  });

  protected readonly roles = ROLES_PRESENCE.map((valeur) => ({ valeur, libelle: LIBELLES_ROLES_PRESENCE[valeur] }));
  protected readonly ages = TRANCHES_AGE.map((valeur) => ({ valeur, libelle: LIBELLES_TRANCHES_AGE[valeur] }));
  protected readonly genres = GENRES.map((valeur) => ({ valeur, libelle: LIBELLES_GENRES[valeur] }));
  protected readonly etat = signal<'saisie' | 'envoi' | 'dite'>('saisie');
  protected readonly erreur = signal<unknown>(null);

  protected async declarer(evenement: Event): Promise<void> {
    evenement.preventDefault();
    const saisie = new FormData(evenement.target as HTMLFormElement);
    const dite = (champ: string) => saisie.get(champ) || null;
    this.etat.set('envoi');
    this.erreur.set(null);
    try {
      const corps = {
        appareil: appareil(),
        role: dite('role') ?? 'habitant',
        trancheAge: dite('trancheAge'),
        genre: dite('genre'),
        qpvCode: dite('qpvCode'),
        premiereFois: dite('premiereFois') === null ? null : dite('premiereFois') === 'oui',
      };
      await firstValueFrom(this.http.put<void>(this.adresse(), corps));
      this.etat.set('dite');
    } catch (erreur) {
      this.erreur.set(erreur);
      this.etat.set('saisie');
    }
  }
}

/** Key that this phone made for itself: it tells that the same phone came, and nothing of whose it is. */
function appareil(): string {
  const connu = lirePreference(APPAREIL);
  if (connu) return connu;
  const neuf = crypto.randomUUID();
  retenirPreference(APPAREIL, neuf);
  return neuf;
}
