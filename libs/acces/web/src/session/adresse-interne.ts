/** Only an address of this site: a link made by somebody else must not lead elsewhere after the login. */
export function adresseInterne(retour: string | undefined): string {
  return retour && /^\/(?![/\\])/.test(retour) ? retour : '/';
}
