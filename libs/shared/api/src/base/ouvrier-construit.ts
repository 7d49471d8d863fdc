import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path of a worker that the build puts beside the program or one floor above; null when the program runs from its sources. */
export function ouvrierConstruit(dossier: string, nom: string): string | null {
  const etages = ['.', '..'].map((etage) => join(dossier, etage, `${nom}.worker.cjs`));
  return etages.find((chemin) => existsSync(chemin)) ?? null;
}
