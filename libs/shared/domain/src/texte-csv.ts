const SEPARATEURS = [';', '\t', ',', '|'];

/** The text of a file in UTF-8, UTF-16 or, when it is neither, Windows-1252; without its byte order mark. */
export function decoderTexte(octets: Uint8Array): string {
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
export function deshabillerCellule(cellule: string): string {
  const [, code] = /^="((?:[^"]|"")*)"$/.exec(cellule) ?? [];
  return code?.replaceAll('""', '"') ?? cellule.replace(/^'(?='*[=+\-@\t\r])/, '');
}

/** Reads what a CSV is written in, whatever program made it: its text, without the line `sep=;`, and its separator. */
export function lireTexteCsv(octets: Uint8Array): { corps: string; separateur: string } {
  const texte = decoderTexte(octets).replace(/^\uFEFF/, '');
  const [annonce, signe] = /^sep=(.)\r?\n/i.exec(texte) ?? [];
  const corps = texte.slice(annonce?.length ?? 0);
  return { corps, separateur: signe ?? separateurDe(corps) };
}
