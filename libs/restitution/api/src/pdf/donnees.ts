import { anneesDuContrat, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { LIBELLES_SENS, LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import type { DocumentFiche, IndicateurImprime } from '../document/document-fiche';
import { alternative } from '../graphique/alternative';
import { courbe } from '../graphique/courbe';
import { petitsMultiples } from '../graphique/petits-multiples';
import type { Dessin } from '../graphique/planche';
import { pictogramme } from '../graphique/pictogrammes';
import { palette } from './couleurs';
import { rangeeEntiere, sectionEntiere } from './encombrement';
import { tableauIndicateur } from './tableau-indicateur';

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
    ...(multiples ? [{ ...petitsMultiples(indicateur, autres, annees, couleur), alt: alternative(indicateur, autres) }] : []),
  ];
}

function faits({ unite, sens, reference, cibles, progression }: IndicateurImprime): [string, string][] {
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

/** What the template reads: the fiche with its colours, drawings and tables worked out, so that the template only lays out. */
export function donneesDuModele(fiche: DocumentFiche) {
  const annees = anneesDuContrat(fiche.contrat);
  const couleurs = palette(fiche.enjeu.couleur || fiche.contrat.couleur);
  const titre = fiche.titre.replace(/\s+/g, ' ').trim() || 'Fiche projet sans intitulé';
  const groupes = TYPES_INDICATEUR.map((type) => ({
    libelle: LIBELLES_TYPES[type],
    indicateurs: fiche.indicateurs
      .filter((indicateur) => indicateur.type === type)
      .map((indicateur) => ({
        libelle: indicateur.libelle,
        phrase: indicateur.phrase,
        source: indicateur.source,
        faits: faits(indicateur),
        graphiques: graphiques(indicateur, annees, couleurs.encre),
        tableau: tableauIndicateur(indicateur, annees),
      })),
  })).filter(({ indicateurs }) => indicateurs.length > 0);
  const [annee, mois, jour] = fiche.date.slice(0, 10).split('-').map(Number);
  return {
    ...fiche,
    titre,
    titreDuDocument: `Fiche projet n°${INSECABLE}${fiche.code} – ${titre}`,
    titreDuPied: abreger(titre),
    couleurs,
    bandeau: palette(fiche.contrat.couleur),
    dateEcrite: formaterDate(fiche.date),
    jour: { annee, mois, jour },
    periode: `${fiche.contrat.anneeDebut}-${fiche.contrat.anneeFin}`,
    lignes: fiche.lignes.map((ligne) => ({
      ...ligne,
      entiere: rangeeEntiere(ligne),
      sections: ligne.sections.map((section) => ({ ...section, entiere: sectionEntiere(section) })),
    })),
    groupes,
    declinaisons: fiche.declinaisons.map((declinaison) => ({
      ...declinaison,
      pictogramme: declinaison.meteo ? pictogramme(declinaison.meteo.valeur) : null,
    })),
  };
}

/** Shape of the template's `data.json`. */
export type DonneesDuModele = ReturnType<typeof donneesDuModele>;
