import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
import type { ApercuExport, DemandeExport } from '@pleniere/indicateurs/domain';

/** What is chosen, as the address of a request holds it; what is not chosen is left out. */
function parametres(demande: DemandeExport): Record<string, string | number> {
  const choisis = Object.entries(demande) as [string, string | number | undefined][];
  return Object.fromEntries(choisis.flatMap(([nom, choix]) => (choix === undefined ? [] : [[nom, choix]])));
}

/** The API of the exports of values. */
@Injectable({ providedIn: 'root' })
export class ExportClient {
  private readonly duContrat = inject(AdresseContrat);

  /** First lines of the file that is asked for. */
  apercu(demande: () => DemandeExport): HttpResourceRef<ApercuExport | undefined> {
    return httpResource<ApercuExport>(() => {
      const url = this.duContrat.lecture('exports-valeurs');
      return url ? { url, params: parametres(demande()) } : undefined;
    });
  }

  /** Address of the file. */
  adresse(demande: DemandeExport): string | undefined {
    const choisis = Object.entries(parametres(demande)).map(([nom, choix]) => [nom, String(choix)]);
    return this.duContrat.lecture(`exports-valeurs/fichier?${new URLSearchParams(choisis).toString()}`);
  }
}
