import { ApiProperty } from '@nestjs/swagger';
import {
  type DecisionModeration,
  ETATS_PROPOSITION,
  type EtatProposition,
  type MotifRefus,
  MOTIFS_REFUS,
} from '@pleniere/participation/domain';
import { OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';

/** What a moderator decides. */
export class DecisionModerationDto implements DecisionModeration {
  @IsIn(['accepter', 'refuser', 'reporter'])
  decision!: DecisionModeration['decision'];

  @IsOptional()
  @IsIn(MOTIFS_REFUS)
  motif?: MotifRefus | null;

  @IsOptional()
  @TexteLibre(1000)
  motifDetail?: string;

  @IsOptional()
  @TexteSimple(600)
  texte?: string | null;
}

/** Idea that a proposition joins, or null to leave it; `doublon` takes it out of the sequences. */
export class RattachementDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  ideeId!: string | null;

  @IsBoolean()
  doublon = false;
}

/** Which propositions are listed. */
export class ChoixPropositionsDto {
  @IsOptional()
  @IsIn(ETATS_PROPOSITION)
  etat?: EtatProposition;
}
