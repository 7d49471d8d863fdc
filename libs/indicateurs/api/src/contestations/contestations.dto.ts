import {
  type Contenu,
  type ContestationSaisie,
  type DecisionContestation,
  type DecisionDeContestation,
  DECISIONS_CONTESTATION,
  LIMITES_CONTESTATION,
  type Ventilation,
  VENTILATIONS,
} from '@pleniere/indicateurs/domain';
import { OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { nettoyerTexte } from '@pleniere/shared/domain';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min, MinLength } from 'class-validator';
import { ENTIER_MAX, TERRITOIRE } from '../cellule';
import { EstContenu } from '../valeurs/valeurs.dto';

/** Another value proposed for a cell. */
export class ContestationSaisieDto implements ContestationSaisie {
  @IsUUID()
  indicateurId!: string;

  @IsInt()
  @Min(0)
  @Max(9999)
  annee!: number;

  @Matches(...TERRITOIRE)
  territoire!: string;

  @IsIn(VENTILATIONS)
  ventilation: Ventilation = 'total';

  @EstContenu()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? nettoyerTexte(value).trim() : value))
  valeurProposee!: Exclude<Contenu, null>;

  @TexteLibre(LIMITES_CONTESTATION.motif)
  @MinLength(1, { message: 'Dites pourquoi cette valeur est contestée.' })
  motif!: string;

  @TexteSimple(LIMITES_CONTESTATION.source)
  source!: string;
}

/** What the team decides of a contestation. */
export class DecisionDeContestationDto implements DecisionDeContestation {
  @IsIn(DECISIONS_CONTESTATION)
  decision!: DecisionContestation;

  /** What the author reads; asked for a refusal. */
  @TexteLibre(LIMITES_CONTESTATION.reponse)
  reponse = '';

  /** Version of the value that was read beside the contestation; null when the cell was empty. */
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(ENTIER_MAX)
  versionValeur!: number | null;
}

/** Query of the list. */
export class FiltreContestationsDto {
  /** Only those of this indicator. */
  @IsOptional()
  @IsUUID()
  indicateur?: string;
}
