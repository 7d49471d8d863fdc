import {
  type Cellule,
  type IndicateurAvecValeurs,
  LIBELLES_AGREGATIONS,
  LIBELLES_TYPES,
  LIBELLES_VENTILATIONS,
  mailleDe,
  seRassemble,
  type Territoire,
  TYPES_INDICATEUR,
  type Ventilation,
  ventilationsDe,
} from '@pleniere/indicateurs/domain';
import type { FicheNommee, GroupeGrille, TerritoireNomme } from './groupe';

/** Row in which one types: one indicator over one territory, all people or a part of them. */
export interface LigneSaisie {
  sorte: 'saisie';
  cle: string;
  groupe: GroupeGrille;
  indicateur: IndicateurAvecValeurs;
  territoire: Territoire;
  ventilation: Ventilation;
  /** Territory or part, or the indicator itself when it has only one row. */
  nom: string;
  precision: string;
  /** Territory and part in words. */
  lieu: string;
  /** How far it is set in: under its indicator, under its territory. */
  retrait: 0 | 1 | 2;
  /** Whether its parts are shown; null when it has none. */
  ouverte: boolean | null;
}

/** Row of an indicator over its territories, opened or not; figures only when its rule makes one of them. */
export interface LigneEnsemble {
  sorte: 'ensemble';
  cle: string;
  groupe: GroupeGrille;
  indicateur: IndicateurAvecValeurs;
  territoires: readonly Territoire[];
  nom: string;
  precision: string;
  ouverte: boolean;
}

/** Heading of a fiche or of a type of indicators. */
export interface LigneTitre {
  sorte: 'titre';
  cle: string;
  nom: string;
  fiche: FicheNommee | null;
}

/** Row of the grid. */
export type Ligne = LigneTitre | LigneEnsemble | LigneSaisie;

/** What the rows are made from. */
export interface CadreLignes {
  groupes: readonly GroupeGrille[];
  /** Keys of the rows whose territories or parts are shown. */
  ouverts: ReadonlySet<string>;
  /** Keys of the rows to keep; null keeps all. */
  gardees: ReadonlySet<string> | null;
}

const ENSEMBLE = 'Ensemble du contrat';

/** Name of an indicator over a territory, for the rows that open. */
export function cleDeLigne({ id }: Pick<IndicateurAvecValeurs, 'id'>, territoire: Territoire): string {
  return `${id}/${territoire}`;
}

/** The cell of a row for a year. */
export function celluleDeLigne({ indicateur, territoire, ventilation }: LigneSaisie, annee: number): Cellule {
  return { indicateurId: indicateur.id, annee, territoire, ventilation };
}

/** Territories where an indicator has rows: those of its level, or the whole contrat; one of context compares with the EPCI. */
export function territoiresDe(
  { type, maille }: Pick<IndicateurAvecValeurs, 'type' | 'maille'>,
  territoires: readonly TerritoireNomme[],
): readonly TerritoireNomme[] {
  if (maille === 'contrat') return [{ code: 'contrat', nom: '' }];
  const siens = territoires.filter(({ code }) => mailleDe(code) === maille);
  return type === 'contexte' && maille === 'qpv' ? [...siens, { code: 'contrat', nom: 'EPCI' }] : siens;
}

/** A territory, followed by its parts when they are shown. */
function lignesDuTerritoire(
  groupe: GroupeGrille,
  indicateur: IndicateurAvecValeurs,
  { code, nom }: TerritoireNomme,
  enfant: boolean,
  { ouverts, gardees }: CadreLignes,
): LigneSaisie[] {
  const cle = cleDeLigne(indicateur, code);
  if (gardees?.has(cle) === false) return [];
  const parts = ventilationsDe(indicateur);
  const lieu = nom || ENSEMBLE;
  const ouverte = parts.length === 0 ? null : ouverts.has(cle);
  const precision = enfant ? '' : [nom, indicateur.unite].filter(Boolean).join(', ');
  const commun = { sorte: 'saisie', groupe, indicateur, territoire: code } as const;
  const retrait = enfant ? 1 : 0;
  const total: LigneSaisie = {
    ...commun,
    cle,
    ventilation: 'total',
    nom: enfant ? lieu : indicateur.libelle,
    precision,
    lieu,
    retrait,
    ouverte,
  };
  if (!ouverte) return [total];
  return [
    total,
    ...parts.map((ventilation): LigneSaisie => {
      const part = LIBELLES_VENTILATIONS[ventilation];
      return {
        ...commun,
        cle: `${cle}/${ventilation}`,
        ventilation,
        nom: part,
        precision: '',
        lieu: `${lieu}, ${part.toLowerCase()}`,
        retrait: enfant ? 2 : 1,
        ouverte: null,
      };
    }),
  ];
}

function lignesDe(
  groupe: GroupeGrille,
  indicateur: IndicateurAvecValeurs,
  cadre: CadreLignes,
  seul: boolean,
): (LigneEnsemble | LigneSaisie)[] {
  const territoires = territoiresDe(indicateur, groupe.territoires);
  const [unique] = territoires;
  if (unique && territoires.length === 1) return lignesDuTerritoire(groupe, indicateur, unique, seul, cadre);
  const enfants = territoires.flatMap((territoire) => lignesDuTerritoire(groupe, indicateur, territoire, true, cadre));
  if (enfants.length === 0 && cadre.gardees !== null) return [];
  const ouverte = cadre.ouverts.has(indicateur.id);
  const regle = seRassemble(indicateur) ? LIBELLES_AGREGATIONS[indicateur.agregation].split(' des ')[0] : '';
  const ensemble: LigneEnsemble = {
    sorte: 'ensemble',
    cle: indicateur.id,
    groupe,
    indicateur,
    territoires: territoires.flatMap(({ code }) => (mailleDe(code) === indicateur.maille ? [code] : [])),
    nom: seul ? ENSEMBLE : indicateur.libelle,
    precision: [indicateur.unite, regle?.toLowerCase()].filter(Boolean).join(', '),
    ouverte,
  };
  return ouverte ? [ensemble, ...enfants] : [ensemble];
}

function lignesDuGroupe(groupe: GroupeGrille, cadre: CadreLignes, seul: boolean): Ligne[] {
  const { fiche, indicateurs } = groupe;
  const lignes = TYPES_INDICATEUR.flatMap((type): Ligne[] => {
    const siennes = indicateurs
      .filter((indicateur) => indicateur.type === type)
      .flatMap((indicateur) => lignesDe(groupe, indicateur, cadre, seul));
    if (siennes.length === 0 || seul) return siennes;
    return [{ sorte: 'titre', cle: `${fiche?.id ?? ''}/${type}`, nom: LIBELLES_TYPES[type], fiche: null }, ...siennes];
  });
  return fiche === null || lignes.length === 0
    ? lignes
    : [{ sorte: 'titre', cle: fiche.id, nom: fiche.nom, fiche }, ...lignes];
}

/** Rows of the grid: indicators by fiche and type, each followed by its territories when open; of a single one, its territories. */
export function lignesDeGrille(cadre: CadreLignes): Ligne[] {
  const seul = cadre.groupes.flatMap(({ indicateurs }) => indicateurs).length === 1;
  return cadre.groupes.flatMap((groupe) => lignesDuGroupe(groupe, cadre, seul && groupe.fiche === null));
}
