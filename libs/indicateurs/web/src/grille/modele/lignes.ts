import {
  type AnneeDeSerie,
  type IndicateurAvecValeurs,
  LIBELLES_TYPES,
  mailleDe,
  seRassemble,
  serieRassemblee,
  type Territoire,
  TYPES_INDICATEUR,
} from '@pleniere/indicateurs/domain';
import type { TerritoireNomme } from './territoire-nomme';

/** Row in which one types: one indicator over one territory. */
export interface LigneSaisie {
  sorte: 'saisie';
  cle: string;
  indicateur: IndicateurAvecValeurs;
  territoire: Territoire;
  /** Territory, or the indicator itself when it has only one row. */
  nom: string;
  precision: string;
  /** Territory in words. */
  lieu: string;
  enfant: boolean;
}

/** Row of an indicator over its territories, opened or not; figures only when its rule makes one of them. */
export interface LigneEnsemble {
  sorte: 'ensemble';
  cle: string;
  indicateur: IndicateurAvecValeurs;
  nom: string;
  precision: string;
  ouverte: boolean;
  annees: AnneeDeSerie[];
}

/** Heading of a type of indicators. */
export interface LigneTitre {
  sorte: 'titre';
  cle: string;
  nom: string;
}

/** Row of the grid. */
export type Ligne = LigneTitre | LigneEnsemble | LigneSaisie;

/** What the rows are made from. */
export interface CadreGrille {
  annees: readonly number[];
  anneeCourante: number;
  territoires: readonly TerritoireNomme[];
  /** Ids of the indicators whose territories are shown. */
  ouverts: ReadonlySet<string>;
}

const ENSEMBLE = 'Ensemble du contrat';

function ligneSaisie(indicateur: IndicateurAvecValeurs, territoire: TerritoireNomme, enfant: boolean): LigneSaisie {
  const lieu = territoire.nom || ENSEMBLE;
  const precision = [territoire.nom, indicateur.unite].filter(Boolean).join(', ');
  return {
    sorte: 'saisie',
    cle: `${indicateur.id}/${territoire.code}`,
    indicateur,
    territoire: territoire.code,
    lieu,
    enfant,
    nom: enfant ? lieu : indicateur.libelle,
    precision: enfant ? '' : precision,
  };
}

function lignesDe(
  indicateur: IndicateurAvecValeurs,
  cadre: CadreGrille,
  seul: boolean,
): (LigneEnsemble | LigneSaisie)[] {
  if (indicateur.maille === 'contrat') return [ligneSaisie(indicateur, { code: 'contrat', nom: '' }, seul)];
  const territoires = cadre.territoires.filter(({ code }) => mailleDe(code) === indicateur.maille);
  const [unique] = territoires;
  if (unique && territoires.length === 1) return [ligneSaisie(indicateur, unique, seul)];
  const ouverte = cadre.ouverts.has(indicateur.id);
  const codes = territoires.map(({ code }) => code);
  const regle = indicateur.agregation === 'somme' ? 'somme' : 'moyenne';
  const parts = [indicateur.unite, seRassemble(indicateur) ? regle : ''];
  const ensemble: LigneEnsemble = {
    sorte: 'ensemble',
    cle: indicateur.id,
    indicateur,
    nom: seul ? ENSEMBLE : indicateur.libelle,
    precision: parts.filter(Boolean).join(', '),
    ouverte,
    annees: serieRassemblee(indicateur, codes, cadre.annees, cadre.anneeCourante),
  };
  return ouverte
    ? [ensemble, ...territoires.map((territoire) => ligneSaisie(indicateur, territoire, true))]
    : [ensemble];
}

/** Rows of the grid: indicators by type, each followed by its territories when open; of a single one, its territories. */
export function lignesDeGrille(indicateurs: readonly IndicateurAvecValeurs[], cadre: CadreGrille): Ligne[] {
  const types = TYPES_INDICATEUR.filter((type) => indicateurs.some((indicateur) => indicateur.type === type));
  return types.flatMap((type) => {
    const lignes = indicateurs
      .filter((indicateur) => indicateur.type === type)
      .flatMap((indicateur) => lignesDe(indicateur, cadre, indicateurs.length === 1));
    return indicateurs.length < 2 ? lignes : [{ sorte: 'titre', cle: type, nom: LIBELLES_TYPES[type] }, ...lignes];
  });
}
