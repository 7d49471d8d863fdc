import { ApiProperty } from '@nestjs/swagger';
import { type IdeeSaisie, type VerdictIdee, VERDICTS_IDEE } from '@pleniere/participation/domain';
import { OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';

/** What is typed of an idea, and what is decided of it. */
export class IdeeDto implements IdeeSaisie {
  @TexteSimple(140)
  titre!: string;

  @TexteLibre(2000)
  resume = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  enjeuId: string | null = null;

  @ApiProperty({ enum: VERDICTS_IDEE, nullable: true })
  @OuNull()
  @IsIn(VERDICTS_IDEE)
  verdict: VerdictIdee | null = null;

  @TexteLibre(2000)
  motif = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  ficheId: string | null = null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  actionId: string | null = null;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(99)
  agendaRang: number | null = null;
}
