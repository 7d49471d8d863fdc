import { jourDeParis } from '@pleniere/shared/domain';

const UNE_HEURE = 3_600_000;

/**
 * Instant (ISO) of the person's last reading of the journal in this browser, null the first time. Pages opened within the
 * hour belong to the same reading.
 */
export function derniereLecture(personneId: string): string | null {
  const cle = `pleniere.journal.${personneId}`;
  const [precedente = '', courante = ''] = (localStorage.getItem(cle) ?? '').split(' ');
  const maintenant = new Date();
  const neuve = courante === '' || maintenant.getTime() - Date.parse(courante) > UNE_HEURE;
  const derniere = neuve ? courante : precedente;
  localStorage.setItem(cle, `${derniere} ${neuve ? maintenant.toISOString() : courante}`);
  return derniere === '' ? null : derniere;
}

/** The day (ISO) that many days ago, in Paris. */
export function ilYA(jours: number): string {
  return jourDeParis(new Date(Date.now() - jours * 86_400_000));
}
