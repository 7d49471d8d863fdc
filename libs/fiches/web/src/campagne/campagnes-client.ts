import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AdresseContrat } from '@pleniere/acces/web';
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
  private readonly duContrat = inject(AdresseContrat);

  campagnes(): HttpResourceRef<Campagne[] | undefined> {
    return httpResource<Campagne[]>(() => this.duContrat.lecture('campagnes'));
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
    return httpResource<Organisation[]>(() => (utile() ? this.duContrat.lecture('organisations') : undefined), {
      defaultValue: [],
    });
  }

  ouvrir(saisie: { annee: number; echeance: string; consigne: string }): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.duContrat.appel('campagnes'), saisie));
  }

  changer(annee: number, version: number, saisie: Pick<Campagne, 'echeance' | 'consigne'>): Promise<Campagne> {
    return firstValueFrom(
      this.http.patch<Campagne>(this.duContrat.appel(`campagnes/${annee}`), saisie, siVersion(version)),
    );
  }

  clore({ annee, version }: Campagne): Promise<Campagne> {
    return firstValueFrom(
      this.http.post<Campagne>(this.duContrat.appel(`campagnes/${annee}/cloture`), {}, siVersion(version)),
    );
  }

  rouvrir(annee: number, version: number, motif: string): Promise<Campagne> {
    return firstValueFrom(
      this.http.post<Campagne>(this.duContrat.appel(`campagnes/${annee}/reouverture`), { motif }, siVersion(version)),
    );
  }

  accorder(annee: number, saisie: ExceptionSaisie): Promise<Campagne> {
    return firstValueFrom(this.http.post<Campagne>(this.duContrat.appel(`campagnes/${annee}/exceptions`), saisie));
  }

  retirer(annee: number, { id, version }: ExceptionCampagne): Promise<void> {
    return firstValueFrom(
      this.http.delete<void>(this.duContrat.appel(`campagnes/${annee}/exceptions/${id}`), siVersion(version)),
    );
  }

  relancer(
    { annee, version }: Campagne,
    relance: ModeleRelance & { destinataires: string[] },
  ): Promise<RelancesCampagne> {
    return firstValueFrom(
      this.http.post<RelancesCampagne>(
        this.duContrat.appel(`campagnes/${annee}/relances`),
        relance,
        siVersion(version),
      ),
    );
  }

  private deLAnnee(annee: Annee, suite: string): string | undefined {
    const choisie = annee();
    return choisie === undefined ? undefined : this.duContrat.lecture(`campagnes/${choisie}/${suite}`);
  }
}
