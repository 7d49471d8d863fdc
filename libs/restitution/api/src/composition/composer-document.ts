import { type Contrat, libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, type FicheLue, LIBELLES_STATUTS_FICHE } from '@pleniere/fiches/domain';
import type { DocumentFiche } from '../document/document-fiche';
import { imprimerAvis } from './avis';
import type { NomsDuTexte } from './blocs-des-champs';
import { imprimerIndicateurs, type TerritoireImprime } from './indicateurs';
import type { Lecteur } from './masquage';
import { lignesDeLaFiche } from './lignes';
import { imprimerAction, imprimerDeclinaison } from './suivi';

/** What a fiche does not know of itself: the identity of the contrat, and the names of its territories. */
export interface ContexteDuDocument {
  contrat: Pick<Contrat, 'titre' | 'couleur' | 'logo' | 'anneeDebut' | 'anneeFin'>;
  territoires: TerritoireImprime[];
  /** Smallest count of people that may be told to those who did not produce it. */
  seuil: number;
}

/** What is printed of a fiche, whether it is read now or out of an arrêté. */
export type FicheImprimable = Pick<
  FicheLue,
  | 'code'
  | 'statut'
  | 'revision'
  | 'contrat'
  | 'enjeu'
  | 'orientationTexte'
  | 'contenu'
  | 'droits'
  | 'actions'
  | 'declinaisons'
  | 'indicateurs'
  | 'avis'
>;

/**
 * The document of a fiche as it stands on a day (ISO): everything printed of it, in the words of the sheet, less the small
 * counts that its reader did not produce.
 */
export function composerDocument(
  fiche: FicheImprimable,
  { contrat, territoires, seuil }: ContexteDuDocument,
  jour: string,
  lecteur: Lecteur,
): DocumentFiche {
  const noms = new Map(territoires.map(({ code, nom }) => [code, nom]));
  const nommer = (code: string) => noms.get(code) ?? code;
  return {
    contrat,
    code: codeAffiche(fiche.code),
    enjeu: { libelle: libelleEnjeu(fiche.enjeu), intitule: fiche.enjeu.intitule, couleur: fiche.enjeu.couleur },
    orientation: fiche.orientationTexte ?? '',
    titre: fiche.contenu.titre ?? '',
    titreCourt: fiche.contenu.titreCourt ?? '',
    statut: direStatut(fiche),
    date: jour,
    lignes: lignesDeLaFiche(fiche, { territoire: nommer, action: nommerActions(fiche) }),
    indicateurs: imprimerIndicateurs(fiche, territoires, jour, { lecteur, seuil }),
    actions: fiche.actions.map((action) => imprimerAction(action, jour)),
    declinaisons: fiche.declinaisons.map((declinaison) => imprimerDeclinaison(declinaison, nommer)),
    avis: imprimerAvis(fiche),
  };
}

/** Codes of the actions of a fiche, « T 1.1-a », by their ids. */
export function nommerActions({ actions }: Pick<FicheLue, 'actions'>): NomsDuTexte['action'] {
  const codes = new Map(actions.map(({ id, code }) => [id, codeAffiche(code)]));
  return (id) => codes.get(id) ?? null;
}

/** « En vigueur (révision 2) »; a first text has no number to tell. */
function direStatut({ statut, revision }: FicheImprimable): string {
  return `${LIBELLES_STATUTS_FICHE[statut]}${revision > 1 ? ` (révision ${revision})` : ''}`;
}
