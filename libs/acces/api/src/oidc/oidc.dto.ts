import { type DemandeAccesSaisie, LIMITES_DEMANDE_ACCES } from '@pleniere/acces/domain';
import { TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const { organisation, message } = LIMITES_DEMANDE_ACCES;

/** Where to come back to after the login. */
export class DepartDto {
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  retour?: string;
}

/** What somebody unknown here says of themselves to the team. */
export class DemandeAccesDto implements DemandeAccesSaisie {
  @IsUUID()
  contratId!: string;

  @TexteSimple(organisation)
  organisation!: string;

  @TexteLibre(message)
  message!: string;
}
