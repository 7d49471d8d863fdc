const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as a field of a form takes it, in Paris time: « 2026-11-30T18:00 ». */
export function enHeureDeParis(iso: string): string {
  return PARIS.format(new Date(iso)).replace(' ', 'T');
}

/** The instant of what was typed in Paris time; null for what is not one. The hour that summer time skips is the next one. */
export function depuisHeureDeParis(texte: string): string | null {
  const naif = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(texte) ? Date.parse(`${texte}:00Z`) : NaN;
  if (Number.isNaN(naif)) return null;
  const decalage = (instant: number) => Date.parse(`${enHeureDeParis(new Date(instant).toISOString())}:00Z`) - instant;
  return new Date(naif - decalage(naif - decalage(naif))).toISOString();
}
