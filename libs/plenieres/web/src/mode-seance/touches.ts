import type { Raccourci } from '@pleniere/shared/web';

/** What a key asks of the presentation. */
export type Geste = 'suivant' | 'precedent' | 'debut' | 'fin' | 'decision' | 'presences' | 'plein-ecran' | 'quitter';

// Keys of a remote control for slides, and those of a keyboard.
const TOUCHES: Readonly<Record<string, Geste>> = {
  ArrowRight: 'suivant',
  ArrowDown: 'suivant',
  PageDown: 'suivant',
  ' ': 'suivant',
  ArrowLeft: 'precedent',
  ArrowUp: 'precedent',
  PageUp: 'precedent',
  Home: 'debut',
  End: 'fin',
  Escape: 'quitter',
};
const LETTRES: Readonly<Record<string, Geste>> = { d: 'decision', p: 'presences', f: 'plein-ecran' };

/** The gesture of a key, or null; single letters can be switched off (WCAG 2.1.4). */
export function gesteDe({ key }: Pick<KeyboardEvent, 'key'>, uneTouche: boolean): Geste | null {
  return TOUCHES[key] ?? (uneTouche ? LETTRES[key.toLowerCase()] : undefined) ?? null;
}

/** The same keys, for the keyboard map. */
export const RACCOURCIS_SEANCE: readonly Raccourci[] = [
  { touches: '→ ou Page suivante', effet: 'Écran suivant' },
  { touches: '← ou Page précédente', effet: 'Écran précédent' },
  { touches: 'Début, Fin', effet: 'Premier écran, décisions de la séance' },
  { touches: '3 puis Entrée', effet: 'Aller au point 3\u202F; 0 pour l’ordre du jour' },
  { touches: 'd', effet: 'Noter une décision' },
  { touches: 'p', effet: 'Voir les présences' },
  { touches: 'f', effet: 'Plein écran' },
  { touches: 'Échap', effet: 'Quitter le plein écran, puis le mode séance' },
];
