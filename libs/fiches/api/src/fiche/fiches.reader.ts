import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import type { TypeEnjeu } from '@pleniere/contrat/domain';
import {
  codeAction,
  LIBELLES_STATUTS_FICHE,
  lireCode,
  REGISTRE,
  STATUTS_FICHE,
  statutsVisibles,
  TAILLE_PAGE_FICHES,
  texteLu,
  type Action,
  type AvisSaisi,
  type Facette,
  type FicheLue,
  type FicheResume,
  type FiltresFiches,
  type PageFiches,
  type RevisionLue,
} from '@pleniere/fiches/domain';
import { Horloge, type VilleDeLActeur } from '@pleniere/indicateurs/api';
import { Base, introuvable } from '@pleniere/shared/api';
import { isUUID } from 'class-validator';
import { pourActeur, type FicheBrute } from './droits';
import { ficheParCode, ficheParId, REVISION_LUE } from './lecture-fiche';
import { liste, listeCherchee } from './liste-fiches';
import { lireRecherche } from './recherche';

interface LigneFiche {
  fiche: Omit<FicheBrute, 'actions'> & { actions: (Omit<Action, 'code'> & { rang: number })[] };
  perimetre: string[];
  ville: VilleDeLActeur | null;
  monAvis: AvisSaisi | null;
  destinataires: FicheLue['destinataires'];
}

type Filtre = keyof PageFiches['facettes'];
type FacetteBrute = { filtre: Filtre; valeur: string; libelle: string | null; nombre: number; type: TypeEnjeu | null };

interface LigneListe {
  reponse: { total: number; fiches: Omit<FicheResume, 'total'>[]; facettes: FacetteBrute[] };
}

const TOTAL = REGISTRE.filter(({ officiel }) => officiel).length;
const LIBELLES: Readonly<Record<string, string>> = { ...LIBELLES_CATEGORIES, ...LIBELLES_STATUTS_FICHE };
const ORDRE = new Intl.Collator('fr', { numeric: true });

function facettesDe(brutes: readonly FacetteBrute[], filtre: Filtre): Facette[] {
  const facettes = brutes
    .filter((brute) => brute.filtre === filtre)
    .map(({ valeur, libelle, nombre }) => ({ valeur, libelle: libelle ?? LIBELLES[valeur] ?? valeur, nombre }));
  if (filtre === 'enjeu') return facettes;
  const statuts: readonly string[] = STATUTS_FICHE;
  if (filtre === 'statut') return facettes.sort((a, b) => statuts.indexOf(a.valeur) - statuts.indexOf(b.valeur));
  return facettes.sort((a, b) => ORDRE.compare(a.libelle, b.libelle));
}

/** Reads fiches for a person, never more than they may see. */
@Injectable()
export class FichesReader {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  /** One fiche with everything, by id or by code (`T1.1`); throws 404 when the person may see no such fiche. */
  async lire(acteur: Acteur, ref: string): Promise<FicheLue> {
    const ligne = await this.chercher(acteur, ref);
    if (!ligne) throw introuvable('Cette fiche');
    const { fiche, perimetre, ...reste } = ligne;
    const actions = fiche.actions.map(({ rang, ...action }) => ({ ...action, code: codeAction(fiche.code, rang) }));
    const organisations = { contratId: acteur.contratId, organisationIds: perimetre };
    const aujourdhui = this.horloge.aujourdhui();
    return pourActeur(acteur, { ...fiche, actions }, { perimetre: organisations, ...reste, aujourdhui });
  }

  /** The text of one revision of a fiche; throws 404 when the person may see no such one. */
  async revision(acteur: Acteur, ref: string, numero: number): Promise<RevisionLue> {
    const { id } = await this.lire(acteur, ref);
    const tout = texteLu(acteur.role) === 'travail';
    const valeurs = [acteur.contratId, id, numero, tout];
    const [ligne] = await this.base.lire<{ revision: RevisionLue }>('fiche-revision', REVISION_LUE, valeurs);
    if (!ligne) throw introuvable('Cette révision');
    return ligne.revision;
  }

  /** A page of the list with its total and facets. */
  async lister(acteur: Acteur, { q = '', page = 1, ...filtres }: FiltresFiches): Promise<PageFiches> {
    const recherche = lireRecherche(q);
    const debut = (page - 1) * TAILLE_PAGE_FICHES;
    const { enjeu, ville, qpv, pilote, statut } = filtres;
    const choisis = JSON.stringify({ enjeu, ville, qpv, pilote, statut });
    const valeurs = [acteur.contratId, statutsVisibles(acteur.role), choisis, TAILLE_PAGE_FICHES, debut];
    const texte = texteLu(acteur.role);
    const [ligne] = recherche
      ? await this.base.lire<LigneListe>(`liste-fiches-cherchee-${texte}`, listeCherchee(texte), [
          ...valeurs,
          recherche.texte,
          recherche.debut,
          recherche.prefixe,
        ])
      : await this.base.lire<LigneListe>(`liste-fiches-${texte}`, liste(texte), valeurs);
    const { total, fiches, facettes } = ligne?.reponse ?? { total: 0, fiches: [], facettes: [] };
    return {
      total,
      page,
      taillePage: TAILLE_PAGE_FICHES,
      fiches: fiches.map((fiche) => ({ ...fiche, total: TOTAL })),
      facettes: {
        enjeu: facettesDe(facettes, 'enjeu'),
        ville: facettesDe(facettes, 'ville'),
        qpv: facettesDe(facettes, 'qpv'),
        pilote: facettesDe(facettes, 'pilote'),
        statut: facettesDe(facettes, 'statut'),
      },
    };
  }

  private async chercher(acteur: Acteur, ref: string): Promise<LigneFiche | undefined> {
    const { contratId, role, organisationId, personneId } = acteur;
    const texte = texteLu(role);
    const vues = [contratId, statutsVisibles(role), organisationId, personneId];
    if (isUUID(ref))
      return (await this.base.lire<LigneFiche>(`fiche-par-id-${texte}`, ficheParId(texte), [...vues, ref]))[0];
    const code = lireCode(ref);
    if (!code) return undefined;
    const place = [code.lettre, code.enjeu, code.rang];
    return (await this.base.lire<LigneFiche>(`fiche-par-code-${texte}`, ficheParCode(texte), [...vues, ...place]))[0];
  }
}
