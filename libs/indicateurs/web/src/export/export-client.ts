import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { ApercuExport, DemandeExport } from '@pleniere/indicateurs/domain';

/** What is chosen, as the address of a request holds it; what is not chosen is left out. */
function parametres(demande: DemandeExport): Record<string, string | number> {
  const choisis = Object.entries(demande) as [string, string | number | undefined][];
  return Object.fromEntries(choisis.flatMap(([nom, choix]) => (choix === undefined ? [] : [[nom, choix]])));
}

/** The API of the exports of values. */
@Injectable({ providedIn: 'root' })
export class ExportClient {
  private readonly session = inject(SessionStore).session;

  private exports(): string {
    return `/api/v1/contrats/${this.session()?.contrat.id ?? ''}/exports-valeurs`;
  }

  /** First lines of the file that is asked for. */
  apercu(demande: () => DemandeExport): HttpResourceRef<ApercuExport | undefined> {
    return httpResource<ApercuExport>(() => ({ url: this.exports(), params: parametres(demande()) }));
  }

  /** Address of the file. */
  adresse(demande: DemandeExport): string {
    const choisis = Object.entries(parametres(demande)).map(([nom, choix]) => [nom, String(choix)]);
    return `${this.exports()}/fichier?${new URLSearchParams(choisis).toString()}`;
  }
}
