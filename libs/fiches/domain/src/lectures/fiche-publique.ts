import type { Contrat } from '@pleniere/contrat/domain';
import type { TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { FichePublique } from './quartiers';

/** A contrat of which residents may read the fiches in force. */
export type ContratPublic = Pick<Contrat, 'id' | 'titre' | 'titreCourt' | 'couleur' | 'logo'>;

/** One row of a public fiche: a label in plain words, and restricted HTML. */
export interface LignePublique {
  libelle: string;
  html: string;
}

/** A public indicator told in one sentence, small counts masked. */
export interface IndicateurPublic {
  libelle: string;
  type: TypeIndicateur;
  phrase: string;
}

/** One fiche in force as residents read it in full. */
export interface FichePubliqueLue extends FichePublique {
  lignes: LignePublique[];
  indicateurs: IndicateurPublic[];
}
