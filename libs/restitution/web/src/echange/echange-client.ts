import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { ApercuEchange, ChoixEchange, RapportEchange } from '@pleniere/restitution/domain';
import { firstValueFrom } from 'rxjs';

const API = '/api/v1';

/** The API of exchange files. */
@Injectable({ providedIn: 'root' })
export class EchangeClient {
  private readonly http = inject(HttpClient);
  private readonly duContrat = inject(AdresseContrat);

  /** Where the JSON Schema of a file is read. */
  readonly adresseSchema = `${API}/schemas/echange.json`;

  /** Where what the contrat holds in force is downloaded from. */
  adresseExport(): string | undefined {
    return this.duContrat.lecture('echange.json');
  }

  /** What taking a file in would write; nothing is written. */
  apercu(fichier: File, choix: ChoixEchange): Promise<ApercuEchange> {
    return this.envoyer<ApercuEchange>('echange/apercu', fichier, choix);
  }

  importer(fichier: File, choix: ChoixEchange): Promise<RapportEchange> {
    return this.envoyer<RapportEchange>('echange', fichier, choix);
  }

  private envoyer<T>(suite: string, fichier: File, choix: ChoixEchange): Promise<T> {
    const corps = new FormData();
    corps.append('fichier', fichier);
    return firstValueFrom(this.http.post<T>(this.duContrat.appel(suite), corps, { params: { ...choix } }));
  }
}
