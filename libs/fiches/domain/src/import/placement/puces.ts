/** How a line begins: its bullet (null without one), what kind it is, its indent, and where its words start. */
export interface DebutDeLigne {
  puce: string | null;
  famille: string;
  retrait: number;
  /** Characters before the first word. */
  longueur: number;
}

const FAMILLES: readonly [string, RegExp][] = [
  ['tiret', /^[-–—‒−‑](?=\s|\p{L})/u],
  ['rond', /^[•·●∙\uF0B7\uF0F0\u2043]/u],
  ['creux', /^(?:[◦○⚬]|o(?=\s+\p{Lu}|\s{2,}|\t))/u],
  ['carre', /^[▪■□◼◾▫\uF0A7\uF06E§]/u],
  ['fleche', /^(?:[➢➔►‣▸▶➤→⇒\uF0D8\uF0E8\uF0E0]|=>|->|>(?=\s))/u],
  ['coche', /^[✓✔☑\uF0FC]/u],
  ['etoile', /^[*＊★✱](?=\s|\p{L})/u],
  ['losange', /^[◆◇❖\uF076]/u],
  ['autre', /^\p{Co}(?=\s)/u],
  ['numero', /^(?:\d{1,2}\s?[.)](?!\d)|\d{1,2}\s?[°-](?=\s)|\(?[a-h]\))(?=\s)/u],
];

/** Reads how a line of text begins. A dash glued to a digit is a minus sign, not a bullet. */
export function lireDebut(ligne: string): DebutDeLigne {
  const retrait = /^[^\S\n]*/.exec(ligne)?.[0].length ?? 0;
  const reste = ligne.slice(retrait);
  for (const [famille, forme] of FAMILLES) {
    const [puce] = forme.exec(reste) ?? [];
    if (puce === undefined) continue;
    const blancs = /^\s*/.exec(reste.slice(puce.length))?.[0].length ?? 0;
    return { puce, famille, retrait, longueur: retrait + puce.length + blancs };
  }
  return { puce: null, famille: '', retrait, longueur: retrait };
}

const MOT_DE_LIAISON =
  /(?:^|[\s(])(?:à|au|aux|avec|ce|ces|cette|chaque|dans|de|des|du|en|entre|et|la|le|les|leur|leurs|ou|par|pour|sans|ses|son|sa|sur|un|une|vers|qui|que|dont|ne|se)$/iu;

/** True when a line cannot be the last of its sentence: cut word, apostrophe, small word, comma, open parenthesis. */
export function resteOuvert(ligne: string): boolean {
  const net = ligne.trimEnd();
  return /[-’',(/«]$/.test(net) || MOT_DE_LIAISON.test(net) || ouvertes(net) > 0;
}

function ouvertes(texte: string): number {
  return texte.split('(').length - texte.split(')').length;
}

const FIN_DE_PHRASE = /[.!?:;]$/u;
/** A new sentence begins with a capital; anything else goes on. */
const SUITE = /^(?!\p{Lu})/u;

/** True when a line goes on with the one before, on a page whose full lines have `pleine` characters or more. */
export function poursuit(avant: string, apres: string, pleine: number): boolean {
  const net = avant.trimEnd();
  if (resteOuvert(net)) return true;
  const mots = apres.trimStart();
  if (FIN_DE_PHRASE.test(net)) return false;
  return SUITE.test(mots) || net.trimStart().length >= pleine;
}

/** Puts the lines of a passage together: one space between them, none after a cut word or an apostrophe. */
export function rejoindre(texte: string): string {
  return texte
    .replace(/\u00AD\s*/g, '')
    .split(/\s*\n\s*/)
    .map((ligne) => ligne.replace(/[^\S\u00A0\u202F]+/g, ' ').trim())
    .filter((ligne) => ligne !== '')
    .reduce(
      (avant, apres) => (/[-’']$/.test(avant) && !/\s[-–]$/.test(avant) ? avant + apres : `${avant} ${apres}`),
      '',
    )
    .trim();
}
