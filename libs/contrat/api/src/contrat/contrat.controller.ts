import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Contrat } from '@pleniere/contrat/domain';
import { IfMatch } from '@pleniere/shared/api';
import { ContratPartielDto } from './contrat.dto';
import { ContratService } from './contrat.service';

/** The contrat de ville of the caller. */
@Controller('contrats/:contratId')
export class ContratController {
  constructor(private readonly contrat: ContratService) {}

  /** Title, years, colour and logo. */
  @Get()
  @Permission('contrat.lire')
  lire(@ActeurCourant() acteur: Acteur): Promise<Contrat> {
    return this.contrat.lire(acteur.contratId);
  }

  /** Changes title, colour, logo or day of signature. */
  @Patch()
  @Permission('contrat.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @IfMatch() version: number,
    @Body() saisie: ContratPartielDto,
  ): Promise<Contrat> {
    return this.contrat.modifier(acteur, version, saisie);
  }
}
