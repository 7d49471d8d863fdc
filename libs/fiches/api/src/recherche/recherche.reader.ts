import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { FichesTrouvees } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import { lireRecherche } from '../fiche/recherche';
import { CHERCHER } from './enonce';

/** Looks for fiches in all the contrats of a person. */
@Injectable()
export class RechercheReader {
  constructor(private readonly base: Base) {}

  async chercher({ contratId, compteId }: Acteur, q: string): Promise<FichesTrouvees> {
    const recherche = lireRecherche(q);
    if (recherche === null) return { fiches: [], partielle: false };
    const { texte, debut, prefixe } = recherche;
    const valeurs = [contratId, compteId, texte, debut, prefixe];
    const [ligne] = await this.base.lire<{ reponse: FichesTrouvees }>('recherche-partout', CHERCHER, valeurs);
    return ligne?.reponse ?? { fiches: [], partielle: false };
  }
}
