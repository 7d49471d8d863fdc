/** What became of an e-mail: waiting to leave, accepted by the server, kept because nothing is sent from here, given up. */
export const STATUTS_COURRIEL = ['a-envoyer', 'envoye', 'retenu', 'echec'] as const;
/** One of the fates of an e-mail. */
export type StatutCourriel = (typeof STATUTS_COURRIEL)[number];

/** Longest subject of an e-mail, in characters. */
export const OBJET_COURRIEL_MAX = 200;

/** One e-mail in the list, without its text. */
export interface CourrielResume {
  id: string;
  creeLe: string;
  destinataire: { nom: string; email: string };
  objet: string;
  statut: StatutCourriel;
}

/** One e-mail in full, as it left or would have left. */
export interface Courriel extends CourrielResume {
  texte: string;
  /** Times that the server was tried. */
  essais: number;
  /** What the server answered the last time that it refused. */
  erreur: string | null;
  envoyeLe: string | null;
}

/** The e-mails of a contrat, newest first, and whether this server sends any. */
export interface CourrielsDuContrat {
  envoi: boolean;
  courriels: CourrielResume[];
}
