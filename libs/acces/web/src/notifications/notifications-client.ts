import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { MesNotifications, NombreNotifications, PreferenceNotification } from '@pleniere/acces/domain';
import { FilDirect } from '@pleniere/shared/web';
import { firstValueFrom, merge, Subject } from 'rxjs';
import { SessionStore } from '../session/session-store';

const ADRESSE = '/api/v1/notifications';

/** The API of notifications. Call the reads from a field initialiser: they follow what happens. */
@Injectable({ providedIn: 'root' })
export class NotificationsClient {
  private readonly http = inject(HttpClient);
  private readonly fil = inject(FilDirect);
  private readonly session = inject(SessionStore).session;
  private readonly lues = new Subject<void>();

  nombre(): HttpResourceRef<NombreNotifications | undefined> {
    return this.suivre(
      httpResource<NombreNotifications>(() => (this.session() === null ? undefined : `${ADRESSE}/nombre`)),
    );
  }

  liste(): HttpResourceRef<MesNotifications | undefined> {
    return this.suivre(httpResource<MesNotifications>(() => ADRESSE));
  }

  preferences(): HttpResourceRef<PreferenceNotification[] | undefined> {
    return httpResource<PreferenceNotification[]>(() => '/api/v1/compte/notifications');
  }

  async lire(id: string): Promise<void> {
    await firstValueFrom(this.http.put<void>(`${ADRESSE}/${id}/lecture`, {}));
    this.lues.next();
  }

  /** Everything that was there when the list was shown. */
  async lireToutes(jusqua: string): Promise<void> {
    await firstValueFrom(this.http.put<void>(`${ADRESSE}/lecture`, { jusqua }));
    this.lues.next();
  }

  choisir(preferences: readonly PreferenceNotification[]): Promise<PreferenceNotification[]> {
    return firstValueFrom(this.http.put<PreferenceNotification[]>('/api/v1/compte/notifications', { preferences }));
  }

  private suivre<T>(ressource: HttpResourceRef<T>): HttpResourceRef<T> {
    merge(this.fil.evenements('notification'), this.fil.reprises, this.lues)
      .pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => ressource.reload());
    return ressource;
  }
}
