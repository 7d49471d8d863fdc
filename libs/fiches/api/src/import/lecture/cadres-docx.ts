const CHOIX = /<mc:AlternateContent\b[^>]*>((?:(?!<\/mc:AlternateContent>).)*)<\/mc:AlternateContent>/gs;
const PREMIER = /<mc:Choice\b[^>]*>(.*?)<\/mc:Choice>/s;
const DESSIN = /<w:drawing\b[^>]*>((?:(?!<\/w:drawing>).)*)<\/w:drawing>/gs;
const TEXTE = /<w:txbxContent>(?:(?!<\/w:txbxContent>).)*<\/w:txbxContent>/gs;

// A date or a title that Word computes: its reader leaves out what it shows.
const CALCUL = /<\/?w:fldSimple\b[^>]*>/g;

/**
 * The same Word document with what its fields show, and with the text of its drawn frames where its reader looks for it: Word writes frames in two
 * ways, other word processors in the newer one alone.
 */
export function sortirCadres(document: string): string {
  const sansChoix = document
    .replace(CALCUL, '')
    .replace(CHOIX, (tout, dedans: string) =>
      dedans.includes('<mc:Fallback') ? tout : (PREMIER.exec(dedans)?.[1] ?? ''),
    );
  return sansChoix.replace(DESSIN, (tout, dedans: string) => {
    const textes = dedans.match(TEXTE);
    return textes ? `<w:pict>${textes.join('')}</w:pict>` : tout;
  });
}
