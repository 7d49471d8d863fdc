import { LIMITES_DEMANDE_ACCES, type Role, ROLES } from '@pleniere/acces/domain';
import { type AcceptationSaisie, LIMITES_PERSONNE } from '@pleniere/acteurs/domain';
import { TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** How the team lets somebody in. */
export class AcceptationDto implements AcceptationSaisie {
  /** Person of the contrat; null makes a new one. */
  @IsOptional()
  @IsUUID()
  personneId: string | null = null;

  @IsOptional()
  @TexteSimple(LIMITES_PERSONNE.fonction)
  fonction: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsIn(ROLES)
  role: Role | null = null;
}

/** Why the team does not let somebody in. */
export class RefusDemandeDto {
  @TexteSimple(LIMITES_DEMANDE_ACCES.motif)
  motif!: string;
}
