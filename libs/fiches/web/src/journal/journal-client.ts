import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { firstValueFrom } from 'rxjs';

/** Entries in one page of the journal. */
export const TAILLE_PAGE_JOURNAL = 100;

/** The API of the journal. */
@Injectable({ providedIn: 'root' })
export class JournalClient {
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore).session;

  /** A page of the journal, newest first: the last one, or the one before an entry. */
  lire(avant: string | null): Promise<EntreeJournal[]> {
    const adresse = `/api/v1/contrats/${this.session()?.contrat.id ?? ''}/journal`;
    return firstValueFrom(this.http.get<EntreeJournal[]>(adresse, { params: avant === null ? {} : { avant } }));
  }
}
