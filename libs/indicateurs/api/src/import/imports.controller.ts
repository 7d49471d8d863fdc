import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AnnulationImport,
  type ApercuImport,
  type ImportValeurs,
  LIMITES_IMPORT,
} from '@pleniere/indicateurs/domain';
import { FORMATS_TABLEUR } from '@pleniere/shared/domain';
import { Fichier, type FichierJoint, IdPipe, IfMatch, introuvable, RecoitUnFichier } from '@pleniere/shared/api';
import { TYPES_TABLEUR } from '../types-tableur';
import { AnnulationDImport } from './annulation';
import { ApplicationImport } from './application';
import { ApplicationDto, ColonnesDto, FiltreCasesDto, FiltreModeleDto } from './imports.dto';
import { ImportsService } from './imports.service';
import { ModeleImport } from './modele';

/** Values brought in from a spreadsheet. */
@Controller()
export class ImportsValeursController {
  constructor(
    private readonly imports: ImportsService,
    private readonly application: ApplicationImport,
    private readonly annulation: AnnulationDImport,
    private readonly modele: ModeleImport,
  ) {}

  /** The template to fill in (`modele.xlsx`, `modele.ods`, `modele.csv`), with the values that are known. */
  @Get('contrats/:contratId/imports-valeurs/modele.:format')
  @Permission('valeurs.saisir')
  @ApiProduces(...Object.values(TYPES_TABLEUR))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async telecharger(
    @ActeurCourant() acteur: Acteur,
    @Param('format') format: string,
    @Query() { fiche }: FiltreModeleDto,
  ): Promise<StreamableFile> {
    const connu = FORMATS_TABLEUR.find((slug) => slug === format);
    if (!connu) throw introuvable('Ce modèle');
    const octets = await this.modele.composer(acteur, connu, fiche);
    const disposition = `attachment; filename="modele-valeurs.${connu}"`;
    return new StreamableFile(octets, { type: TYPES_TABLEUR[connu], disposition, length: octets.length });
  }

  /** Reads a file, proposes what its columns hold, and shows what it would change; writes no value. */
  @Post('contrats/:contratId/imports-valeurs')
  @Permission('valeurs.saisir')
  @RecoitUnFichier(LIMITES_IMPORT.octets)
  deposer(
    @ActeurCourant() acteur: Acteur,
    @Fichier('Joignez un fichier .xlsx, .ods ou .csv.') fichier: FichierJoint,
  ): Promise<ApercuImport> {
    return this.imports.deposer(acteur, fichier);
  }

  /** The imports of the person, or of everybody for the team. */
  @Get('contrats/:contratId/imports-valeurs')
  @Permission('valeurs.saisir')
  lister(@ActeurCourant() acteur: Acteur): Promise<ImportValeurs[]> {
    return this.imports.lister(acteur);
  }

  /** The preview, as values stand now; the report of what was written once it is applied. */
  @Get('imports-valeurs/:id')
  @Permission('valeurs.saisir')
  lire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Query() filtre: FiltreCasesDto,
  ): Promise<ApercuImport> {
    return this.imports.lire(acteur, id, filtre);
  }

  /** Says what each column holds, and which sheet and headings to read; answers the preview made again. */
  @Put('imports-valeurs/:id/colonnes')
  @Permission('valeurs.saisir')
  choisirColonnes(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() choix: ColonnesDto,
  ): Promise<ApercuImport> {
    return this.imports.choisirColonnes(acteur, id, version, choix);
  }

  /** Writes what the preview showed, in one transaction; 412 with the new preview when values changed since. */
  @Post('imports-valeurs/:id/application')
  @HttpCode(200)
  @Permission('valeurs.saisir')
  appliquer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() { mode, empreinte }: ApplicationDto,
  ): Promise<ApercuImport> {
    return this.application.appliquer(acteur, id, mode, empreinte);
  }

  /** Puts back what nobody touched since; answers what was left. */
  @Post('imports-valeurs/:id/annulation')
  @HttpCode(200)
  @Permission('valeurs.saisir')
  annuler(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<AnnulationImport> {
    return this.annulation.annuler(acteur, id);
  }

  /** Forgets a file that was not applied. */
  @Delete('imports-valeurs/:id')
  @HttpCode(204)
  @Permission('valeurs.saisir')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.imports.supprimer(acteur, id, version);
  }
}
