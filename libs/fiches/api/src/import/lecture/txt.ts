import type { BlocSource, DocumentSource } from '@pleniere/fiches/domain';
import { LectureRefusee, LIMITES_LECTURE } from './refus';

/** A blank line tells a new paragraph only when lines of a same paragraph are not parted by one too. */
const BLANCS_BAVARDS = 0.6;
/** Beyond this length lines are not broken by a page: each one is a paragraph. */
const LIGNE_DE_PAGE = 160;

function decoder(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder('utf-16be').decode(octets);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/** « ## Contexte », and the line that underlines a heading. */
const DIESES = /^\s*(#{1,6})\s+(?=\S)/;
const SOULIGNEMENT = /^\s*(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,}|—{3,})\s*$/;

type Ligne = Pick<BlocSource, 'debut' | 'fin' | 'sorte' | 'niveau'>;

/** What a line is: a heading when signs say so, the signs apart; a mere rule; or words. */
function lireLigne(ligne: string, debut: number, suivante: string): Ligne[] {
  const fin = debut + ligne.length;
  const [signes, dieses] = DIESES.exec(ligne) ?? [];
  if (signes !== undefined && dieses !== undefined) {
    const mots = debut + signes.length;
    return [
      { debut, fin: mots, sorte: 'folio', niveau: 0 },
      { debut: mots, fin, sorte: 'titre', niveau: dieses.length },
    ];
  }
  if (SOULIGNEMENT.test(ligne)) return [{ debut, fin, sorte: 'folio', niveau: 0 }];
  const souligne = SOULIGNEMENT.test(suivante) && ligne.length <= LIGNE_DE_PAGE && /\p{L}/u.test(ligne);
  if (!souligne) return [{ debut, fin, sorte: 'paragraphe', niveau: 0 }];
  return [{ debut, fin, sorte: 'titre', niveau: suivante.includes('=') ? 1 : 2 }];
}

/** Reads a plain text (UTF-8, UTF-16 or Windows-1252), one piece a line. */
export function lireTexte(octets: Uint8Array): DocumentSource {
  const texte = decoder(octets).replace(/\r\n?/g, '\n');
  if (texte.length > LIMITES_LECTURE.caracteres)
    throw new LectureRefusee('Ce texte est beaucoup trop long pour être une fiche.');
  const blocs: BlocSource[] = [];
  for (const { index, 0: ligne } of texte.matchAll(/[^\n]+/g)) {
    if (ligne.trim() === '') continue;
    const finDeLigne = index + ligne.length + 1;
    const suivante = texte.slice(finDeLigne, (texte.indexOf('\n', finDeLigne) + 1 || texte.length + 1) - 1);
    for (const lue of lireLigne(ligne, index, suivante)) {
      blocs.push({ ...lue, colonne: 'pleine', rang: null, gras: false, debutGras: 0, suite: null });
    }
  }
  if (blocs.length === 0) throw new LectureRefusee('Ce fichier ne contient aucun texte.');

  const apresBlanc = (bloc: BlocSource, rang: number): boolean => {
    const avant = blocs[rang - 1];
    return avant !== undefined && texte.slice(avant.fin, bloc.debut).split('\n').length > 2;
  };
  const bavards = blocs.filter(apresBlanc).length > blocs.length * BLANCS_BAVARDS;
  const longues = blocs.some(({ debut, fin }) => fin - debut > LIGNE_DE_PAGE);
  const lus = blocs.map((bloc, rang) => {
    const nouvelle = longues || (!bavards && apresBlanc(bloc, rang));
    return nouvelle ? { ...bloc, suite: false } : bloc;
  });
  return { texte, blocs: lus, enLignes: true, notes: [] };
}
