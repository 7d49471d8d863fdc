import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const resoudre = createRequire(__filename).resolve;

const TEXTE = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
];
const SYMBOLES = ['noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'];

/** The open fonts a document embeds, and the characters they can show in every style. */
export interface Polices {
  octets: Buffer[];
  couvre: (codePoint: number) => boolean;
}

function lire(chemins: string[]): Buffer[] {
  return chemins.map((chemin) => readFileSync(resoudre(`@expo-google-fonts/${chemin}`)));
}

/** Reads the fonts shipped with the program: Source Sans 3, then Noto Sans Symbols 2 for what it lacks. */
export function chargerPolices(): Polices {
  const texte = lire(TEXTE);
  const symboles = lire(SYMBOLES);
  const [romain = new Set<number>(), ...styles] = texte.map((octets) => new Set(create(octets).characterSet));
  const couverts = new Set([...romain].filter((codePoint) => styles.every((style) => style.has(codePoint))));
  for (const octets of symboles) for (const codePoint of create(octets).characterSet) couverts.add(codePoint);
  return { octets: [...texte, ...symboles], couvre: (codePoint) => couverts.has(codePoint) };
}
