import type { PreuveDeCompte } from '@pleniere/acces/domain';
import { TexteSimple } from '@pleniere/shared/api';
import { IsOptional, IsUUID } from 'class-validator';
import { IdentifiantsDto } from '../compte/mots-de-passe.dto';
import { CODE_MAX } from '../second-facteur/second-facteur.dto';

/** What proves that the account of another contrat is one's own. */
export class PreuveDeCompteDto extends IdentifiantsDto implements PreuveDeCompte {
  /** Second factor of that account, when it has one. */
  @IsOptional()
  @TexteSimple(CODE_MAX, { min: 0 })
  code?: string;
}

/** The contrat to go on in. */
export class ContratVouluDto {
  @IsUUID()
  contratId!: string;
}
