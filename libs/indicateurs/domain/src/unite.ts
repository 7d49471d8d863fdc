const LIENS = ['par', 'de', 'du', 'des', 'en', 'à', 'au', 'aux', 'dans', 'sur', 'pour', 'avec', 'et', 'ou'];
const INVARIABLES = ['fois', 'mois', 'pays', 'avis', 'accès', 'repas', 'bus', 'succès', 'cas', 'temps', 'cours', 'ans'];

function auSingulier(mot: string): string {
  if (INVARIABLES.includes(mot)) return mot === 'ans' ? 'an' : mot;
  return mot.length > 3 ? mot.replace(/s$/, '') : mot;
}

/**
 * Unit in agreement with its number: « 1 séance par an », « 0,5 personne accompagnée ». French counts in the singular
 * below two; the unit is given in the plural, and only its nouns before a preposition agree.
 */
export function accorderUnite(unite: string, nombre: number): string {
  if (Math.abs(nombre) >= 2) return unite;
  const mots = unite.split(' ');
  const lien = mots.findIndex((mot) => LIENS.includes(mot) || /^d[’']/.test(mot));
  const fin = lien < 0 ? mots.length : lien;
  return mots.map((mot, rang) => (rang < fin ? auSingulier(mot) : mot)).join(' ');
}
