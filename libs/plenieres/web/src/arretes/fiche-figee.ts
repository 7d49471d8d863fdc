import { Component, computed, input } from '@angular/core';
import {
  type Action,
  codeAffiche,
  LIBELLES_EXECUTION,
  LIBELLES_SENS,
  LIBELLES_STATUTS_ACTION,
} from '@pleniere/fiches/domain';
import { type CadreFige, chiffresFiges, type FicheFigee } from '@pleniere/plenieres/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { DateFr, PlMeteo } from '@pleniere/shared/ui';

/** A fiche as an arrêté holds it: what it wants, its figures, how far its actions and its villes were, what the State said. */
@Component({
  selector: 'pl-fiche-figee',
  imports: [DateFr, PlMeteo],
  templateUrl: './fiche-figee.html',
  styleUrl: './fiche-figee.scss',
})
export class PlFicheFigee {
  readonly fiche = input.required<FicheFigee>();
  readonly cadre = input.required<CadreFige>();

  protected readonly codeAffiche = codeAffiche;
  protected readonly sens = LIBELLES_SENS;
  protected readonly execution = LIBELLES_EXECUTION;
  protected readonly indicateurs = computed(() =>
    this.fiche().indicateurs.map((indicateur) => ({
      ...chiffresFiges(indicateur, this.cadre()),
      id: indicateur.id,
      libelle: indicateur.libelle,
    })),
  );
  private readonly quartiers = computed(() => new Map(this.cadre().quartiers.map((qpv) => [qpv.code, qpv])));

  protected direAction({ statut, echeance }: Action): string {
    return LIBELLES_STATUTS_ACTION[statut] + (echeance ? `, pour le ${formaterDate(echeance)}` : '');
  }

  protected quartier(code: string): string {
    const connu = this.quartiers().get(code);
    return connu?.libelleEditorial ?? connu?.libelle ?? code;
  }
}
