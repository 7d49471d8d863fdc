import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { Base, Courriels, IdPipe } from '@pleniere/shared/api';
import type { Courriel, CourrielsDuContrat } from '@pleniere/shared/domain';
import { ActeurCourant, Permission } from '../droits/decorateurs';
import { Journal } from '../journal/journal';
import { FiltreCourrielsDto } from './courriels.dto';

/** The e-mails that the product writes to the people of a contrat. */
@Controller()
export class CourrielsController {
  constructor(
    private readonly base: Base,
    private readonly courriels: Courriels,
    private readonly journal: Journal,
  ) {}

  /** A hundred e-mails without their text, newest first. */
  @Get('contrats/:contratId/courriels')
  @Permission('contrat.gerer')
  lister(@ActeurCourant() acteur: Acteur, @Query() { avant }: FiltreCourrielsDto): Promise<CourrielsDuContrat> {
    return this.courriels.lister(acteur.contratId, avant);
  }

  /** One e-mail in full. */
  @Get('courriels/:id')
  @Permission('contrat.gerer')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Courriel> {
    return this.courriels.lire(acteur.contratId, id);
  }

  /** Sends again an e-mail that was given up or kept; 409 in any other case. */
  @Post('courriels/:id/envoi')
  @Permission('contrat.gerer')
  @HttpCode(200)
  async renvoyer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Courriel> {
    const { contratId } = acteur;
    const { objet } = await this.courriels.lire(contratId, id);
    await this.base.transaction(async (tx) => {
      await this.courriels.renvoyer(tx, { contratId, id });
      await this.journal.inscrire(tx, acteur, { objet: 'courriel', objetId: id, champ: 'envoi', apres: objet });
    });
    return this.courriels.lire(contratId, id);
  }
}
