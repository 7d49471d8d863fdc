import { anneesDuContrat, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { LIBELLES_SENS, LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import type {
  DeclinaisonImprimee,
  DocumentFiche,
  IndicateurImprime,
  LigneDeFiche,
  SectionDeLigne,
} from '../document/document-fiche';
import { alternative } from '../graphique/alternative';
import { courbe } from '../graphique/courbe';
import { petitsMultiples } from '../graphique/petits-multiples';
import type { Dessin } from '../graphique/planche';
import { pictogramme } from '../graphique/pictogrammes';
import { type Palette, palette } from './couleurs';
import { rangeeEntiere, sectionEntiere } from './encombrement';
import { type Tableau, tableauIndicateur } from './tableau-indicateur';

const LETTRES_DU_PIED = 84;

function abreger(titre: string): string {
  if (titre.length <= LETTRES_DU_PIED) return titre;
  return `${titre.slice(0, LETTRES_DU_PIED).replace(/\s+\S*$/, '')}…`;
}

function graphiques(indicateur: IndicateurImprime, annees: number[], couleur: string): (Dessin & { alt: string })[] {
  const dessinables = indicateur.series.filter(({ valeurs }) => valeurs.some(({ nombre }) => nombre !== null));
  const seule = dessinables.find(({ ensemble }) => ensemble) ?? (dessinables.length === 1 ? dessinables[0] : undefined);
  const autres = indicateur.series.filter((serie) => serie !== seule);
  const multiples = dessinables.some((serie) => serie !== seule);
  return [
    ...(seule ? [{ ...courbe(indicateur, seule, annees, couleur), alt: alternative(indicateur, [seule]) }] : []),
    ...(multiples
      ? [{ ...petitsMultiples(indicateur, autres, annees, couleur), alt: alternative(indicateur, autres) }]
      : []),
  ];
}

/** What is said of an indicator beside its values, as label and words. */
export function faits({ unite, sens, reference, cibles, progression }: IndicateurImprime): [string, string][] {
  const enAnnee = (repere: { annee: number; texte: string }) => `${repere.texte} (${repere.annee})`;
  const lignes: [string, string][] = [
    ['Unité', unite],
    ['Sens attendu', sens === 'aucun' ? '' : LIBELLES_SENS[sens].toLowerCase()],
    ['Référence', reference ? enAnnee(reference) : ''],
    [cibles.length > 1 ? 'Cibles' : 'Cible', cibles.map(enAnnee).join(', ')],
    ['Progression', progression],
  ];
  return lignes.filter(([, dit]) => dit !== '');
}

interface IndicateurDuModele extends Pick<IndicateurImprime, 'libelle' | 'phrase' | 'source'> {
  /** Label and value pairs under the sentence. */
  faits: [string, string][];
  graphiques: (Dessin & { alt: string })[];
  tableau: Tableau;
}

type Entiere<T> = T & { entiere: boolean };
/** A row with its page breaks worked out. */
export type LigneDuModele = Entiere<Omit<LigneDeFiche, 'sections'> & { sections: Entiere<SectionDeLigne>[] }>;

/** Shape of the template's `data.json`: the fiche with its colours, drawings, tables and page breaks worked out. */
export interface DonneesDuModele extends Omit<DocumentFiche, 'lignes' | 'indicateurs' | 'declinaisons' | 'avis'> {
  titreDuDocument: string;
  titreDuPied: string;
  couleurs: Palette;
  bandeau: Palette;
  dateEcrite: string;
  jour: { annee?: number; mois?: number; jour?: number };
  periode: string;
  lignes: LigneDuModele[];
  avis: LigneDuModele[];
  groupes: { libelle: string; indicateurs: IndicateurDuModele[] }[];
  declinaisons: (DeclinaisonImprimee & { pictogramme: string | null })[];
}

function grouper(indicateurs: IndicateurImprime[], annees: number[], couleur: string): DonneesDuModele['groupes'] {
  const groupes = TYPES_INDICATEUR.map((type) => ({
    libelle: LIBELLES_TYPES[type],
    indicateurs: indicateurs
      .filter((indicateur) => indicateur.type === type)
      .map((indicateur) => ({
        libelle: indicateur.libelle,
        phrase: indicateur.phrase,
        source: indicateur.source,
        faits: faits(indicateur),
        graphiques: graphiques(indicateur, annees, couleur),
        tableau: tableauIndicateur(indicateur, annees),
      })),
  }));
  return groupes.filter((groupe) => groupe.indicateurs.length > 0);
}

/** Works out which parts of a row stay whole on a page. */
export function mesurer(ligne: LigneDeFiche): LigneDuModele {
  return {
    ...ligne,
    entiere: rangeeEntiere(ligne),
    sections: ligne.sections.map((section) => ({ ...section, entiere: sectionEntiere(section) })),
  };
}

/** Works out everything the template needs, so that the template only lays out. */
export function donneesDuModele(fiche: DocumentFiche): DonneesDuModele {
  const { contrat, code, enjeu, lignes, indicateurs, declinaisons, avis, ...reste } = fiche;
  const couleurs = palette(enjeu.couleur || contrat.couleur);
  const titre = fiche.titre.replace(/\s+/g, ' ').trim() || 'Fiche projet sans intitulé';
  const [annee, mois, jour] = fiche.date.slice(0, 10).split('-').map(Number);
  return {
    ...reste,
    contrat,
    code,
    enjeu,
    titre,
    titreDuDocument: `Fiche projet n°${INSECABLE}${code} – ${titre}`,
    titreDuPied: fiche.titreCourt || abreger(titre),
    couleurs,
    bandeau: palette(contrat.couleur),
    dateEcrite: formaterDate(fiche.date),
    jour: { annee, mois, jour },
    periode: `${contrat.anneeDebut}-${contrat.anneeFin}`,
    lignes: lignes.map(mesurer),
    avis: avis.map(mesurer),
    groupes: grouper(indicateurs, anneesDuContrat(contrat), couleurs.encre),
    declinaisons: declinaisons.map((declinaison) => ({
      ...declinaison,
      pictogramme: declinaison.meteo ? pictogramme(declinaison.meteo.valeur) : null,
    })),
  };
}
