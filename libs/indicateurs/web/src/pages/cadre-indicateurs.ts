import { computed, inject, Injectable } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { nomQpv, type Qpv } from '@pleniere/contrat/domain';
import { anneesDuContrat } from '@pleniere/shared/domain';
import type { TerritoireNomme } from '../grille/modele/groupe';
import { type FicheDesIndicateurs, IndicateursClient } from '../indicateurs-client';

const FRANCAIS = new Intl.Collator('fr');

/** A ville with its quarters. */
export interface VilleEtQuartiers extends TerritoireNomme {
  quartiers: TerritoireNomme[];
}

/** Years and territories of the contrat; one for the life of a page. */
@Injectable()
export class CadreIndicateurs {
  private readonly session = inject(SessionStore).session;
  private readonly lecture = inject(IndicateursClient).qpv();

  readonly pret = this.lecture.hasValue.bind(this.lecture);
  readonly anneeCourante = new Date().getFullYear();
  readonly annees = computed(() => {
    const contrat = this.session()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });

  private readonly qpv = computed<Qpv[]>(() => (this.lecture.hasValue() ? this.lecture.value() : []));

  /** Villes in order, each with its quarters in order. */
  readonly villes = computed<VilleEtQuartiers[]>(() => {
    const communes = new Map(this.qpv().flatMap(({ communes }) => communes.map(({ code, nom }) => [code, nom])));
    return [...communes]
      .map(([code, nom]) => ({ code, nom, quartiers: this.quartiersDe(code) }))
      .sort((a, b) => FRANCAIS.compare(a.nom, b.nom));
  });

  /** Every territory: the quarters ville by ville, then the villes. */
  readonly territoires = computed<TerritoireNomme[]>(() => {
    const quartiers = this.villes().flatMap((ville) => ville.quartiers);
    const uniques = new Map([...quartiers, ...this.villes()].map(({ code, nom }) => [code, { code, nom }]));
    return [...uniques.values()];
  });

  /** Territories where a fiche applies. */
  territoiresDe(fiche: Pick<FicheDesIndicateurs, 'contenu'> | undefined): TerritoireNomme[] {
    const ou = fiche?.contenu.cadreOu;
    if (ou?.portee !== 'selection') return this.territoires();
    const choisis = new Set([...ou.qpv, ...ou.communes]);
    for (const { code, communes } of this.qpv()) {
      if (communes.some((commune) => choisis.has(commune.code))) choisis.add(code);
      if (choisis.has(code)) communes.forEach((commune) => choisis.add(commune.code));
    }
    return this.territoires().filter(({ code }) => choisis.has(code));
  }

  /** Of these territories, a QPV, or a ville with its quarters; all of them when none is chosen. */
  dans(choisi: string | undefined, territoires: readonly TerritoireNomme[]): readonly TerritoireNomme[] {
    if (choisi === undefined) return territoires;
    const ville = this.villes().find(({ code }) => code === choisi);
    const gardes = new Set([choisi, ...(ville?.quartiers.map(({ code }) => code) ?? [])]);
    return territoires.filter(({ code }) => gardes.has(code));
  }

  nommer(code: string): string {
    return this.territoires().find((territoire) => territoire.code === code)?.nom ?? 'Ensemble du contrat';
  }

  private quartiersDe(commune: string): TerritoireNomme[] {
    return this.qpv()
      .filter(({ communes }) => communes.some(({ code }) => code === commune))
      .map((qpv) => ({ code: qpv.code, nom: nomQpv(qpv) }))
      .sort((a, b) => FRANCAIS.compare(a.nom, b.nom));
  }
}
