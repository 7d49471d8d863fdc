import type { NomIcone, Ton } from '@pleniere/shared/ui';
import type { Position } from './avancement';

/** Positions in the order a reader asks about them, each with its words, icon and tone. */
export const POSITIONS: readonly { position: Position; libelle: string; icone: NomIcone; ton: Ton }[] = [
  { position: 'atteinte', libelle: 'À la cible', icone: 'fait', ton: 'succes' },
  { position: 'en-chemin', libelle: 'En chemin', icone: 'hausse', ton: 'info' },
  { position: 'en-retard', libelle: 'En retard', icone: 'echeance', ton: 'alerte' },
  { position: 'sans-cible', libelle: 'Suivi sans cible', icone: 'courbe', ton: 'neutre' },
  { position: 'sans-valeur', libelle: 'Sans valeur', icone: 'alerte', ton: 'attention' },
];
