import {
  type Contenu,
  estNumerique,
  formaterValeur,
  type Indicateur,
  LIBELLES_ABSENCES,
  type Modalite,
  type Valeur,
} from '@pleniere/indicateurs/domain';

function brut(valeur: Contenu, indicateur: Indicateur): string {
  if (typeof valeur === 'number' && estNumerique(indicateur.nature) && indicateur.nature !== 'echelle')
    return String(valeur).replace('.', ',');
  return Array.isArray(valeur)
    ? valeur.map((choix) => formaterValeur([choix], indicateur)).join('; ')
    : formaterValeur(valeur, indicateur);
}

/** A cell as one types it or as Excel takes it: « 1060,5 », « nd », labels; `lireCellule` reads it back. */
export function texteDe(valeur: Pick<Valeur, 'valeur' | 'absence'> | undefined, indicateur: Indicateur): string {
  if (!valeur) return '';
  return valeur.absence ? LIBELLES_ABSENCES[valeur.absence].court : brut(valeur.valeur, indicateur);
}

const OUI_NON: readonly Modalite[] = [
  { valeur: 'oui', libelle: 'Oui' },
  { valeur: 'non', libelle: 'Non' },
];

/** Answers that an indicator allows: those of its definition, or oui and non. */
export function reponsesDe({ nature, modalites }: Pick<Indicateur, 'nature' | 'modalites'>): readonly Modalite[] {
  return nature === 'oui-non' ? OUI_NON : modalites;
}

const CASE_TSV = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

/** Rows and cells of a block copied from a spreadsheet; quoted cells keep their lines. */
export function lireTsv(texte: string): string[][] {
  const source = texte.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const lignes: string[][] = [[]];
  CASE_TSV.lastIndex = 0;
  for (let lue = CASE_TSV.exec(source); lue; lue = CASE_TSV.exec(source)) {
    const [, citee, nue = '', fin] = lue;
    lignes.at(-1)?.push(citee === undefined ? nue : citee.replaceAll('""', '"'));
    if (fin === '') break;
    if (fin === '\n') lignes.push([]);
  }
  return lignes;
}

/** Writes a block for a spreadsheet. */
export function ecrireTsv(lignes: readonly (readonly string[])[]): string {
  const citer = (texte: string): string => (/[\t\n"]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte);
  return lignes.map((cases) => cases.map(citer).join('\t')).join('\n');
}
