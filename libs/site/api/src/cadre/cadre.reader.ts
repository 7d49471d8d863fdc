import { Injectable } from '@nestjs/common';
import { Base, Config, introuvable } from '@pleniere/shared/api';
import type { CadreDuSite } from './cadre';

const CADRE = `json_build_object('id', c.id, 'adresse', c.adresse, 'titre', c.titre, 'titreCourt', c.titre_court,
  'couleur', c.couleur, 'logo', c.logo, 'anneeFin', c.annee_fin)`;

const UN = `select ${CADRE} as reponse from contrat c where c.adresse = $1`;
const PAR_ID = `
  select ${CADRE} as reponse from contrat c where c.id::text = any($1) order by c.titre collate "fr-x-icu"`;

/** Finds the contrat that an address names. */
@Injectable()
export class CadreReader {
  constructor(
    private readonly base: Base,
    private readonly config: Config,
  ) {}

  /** By the words of its address; throws 404. */
  async lire(adresse: string): Promise<CadreDuSite> {
    const [ligne] = await this.base.lire<{ reponse: Omit<CadreDuSite, 'origine'> }>('site-cadre', UN, [adresse]);
    if (!ligne) throw introuvable('Ce contrat de ville');
    return { ...ligne.reponse, origine: this.config.adresse };
  }

  /** By the identifier that addresses bore before they had words; null when there is none. */
  async parId(id: string): Promise<CadreDuSite | null> {
    const [cadre] = await this.parIds([id]);
    return cadre ?? null;
  }

  /** Those of these identifiers that exist, by title. */
  async parIds(ids: readonly string[]): Promise<CadreDuSite[]> {
    const lignes = await this.base.lire<{ reponse: Omit<CadreDuSite, 'origine'> }>('site-cadre-id', PAR_ID, [ids]);
    return lignes.map(({ reponse }) => ({ ...reponse, origine: this.config.adresse }));
  }
}
