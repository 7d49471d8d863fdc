const INTERLIGNE = 24;

function chaine(ligne: string): string {
  return ligne
    .replaceAll('’', "'")
    .replaceAll('\u202F', ' ')
    .replace(/[\\()]/g, '\\$&');
}

/** A PDF of one page that shows these lines, written by hand: the demo needs no more to have a file to open. */
export function pdfDUnePage(lignes: readonly string[]): Buffer {
  const dessin = `BT /F1 14 Tf ${INTERLIGNE} TL 72 760 Td ${lignes.map((ligne) => `(${chaine(ligne)}) Tj T*`).join(' ')} ET`;
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${Buffer.byteLength(dessin, 'latin1')} >>\nstream\n${dessin}\nendstream`,
  ];
  let corps = '%PDF-1.4\n';
  const places = objets.map((objet, rang) => {
    const place = Buffer.byteLength(corps, 'latin1');
    corps += `${rang + 1} 0 obj\n${objet}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const debut = Buffer.byteLength(corps, 'latin1');
  const table = `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const fin = `trailer\n<< /Size ${objets.length + 1} /Root 1 0 R >>\nstartxref\n${debut}\n%%EOF\n`;
  return Buffer.from(corps + table + fin, 'latin1');
}
