import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Autorisation, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { FichesReader, HistoriqueService } from '@pleniere/fiches/api';
import { Horloge } from '@pleniere/indicateurs/api';
import { IdPipe, refuse } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import { CadreReader } from './cadre.reader';
import { composerDocument, nommerActions } from './composition/composer-document';
import { lignesDeDifference, type TexteCompare } from './composition/difference';
import { DifferenceDto } from './difference.dto';
import { PdfEngine } from './pdf/pdf-engine';

const estJour = (texte: string) => texte.includes('-');
const nommerTexte = (texte: string) => (estJour(texte) ? `texte du ${formaterDate(texte)}` : `révision ${texte}`);

/** What changes between two texts of a fiche, as a document. */
@Controller()
export class DifferencePdfController {
  constructor(
    private readonly fiches: FichesReader,
    private readonly historique: HistoriqueService,
    private readonly autorisation: Autorisation,
    private readonly cadre: CadreReader,
    private readonly moteur: PdfEngine,
    private readonly horloge: Horloge,
  ) {}

  /** The fields that change, word by word, as an accessible PDF; a past day is for whoever reads the journal. */
  @Get('fiches/:id/difference.pdf')
  @Permission('restitution.exporter')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'private, no-cache')
  async exporter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Query() { de, vers }: DifferenceDto,
  ): Promise<StreamableFile> {
    const fiche = await this.fiches.lire(acteur, ficheId);
    const [avant, apres] = [await this.lire(acteur, ficheId, de), await this.lire(acteur, ficheId, vers)];
    const cadre = await this.cadre.lire(acteur.contratId);
    const noms = new Map(cadre.territoires.map(({ code, nom }) => [code, nom]));
    const territoire = (code: string) => noms.get(code) ?? code;
    const lignes = lignesDeDifference(avant, apres, { territoire, action: nommerActions(fiche) });
    const document = composerDocument(fiche, cadre, this.horloge.aujourdhui(), acteur);
    const pdf = await this.moteur.exporter({
      ...document,
      statut: `Différences\u00A0: ${nommerTexte(de)}, puis ${nommerTexte(vers)}. Édité`,
      lignes: lignes.length > 0 ? lignes : [AUCUNE],
      indicateurs: [],
      actions: [],
      declinaisons: [],
      avis: [],
    });
    const disposition = `inline; filename="differences-${fiche.code}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }

  private lire(acteur: Acteur, ficheId: string, texte: string): Promise<TexteCompare> {
    if (!estJour(texte)) return this.fiches.revision(acteur, ficheId, Number(texte));
    this.autorisation.exiger(acteur, 'journal.lire', { contratId: acteur.contratId, organisationIds: [] });
    const jour = new Date(`${texte}T00:00:00Z`);
    if (Number.isNaN(jour.getTime()) || !jour.toISOString().startsWith(texte)) throw refuse('Cette date n’existe pas.');
    return this.historique.texte(acteur, ficheId, texte);
  }
}

const AUCUNE = {
  label: 'Aucune différence',
  sections: [
    { libelle: null, blocs: [{ type: 'paragraphe' as const, runs: [{ texte: 'Les deux textes sont les mêmes.' }] }] },
  ],
};
