import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { CaseAFaire, MatriceCampagne, RelancesCampagne } from '@pleniere/fiches/domain';
import type { Campagne, ExceptionCampagne, ExceptionSaisie, ModeleRelance } from '@pleniere/indicateurs/domain';
import { firstValueFrom } from 'rxjs';

/** A place of the matrix: a fiche in a ville, or over the whole contrat. */
export interface PlaceDeMatrice {
  ficheId: string;
  villeId: string | null;
}

type Annee = () => number | undefined;

const siVersion = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The API of the campagnes. Call the reads from a field initialiser; without a year nothing is asked. */
@Injectable({ providedIn: 'root' })
export class CampagnesClient {
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore).session;

  campagnes(): HttpResourceRef<Campagne[] | undefined> {
    return httpResource<Campagne[]>(() => this.adresse());
  }

  matrice(annee: Annee): HttpResourceRef<MatriceCampagne | undefined> {
    return httpResource<MatriceCampagne>(() => this.deLAnnee(annee, 'matrice'));
  }

  relances(annee: Annee): HttpResourceRef<RelancesCampagne | undefined> {
    return httpResource<RelancesCampagne>(() => this.deLAnnee(annee, 'relances'));
  }

  aFaire(annee: Annee, place: () => PlaceDeMatrice): HttpResourceRef<CaseAFaire[] | undefined> {
    return httpResource<CaseAFaire[]>(() => {
      const url = this.deLAnnee(annee, 'a-faire');
      const { ficheId: fiche, villeId } = place();
      return url === undefined
        ? undefined
        : { url, params: { fiche, ...(villeId === null ? {} : { ville: villeId }) } };
    });
  }

  organisations(utile: () => boolean): HttpResourceRef<Organisation[]> {
    return httpResource<Organisation[]>(
      () => (utile() ? `/api/v1/contrats/${this.session()?.contrat.id ?? ''}/organisations` : undefined),
      { defaultValue: [] },
    );
  }

  ouvrir(saisie: { annee: number; echeance: string; consigne: string }): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.adresse(), saisie));
  }

  changer(annee: number, version: number, saisie: Pick<Campagne, 'echeance' | 'consigne'>): Promise<Campagne> {
    return firstValueFrom(this.http.patch<Campagne>(this.adresse(annee), saisie, siVersion(version)));
  }

  clore({ annee, version }: Campagne): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.adresse(annee, 'cloture'), {}, siVersion(version)));
  }

  rouvrir(annee: number, version: number, motif: string): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.adresse(annee, 'reouverture'), { motif }, siVersion(version)));
  }

  accorder(annee: number, saisie: ExceptionSaisie): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.adresse(annee, 'exceptions'), saisie));
  }

  retirer(annee: number, { id, version }: ExceptionCampagne): Promise<void> {
    return firstValueFrom(this.http.delete<void>(this.adresse(annee, `exceptions/${id}`), siVersion(version)));
  }

  relancer(
    { annee, version }: Campagne,
    relance: ModeleRelance & { destinataires: string[] },
  ): Promise<RelancesCampagne> {
    return firstValueFrom(
      this.http.post<RelancesCampagne>(this.adresse(annee, 'relances'), relance, siVersion(version)),
    );
  }

  private deLAnnee(annee: Annee, suite: string): string | undefined {
    const choisie = annee();
    return choisie === undefined ? undefined : this.adresse(choisie, suite);
  }

  private adresse(annee?: number, suite?: string): string {
    const racine = `/api/v1/contrats/${this.session()?.contrat.id ?? ''}/campagnes`;
    return [racine, annee, suite].filter((partie) => partie !== undefined).join('/');
  }
}
