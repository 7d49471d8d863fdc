import {
  type Absence,
  ABSENCES,
  type Contenu,
  LIMITES_INDICATEUR,
  LIMITES_VALEUR,
  type Qualite,
  QUALITES,
  type SaisieValeur,
  type Ventilation,
  VENTILATIONS,
} from '@pleniere/indicateurs/domain';
import { OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { nettoyerTexte } from '@pleniere/shared/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { ENTIER_MAX, TERRITOIRE } from '../cellule';

const CLE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/\d{4}\/(contrat|\w{5}|QN\w{6})(\/[\w-]{1,20})?$/;

function estListeDeTextes(contenu: unknown): boolean {
  return (
    Array.isArray(contenu) &&
    contenu.length <= LIMITES_INDICATEUR.modalites &&
    contenu.every((choix) => typeof choix === 'string' && choix.length <= LIMITES_INDICATEUR.modalite)
  );
}

/** A number, a text or slugs of a list; the indicator's nature decides between them later. */
export function EstContenu(): PropertyDecorator {
  return ValidateBy({
    name: 'estContenu',
    validator: {
      validate: (contenu: unknown) =>
        typeof contenu === 'number' ||
        (typeof contenu === 'string' && contenu.length <= LIMITES_VALEUR.texte) ||
        estListeDeTextes(contenu),
      defaultMessage: () =>
        'Un nombre, un texte de 4\u202F000 caractères au plus ou une liste de réponses est attendu.',
    },
  });
}

/** One cell to write. */
export class SaisieValeurDto implements SaisieValeur {
  @IsUUID()
  indicateurId!: string;

  @IsInt()
  annee!: number;

  /** `contrat`, the INSEE code of a commune or the code of a QPV. */
  @Matches(...TERRITOIRE)
  territoire!: string;

  /** Part of the people counted; all of them unless told. */
  @IsIn(VENTILATIONS)
  ventilation: Ventilation = 'total';

  /** Version of the value that was read; null when the cell was empty. */
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(ENTIER_MAX)
  version!: number | null;

  @OuNull()
  @EstContenu()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? nettoyerTexte(value).trim() : value))
  valeur!: Contenu;

  @OuNull()
  @IsIn(ABSENCES)
  absence!: Absence | null;

  @IsIn(QUALITES)
  qualite!: Qualite;

  @TexteLibre(LIMITES_VALEUR.commentaire)
  commentaire!: string;

  @TexteSimple(LIMITES_VALEUR.source, { min: 0 })
  source!: string;
}

/** One cell or a pasted block: written together or not at all. */
export class LotDeValeursDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITES_VALEUR.lot)
  @ValidateNested({ each: true })
  @Type(() => SaisieValeurDto)
  saisies!: SaisieValeurDto[];
}

/** Query of some cells. */
export class CellulesDto {
  /** Names of the cells, `<indicateur>/<annee>/<territoire>[/<ventilation>]`, separated by commas. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(LIMITES_VALEUR.relecture)
  @Matches(CLE, { each: true, message: 'Une case se nomme par son indicateur, son année et son territoire.' })
  cellules!: string[];
}

/** Query of the grid. */
export class FiltreGrilleDto {
  /** Code of the only fiche whose indicators are read, as in `T1.1`. */
  @IsOptional()
  @Matches(/^[A-Z]\d{1,2}\.\d{1,3}$/, { message: 'Une fiche se nomme par son code.' })
  fiche?: string;
}
