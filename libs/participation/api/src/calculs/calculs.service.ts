import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Autorisation } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { CalculsReader, Horloge, IndicateursService } from '@pleniere/indicateurs/api';
import type { ValeurCalculeeLue } from '@pleniere/indicateurs/domain';
import { Base, enConflit, Taches } from '@pleniere/shared/api';
import { A_REFAIRE, CALCULANTS, REFAIT } from './faits.sql';
import { refaireLesCalculs } from './refaire';

const TACHE = 'calculs';
const NUIT = 'calculs-de-la-nuit';
/** Changes that come together are computed together. */
const CHAQUE_MINUTE = '* * * * *';
/** Days have passed, votes have come in. */
const CHAQUE_NUIT = '20 3 * * *';

/** Values computed from facts: made again when these change, and kept one after the other with their proof. */
@Injectable()
export class CalculsService implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly autorisation: Autorisation,
    private readonly indicateurs: IndicateursService,
    private readonly reader: CalculsReader,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.refaireCeQuiAChange());
    this.taches.planifier(TACHE, CHAQUE_MINUTE);
    this.taches.definir(NUIT, () => this.toutRefaire());
    this.taches.planifier(NUIT, CHAQUE_NUIT);
  }

  /** Computes an indicator now, for a year or for those that it has; answers all that was computed of it. */
  async calculer(acteur: Acteur, id: string, annee?: number): Promise<ValeurCalculeeLue[]> {
    const { contratId } = acteur;
    const { ficheId, calcul } = await this.indicateurs.lire(acteur, id);
    const perimetre =
      ficheId === null
        ? { contratId, organisationIds: [] }
        : await this.autorisation.perimetreFiche(contratId, ficheId);
    this.autorisation.exiger(acteur, 'indicateurs.gerer', perimetre);
    if (calcul === null) throw enConflit('Cet indicateur n’est pas calculé\u00A0: ses valeurs sont déclarées.');
    await this.refaire(contratId, { id, annee });
    return this.reader.deLIndicateur(acteur, id);
  }

  private refaire(contratId: string, choix: { id?: string; annee?: number } = {}): Promise<void> {
    const lire = this.base.lire.bind(this.base);
    return refaireLesCalculs(lire, contratId, { ...choix, aujourdhui: this.horloge.aujourdhui() });
  }

  private async refaireCeQuiAChange(): Promise<void> {
    const changes = await this.base.lire<{ contratId: string; dernier: string }>('calculs-a-refaire', A_REFAIRE, []);
    for (const { contratId, dernier } of changes) {
      await this.refaire(contratId);
      await this.base.lire('calculs-refaits', REFAIT, [contratId, dernier]);
    }
  }

  private async toutRefaire(): Promise<void> {
    for (const { contratId } of await this.base.lire<{ contratId: string }>('calculs-contrats', CALCULANTS, [])) {
      await this.refaire(contratId);
    }
  }
}
