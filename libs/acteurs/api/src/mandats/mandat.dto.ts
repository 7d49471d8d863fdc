import { type Role, ROLES } from '@pleniere/acces/domain';
import type { MandatSaisie } from '@pleniere/acteurs/domain';
import { DateIso, Partiel } from '@pleniere/shared/api';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** What is typed to create a mandat. */
export class MandatDto implements MandatSaisie {
  @IsUUID()
  personneId!: string;

  @IsUUID()
  organisationId!: string;

  @IsIn(ROLES)
  role!: Role;

  @DateIso()
  du!: string;

  /** Last day, or null while the mandat lasts. */
  @IsOptional()
  @DateIso()
  au!: string | null;
}

/** What is typed to change a mandat. */
export class MandatPartielDto extends Partiel(MandatDto) {}
