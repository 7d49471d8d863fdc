import { type CadreFige, ciblesEchues, estAtteinte, type FicheFigee, seriesFigees } from '@pleniere/plenieres/domain';
import { estNumerique, progressionDeSerie } from '@pleniere/indicateurs/domain';
import { estEnRetard, type Meteo, METEOS } from '@pleniere/fiches/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { ArreteAImprimer, MatiereDuDocument } from '../fabrique/fabrique';

/** A fiche of a book with the name of its place, which links lead to. */
export interface FicheDuLivre {
  fiche: FicheFigee;
  ancre: string;
}

/** Fiches that follow one another in the book and share an enjeu. */
export interface EnjeuDuLivre {
  enjeu: FicheFigee['enjeu'];
  fiches: FicheDuLivre[];
}

/** What is counted of some fiches. */
export interface Comptes {
  fiches: number;
  /** By weather; those whose weather nobody gave are in none. */
  meteos: Record<Meteo, number>;
  declinaisons: number;
  actions: number;
  actionsRealisees: number;
  actionsEnRetard: number;
  indicateurs: number;
  /** Targets whose year has come and that can be judged, and those that are met. */
  ciblesEchues: number;
  ciblesAtteintes: number;
  /** Indicators whose progress towards the last target can be computed; half of the way or more; the whole way. */
  progressions: number;
  aMiChemin: number;
  arrivees: number;
}

/** The last day that an arrêté tells of, in Paris. */
export const jourDe = ({ contenu }: Pick<ArreteAImprimer, 'contenu'>): string => jourDeParis(new Date(contenu.figeLe));

/** The fiches of a book in their order, each with its place, gathered by enjeu as they follow one another. */
export function grouperParEnjeu(fiches: readonly FicheFigee[]): EnjeuDuLivre[] {
  return fiches.reduce<EnjeuDuLivre[]>((groupes, fiche, rang) => {
    const place = { fiche, ancre: `fiche-${rang + 1}` };
    const dernier = groupes.at(-1);
    if (dernier?.enjeu.id === fiche.enjeu.id) dernier.fiches.push(place);
    else groupes.push({ enjeu: fiche.enjeu, fiches: [place] });
    return groupes;
  }, []);
}

/** The enjeux of a book, each once whatever the order of its fiches. */
export function enjeuxDuLivre(groupes: readonly EnjeuDuLivre[]): EnjeuDuLivre[] {
  return [...Map.groupBy(groupes, ({ enjeu }) => enjeu.id).values()].flatMap((siens) =>
    siens.slice(0, 1).map(({ enjeu }) => ({ enjeu, fiches: siens.flatMap(({ fiches }) => fiches) })),
  );
}

/** The chosen fiches of an arrêté, in the order that was chosen; no choice is all of them. */
export function fichesChoisies({ contenu, options: { ficheIds } }: MatiereDuDocument): FicheFigee[] {
  const parId = new Map(contenu.fiches.map((fiche) => [fiche.id, fiche]));
  return ficheIds.length === 0 ? contenu.fiches : ficheIds.flatMap((id) => parId.get(id) ?? []);
}

/** Share of the way made by each indicator whose progress can be computed. */
function progressionsDe(fiche: FicheFigee, cadre: CadreFige): number[] {
  return fiche.indicateurs.flatMap((indicateur) => {
    const { ensemble, parties } = seriesFigees(indicateur, cadre);
    const serie = ensemble ?? (parties.length === 1 ? parties[0]?.serie : undefined);
    if (!serie || !estNumerique(indicateur.nature)) return [];
    const progression = progressionDeSerie(indicateur, serie);
    return 'taux' in progression ? [progression.taux] : [];
  });
}

/** Counts what the fiches hold at the day of the arrêté. */
export function compter(places: readonly FicheDuLivre[], cadre: CadreFige): Comptes {
  const fiches = places.map(({ fiche }) => fiche);
  const jour = jourDeParis(new Date(cadre.figeLe));
  const actions = fiches.flatMap((fiche) => fiche.actions);
  const echues = fiches.flatMap((fiche) => fiche.indicateurs.flatMap((indicateur) => ciblesEchues(indicateur, cadre)));
  const progressions = fiches.flatMap((fiche) => progressionsDe(fiche, cadre));
  const meteos = METEOS.map((meteo) => [meteo, fiches.filter((fiche) => fiche.meteo === meteo).length]);
  return {
    fiches: fiches.length,
    meteos: Object.fromEntries(meteos) as Comptes['meteos'],
    declinaisons: fiches.reduce((total, { declinaisons }) => total + declinaisons.length, 0),
    actions: actions.length,
    actionsRealisees: actions.filter(({ statut }) => statut === 'realisee').length,
    actionsEnRetard: actions.filter((action) => estEnRetard(action, jour)).length,
    indicateurs: fiches.reduce((total, { indicateurs }) => total + indicateurs.length, 0),
    ciblesEchues: echues.length,
    ciblesAtteintes: echues.filter(estAtteinte).length,
    progressions: progressions.length,
    aMiChemin: progressions.filter((taux) => taux >= 0.5 && taux < 1).length,
    arrivees: progressions.filter((taux) => taux >= 1).length,
  };
}
