import { SEUILS_PAR_DEFAUT } from '@pleniere/participation/domain';

const CHAMPS = {
  question: 'question',
  description: 'description',
  charte: 'charte',
  mentionRgpd: 'mention_rgpd',
  touteLaVille: 'toute_la_ville',
  exigence: 'exigence',
  niveau: 'niveau',
  sansAmorces: 'sans_amorces',
  objectifParticipants: 'objectif_participants',
  objectifVotes: 'objectif_votes',
  rapport: 'rapport',
  methode: 'methode',
  suites: 'suites',
} as const;

/** A field of a consultation that is a column. */
export type ChampConsultation = keyof typeof CHAMPS;
/** Fields of a consultation that are columns. */
export const CHAMPS_CONSULTATION = Object.keys(CHAMPS) as ChampConsultation[];

/** Creates a draft: $1 contrat, $2 JSON of its columns. */
export const CREER_CONSULTATION = `
  insert into consultation (contrat_id, ${Object.values(CHAMPS).join(', ')})
  select $1, ${Object.values(CHAMPS)
    .map((colonne) => `r.${colonne}`)
    .join(', ')}
  from jsonb_populate_record(null::consultation, $2::jsonb) r returning id`;

/** Writes every column from the version that was read: $4 JSON of its columns. */
export const ECRIRE_CONSULTATION = `
  update consultation c set version = c.version + 1, ${Object.values(CHAMPS)
    .map((colonne) => `${colonne} = r.${colonne}`)
    .join(', ')}
  from jsonb_populate_record(null::consultation, $4::jsonb) r
  where c.contrat_id = $1 and c.id = $2 and c.version = $3 returning c.id`;

/** JSON of the columns of a saisie. */
export function colonnes(saisie: Record<ChampConsultation, unknown>): string {
  return JSON.stringify(Object.fromEntries(CHAMPS_CONSULTATION.map((champ) => [CHAMPS[champ], saisie[champ]])));
}

/** Tables of what a consultation is linked to. */
export const LISTES = {
  qpvCodes: { table: 'consultation_qpv', colonne: 'qpv_code', type: 'text' },
  ficheIds: { table: 'consultation_fiche', colonne: 'fiche_id', type: 'uuid' },
  moderateurIds: { table: 'consultation_moderateur', colonne: 'personne_id', type: 'uuid' },
} as const;

/** Takes the version that was read: what follows in the transaction is written by nobody else. */
export const AVANCER = `
  update consultation set version = version + 1 where contrat_id = $1 and id = $2 and version = $3 returning id`;

/** What each act of the team writes; $3 is its motif. */
export const ACTES: Readonly<Record<string, string>> = {
  programmer: `etape = 'publiee', seuils = '${JSON.stringify(SEUILS_PAR_DEFAUT)}'`,
  'reprendre-la-preparation': "etape = 'brouillon'",
  'fermer-les-propositions': "fin_propositions = date_trunc('milliseconds', clock_timestamp())",
  analyser: "etape = 'analyse'",
  restituer: "etape = 'restituee'",
  'engager-les-suites': "etape = 'suites'",
  archiver: "etape = 'archivee'",
  suspendre: 'suspendue_le = clock_timestamp(), suspension_motif = $3',
  reprendre: "suspendue_le = null, suspension_motif = ''",
  annuler: 'annulee_le = clock_timestamp(), annulation_motif = $3',
};

/** Twelve months after the results, the addresses of those who proposed have served. */
export const BORNER_LES_ADRESSES = `
  update proposition set email_jusqua = least(email_jusqua, now() + interval '12 months')
  where (contrat_id, consultation_id) = ($1, $2) and email is not null`;

/** Writes the new dates. */
export const DATER = `
  update consultation set ouverture = $3, fin_propositions = $4, fin = $5 where contrat_id = $1 and id = $2`;

/** A date that moved, for everybody to read. */
export const INSCRIRE_DATE = `
  insert into consultation_date_historique (contrat_id, consultation_id, champ, ancienne, nouvelle, motif, fonction)
  values ($1, $2, $3, $4, $5, $6, $7)`;
