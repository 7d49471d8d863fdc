import { Injectable } from '@nestjs/common';
import { type FichierReferentiel, LIMITES_REFERENTIEL, lireFeuilles } from '@pleniere/contrat/domain';
import { refuse, TableurIllisible, Tableurs } from '@pleniere/shared/api';
import { decoderTexte, formaterNombre, nettoyerTexte } from '@pleniere/shared/domain';
import { Geojson } from './geojson';

const { lignes: LIGNES, colonnes: COLONNES } = LIMITES_REFERENTIEL;
const APERCU = 200;

function illisible(detail: string): Error {
  return refuse(detail, [{ pointer: '/fichier', detail }]);
}

/** True for what begins as JSON does, in any usual encoding. */
function estJson(octets: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(decoderTexte(octets.subarray(0, APERCU)));
}

/** Opens reference files, told by what they hold: a workbook, a CSV or a GeoJSON. */
@Injectable()
export class FichiersReferentiel {
  constructor(
    private readonly tableurs: Tableurs,
    private readonly geojson: Geojson,
  ) {}

  /** Throws 422, in French, for what is none of them, empty or beyond the limits. */
  async ouvrir(octets: Uint8Array): Promise<FichierReferentiel> {
    const { titres, lignes } = estJson(octets) ? await this.ouvrirGeojson(octets) : await this.ouvrirTableur(octets);
    if (lignes.length === 0) throw illisible('Ce fichier ne contient aucune ligne.');
    if (lignes.length > LIGNES) throw illisible(`Ce fichier dépasse ${formaterNombre(LIGNES)} lignes.`);
    if (titres.length > COLONNES) throw illisible(`Ce fichier a plus de ${COLONNES} colonnes.`);
    const nettoyer = (textes: readonly string[]) => titres.map((_, rang) => nettoyerTexte(textes[rang] ?? '').trim());
    return {
      titres: nettoyer(titres),
      lignes: lignes.map((lue) => ({ ...lue, cellules: nettoyer(lue.cellules) })),
    };
  }

  private async ouvrirGeojson(octets: Uint8Array): Promise<FichierReferentiel> {
    const lu = await this.geojson.lire(octets);
    if ('illisible' in lu) throw illisible(lu.illisible);
    return lu;
  }

  private async ouvrirTableur(octets: Uint8Array): Promise<FichierReferentiel> {
    try {
      const { feuilles } = await this.tableurs.lire(octets);
      return lireFeuilles(feuilles);
    } catch (erreur) {
      throw erreur instanceof TableurIllisible ? illisible(erreur.message) : erreur;
    }
  }
}
