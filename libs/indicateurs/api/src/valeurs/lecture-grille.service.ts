import { Injectable } from '@nestjs/common';
import { type Acteur, decider } from '@pleniere/acces/domain';
import { celluleDe, type FicheSerree, type Valeur } from '@pleniere/indicateurs/domain';
import { LectureGrilleRepository } from './lecture-grille.repository';
import { territoiresDeSaisie } from './plume';

/** What the page of the grid reads, with what the caller may do there. */
@Injectable()
export class LectureGrille {
  constructor(private readonly repository: LectureGrilleRepository) {}

  async lire(acteur: Acteur, fiche?: string): Promise<FicheSerree[]> {
    const { fiches, ville } = await this.repository.lire(acteur, fiche);
    const { contratId } = acteur;
    return fiches.map(({ organisationIds, ...lue }) => ({
      ...lue,
      droits: {
        indicateurs:
          decider(acteur, 'indicateurs.gerer', { contratId, organisationIds: connues(organisationIds) }) === null,
        territoires: territoiresDeSaisie(acteur, organisationIds, ville),
      },
    }));
  }

  cellules(acteur: Acteur, cles: readonly string[]): Promise<Valeur[]> {
    return this.repository.cellules(acteur, cles.map(celluleDe));
  }
}

function connues(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
