const CACHE = '…';
/** What opens something to whoever holds it, or tells who was where: links, récépissés, codes of a séance, keys of residents. */
const SECRETS_D_ADRESSE = [
  /(\/(?:activation|suivi|emargements?|suspicions|participants)\/)[^/?]+/gi,
  /(^\/emargement\/[^/?]+\/)[^/?]+/gi,
  /(\/seances-dialogue\/[^/?]+\/(?:presences|notes)\/)[^/?]+/gi,
  // On which proposition, at which instant: with the votes of the database, that would be one more trace of each.
  /(\/propositions\/)[^/?]+(?=\/(?:vote|retrait|appel|signaler|signalements|suivi)\b)/gi,
  // What is searched is often somebody.
  /([?&]q=)[^&]*/gi,
  // What the identity provider sends back opens a session; what a resident typed in a public page is theirs.
  /(\/oidc\/retour\?).*/gis,
  /^((?:\/api\/v\d+\/public|\/habitants)\b[^?]*\?).*/gis,
];

/** An address without what opens something and without what would join somebody to a vote: the only form in which one is kept. */
export function adresseSansSecret(adresse: string): string {
  return SECRETS_D_ADRESSE.reduce((reste, secret) => reste.replace(secret, `$1${CACHE}`), adresse);
}
