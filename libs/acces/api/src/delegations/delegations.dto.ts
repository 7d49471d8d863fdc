import type { DelegationSaisie } from '@pleniere/acces/domain';
import { DateIso } from '@pleniere/shared/api';
import { IsUUID } from 'class-validator';

/** Who acts in the place of somebody, and when. */
export class DelegationDto implements DelegationSaisie {
  @IsUUID()
  delegueId!: string;

  @DateIso()
  du!: string;

  @DateIso()
  au!: string;
}
