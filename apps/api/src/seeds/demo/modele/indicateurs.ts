import type { Absence, Contenu, IndicateurSaisie, Qualite, Rupture, Territoire } from '@pleniere/indicateurs/domain';

/** One cell: a value, an absence, or a value with what is said about it; null leaves the cell empty. */
export type CelluleDemo = Contenu | { absence: Absence; commentaire?: string } | CelluleCommentee;

/** A value with its quality, comment or source. */
export interface CelluleCommentee {
  valeur: Exclude<Contenu, null>;
  qualite?: Qualite;
  commentaire?: string;
  source?: string;
  /** What the team wrote when it returned the value. */
  retour?: string;
}

/** Definition of an indicator, and its cells by territory from the first year of the contrat on. */
export type IndicateurDemo = Pick<IndicateurSaisie, 'libelle' | 'type' | 'nature' | 'sens' | 'maille'> &
  Partial<
    Pick<
      IndicateurSaisie,
      | 'unite'
      | 'decimales'
      | 'agregation'
      | 'anneesPonctuelles'
      | 'definition'
      | 'numerateur'
      | 'denominateur'
      | 'source'
      | 'methode'
      | 'reference'
      | 'cibles'
      | 'modalites'
      | 'visibilite'
      | 'borneMin'
      | 'borneMax'
      | 'calcul'
    >
  > & {
    responsable?: string;
    /** Ranks (from 1) of the expected results that the indicator measures. */
    resultats?: readonly number[];
    /** Breaks of the series; what is not said of the old definition was the same. */
    ruptures?: readonly (Omit<Rupture, 'avant'> & { avant: Partial<Rupture['avant']> })[];
    valeurs: Readonly<Record<Territoire, readonly CelluleDemo[]>>;
    /** Women and men among them, where they are told apart; null where the split of the year is missing. */
    parSexe?: Readonly<Record<Territoire, readonly (FemmesEtHommes | null)[]>>;
  };

/** Women, men, and the people whose sex was not noted. */
export type FemmesEtHommes = readonly [femmes: number, hommes: number, nonPrecises?: number];
