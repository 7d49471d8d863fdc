import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Declinaison } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { DeclinaisonChangeeDto, DeclinaisonSaisieDto } from './declinaisons.dto';
import { DeclinaisonsService } from './declinaisons.service';

/** How villes carry the fiches out. */
@Controller()
export class DeclinaisonsController {
  constructor(private readonly declinaisons: DeclinaisonsService) {}

  /** Adds a déclinaison to a fiche. */
  @Post('fiches/:id/declinaisons')
  @Permission('declinaisons.ecrire')
  creer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisie: DeclinaisonSaisieDto,
  ): Promise<Declinaison> {
    return this.declinaisons.creer(acteur, ficheId, saisie);
  }

  /** Changes a déclinaison. */
  @Patch('declinaisons/:id')
  @Permission('declinaisons.ecrire')
  changer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() demande: DeclinaisonChangeeDto,
  ): Promise<Declinaison> {
    return this.declinaisons.changer(acteur, id, version, demande);
  }

  /** Removes a déclinaison. */
  @Delete('declinaisons/:id')
  @HttpCode(204)
  @Permission('declinaisons.ecrire')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.declinaisons.supprimer(acteur, id, version);
  }
}
