import { computed, inject, Injectable } from '@angular/core';
import { CATEGORIES, LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import { nomQpv } from '@pleniere/contrat/domain';
import { type ActeurCite, concerneQuartier, type FicheLue } from '@pleniere/fiches/domain';
import type { TerritoireNomme } from '@pleniere/indicateurs/web';
import { sansAccents } from '@pleniere/shared/domain';
import { FichesClient } from '../fiches-client';

/** An organisation or a category that can be named on a sheet. */
export interface ActeurConnu extends ActeurCite {
  precision: string;
}

/** Names and choices of the contrat that a fiche points at by code or id; read once per page. */
@Injectable()
export class Referentiels {
  private readonly client = inject(FichesClient);

  readonly qpv = this.client.qpv();
  readonly communes = this.client.communes();
  readonly enjeux = this.client.enjeux();
  readonly organisations = this.client.organisations();
  readonly personnes = this.client.personnes();

  private readonly noms = computed(() => {
    const quartiers = this.qpv.hasValue() ? this.qpv.value() : [];
    const villes = this.communes.hasValue() ? this.communes.value() : [];
    return new Map([
      ...quartiers.map((quartier) => [quartier.code, nomQpv(quartier)] as const),
      ...villes.map((commune) => [commune.code, commune.nom] as const),
    ]);
  });

  /** Categories first, since the sheet names them most (« Villes »). */
  readonly acteurs = computed<ActeurConnu[]>(() => {
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    return [
      ...CATEGORIES.map((categorie) => ({
        organisationId: null,
        categorie,
        libelle: LIBELLES_CATEGORIES[categorie],
        precision: 'Toute la catégorie',
      })),
      ...organisations.map(({ id, nom, categorie }) => ({
        organisationId: id,
        categorie: null,
        libelle: nom,
        precision: LIBELLES_CATEGORIES[categorie],
      })),
    ];
  });

  /** Commitment sentence that a fiche refers to, also just after another one was chosen. */
  orientation(fiche: FicheLue | undefined): string | null {
    return this.texteOrientation(fiche?.contenu.orientation ?? '') ?? fiche?.orientationTexte ?? null;
  }

  /** Commitment sentence by its id. */
  texteOrientation(orientationId: string): string | null {
    const enjeux = this.enjeux.hasValue() ? this.enjeux.value() : [];
    const orientations = enjeux.flatMap((enjeu) => enjeu.orientations);
    return orientations.find(({ id }) => id === orientationId)?.texte ?? null;
  }

  /** Who a wording names: the organisation or category of that name, else the wording alone. */
  citer(libelle: string): ActeurCite {
    const connu = this.acteurs().find((acteur) => sansAccents(acteur.libelle) === sansAccents(libelle));
    if (!connu) return { organisationId: null, categorie: null, libelle };
    return { organisationId: connu.organisationId, categorie: connu.categorie, libelle: connu.libelle };
  }

  /** Villes of the contrat then its quarters, those of the fiche's own selection when it has one: rows of its values. */
  territoiresDe(fiche: FicheLue | undefined): TerritoireNomme[] {
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    const codes = organisations.flatMap(({ categorie, communeCode }) =>
      categorie === 'ville' && communeCode !== null ? [communeCode] : [],
    );
    const villes = codes.map((code) => ({ code, nom: this.nomTerritoire(code) }));
    const quartiers = (this.qpv.hasValue() ? this.qpv.value() : [])
      .filter((quartier) => concerneQuartier(fiche?.contenu.cadreOu, quartier))
      .map((quartier) => ({ code: quartier.code, nom: nomQpv(quartier) }));
    const parNom = (a: TerritoireNomme, b: TerritoireNomme): number => a.nom.localeCompare(b.nom, 'fr');
    return [...villes.sort(parNom), ...quartiers.sort(parNom)];
  }

  /** Name of a QPV or of a commune; its code while names are on their way. */
  nomTerritoire(code: string): string {
    return this.noms().get(code) ?? code;
  }
}
