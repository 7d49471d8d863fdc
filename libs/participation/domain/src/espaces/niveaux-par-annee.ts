import { estTenue } from '../seances/circuit-seance';
import { type NiveauParticipation, NIVEAUX_PARTICIPATION } from '../seances/mots-seance';
import type { SeanceDialogueResume } from './seance-dialogue';

/** Séances held in a year, by how far residents weighed; `sans` counts those of which nobody has said it yet. */
export interface NiveauxDUneAnnee {
  annee: number;
  total: number;
  niveaux: Record<NiveauParticipation, number>;
  sans: number;
}

type Situee = Pick<SeanceDialogueResume, 'date' | 'statut' | 'niveauParticipation'>;

/** « Modéliser les niveaux de participation » (fiche T 1.1): levels of the séances held, year by year. */
export function niveauxParAnnee(seances: readonly Situee[]): NiveauxDUneAnnee[] {
  const tenues = seances.filter(({ statut }) => estTenue(statut));
  const annees = [...new Set(tenues.map(({ date }) => Number(date.slice(0, 4))))].sort();
  return annees.map((annee) => {
    const siennes = tenues.filter(({ date }) => Number(date.slice(0, 4)) === annee);
    const niveaux = Object.fromEntries(
      NIVEAUX_PARTICIPATION.map((niveau) => [
        niveau,
        siennes.filter(({ niveauParticipation }) => niveauParticipation === niveau).length,
      ]),
    ) as Record<NiveauParticipation, number>;
    const sans = siennes.filter(({ niveauParticipation }) => niveauParticipation === null).length;
    return { annee, total: siennes.length, niveaux, sans };
  });
}
