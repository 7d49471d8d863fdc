import { deflateSync } from 'node:zlib';

const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';
const OBJETS_PAR_FLUX = 200;
const OCTETS_PAR_RANGEE = 1 + 4 + 2;

// PDF/A accepts a property outside its own schemas only when the file describes it (ISO 19005-2, 6.6.2.3.3).
const DESCRIPTION_DE_PDFUA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${PDFUA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/** Body of an object of the file, without its « n 0 obj » and « endobj ». */
interface Objet {
  numero: number;
  corps: string;
}

function trouver(texte: string, motif: RegExp, quoi: string): string {
  const valeur = motif.exec(texte)?.[1];
  if (valeur === undefined) throw new Error(`PDF without ${quoi}`);
  return valeur;
}

/** Every object, cut at the offsets of the cross-reference table and never by a word, which could be one of a user. */
function lireObjets(pdf: string, table: number): Objet[] {
  const entrees = pdf.slice(table).matchAll(/(\d{10}) (\d{5}) ([nf])/g);
  const debuts = [...entrees].flatMap(([, position, , etat], numero) =>
    etat === 'n' ? [{ numero, debut: Number(position) }] : [],
  );
  const ordonnes = debuts.toSorted((a, b) => a.debut - b.debut);
  return ordonnes.map(({ numero, debut }, rang) => {
    const objet = pdf.slice(debut, ordonnes[rang + 1]?.debut ?? table);
    return { numero, corps: objet.slice(objet.indexOf('obj') + 3, objet.lastIndexOf('endobj')).trim() };
  });
}

function declarerPdfUa(corps: string): string {
  const debut = corps.indexOf('stream\n') + 7;
  const xmp = corps
    .slice(debut, corps.lastIndexOf('endstream'))
    .trimEnd()
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>')
    .replace('xmlns:pdfaid=', `xmlns:pdfuaid="${PDFUA}"  xmlns:pdfaid=`)
    .replace('<pdfaExtension:schemas><rdf:Bag>', (ouverture) => ouverture + DESCRIPTION_DE_PDFUA);
  return `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`;
}

function flux(dictionnaire: string, contenu: string | Buffer): string {
  const octets = deflateSync(typeof contenu === 'string' ? Buffer.from(contenu, 'latin1') : contenu);
  const entete = `<< ${dictionnaire} /Filter /FlateDecode /Length ${octets.length} >>`;
  return `${entete}\nstream\n${octets.toString('latin1')}\nendstream`;
}

/** A stream left raw by the engine (character maps), deflated. */
function comprimer(corps: string): string {
  const debut = corps.indexOf('stream\n') + 7;
  const dictionnaire = corps.slice(2, corps.lastIndexOf('>>', debut));
  const longueur = /\/Length (\d+)/.exec(dictionnaire);
  if (!corps.endsWith('endstream') || !longueur || dictionnaire.includes('/Filter')) return corps;
  return flux(dictionnaire.replace(longueur[0], '').trim(), corps.slice(debut, debut + Number(longueur[1])));
}

function promouvoirObjet({ numero, corps }: Objet, racine: number, metadonnees: number): Objet {
  if (numero === metadonnees) return { numero, corps: declarerPdfUa(corps) };
  if (numero !== racine) return { numero, corps: comprimer(corps) };
  return { numero, corps: corps.replace('/ViewerPreferences <<', '/ViewerPreferences << /DisplayDocTitle true') };
}

/** Objects of an object stream (ISO 32000-1, 7.5.7): their numbers and places, then their bodies. */
function grouper(objets: Objet[]): string {
  let place = 0;
  const index = objets.map(({ numero, corps }) => {
    const paire = `${numero} ${place}`;
    place += corps.length + 1;
    return paire;
  });
  const entete = `${index.join(' ')}\n`;
  const corps = objets.map((objet) => objet.corps).join('\n');
  return flux(`/Type /ObjStm /N ${objets.length} /First ${entete.length}`, entete + corps);
}

/** Places of every object as rows of a cross-reference stream (7.5.8): kind, offset or container, generation or rank. */
class TableDesObjets {
  private readonly rangees = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65535]]]);

  constructor(public taille: number) {}

  noter(numero: number, rangee: readonly [number, number, number]): void {
    this.rangees.set(numero, rangee);
  }

  octets(): Buffer {
    const octets = Buffer.alloc(this.taille * OCTETS_PAR_RANGEE);
    for (const [numero, [sorte, place, rang]] of this.rangees) {
      const debut = numero * OCTETS_PAR_RANGEE;
      octets.writeUInt8(sorte, debut);
      octets.writeUInt32BE(place, debut + 1);
      octets.writeUInt16BE(rang, debut + 5);
    }
    return octets;
  }
}

/**
 * Makes a PDF/A-2a that holds the rules of PDF/UA-1 declare both, since the engine writes one standard at a time (title
 * shown in the window, `pdfuaid:part` 1 and its schema), and packs its objects: the tags of a fiche shrink tenfold.
 */
export function promouvoir(octets: Buffer): Buffer {
  const pdf = octets.toString('latin1');
  const debutDeTable = Number(trouver(pdf, /startxref\s+(\d+)\s+%%EOF\s*$/, 'cross-reference table'));
  const fin = pdf.slice(pdf.lastIndexOf('trailer'));
  const racine = Number(trouver(fin, /\/Root (\d+) 0 R/, 'catalogue'));
  const lus = lireObjets(pdf, debutDeTable);
  const catalogue = lus.find(({ numero }) => numero === racine)?.corps ?? '';
  const metadonnees = Number(trouver(catalogue, /\/Metadata (\d+) 0 R/, 'metadata'));
  const objets = lus.map((objet) => promouvoirObjet(objet, racine, metadonnees));

  const table = new TableDesObjets(Number(trouver(fin, /\/Size (\d+)/, 'size')));
  let sortie = `%PDF-1.7\n%\x80\x81\x82\x83\n`;
  const ecrire = (numero: number, corps: string) => {
    table.noter(numero, [1, sortie.length, 0]);
    sortie += `${numero} 0 obj\n${corps}\nendobj\n`;
  };
  const estFlux = ({ corps }: Objet) => corps.endsWith('endstream');
  for (const { numero, corps } of objets.filter(estFlux)) ecrire(numero, corps);
  const legers = objets.filter((objet) => !estFlux(objet));
  for (let debut = 0; debut < legers.length; debut += OBJETS_PAR_FLUX) {
    const groupe = legers.slice(debut, debut + OBJETS_PAR_FLUX);
    const conteneur = table.taille++;
    groupe.forEach(({ numero }, rang) => table.noter(numero, [2, conteneur, rang]));
    ecrire(conteneur, grouper(groupe));
  }
  const position = sortie.length;
  const numero = table.taille++;
  table.noter(numero, [1, position, 0]);
  const references = trouver(fin, /(\/Root[\s\S]*?)>>\s*startxref/, 'trailer').trim();
  sortie += `${numero} 0 obj\n${flux(`/Type /XRef /Size ${table.taille} /W [1 4 2] ${references}`, table.octets())}\nendobj\n`;
  return Buffer.from(`${sortie}startxref\n${position}\n%%EOF\n`, 'latin1');
}
