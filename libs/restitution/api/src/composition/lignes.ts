import { INSECABLE } from '@pleniere/shared/domain';
import {
  type Champ,
  type ChampId,
  type ContenuFiche,
  estChampEcrit,
  type FicheLue,
  type Ligne,
  LIGNES,
  REGISTRE,
} from '@pleniere/fiches/domain';
import type { TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { Bloc, LigneDeFiche, SectionDeLigne } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';
import { BLOCS_DES_CHAMPS, type NomsDuTexte } from './blocs-des-champs';

type FicheEcrite = Pick<FicheLue, 'contenu' | 'indicateurs'>;

const TYPES_DES_CHAMPS: Readonly<Partial<Record<Champ['id'], TypeIndicateur>>> = {
  indicateursRealisation: 'realisation',
  indicateursResultat: 'resultat',
  indicateursImpact: 'impact',
};

function blocsEcrits<C extends ChampId>(id: C, contenu: Partial<ContenuFiche>, noms: NomsDuTexte): Bloc[] {
  const ecrit: ContenuFiche[C] | undefined = contenu[id];
  return ecrit === undefined ? [] : BLOCS_DES_CHAMPS[id](ecrit, noms);
}

function libellesDesIndicateurs(fiche: FicheEcrite, type: TypeIndicateur): Bloc[] {
  const libelles = fiche.indicateurs.filter((indicateur) => indicateur.type === type);
  if (libelles.length === 0) return [];
  const items = libelles.map(({ libelle }) => ({ runs: [{ texte: libelle }], sousItems: [] }));
  return [{ type: 'liste', ordonnee: false, items }];
}

function blocsDuChamp({ id }: Champ, fiche: FicheEcrite, noms: NomsDuTexte): Bloc[] {
  const type = TYPES_DES_CHAMPS[id];
  if (type) return libellesDesIndicateurs(fiche, type);
  return estChampEcrit(id) ? blocsEcrits(id, fiche.contenu, noms) : [];
}

const ponctuer = (libelle: string): string => (libelle.endsWith('?') ? libelle : `${libelle}${INSECABLE}:`);

function sectionsDuChamp(champ: Champ, seul: boolean, fiche: FicheEcrite, noms: NomsDuTexte): SectionDeLigne[] {
  if (champ.id === 'sectionsSupplementaires') {
    const ajoutees = fiche.contenu.sectionsSupplementaires ?? [];
    return ajoutees.map(({ libelle, texte }) => ({ libelle, blocs: lireTexteRiche(texte) }));
  }
  const section = { libelle: seul ? null : ponctuer(champ.libelle), blocs: blocsDuChamp(champ, fiche, noms) };
  const attendue = champ.officiel && champ.id !== 'lignesBudget';
  return attendue || section.blocs.length > 0 ? [section] : [];
}

/**
 * The rows of the sheet from the field registry, in its order and words. An official field left empty keeps its place;
 * what the product adds (budget lines, complements) is printed only when filled.
 */
export function lignesDeLaFiche(fiche: FicheEcrite, noms: NomsDuTexte): LigneDeFiche[] {
  const corps: readonly Ligne[] = LIGNES.filter(({ id }) => id !== 'entete');
  return corps.flatMap(({ id, libelle, precision }) => {
    const champs = REGISTRE.filter(({ ligne }) => ligne === id);
    const sections = champs.flatMap((champ) => sectionsDuChamp(champ, champs.length === 1, fiche, noms));
    return sections.length > 0 ? [{ label: libelle, sousLabel: precision, sections }] : [];
  });
}
