import { libelleEnjeu } from '@pleniere/contrat/domain';
import {
  codeAffiche,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  METEOS,
  type RecitAnnuel,
  STATUTS_EXECUTION,
} from '@pleniere/fiches/domain';
import type { CadreFige } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import { compter, type Comptes, type EnjeuDuLivre, type FicheDuLivre } from './matiere';

/** A sentence taken from the story of a déclinaison, with where it was written. */
export interface Citation {
  texte: string;
  source: string;
  ancre: string;
}

/** What is said of an enjeu on half a page. */
export interface SyntheseEnjeu {
  titre: string;
  couleur: string;
  /** Label and words, side by side. */
  chiffres: [string, string][];
  meteos: { meteo: (typeof METEOS)[number]; dit: string }[];
  progres: string;
  faits: Citation[];
  freins: Citation[];
}

const CITATIONS = 3;
const SIGNES = 260;

/** First sentence of a story; a longer one is cut at a word. */
function premierePhrase(recit: string): string {
  const phrase = /^.*?[.!?…](?=\s|$)/s.exec(recit.trim())?.[0] ?? recit.trim();
  const suivie = phrase.replace(/\s+/g, ' ');
  return suivie.length <= SIGNES ? suivie : `${suivie.slice(0, SIGNES).replace(/\s+\S*$/, '')}…`;
}

function citationsDe({ fiche, ancre }: FicheDuLivre, champ: Exclude<keyof RecitAnnuel, 'annee'>) {
  return fiche.declinaisons.flatMap(({ organisation, recits }) =>
    recits
      .filter((recit) => recit[champ].trim() !== '')
      .map((recit) => ({
        annee: recit.annee,
        texte: premierePhrase(recit[champ]),
        source: `${codeAffiche(fiche.code)}, ${organisation.nom}, ${recit.annee}`,
        ancre,
      })),
  );
}

/** The latest first, and one of each fiche before a second of any. */
function choisir(fiches: readonly FicheDuLivre[], champ: Exclude<keyof RecitAnnuel, 'annee'>): Citation[] {
  const parFiche = fiches.map((fiche) => citationsDe(fiche, champ).toSorted((a, b) => b.annee - a.annee));
  const tours = Math.max(0, ...parFiche.map(({ length }) => length));
  const rangees = Array.from({ length: tours }, (_, tour) => parFiche.flatMap((citations) => citations[tour] ?? []));
  return rangees
    .flat()
    .slice(0, CITATIONS)
    .map(({ texte, source, ancre }) => ({ texte, source, ancre }));
}

/** « 12 indicateurs suivent une cible : 3 l’ont atteinte, 5 ont fait la moitié du chemin ou plus, 4 moins. » */
function direProgres({ indicateurs, progressions, arrivees, aMiChemin }: Comptes): string {
  if (progressions === 0) return 'Aucune progression vers une cible ne se calcule encore.';
  const reste = progressions - arrivees - aMiChemin;
  const suivis = `Sur ${accorder(indicateurs, 'indicateur')}, ${progressions} ${progressions < 2 ? 'a' : 'ont'} une progression calculable`;
  return `${suivis}\u00A0: ${arrivees} au but, ${aMiChemin} au-delà de la moitié du chemin, ${reste} en deçà.`;
}

const direCibles = ({ ciblesAtteintes, ciblesEchues }: Comptes): string =>
  ciblesEchues === 0 ? 'aucune n’est échue' : `${ciblesAtteintes} sur ${accorder(ciblesEchues, 'échue')}`;

function direExecutions(fiches: readonly FicheDuLivre[]): string {
  const statuts = fiches.flatMap(({ fiche }) => fiche.declinaisons.map(({ statutExecution }) => statutExecution));
  const dits = STATUTS_EXECUTION.flatMap((statut) => {
    const nombre = statuts.filter((un) => un === statut).length;
    return nombre === 0 ? [] : [`${nombre} ${LIBELLES_EXECUTION[statut].toLowerCase()}`];
  });
  return dits.length === 0 ? 'aucune' : dits.join(', ');
}

/** The synthesis of an enjeu at the day of the arrêté. */
export function synthetiser({ enjeu, fiches }: EnjeuDuLivre, cadre: CadreFige): SyntheseEnjeu {
  const comptes = compter(fiches, cadre);
  const retard = comptes.actionsEnRetard > 0 ? `, ${comptes.actionsEnRetard} en retard` : '';
  return {
    titre: `${libelleEnjeu(enjeu)} – ${enjeu.intitule}`,
    couleur: enjeu.couleur,
    chiffres: [
      ['Fiches', String(comptes.fiches)],
      ['Déclinaisons', direExecutions(fiches)],
      ['Actions réalisées', `${comptes.actionsRealisees} sur ${comptes.actions}${retard}`],
      ['Cibles atteintes', direCibles(comptes)],
    ],
    meteos: METEOS.filter((meteo) => comptes.meteos[meteo] > 0).map((meteo) => ({
      meteo,
      dit: `${LIBELLES_METEO[meteo].nom}\u00A0: ${accorder(comptes.meteos[meteo], 'fiche')}`,
    })),
    progres: direProgres(comptes),
    faits: choisir(fiches, 'faitsMarquants'),
    freins: choisir(fiches, 'freins'),
  };
}
