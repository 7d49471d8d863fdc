import { ApiProperty } from '@nestjs/swagger';
import {
  type AvancementProjet,
  AVANCEMENTS_PROJET,
  type NouvelleSaisie,
  type PorteeProjet,
} from '@pleniere/participation/domain';
import { DateIso, TexteLibre } from '@pleniere/shared/api';
import { IsIn, IsInt, IsNotEmpty, IsUUID, Min, ValidateIf } from 'class-validator';

const NonNul = () => ValidateIf((_, valeur: unknown) => valeur !== null);

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
  @NonNul()
  @IsInt()
  @Min(1)
  corrige: number | null = null;
}

/** The fiche and the action that carry a project. */
export class PorteeDto implements PorteeProjet {
  @IsUUID()
  ficheId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @NonNul()
  @IsUUID()
  actionId: string | null = null;
}
