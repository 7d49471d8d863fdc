import { deflateSync } from 'node:zlib';

const ESPACES_DE_NOMS = Object.entries({
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  stEvt: 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
}).map(([prefixe, adresse]) => `xmlns:${prefixe}="${adresse}"  `);

const OBJETS_PAR_FLUX = 1000;
const OCTETS_PAR_RANGEE = 1 + 4 + 2;
const PREDICTION = `/DecodeParms << /Predictor 12 /Columns ${OCTETS_PAR_RANGEE} >>`;
/** Longest string that PDF/A-2 accepts, in bytes (ISO 19005-2, 6.1.13), and as the engine writes it. */
const CHAINE_TROP_LONGUE = /<[0-9A-F]{65536}|\((?:[^()\\]|\\.){32768}/s;

const ressource = (contenu: string) => `<rdf:li rdf:parseType="Resource">${contenu}</rdf:li>`;

function decrireSchema(nom: string, adresse: string, prefixe: string, propriete: [string, string, string]): string {
  const [cle, type, description] = propriete;
  const decrite =
    `<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description>` +
    `<pdfaProperty:name>${cle}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>`;
  return ressource(
    `<pdfaSchema:schema>${nom}</pdfaSchema:schema><pdfaSchema:namespaceURI>${adresse}</pdfaSchema:namespaceURI>` +
      `<pdfaSchema:prefix>${prefixe}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${ressource(decrite)}</rdf:Seq></pdfaSchema:property>`,
  );
}

// PDF/A accepts a property outside its own schemas only when the file describes it (ISO 19005-2, 6.6.2.3.3).
const SCHEMAS = [
  decrireSchema('PDF/UA identification schema', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [
    'part',
    'Integer',
    'PDF/UA version identifier',
  ]),
  decrireSchema('XMP Media Management schema', 'http://ns.adobe.com/xap/1.0/mm/', 'xmpMM', [
    'InstanceID',
    'Text',
    'UUID based identifier for specific incarnation of a document',
  ]),
  decrireSchema('Adobe PDF schema', 'http://ns.adobe.com/pdf/1.3/', 'pdf', [
    'PDFVersion',
    'Text',
    'Version of the PDF specification to which the document conforms',
  ]),
];

/** Body of an object of the file, without its « n 0 obj » and « endobj ». */
interface Objet {
  numero: number;
  corps: string;
}

const estFlux = (corps: string) => corps.endsWith('endstream');

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

/** The metadata of a PDF/UA-1, which then say that it is a PDF/A-2a too, and by what it was made (6.6.6). */
function declarerPdfA(corps: string): string {
  const debut = corps.indexOf('stream\n') + 7;
  const lu = corps.slice(debut, corps.lastIndexOf('endstream')).trimEnd();
  const [date, outil] = [/ModifyDate>([^<]*)/, /CreatorTool>([^<]*)/].map((motif) => trouver(lu, motif, 'date'));
  const fait = `<stEvt:action>converted</stEvt:action><stEvt:when>${date}</stEvt:when><stEvt:softwareAgent>${outil}</stEvt:softwareAgent>`;
  const xmp = lu
    .replace('xmlns:pdfuaid=', (suite) => ESPACES_DE_NOMS.join('') + suite)
    .replace(
      '</pdfuaid:part>',
      (fin) =>
        `${fin}<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>` +
        `<xmpMM:History><rdf:Seq>${ressource(fait)}</rdf:Seq></xmpMM:History>` +
        `<pdfaExtension:schemas><rdf:Bag>${SCHEMAS.join('')}</rdf:Bag></pdfaExtension:schemas>`,
    );
  return `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`;
}

/** The catalogue, with the profile of the colours that a PDF/A names (6.2.3): the one that its pages use. */
function nommerLesCouleurs(catalogue: string, objets: readonly Objet[]): string {
  const profil = objets.find(({ corps }) => /^<<[^>]*\/N 3\s+\/Range/.test(corps));
  if (!profil) throw new Error('PDF without colour profile');
  const intention =
    '/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (Custom) /OutputCondition (sRGB) /RegistryName () ' +
    `/Info (sRGB v4.2) /DestOutputProfile ${profil.numero} 0 R`;
  return catalogue.replace('/MarkInfo', `/OutputIntents [<< ${intention} >>]\n  /MarkInfo`);
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
  if (!longueur || dictionnaire.includes('/Filter')) return corps;
  return flux(dictionnaire.replace(longueur[0], '').trim(), corps.slice(debut, debut + Number(longueur[1])));
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

  /** Each row as what differs from the one above (predictor 12, « Up »): thirty times smaller once deflated. */
  octets(): Buffer {
    const octets = Buffer.alloc(this.taille * OCTETS_PAR_RANGEE);
    for (const [numero, [sorte, place, rang]] of this.rangees) {
      const debut = numero * OCTETS_PAR_RANGEE;
      octets.writeUInt8(sorte, debut);
      octets.writeUInt32BE(place, debut + 1);
      octets.writeUInt16BE(rang, debut + 5);
    }
    const differences = Buffer.alloc(this.taille * (OCTETS_PAR_RANGEE + 1), 2);
    for (const [rang, octet] of octets.entries()) {
      const dessus = octets[rang - OCTETS_PAR_RANGEE] ?? 0;
      differences[rang + Math.floor(rang / OCTETS_PAR_RANGEE) + 1] = octet - dessus;
    }
    return differences;
  }
}

/**
 * Makes a PDF/UA-1, which the engine has checked, declare PDF/A-2a as well, since the engine writes one standard at a time
 * (profile of the colours, `pdfaid`, described schemas), and packs its objects: the tags of a fiche shrink tenfold.
 */
export function promouvoir(octets: Buffer): Buffer {
  const pdf = octets.toString('latin1');
  const debutDeTable = Number(trouver(pdf, /startxref\s+(\d+)\s+%%EOF\s*$/, 'cross-reference table'));
  const fin = pdf.slice(pdf.lastIndexOf('trailer'));
  const racine = Number(trouver(fin, /\/Root (\d+) 0 R/, 'catalogue'));
  const lus = lireObjets(pdf, debutDeTable);
  const catalogue = lus.find(({ numero }) => numero === racine)?.corps ?? '';
  const metadonnees = Number(trouver(catalogue, /\/Metadata (\d+) 0 R/, 'metadata'));
  const objets = lus.map(({ numero, corps }) => {
    if (numero === metadonnees) return { numero, corps: declarerPdfA(corps) };
    if (numero === racine) return { numero, corps: nommerLesCouleurs(corps, lus) };
    if (estFlux(corps)) return { numero, corps: comprimer(corps) };
    if (corps.length > 32_768 && CHAINE_TROP_LONGUE.test(corps)) throw new Error('PDF with too long a string');
    return { numero, corps };
  });

  const table = new TableDesObjets(Number(trouver(fin, /\/Size (\d+)/, 'size')));
  let sortie = `%PDF-1.7\n%\x80\x81\x82\x83\n`;
  const ecrire = (numero: number, corps: string) => {
    table.noter(numero, [1, sortie.length, 0]);
    sortie += `${numero} 0 obj\n${corps}\nendobj\n`;
  };
  for (const { numero, corps } of objets) if (estFlux(corps)) ecrire(numero, corps);
  const legers = objets.filter(({ corps }) => !estFlux(corps));
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
  sortie += `${numero} 0 obj\n${flux(`/Type /XRef /Size ${table.taille} /W [1 4 2] ${PREDICTION} ${references}`, table.octets())}\nendobj\n`;
  return Buffer.from(`${sortie}startxref\n${position}\n%%EOF\n`, 'latin1');
}
