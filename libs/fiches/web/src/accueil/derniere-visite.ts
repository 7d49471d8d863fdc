/** Date of the person's last visit of the home page (ISO), kept in this browser and moved to now; empty the first time. */
export function derniereVisite(personneId: string): string {
  const cle = `pleniere.visite.${personneId}`;
  const passee = localStorage.getItem(cle) ?? '';
  localStorage.setItem(cle, new Date().toISOString());
  return passee;
}
