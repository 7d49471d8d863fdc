import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import type { TypeEnjeu } from '@pleniere/contrat/domain';
import {
  codeAction,
  LIBELLES_STATUTS_FICHE,
  lireCode,
  STATUTS_FICHE,
  statutsVisibles,
  TAILLE_PAGE_FICHES,
  texteLu,
  type Action,
  type Facette,
  type FacettesFiches,
  type FicheLue,
  type FiltreFacette,
  type FiltresFiches,
  type PageFiches,
  type RevisionLue,
} from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, EnJson, introuvable } from '@pleniere/shared/api';
import { isUUID } from 'class-validator';
import { pourActeur, type FicheSeule, type Lecteur } from './droits';
import { ficheParCode, ficheParId, REVISION_LUE } from './lecture-fiche';
import { facettes, facettesCherchees, liste, listeCherchee } from './liste-fiches';
import { lireRecherche } from './recherche';

interface LigneFiche extends Omit<Lecteur, 'perimetre' | 'aujourdhui'> {
  fiche: Omit<FicheSeule, 'actions'> & { actions: (Omit<Action, 'code'> & { rang: number })[] };
  indicateurs: string;
  perimetre: string[];
}

type FacetteBrute = {
  filtre: FiltreFacette;
  valeur: string;
  libelle: string | null;
  nombre: number;
  type: TypeEnjeu | null;
};

interface LigneFacettes {
  reponse: FacetteBrute[];
}

const LIBELLES: Readonly<Record<string, string>> = { ...LIBELLES_CATEGORIES, ...LIBELLES_STATUTS_FICHE };
const ORDRE = new Intl.Collator('fr', { numeric: true });

function facettesDe(brutes: readonly FacetteBrute[], filtre: FiltreFacette): Facette[] {
  const facettes = brutes
    .filter((brute) => brute.filtre === filtre)
    .map(({ valeur, libelle, nombre }) => ({ valeur, libelle: libelle ?? LIBELLES[valeur] ?? valeur, nombre }));
  if (filtre === 'enjeu') return facettes;
  const statuts: readonly string[] = STATUTS_FICHE;
  if (filtre === 'statut') return facettes.sort((a, b) => statuts.indexOf(a.valeur) - statuts.indexOf(b.valeur));
  return facettes.sort((a, b) => ORDRE.compare(a.libelle, b.libelle));
}

/** What the statements of the list take: the contrat, the statuts that the person may see, the filters; and the search. */
function filtrage({ contratId, role }: Acteur, { q = '', enjeu, ville, qpv, pilote, statut }: FiltresFiches) {
  const recherche = lireRecherche(q);
  return {
    recherche: recherche && [recherche.texte, recherche.debut, recherche.prefixe],
    valeurs: [contratId, statutsVisibles(role), JSON.stringify({ enjeu, ville, qpv, pilote, statut })],
  };
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
    const [fiche, indicateurs] = await this.completer(acteur, ref);
    return { ...fiche, indicateurs: JSON.parse(indicateurs) as FicheLue['indicateurs'] };
  }

  /** The same as it is sent: its indicateurs, with their values, are most of it, and nothing here looks at them. */
  async lireEnJson(acteur: Acteur, ref: string): Promise<EnJson<FicheLue>> {
    const [fiche, indicateurs] = await this.completer(acteur, ref);
    return new EnJson(`${JSON.stringify(fiche).slice(0, -1)},"indicateurs":${indicateurs}}`, fiche.version);
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

  /** A page of the list with its total. */
  lister(acteur: Acteur, { page = 1, ...filtres }: FiltresFiches): Promise<EnJson<PageFiches>> {
    const debut = (page - 1) * TAILLE_PAGE_FICHES;
    const texte = texteLu(acteur.role);
    const { recherche, valeurs } = filtrage(acteur, filtres);
    const bornees = [...valeurs, TAILLE_PAGE_FICHES, debut];
    return recherche
      ? this.base.lireEnJson(`liste-fiches-cherchee-${texte}`, listeCherchee(texte), [...bornees, ...recherche])
      : this.base.lireEnJson(`liste-fiches-${texte}`, liste(texte), bornees);
  }

  /** How many fiches each choice of a filter would give. */
  async facettes(acteur: Acteur, filtres: FiltresFiches): Promise<FacettesFiches> {
    const texte = texteLu(acteur.role);
    const { recherche, valeurs } = filtrage(acteur, filtres);
    const [ligne] = recherche
      ? await this.base.lire<LigneFacettes>(`facettes-fiches-cherchees-${texte}`, facettesCherchees(texte), [
          ...valeurs,
          ...recherche,
        ])
      : await this.base.lire<LigneFacettes>(`facettes-fiches-${texte}`, facettes(texte), valeurs);
    const comptees = ligne?.reponse ?? [];
    return {
      enjeu: facettesDe(comptees, 'enjeu'),
      ville: facettesDe(comptees, 'ville'),
      qpv: facettesDe(comptees, 'qpv'),
      pilote: facettesDe(comptees, 'pilote'),
      statut: facettesDe(comptees, 'statut'),
    };
  }

  /** A fiche with what the caller may do of it, and the JSON of its indicateurs. */
  private async completer(acteur: Acteur, ref: string): Promise<[Omit<FicheLue, 'indicateurs'>, string]> {
    const ligne = await this.chercher(acteur, ref);
    if (!ligne) throw introuvable('Cette fiche');
    const { fiche, indicateurs, perimetre: organisationIds, ...reste } = ligne;
    const actions = fiche.actions.map(({ rang, ...action }) => ({ ...action, code: codeAction(fiche.code, rang) }));
    const perimetre = { contratId: acteur.contratId, organisationIds };
    const lecteur = { ...reste, perimetre, aujourdhui: this.horloge.aujourdhui() };
    return [pourActeur(acteur, { ...fiche, actions }, lecteur), indicateurs];
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
