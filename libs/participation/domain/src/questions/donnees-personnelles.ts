/** What of a text may tell who somebody is; the author is warned before sending, nothing is refused for it. */
export type IndicePersonnel = 'telephone' | 'courriel' | 'nom' | 'adresse';

const INDICES: Readonly<Record<IndicePersonnel, RegExp>> = {
  telephone: /(?<!\d)(?:\+33[\s.-]?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/u,
  courriel: /[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}]{2,}/u,
  nom: /(?:^|[^\p{L}])(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)[\s\u00A0\u202F]+\p{Lu}\p{L}+/u,
  adresse:
    /(?<!\d)\d{1,4}(?:[\s\u00A0]*(?:bis|ter))?,?[\s\u00A0]+(?:rue|avenue|boulevard|allée|impasse|place)[\s\u00A0]/iu,
};

/** French name of each clue, for « Votre texte semble contenir… ». */
export const LIBELLES_INDICES_PERSONNELS: Readonly<Record<IndicePersonnel, string>> = {
  telephone: 'un numéro de téléphone',
  courriel: 'une adresse électronique',
  nom: 'le nom d’une personne',
  adresse: 'une adresse précise',
};

/** Clues found in a text: in small quartiers, a name or a number is enough to recognise a neighbour. */
export function indicesPersonnels(texte: string): IndicePersonnel[] {
  return (Object.keys(INDICES) as IndicePersonnel[]).filter((indice) => INDICES[indice].test(texte));
}
