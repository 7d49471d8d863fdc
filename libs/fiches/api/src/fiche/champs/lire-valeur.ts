import type { Type } from '@nestjs/common';
import { LIMITES_FICHE, type ChampId, type ContenuFiche } from '@pleniere/fiches/domain';
import { OuNull, TexteHtml, TexteLibre, TexteSimple, validerDto } from '@pleniere/shared/api';
import { IsUUID } from 'class-validator';
import {
  ActeurCiteDto,
  CadreAvecQuiDto,
  CadreAvecQuoiDto,
  CadreOuDto,
  CadreQuandDto,
  PublicCibleDto,
  ReferentCiteDto,
} from './cadres.dto';
import {
  DocumentCiteDto,
  ElementListeDto,
  ElementMoyenHumainDto,
  ElementPlanActionDto,
  LigneBudgetDto,
  SectionDto,
} from './elements.dto';
import { ListeDe, ListeDeTextes, ObjetDe } from './formes.decorator';

interface Corps {
  valeur: unknown;
}

/** Class of a request `{ valeur }` whose value has the shape that the decorators tell. */
function forme(...decorateurs: PropertyDecorator[]): Type<Corps> {
  class CorpsDeChamp implements Corps {
    valeur: unknown;
  }
  for (const decorer of decorateurs) decorer(CorpsDeChamp.prototype, 'valeur');
  return CorpsDeChamp;
}

const LISTE = forme(ListeDe(ElementListeDto));
const ACTEURS = forme(ListeDe(ActeurCiteDto));
const ETIQUETTES = forme(ListeDeTextes());

const FORMES: Readonly<Record<ChampId, Type<Corps>>> = {
  orientation: forme(OuNull(), IsUUID()),
  titre: forme(TexteSimple(LIMITES_FICHE.titre)),
  titreCourt: forme(TexteSimple(LIMITES_FICHE.titreCourt, { min: 0 })),
  pilotes: ACTEURS,
  referents: forme(ListeDe(ReferentCiteDto)),
  resultatsAttendus: LISTE,
  interetHabitants: LISTE,
  interetTerritoire: LISTE,
  interetPartenaires: LISTE,
  cadreQuand: forme(ObjetDe(CadreQuandDto)),
  cadreOu: forme(ObjetDe(CadreOuDto)),
  cadreAvecQui: forme(ObjetDe(CadreAvecQuiDto)),
  cadreAvecQuoi: forme(ObjetDe(CadreAvecQuoiDto)),
  publicCible: forme(ObjetDe(PublicCibleDto)),
  contexte: forme(TexteHtml(LIMITES_FICHE.texteRiche)),
  facteursFavorables: LISTE,
  facteursDefavorables: LISTE,
  planAction: forme(ListeDe(ElementPlanActionDto)),
  moyensHumains: forme(ListeDe(ElementMoyenHumainDto)),
  moyensFinanciers: LISTE,
  lignesBudget: forme(ListeDe(LigneBudgetDto)),
  partenaires: ACTEURS,
  resumePublic: forme(TexteLibre(LIMITES_FICHE.resumePublic)),
  dispositifs: ETIQUETTES,
  p147: ETIQUETTES,
  documents: forme(ListeDe(DocumentCiteDto)),
  sectionsSupplementaires: forme(ListeDe(SectionDto)),
};

/** Reads `{ valeur }` in the field's own shape, cleaned; throws 400 with pointers such as `/valeur/3/texte`. */
export async function lireValeur<C extends ChampId>(champ: C, corps: unknown): Promise<ContenuFiche[C]> {
  const { valeur } = await validerDto(FORMES[champ], corps);
  return valeur as ContenuFiche[C];
}
