import type { ApercuExport } from '@pleniere/indicateurs/domain';
import { accorder, formaterNombre, INSECABLE } from '@pleniere/shared/domain';

function direOctets(octets: number): string {
  if (octets < 1024) return accorder(octets, 'octet');
  const ko = octets / 1024;
  return ko < 1024 ? `${formaterNombre(Math.ceil(ko))}${INSECABLE}ko` : `${formaterNombre(ko / 1024, 1)}${INSECABLE}Mo`;
}

/** « 1 240 lignes, 96 ko »; a workbook is compressed, its size is not known before. */
export function phraseTaille({ total, octets }: Pick<ApercuExport, 'total' | 'octets'>): string {
  const lignes = accorder(total, 'ligne');
  return octets === null ? lignes : `${lignes}, ${direOctets(octets)}`;
}

/** How many figures the reader does not see, and why; empty when they see them all. */
export function phraseMasquees({ masquees }: Pick<ApercuExport, 'masquees'>): string {
  if (masquees === 0) return '';
  const compte = accorder(masquees, 'valeur masquée', 'valeurs masquées');
  return `${compte} pour que personne ne soit reconnu\u00A0: les nombres de 1 à 4, et ceux qui permettraient de les calculer.`;
}
