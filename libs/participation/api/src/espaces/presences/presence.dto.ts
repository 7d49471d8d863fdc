import {
  type Comptage,
  GENRES,
  type GenreDeclare,
  LIMITES_SEANCE,
  type MethodeComptage,
  METHODES_COMPTAGE,
  type NoteSeance,
  type PresenceDite,
  type Ressenti,
  type RolePresence,
  ROLES_PRESENCE,
  type TrancheAge,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import { MomentIso, TexteLibre } from '@pleniere/shared/api';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

const nonNul = (_: unknown, valeur: unknown) => valeur !== null;

/** One person in the room; there is no field for a name. */
export class PresenceDto implements PresenceDite {
  @IsIn(ROLES_PRESENCE)
  role: RolePresence = 'habitant';

  @ValidateIf(nonNul)
  @IsIn(TRANCHES_AGE)
  trancheAge: TrancheAge | null = null;

  @ValidateIf(nonNul)
  @IsIn(GENRES)
  genre: GenreDeclare | null = null;

  @ValidateIf(nonNul)
  @IsString()
  @MaxLength(10)
  qpvCode: string | null = null;

  @ValidateIf(nonNul)
  @IsBoolean()
  premiereFois: boolean | null = null;
}

/** What a phone in the room declares, under a key that it made for itself. */
export class EmargementDto extends PresenceDto {
  @IsUUID()
  appareil!: string;
}

/** How many people of a role were counted, from the version that was read: 0 when nobody had counted. */
export class ComptageDto implements Omit<Comptage, 'role'> {
  @IsInt()
  @Min(0)
  @Max(LIMITES_SEANCE.comptage)
  n!: number;

  @IsIn(METHODES_COMPTAGE)
  methode: MethodeComptage = 'comptage';

  @IsInt()
  @Min(0)
  version!: number;
}

/** How many people gave each note from 1 to 5, from the version that was read. */
export class RessentiDto implements Ressenti {
  @IsArray()
  @ArrayMinSize(5)
  @ArrayMaxSize(5)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(LIMITES_SEANCE.comptage, { each: true })
  notes!: number[];

  @IsInt()
  @Min(0)
  version!: number;
}

/** Something that was said, taken down in the room. */
export class NoteDto implements Omit<NoteSeance, 'id'> {
  @TexteLibre(LIMITES_SEANCE.note)
  @MinLength(1, { message: 'Ce champ est à remplir.' })
  texte!: string;

  @MomentIso()
  priseLe!: string;
}
