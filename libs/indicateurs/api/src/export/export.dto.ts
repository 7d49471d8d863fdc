import {
  CONTENUS_EXPORT,
  type ContenuExport,
  type DemandeExport,
  FORMATS_EXPORT,
  type FormatExport,
  STATUTS_VALEUR,
  type StatutValeur,
} from '@pleniere/indicateurs/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { TERRITOIRE } from '../cellule';

const Annee = (): PropertyDecorator => (cible, propriete) => {
  for (const regle of [IsOptional(), Type(() => Number), IsInt(), Min(1900), Max(2199)]) regle(cible, propriete);
};

/** What a file of values must hold, and how it is written. */
export class DemandeExportDto implements DemandeExport {
  @IsIn(CONTENUS_EXPORT)
  contenu: ContenuExport = 'valeurs';

  @IsIn(FORMATS_EXPORT)
  format: FormatExport = 'xlsx';

  /** Only the indicators of this fiche. */
  @IsOptional()
  @IsUUID()
  fiche?: string;

  /** Only this quartier, or this ville with its quartiers. */
  @IsOptional()
  @Matches(...TERRITOIRE)
  territoire?: string;

  /** First year. */
  @Annee()
  de?: number;

  /** Last year. */
  @Annee()
  a?: number;

  /** Only the values at this statut. */
  @IsOptional()
  @IsIn(STATUTS_VALEUR)
  statut?: StatutValeur;
}
