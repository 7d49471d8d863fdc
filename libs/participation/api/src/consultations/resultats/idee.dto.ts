import { ApiProperty } from '@nestjs/swagger';
import { type IdeeSaisie, type VerdictIdee, VERDICTS_IDEE } from '@pleniere/participation/domain';
import { TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsInt, IsUUID, Max, Min, ValidateIf } from 'class-validator';

const NonNul = () => ValidateIf((_, valeur: unknown) => valeur !== null);

/** What is typed of an idea, and what is decided of it. */
export class IdeeDto implements IdeeSaisie {
  @TexteSimple(140)
  titre!: string;

  @TexteLibre(2000)
  resume = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @NonNul()
  @IsUUID()
  enjeuId: string | null = null;

  @ApiProperty({ enum: VERDICTS_IDEE, nullable: true })
  @NonNul()
  @IsIn(VERDICTS_IDEE)
  verdict: VerdictIdee | null = null;

  @TexteLibre(2000)
  motif = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @NonNul()
  @IsUUID()
  ficheId: string | null = null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @NonNul()
  @IsUUID()
  actionId: string | null = null;

  @ApiProperty({ type: Number, nullable: true })
  @NonNul()
  @IsInt()
  @Min(1)
  @Max(99)
  agendaRang: number | null = null;
}
