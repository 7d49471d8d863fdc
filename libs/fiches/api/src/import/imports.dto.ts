import {
  CHOIX_IMPORT,
  estChampEcrit,
  estDestination,
  LIMITES_FICHE,
  MODES_INDICATEUR,
  type ChampId,
  type ChoixImport,
  type ChoixRelecture,
  type DecisionImport,
  type DeplacementPassage,
  type Destination,
  type ModeIndicateur,
} from '@pleniere/fiches/domain';
import { OuNull, TexteSimple } from '@pleniere/shared/api';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { ListeDe } from '../fiche/champs/formes.decorator';

const PASSAGE = /^p\d{1,6}$/;
const PASSAGES_MAX = 20_000;

function Nomme(name: string, connu: (nom: string) => boolean, each = false): PropertyDecorator {
  const validate = (nom: unknown): boolean => typeof nom === 'string' && connu(nom);
  return ValidateBy({ name, validator: { validate, defaultMessage: () => 'Ce choix n’existe pas.' } }, { each });
}

/** Where one passage is to go. */
export class DeplacementDto implements DeplacementPassage {
  @Matches(PASSAGE, { message: 'Ce passage n’existe pas.' })
  id!: string;

  /** Field of the registry, `section`, `libelle` or `non-place`. */
  @Nomme('estDestination', estDestination)
  destination!: Destination;

  /** Heading of the supplementary section; null for another destination. */
  @ValidateIf((passage: DeplacementDto) => passage.destination === 'section')
  @TexteSimple(LIMITES_FICHE.libelle)
  section: string | null = null;

  @IsOptional()
  @IsIn([0, 1, 2])
  niveau?: DeplacementPassage['niveau'];
}

/** The passages that move. */
export class PlacementDto {
  @ListeDe(DeplacementDto, PASSAGES_MAX)
  passages!: DeplacementDto[];
}

/** What becomes of one line of indicator. */
export class IndicateurDecideDto {
  @Matches(PASSAGE, { message: 'Ce passage n’existe pas.' })
  passage!: string;

  @IsIn(MODES_INDICATEUR)
  mode!: ModeIndicateur;
}

/** What a person ticks while reviewing a file. */
export class ChoixRelectureDto implements ChoixRelecture {
  /** Propositions that are kept, by id. */
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  confirmations: string[] = [];

  /** Lines of indicators that do not become one definition each. */
  @ListeDe(IndicateurDecideDto, 1_000)
  indicateurs: IndicateurDecideDto[] = [];
}

/** What becomes of a file. */
export class DecisionDto extends ChoixRelectureDto implements DecisionImport {
  @IsIn(CHOIX_IMPORT)
  decision!: ChoixImport;

  /** Code of the fiche to create (null takes the next one of the enjeu) or to update. */
  @OuNull()
  @IsString()
  @Length(1, 40)
  code: string | null = null;

  @OuNull()
  @IsUUID()
  enjeuId: string | null = null;

  @OuNull()
  @IsUUID()
  orientationId: string | null = null;

  /** Fields to replace in an existing fiche; all those that differ when null. */
  @OuNull()
  @IsArray()
  @ArrayUnique()
  @Nomme('estChampEcrit', estChampEcrit, true)
  champs: ChampId[] | null = null;
}
