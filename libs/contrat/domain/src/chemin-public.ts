/** Path of a page of a contrat that residents read, `/habitants/tours-metropole/…`; parts are encoded. */
export function cheminPublic(adresse: string, ...parts: readonly string[]): string {
  return ['/habitants', ...[adresse, ...parts].map((part) => encodeURIComponent(part))].join('/');
}
