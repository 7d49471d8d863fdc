const CELLULE = /<table:table-cell\b[^>]*\boffice:value-type="percentage"[^>]*>/g;
const STYLE_DE_CELLULE = /\stable:style-name="[^"]*"/;
const STYLES = /<office:automatic-styles\s*\/>|<office:automatic-styles>/;
const POURCENTAGE =
  '<number:percentage-style style:name="pl-taux"><number:number/><number:text>%</number:text></number:percentage-style>' +
  '<style:style style:name="pl-taux-cellule" style:family="table-cell" style:data-style-name="pl-taux"/>';

/**
 * Gives the percentages of an OpenDocument sheet a style that says so: their own may stand in another part of the file,
 * where the reader of workbooks does not look, and 0.425 would be read for 42.5 %.
 */
export function marquerPourcentages(contenu: string): string {
  const marque = contenu.replace(CELLULE, (cellule) =>
    cellule
      .replace(STYLE_DE_CELLULE, '')
      .replace('<table:table-cell', '<table:table-cell table:style-name="pl-taux-cellule"'),
  );
  if (marque === contenu) return contenu;
  const styles = `<office:automatic-styles>${POURCENTAGE}`;
  if (!STYLES.test(marque)) return marque.replace('<office:body', `${styles}</office:automatic-styles><office:body`);
  return marque.replace(STYLES, (ouverture) =>
    ouverture.includes('/') ? `${styles}</office:automatic-styles>` : styles,
  );
}
