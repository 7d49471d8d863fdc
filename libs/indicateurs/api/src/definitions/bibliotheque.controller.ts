import { Controller, Get } from '@nestjs/common';
import { Connecte } from '@pleniere/acces/api';
import { BIBLIOTHEQUE, type DefinitionModele } from '@pleniere/indicateurs/domain';

/** Definitions to copy from, the same for every contrat. */
@Controller('bibliotheque')
export class BibliothequeController {
  /** The library of definitions. */
  @Get()
  @Connecte()
  lister(): readonly DefinitionModele[] {
    return BIBLIOTHEQUE;
  }
}
