import type { DeplacementPassage } from './lot';
import type { Passage } from './passage';

/**
 * Moves passages as a person decides; the text itself is never touched. What a person places is sure. Moves that name no
 * passage of the document are left aside.
 */
export function deplacer(passages: readonly Passage[], deplacements: readonly DeplacementPassage[]): Passage[] {
  const parId = new Map(deplacements.map((deplacement) => [deplacement.id, deplacement]));
  return passages.map((passage) => {
    const voulu = parId.get(passage.id);
    if (!voulu) return passage;
    const { destination } = voulu;
    const section = destination === 'section' ? voulu.section : null;
    const niveau = voulu.niveau ?? passage.niveau;
    const inchange = destination === passage.destination && section === passage.section && niveau === passage.niveau;
    return inchange ? passage : { ...passage, destination, section, niveau, confiance: 'forte' };
  });
}
