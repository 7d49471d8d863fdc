import { champDe, type ChampId, type Present } from '@pleniere/fiches/domain';

const ENSEMBLE = new Intl.ListFormat('fr');

/** « Samira Lahlou écrit ici », « Samira Lahlou et Julien Pasquet écrivent ici »; nothing when nobody does. */
export function ecriventIci(noms: readonly string[]): string | null {
  if (noms.length === 0) return null;
  return `${ENSEMBLE.format(noms)} ${noms.length === 1 ? 'écrit' : 'écrivent'} ici`;
}

/** First letters of a name, for a sign that its full name goes with. */
export function initiales(nom: string): string {
  const mots = nom.split(/[\s-]+/).filter((mot) => mot !== '');
  return [mots[0], mots.length > 1 ? mots.at(-1) : undefined].map((mot) => mot?.charAt(0).toUpperCase() ?? '').join('');
}

/** The name of a field as it is quoted in a sentence. */
export function nomDuChamp(champ: ChampId): string {
  return `«\u202F${champDe(champ).libelle}\u202F»`;
}

/** What has changed on the fiche between two moments, said to whoever does not see it; nothing when somebody left. */
export function direChangements(avant: readonly Present[], apres: readonly Present[]): string {
  return apres
    .flatMap(({ personneId, nom, champ }) => {
      const connu = avant.find((present) => present.personneId === personneId);
      if (champ !== null && champ !== connu?.champ) return [`${nom} écrit dans ${nomDuChamp(champ)}.`];
      return connu ? [] : [`${nom} a ouvert cette fiche.`];
    })
    .join(' ');
}
