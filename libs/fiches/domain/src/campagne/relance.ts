import type { ChampRelance, ModeleRelance } from '@pleniere/indicateurs/domain';
import { accorder, formaterDate, INSECABLE } from '@pleniere/shared/domain';

/** One fiche on which a person owes values: missing ones, and ones that the team returned. */
export interface DuSurFiche {
  fiche: { id: string; code: string; titre: string };
  manquantes: number;
  retournees: number;
}

/** A person to remind, with all that they owe: one e-mail for all their fiches. */
export interface DestinataireRelance {
  personne: { id: string; nom: string; email: string };
  organisation: { id: string; nom: string };
  /** Name of the colleague whose place they hold, when that colleague is away. */
  enLAbsenceDe: string | null;
  fiches: DuSurFiche[];
  nombre: number;
}

/** One sending of reminders that took place. */
export interface RelanceEnvoyee {
  numero: number;
  envoyeeLe: string;
  envoyeePar: string;
  personnes: { nom: string; valeursAttendues: number }[];
}

/** Who would be reminded now, and who was. */
export interface RelancesCampagne {
  destinataires: DestinataireRelance[];
  /** Expected values that nobody with an address owes: no reminder can bring them in. */
  sansDestinataire: number;
  historique: RelanceEnvoyee[];
}

/** Writes the reminder of one person; `adresse` is where the product answers, without a final slash. */
export function composerRelance(
  { objet, texte }: ModeleRelance,
  { personne, fiches, nombre }: Pick<DestinataireRelance, 'personne' | 'fiches' | 'nombre'>,
  { annee, echeance }: { annee: number; echeance: string },
  adresse: string,
): ModeleRelance {
  const mots: Record<ChampRelance, string> = {
    nom: personne.nom,
    annee: `${annee}`,
    echeance: formaterDate(echeance),
    nombre: accorder(nombre, 'valeur'),
    fiches: fiches.map((du) => `${direDu(du)}\n  ${adresse}/fiches/${du.fiche.code}/indicateurs`).join('\n'),
    lien: `${adresse}/`,
  };
  const remplir = (modele: string) =>
    modele.replace(/\{(\w+)\}/g, (ecrit, mot: string) =>
      Object.hasOwn(mots, mot) ? mots[mot as ChampRelance] : ecrit,
    );
  return { objet: remplir(objet), texte: remplir(texte) };
}

function direDu({ fiche: { code, titre }, manquantes, retournees }: DuSurFiche): string {
  const parties = [
    ...(manquantes > 0 ? [accorder(manquantes, 'valeur à saisir', 'valeurs à saisir')] : []),
    ...(retournees > 0 ? [accorder(retournees, 'valeur à corriger', 'valeurs à corriger')] : []),
  ];
  return `- ${code} ${titre}${INSECABLE}: ${parties.join(', ')}`;
}
