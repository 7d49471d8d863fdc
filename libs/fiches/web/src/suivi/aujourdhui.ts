/** Today in Paris, as an ISO date. */
export function aujourdhui(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}
