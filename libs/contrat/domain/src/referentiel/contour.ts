import type { Contour, FichierReferentiel, LigneFichier } from './import-referentiel';

const POINTS_MIN = 4;

function estObjet(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);
}

function estPoint(point: unknown): point is [number, number] {
  return Array.isArray(point) && point.length >= 2 && point.slice(0, 2).every((nombre) => Number.isFinite(nombre));
}

function refusAnneau(anneau: unknown): string | null {
  if (!Array.isArray(anneau) || anneau.length < POINTS_MIN || !anneau.every(estPoint)) {
    return 'Le contour est incomplet\u00A0: chaque boucle compte au moins quatre points.';
  }
  const hors = anneau.find(([longitude, latitude]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90);
  if (hors) return 'Des coordonnées sortent du globe\u00A0: donnez des degrés de longitude et de latitude (WGS 84).';
  const [premier, dernier] = [anneau[0], anneau.at(-1)];
  const referme = premier?.[0] === dernier?.[0] && premier?.[1] === dernier?.[1];
  return referme ? null : 'Le contour n’est pas refermé\u00A0: son dernier point doit être le premier.';
}

/** Reads the outline of a shape; a text says why it is refused. */
export function lireContour(geometrie: unknown): Contour | string {
  if (!estObjet(geometrie)) return 'Cette forme n’a pas de contour.';
  const { type, coordinates } = geometrie;
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) {
    return 'Un contour est un Polygon ou un MultiPolygon.';
  }
  const polygones: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  if (polygones.length === 0 || !polygones.every((polygone) => Array.isArray(polygone) && polygone.length > 0)) {
    return 'Le contour est vide.';
  }
  const refus = (polygones as unknown[][])
    .flat()
    .map(refusAnneau)
    .find((motif) => motif !== null);
  return refus ?? (polygones as Contour);
}

function ecrire(valeur: unknown): string {
  if (Array.isArray(valeur)) return valeur.map(ecrire).join('|');
  return typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur).trim() : '';
}

/** Reads a collection of shapes as lines, with a column for each of their properties; null when it is none. */
export function lireGeojson(json: unknown): FichierReferentiel | null {
  if (!estObjet(json) || !Array.isArray(json['features'])) return null;
  const formes = json['features'].map((forme) => (estObjet(forme) ? forme : {}));
  const proprietes = formes.map(({ properties }) => (estObjet(properties) ? properties : {}));
  const titres = [...new Set(proprietes.flatMap((siennes) => Object.keys(siennes)))];
  const lignes = formes.map((forme, rang): LigneFichier => {
    const contour = lireContour(forme['geometry']);
    const cellules = titres.map((titre) => ecrire(proprietes[rang]?.[titre]));
    return { ligne: rang + 1, cellules, ...(typeof contour === 'string' ? { motif: contour } : { contour }) };
  });
  return { titres, lignes };
}
