import type { Refus } from '@pleniere/shared/domain';

const DATA_URL = /^data:image\/(png|svg\+xml)(?:;charset=utf-8)?(;base64)?,(.+)$/is;
// Whatever in an SVG could run, load or lead elsewhere; a logo only draws.
const ACTIF =
  /<\s*(script|foreignobject|iframe|image|use|a|style)\b|\son\w+\s*=|javascript:|<!(doctype|entity)|href\s*=/i;

/** A logo is a PNG, or an SVG that only draws; given as a data URL so that nothing is fetched elsewhere. */
export function verifierLogo(logo: string): Refus {
  const [, type, base64, contenu] = DATA_URL.exec(logo) ?? [];
  if (type === undefined || contenu === undefined) return 'Un logo PNG ou SVG est attendu.';
  if (type.toLowerCase() === 'png') return /^iVBORw0KGgo/.test(contenu) ? null : 'Ce fichier n’est pas une image PNG.';
  try {
    const svg = base64 ? atob(contenu) : decodeURIComponent(contenu);
    if (!/<svg[\s>]/i.test(svg)) return 'Ce fichier n’est pas une image SVG.';
    return ACTIF.test(svg) ? 'Ce logo SVG contient autre chose que du dessin : script, style, lien ou image.' : null;
  } catch {
    return 'Ce fichier est illisible.';
  }
}
