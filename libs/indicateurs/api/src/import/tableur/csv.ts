import { type CelluleTableur, type FeuilleTableur, LIMITES_IMPORT } from '@pleniere/indicateurs/domain';
import { parse } from 'csv-parse/sync';
import { TableurIllisible } from './tableur-illisible';

const SEPARATEURS = [';', '\t', ',', '|'];

function decoder(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder('utf-16be').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/** The sign that separates the first filled line into the most cells; the semicolon when nothing does. */
function separateurDe(texte: string): string {
  const ligne = (/^[^\S\n]*\S.*$/m.exec(texte)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const compter = (signe: string) => ligne.split(signe).length;
  return SEPARATEURS.reduce((meilleur, signe) => (compter(signe) > compter(meilleur) ? signe : meilleur));
}

/** `="37261"`, which keeps the noughts of a code in a spreadsheet, and the apostrophe that keeps a text from being a formula. */
function deshabiller(cellule: string): string {
  const [, code] = /^="((?:[^"]|"")*)"$/.exec(cellule) ?? [];
  return code?.replaceAll('""', '"') ?? cellule.replace(/^'(?='*[=+\-@\t\r])/, '');
}

/** Reads a CSV as people have them: any usual encoding and separator, line `sep=;`, lines of unequal length. */
export function lireCsv(octets: Uint8Array): FeuilleTableur {
  const texte = decoder(octets).replace(/^\uFEFF/, '');
  const [annonce, signe] = /^sep=(.)\r?\n/i.exec(texte) ?? [];
  const corps = texte.slice(annonce?.length ?? 0);
  try {
    const lignes = parse(corps, {
      delimiter: signe ?? separateurDe(corps),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: LIMITES_IMPORT.lignes + 2,
    }) as string[][];
    return { nom: 'CSV', lignes: lignes.map((ligne) => ligne.map(deshabiller)) };
  } catch {
    throw new TableurIllisible('Ce fichier CSV est mal formé\u00A0: un guillemet ouvert n’est pas refermé.');
  }
}

function habiller(cellule: CelluleTableur): string {
  if (typeof cellule === 'number') return String(cellule).replace('.', ',');
  const texte = cellule ?? '';
  const sur = /^'*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
  return /[";\n\r]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur;
}

/** Writes a CSV that a French spreadsheet opens at a click: BOM, semicolons, decimal commas, no text that runs. */
export function ecrireCsv({ lignes }: FeuilleTableur): Uint8Array {
  return Buffer.from(`\uFEFF${lignes.map((ligne) => `${ligne.map(habiller).join(';')}\r\n`).join('')}`);
}
