import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ActeurCourant, FiltreJournalDto, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  estChampEcrit,
  type ChampEnregistre,
  type FicheLue,
  type HistoriqueContrat,
  type TextePasse,
} from '@pleniere/fiches/domain';
import { IdPipe, IfMatch, introuvable } from '@pleniere/shared/api';
import { MomentDto, RetablissementChampDto, RetablissementRevisionDto } from './historique.dto';
import { HistoriqueService } from './historique.service';
import { RetablissementService } from './retablissement.service';

/** Who changed what, the texts that were, and how they come back. */
@Controller()
export class HistoriqueController {
  constructor(
    private readonly historique: HistoriqueService,
    private readonly retablissements: RetablissementService,
  ) {}

  /** The last hundred changes of the part that is asked, with the fiches of the contrat. */
  @Get('contrats/:contratId/historique')
  @Permission('journal.lire')
  lire(@ActeurCourant() acteur: Acteur, @Query() filtre: FiltreJournalDto): Promise<HistoriqueContrat> {
    return this.historique.lire(acteur, filtre);
  }

  /** The working text of a fiche at an instant. */
  @Get('fiches/:id/texte')
  @Permission('journal.lire')
  texte(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Query() { quand }: MomentDto,
  ): Promise<TextePasse> {
    return this.historique.texte(acteur, ficheId, quand);
  }

  /** Brings one field back to what an entry of the journal tells; `If-Match` carries the version of the field. */
  @Post('fiches/:id/champs/:champ/retablissement')
  @HttpCode(200)
  @Permission('fiches.ecrire')
  retablir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Param('champ') champ: string,
    @IfMatch() version: number,
    @Body() demande: RetablissementChampDto,
  ): Promise<ChampEnregistre> {
    if (!estChampEcrit(champ)) throw introuvable('Ce champ');
    return this.retablissements.champ(acteur, { ficheId, champ, version, ...demande });
  }

  /** Brings a whole closed revision back in the text being written; `If-Match` carries the version of the fiche. */
  @Post('fiches/:id/revisions/:numero/retablissement')
  @HttpCode(200)
  @Permission('fiches.ecrire')
  reprendre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Param('numero', ParseIntPipe) numero: number,
    @IfMatch() version: number,
    @Body() { motif }: RetablissementRevisionDto,
  ): Promise<FicheLue> {
    return this.retablissements.revision(acteur, { ficheId, numero, version, motif });
  }
}
