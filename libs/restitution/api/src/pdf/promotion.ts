const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';

// PDF/A accepts a property outside its own schemas only when the file describes it (ISO 19005-2, 6.6.2.3.3).
const DESCRIPTION_DE_PDFUA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${PDFUA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

interface ObjetPdf {
  numero: number;
  texte: string;
}

function trouver(texte: string, motif: RegExp, quoi: string): string {
  const valeur = motif.exec(texte)?.[1];
  if (valeur === undefined) throw new Error(`PDF without ${quoi}`);
  return valeur;
}

/** Where an object starts, by the cross-reference table. */
function position(pdf: string, table: number, numero: number): number {
  const premiereEntree = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1;
  return Number(pdf.slice(premiereEntree + numero * 20, premiereEntree + numero * 20 + 10));
}

function afficherLeTitre(pdf: string, table: number, numero: number): ObjetPdf {
  const debut = position(pdf, table, numero);
  const catalogue = pdf.slice(debut, pdf.indexOf('endobj', debut) + 6);
  return { numero, texte: catalogue.replace('/ViewerPreferences <<', '/ViewerPreferences << /DisplayDocTitle true') };
}

// The packet holds the title, that is words of a user: it is cut by its length, never by a word that could be one of them.
function declarerPdfUa(pdf: string, table: number, numero: number): ObjetPdf {
  const objet = pdf.slice(position(pdf, table, numero));
  const debut = objet.indexOf('stream\n') + 7;
  const xmp = objet
    .slice(debut, debut + Number(trouver(objet, /\/Length (\d+)/, 'metadata length')))
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
    .replace('xmlns:pdfaid=', `xmlns:pdfuaid="${PDFUA}"  xmlns:pdfaid=`)
    .replace('<pdfaExtension:schemas><rdf:Bag>', (ouverture) => ouverture + DESCRIPTION_DE_PDFUA);
  const entete = `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>`;
  return { numero, texte: `${numero} 0 obj\n${entete}\nstream\n${xmp}\nendstream\nendobj` };
}

/**
 * Makes a PDF/A-2a that holds the rules of PDF/UA-1 declare both: the engine writes one standard at a time, so the
 * second is added as an incremental update (title shown in the window, `pdfuaid:part` 1 and its schema).
 */
export function promouvoir(octets: Buffer): Buffer {
  const pdf = octets.toString('latin1');
  const table = Number(trouver(pdf, /startxref\s+(\d+)\s+%%EOF\s*$/, 'cross-reference table'));
  const suite = pdf.slice(pdf.lastIndexOf('trailer'));
  const racine = Number(trouver(suite, /\/Root (\d+) 0 R/, 'catalogue'));
  const catalogue = afficherLeTitre(pdf, table, racine);
  const metadonnees = Number(trouver(catalogue.texte, /\/Metadata (\d+) 0 R/, 'metadata'));

  let ajout = '\n';
  const entrees = [catalogue, declarerPdfUa(pdf, table, metadonnees)].map(({ numero, texte }) => {
    const debut = String(pdf.length + ajout.length).padStart(10, '0');
    ajout += `${texte}\n`;
    return `${numero} 1\n${debut} 00000 n \n`;
  });
  const nouvelleTable = pdf.length + ajout.length;
  const trailer = trouver(suite, /trailer\s*<<([\s\S]*)>>\s*startxref/, 'trailer');
  ajout += `xref\n${entrees.join('')}trailer\n<<${trailer}/Prev ${table} >>\nstartxref\n${nouvelleTable}\n%%EOF\n`;
  return Buffer.concat([octets, Buffer.from(ajout, 'latin1')]);
}
