import { CATEGORIES, type Categorie } from '@pleniere/acteurs/domain';
import {
  LIMITES_FICHE,
  PORTEES_TERRITORIALES,
  PUBLICS,
  type ActeurCite,
  type CadreAvecQui,
  type CadreAvecQuoi,
  type CadreOu,
  type CadreQuand,
  type PublicCible,
  type ReferentCite,
} from '@pleniere/fiches/domain';
import { DateIso, OuNull, TexteHtml, TexteSimple } from '@pleniere/shared/api';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { ElementListeDto } from './elements.dto';
import { ListeDe, ListeDeTextes } from './formes.decorator';

const CODE_TERRITOIRE = 10;

/** An organisation or a category, with the wording of the sheet. */
export class ActeurCiteDto implements ActeurCite {
  @OuNull()
  @IsUUID()
  organisationId!: string | null;

  @OuNull()
  @IsIn(CATEGORIES)
  categorie!: Categorie | null;

  @TexteSimple(LIMITES_FICHE.libelle)
  libelle!: string;
}

/** A référent, by person when one is named. */
export class ReferentCiteDto extends ActeurCiteDto implements ReferentCite {
  @OuNull()
  @IsUUID()
  personneId!: string | null;

  @TexteSimple(LIMITES_FICHE.libelle, { min: 0 })
  fonction!: string;
}

/** « Quand ? » */
export class CadreQuandDto implements CadreQuand {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;

  @OuNull()
  @DateIso()
  debut!: string | null;

  @OuNull()
  @DateIso()
  fin!: string | null;

  @IsBoolean()
  continu!: boolean;
}

/** « Où ? » */
export class CadreOuDto implements CadreOu {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;

  @IsIn(PORTEES_TERRITORIALES)
  portee!: CadreOu['portee'];

  @ListeDeTextes(CODE_TERRITOIRE)
  qpv!: string[];

  @ListeDeTextes(CODE_TERRITOIRE)
  communes!: string[];
}

/** « Avec qui ? » */
export class CadreAvecQuiDto implements CadreAvecQui {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;

  @ListeDe(ActeurCiteDto)
  acteurs!: ActeurCiteDto[];
}

/** « Avec quoi ? » */
export class CadreAvecQuoiDto implements CadreAvecQuoi {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;

  @ListeDe(ElementListeDto)
  modalites!: ElementListeDto[];
}

/** « Public cible » */
export class PublicCibleDto implements PublicCible {
  @TexteHtml(LIMITES_FICHE.element)
  texte!: string;

  @IsArray()
  @IsIn(PUBLICS, { each: true })
  @ArrayUnique()
  publics!: PublicCible['publics'];
}
