import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Campagne } from '@pleniere/indicateurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { AnneePipe } from './annee.pipe';
import { ChangementCampagneDto, ExceptionDto, OuvertureCampagneDto, ReouvertureDto } from './campagnes.dto';
import { CampagnesService } from './campagnes.service';
import { ExceptionsService } from './exceptions.service';

/** Yearly collections of values. */
@Controller('contrats/:contratId/campagnes')
export class CampagnesController {
  constructor(
    private readonly campagnes: CampagnesService,
    private readonly exceptions: ExceptionsService,
  ) {}

  /** Every campagne, newest first. */
  @Get()
  @Permission('campagnes.lire')
  lister(@ActeurCourant() { contratId }: Acteur): Promise<Campagne[]> {
    return this.campagnes.lister(contratId);
  }

  /** Opens the campagne of a year. */
  @Post()
  @Permission('campagnes.gerer')
  ouvrir(@ActeurCourant() acteur: Acteur, @Body() ouverture: OuvertureCampagneDto): Promise<Campagne> {
    return this.campagnes.ouvrir(acteur, ouverture);
  }

  /** The campagne of a year with its exceptions. */
  @Get(':annee')
  @Permission('campagnes.lire')
  lire(@ActeurCourant() { contratId }: Acteur, @Param('annee', AnneePipe) annee: number): Promise<Campagne> {
    return this.campagnes.lire(contratId, annee);
  }

  /** Changes its due date, its instructions or its reminder. */
  @Patch(':annee')
  @Permission('campagnes.gerer')
  changer(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @IfMatch() version: number,
    @Body() changement: ChangementCampagneDto,
  ): Promise<Campagne> {
    return this.campagnes.changer(acteur, annee, version, changement);
  }

  /** Closes it: the values of the year are locked. */
  @Post(':annee/cloture')
  @HttpCode(200)
  @Permission('campagnes.gerer')
  clore(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @IfMatch() version: number,
  ): Promise<Campagne> {
    return this.campagnes.clore(acteur, annee, version);
  }

  /** Opens a closed one again, for a reason. */
  @Post(':annee/reouverture')
  @HttpCode(200)
  @Permission('campagnes.gerer')
  rouvrir(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @IfMatch() version: number,
    @Body() { motif }: ReouvertureDto,
  ): Promise<Campagne> {
    return this.campagnes.rouvrir(acteur, annee, version, motif);
  }

  /** Opens a closed year to one organisation until a day. */
  @Post(':annee/exceptions')
  @Permission('campagnes.gerer')
  accorder(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @Body() saisie: ExceptionDto,
  ): Promise<Campagne> {
    return this.exceptions.accorder(acteur, annee, saisie);
  }

  /** Withdraws an exception. */
  @Delete(':annee/exceptions/:id')
  @HttpCode(204)
  @Permission('campagnes.gerer')
  retirer(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.exceptions.retirer(acteur, annee, id, version);
  }
}
