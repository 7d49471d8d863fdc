import type { Role } from '@pleniere/acces/domain';
import {
  accorder,
  estDansLeContrat,
  formaterDate,
  INSECABLE,
  type PeriodeContrat,
  type Refus,
} from '@pleniere/shared/domain';

/** One organisation that may still write a closed year, on one fiche or on all, until a day included. */
export interface ExceptionCampagne {
  id: string;
  version: number;
  organisation: { id: string; nom: string };
  /** Fiche that it is limited to; opaque here. Null opens every fiche. */
  ficheId: string | null;
  motif: string;
  jusquAu: string;
  accordeePar: string;
  accordeeLe: string;
}

/** The collection of the values of one year: open until it is closed, whatever the due date. */
export interface Campagne {
  annee: number;
  version: number;
  ouverteLe: string;
  /** Last day, in Paris, on which a value is not late. */
  echeance: string;
  closeLe: string | null;
  /** What the team asks of those who enter values. */
  consigne: string;
  relanceObjet: string;
  relanceTexte: string;
  exceptions: ExceptionCampagne[];
}

/** What is typed to open a campagne. */
export type OuvertureCampagne = Pick<Campagne, 'annee' | 'echeance' | 'consigne'>;

/** What is typed to grant an exception. */
export type ExceptionSaisie = Pick<ExceptionCampagne, 'ficheId' | 'motif' | 'jusquAu'> & { organisationId: string };

/** Where a campagne stands on a day: before its due date, after it, or closed. */
export const ETATS_CAMPAGNE = ['ouverte', 'echue', 'close'] as const;
/** Slug of where a campagne stands. */
export type EtatCampagne = (typeof ETATS_CAMPAGNE)[number];

/** Limits shared by the forms and the API. */
export const LIMITES_CAMPAGNE = { consigne: 4000, objet: 200, texte: 4000, motif: 1000 } as const;

/** Who holds the pen, as far as a lock is concerned. */
export interface PlumeDeCampagne {
  role: Role;
  organisationId: string | null;
}

/** Where the campagne stands today (ISO day in Paris). */
export function etatCampagne(
  { closeLe, echeance }: Pick<Campagne, 'closeLe' | 'echeance'>,
  jour: string,
): EtatCampagne {
  if (closeLe !== null) return 'close';
  return jour > echeance ? 'echue' : 'ouverte';
}

/** True when a value written that day comes in after the due date; a year without campagne has none. */
export function arriveEnRetard(campagne: Pick<Campagne, 'echeance'> | null, jour: string): boolean {
  return campagne !== null && jour > campagne.echeance;
}

/** True when the exception opens the cells of that fiche to that organisation on that day. */
export function ouvre(
  { organisation, ficheId, jusquAu }: Pick<ExceptionCampagne, 'organisation' | 'ficheId' | 'jusquAu'>,
  organisationId: string | null,
  ficheDeLaCase: string | null,
  jour: string,
): boolean {
  return organisation.id === organisationId && (ficheId === null || ficheId === ficheDeLaCase) && jour <= jusquAu;
}

/**
 * Why a cell of that year may not be written today, or null. A year without campagne is open; a closed one opens to the
 * organisations of its exceptions, never to the team, which reopens it in everybody's sight.
 */
export function refusDeCampagne(
  campagne: Pick<Campagne, 'annee' | 'closeLe' | 'exceptions'> | null,
  { role, organisationId }: PlumeDeCampagne,
  ficheId: string | null,
  jour: string,
): Refus {
  if (campagne === null || campagne.closeLe === null) return null;
  const close = `La campagne ${campagne.annee} est close depuis le ${formaterDate(campagne.closeLe)}${INSECABLE}:`;
  if (role === 'equipe') return `${close} rouvrez-la pour changer une valeur.`;
  const ouverte = campagne.exceptions.some((exception) => ouvre(exception, organisationId, ficheId, jour));
  return ouverte ? null : `${close} demandez une exception à l’équipe projet.`;
}

/** Why no campagne opens on that year: it belongs to the contrat and has begun. */
export function refusDAnnee(annee: number, periode: PeriodeContrat, anneeEnCours: number): Refus {
  if (!estDansLeContrat(annee, periode)) {
    return `Choisissez une année du contrat, de ${periode.anneeDebut} à ${periode.anneeFin}.`;
  }
  return annee <= anneeEnCours
    ? null
    : `L’année ${annee} n’a pas commencé${INSECABLE}: rien ne peut encore s’y mesurer.`;
}

/** Why a day may not be chosen as due date or as end of an exception: it is past. */
export function refusDeJour(date: string, jour: string): Refus {
  return date >= jour ? null : 'Choisissez aujourd’hui ou un jour à venir.';
}

/** « Échéance le 18 décembre 2026, dans 26 jours », « … dépassée de 3 jours ». */
export function direEcheance(echeance: string, jour: string): string {
  const jours = Math.round((Date.parse(echeance) - Date.parse(jour)) / 86_400_000);
  const date = `Échéance le ${formaterDate(echeance)}`;
  if (jours === 0) return `${date}, aujourd’hui`;
  return jours > 0 ? `${date}, dans ${accorder(jours, 'jour')}` : `${date}, dépassée de ${accorder(-jours, 'jour')}`;
}
