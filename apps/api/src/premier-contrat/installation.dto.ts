import type { QpvReference } from '@pleniere/contrat/domain';
import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { PremierContratDto } from './premier-contrat.dto';

/** An intercommunalité offered at the first start, with what its contrat would begin with. */
export interface EpciPropose {
  siren: string;
  nom: string;
  communes: { code: string; nom: string }[];
  quartiers: QpvReference[];
}

/** What the first person types: who they are, which EPCI, and the code that the server showed. */
export class InstallationDto extends OmitType(PremierContratDto, ['organisation'] as const) {
  @IsString()
  @MaxLength(40)
  code!: string;

  /** Begins with the enjeux that most contrats share. */
  @IsBoolean()
  enjeuxUsuels = true;
}
