import { ApiProperty } from '@nestjs/swagger';
import {
  type AvancementProjet,
  AVANCEMENTS_PROJET,
  type NouvelleSaisie,
  type PorteeProjet,
} from '@pleniere/participation/domain';
import { DateIso, OuNull, TexteLibre } from '@pleniere/shared/api';
import { IsIn, IsInt, IsNotEmpty, IsUUID, Min } from 'class-validator';

/** What is told of a project. */
export class NouvelleDto implements NouvelleSaisie {
  @DateIso()
  le!: string;

  @IsIn(AVANCEMENTS_PROJET)
  avancement!: AvancementProjet;

  @TexteLibre(2000)
  @IsNotEmpty({ message: 'Dites ce qui s’est passé.' })
  texte!: string;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(1)
  corrige: number | null = null;
}

/** The fiche and the action that carry a project. */
export class PorteeDto implements PorteeProjet {
  @IsUUID()
  ficheId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  actionId: string | null = null;
}
