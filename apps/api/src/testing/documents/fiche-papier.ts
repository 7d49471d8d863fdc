import { nettoyerTexte } from '@pleniere/shared/domain';

/** The text of a paper sheet, as a PDF gives it: one line per printed line. */
export interface FichePapier {
  /** Text between two headings (to the end without the second), its lines rejoined: one string per item or paragraph. */
  blocs: (debut: string, fin?: string) => string[];
  /** The whole text without spaces nor bullets: what any other writing of the sheet must contain in the same order. */
  suite: string;
}

const PUCE = /^(?:[-•]\s+)/;

/** What a text says, apart from how it is laid out: bullets, spaces and line ends dropped. */
export function sansMiseEnPage(texte: string): string {
  return texte
    .split('\n')
    .map((ligne) => ligne.trim().replace(PUCE, ''))
    .join('')
    .replace(/\s/g, '');
}

function commence(ligne: string, precedente: string | undefined): boolean {
  if (precedente === undefined || PUCE.test(ligne)) return true;
  return /[.:]$/.test(precedente) && /^\p{Lu}/u.test(ligne);
}

function rejoindre(lignes: readonly string[], parLigne: boolean): string[] {
  const blocs: string[] = [];
  lignes.forEach((ligne, rang) => {
    const nouveau = parLigne ? /^\p{Lu}/u.test(ligne) : commence(ligne, lignes[rang - 1]);
    if (nouveau || blocs.length === 0) blocs.push(ligne.replace(PUCE, ''));
    else blocs.push(`${blocs.pop()} ${ligne}`);
  });
  return blocs;
}

/** Reads the text of a sheet. Lists without bullets (`parLigne`) begin an item at each capital letter. */
export function lireFichePapier(texte: string, parLigne: readonly string[] = []): FichePapier {
  const lignes = nettoyerTexte(texte)
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean);
  const net = lignes.join('\n');
  const blocs = (debut: string, fin?: string): string[] => {
    const depart = net.indexOf(debut);
    const arrivee = fin === undefined ? net.length : net.indexOf(fin, depart + debut.length);
    if (depart < 0 || arrivee < 0) throw new Error(`Passage absent de la fiche : ${debut}`);
    const passage = net.slice(depart + debut.length, arrivee).trim();
    return rejoindre(
      passage.split('\n').map((ligne) => ligne.trim()),
      parLigne.includes(debut),
    );
  };
  return { blocs, suite: sansMiseEnPage(net) };
}
