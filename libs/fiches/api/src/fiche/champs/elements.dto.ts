import {
  GENRES_PLAN,
  LIMITES_FICHE,
  NATURES_CREDITS,
  type DocumentCite,
  type ElementListe,
  type ElementMoyenHumain,
  type ElementPlanAction,
  type LigneBudget,
  type SectionSupplementaire,
} from '@pleniere/fiches/domain';
import { OuNull, TexteHtml, TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsInt, IsNumber, IsOptional, IsUrl, IsUUID, Max, Min } from 'class-validator';
import { randomUUID } from 'node:crypto';
import {} from './formes.decorator';

/** An entry keeps the id that it comes with; a new one receives its own. */
class AvecId {
  @IsUUID()
  id: string = randomUUID();
}

/** Entry of an ordered list. */
export class ElementListeDto extends AvecId implements ElementListe {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;
}

/** Entry of the « plan d’action ». */
export class ElementPlanActionDto extends ElementListeDto implements ElementPlanAction {
  @IsIn(GENRES_PLAN)
  genre!: ElementPlanAction['genre'];
}

/** Human means. */
export class ElementMoyenHumainDto extends ElementListeDto implements ElementMoyenHumain {
  @OuNull()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(10_000)
  etp!: number | null;
}

/** Line of budget, amounts in euro cents. */
export class LigneBudgetDto extends AvecId implements LigneBudget {
  @IsInt()
  annee!: number;

  @TexteSimple(LIMITES_FICHE.libelle, { min: 0 })
  financeur!: string;

  @IsIn(NATURES_CREDITS)
  nature!: LigneBudget['nature'];

  @OuNull()
  @IsInt()
  @Min(0)
  @Max(LIMITES_FICHE.montant)
  prevu!: number | null;

  @OuNull()
  @IsInt()
  @Min(0)
  @Max(LIMITES_FICHE.montant)
  obtenu!: number | null;

  @OuNull()
  @IsInt()
  @Min(0)
  @Max(LIMITES_FICHE.montant)
  realise!: number | null;

  @IsOptional()
  @IsUUID()
  actionId?: string | null;
}

/** Document kept elsewhere, with its web address. */
export class DocumentCiteDto extends AvecId implements DocumentCite {
  @TexteSimple(LIMITES_FICHE.libelle)
  titre!: string;

  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'Une adresse web est attendue, comme https://exemple.fr/document.pdf.' },
  )
  @TexteSimple(2_000)
  adresse!: string;
}

/** Heading of another territory's template. */
export class SectionDto extends AvecId implements SectionSupplementaire {
  @TexteSimple(LIMITES_FICHE.libelle)
  libelle!: string;

  @TexteHtml(LIMITES_FICHE.texteRiche)
  texte!: string;
}
