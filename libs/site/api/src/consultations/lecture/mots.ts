import type {
  ConsultationPublique,
  DateChangee,
  MotifSignalement,
  PropositionPublique,
} from '@pleniere/participation/domain';
import { jusquAu, LIBELLES_STATUTS_CONSULTATION } from '@pleniere/participation/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';

/** Until when one can do what, in one sentence. */
export function direPhase({ statut, dates }: Pick<ConsultationPublique, 'statut' | 'dates'>): string {
  if (statut === 'programmee') return `Ouvre le ${formaterDate(dates.ouverture)}`;
  if (statut === 'ouverte') return `Ouverte ${jusquAu(dates.fin)}`;
  if (statut === 'vote-seul') return `Derniers votes ${jusquAu(dates.fin)}`;
  if (statut === 'close' || statut === 'analyse')
    return `Terminée le ${formaterDate(dates.fin)}, résultats en préparation`;
  return LIBELLES_STATUTS_CONSULTATION[statut];
}

/** « 24 propositions, 310 votes, 62 participants ». */
export function direCompteurs({ compteurs }: Pick<ConsultationPublique, 'compteurs'>): string {
  const { propositions, votes, participants } = compteurs;
  return [accorder(propositions, 'proposition'), accorder(votes, 'vote'), accorder(participants, 'participant')].join(
    ', ',
  );
}

/** Which date was moved, in words. */
export const LIBELLES_DATES: Readonly<Record<DateChangee['champ'], string>> = {
  ouverture: 'Ouverture',
  'fin-propositions': 'Fin des propositions',
  fin: 'Fin des votes',
};

/** Why one reports a proposition, in words. */
export const LIBELLES_SIGNALEMENTS: Readonly<Record<MotifSignalement, string>> = {
  illicite: 'Elle est contraire à la loi',
  injures: 'Elle injurie ou menace',
  'donnees-personnelles': 'Elle désigne une personne',
  'hors-sujet': 'Elle ne répond pas à la question',
  publicite: 'Elle fait de la publicité',
};

/** Whose words they are: never the organiser’s, unless to start with. */
export function direAuteur(canal: PropositionPublique['canal'], prenom: string | null): string {
  if (canal === 'amorce') return 'Proposée pour commencer';
  return prenom === null ? 'Proposition d’un habitant' : `Proposition de ${prenom}`;
}
