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

/** The editable words of a reminder; `{nom}`, `{annee}`, `{echeance}`, `{nombre}`, `{fiches}` and `{lien}` are filled in for each person. */
export interface ModeleRelance {
  objet: string;
  texte: string;
}

/** Words that a reminder is made with, filled in for each person. */
export const CHAMPS_RELANCE = ['nom', 'annee', 'echeance', 'nombre', 'fiches', 'lien'] as const;
type ChampRelance = (typeof CHAMPS_RELANCE)[number];

/** The reminder that a campagne starts with. */
export const RELANCE_PAR_DEFAUT: ModeleRelance = {
  objet: `Contrat de ville${INSECABLE}: vos valeurs {annee} sont attendues`,
  texte: `Bonjour {nom},

Pour préparer la prochaine plénière, il nous manque encore {nombre} pour l’année {annee}. L’échéance est fixée au {echeance}.

{fiches}

Quand une valeur n’existe pas, indiquez-le${INSECABLE}: «${INSECABLE}non disponible${INSECABLE}» et «${INSECABLE}non concerné${INSECABLE}» sont aussi des réponses.

Tout ce qui vous attend est ici${INSECABLE}: {lien}

Merci de votre aide,
L’équipe projet du contrat de ville`,
};

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
    modele.replace(/\{(\w+)\}/g, (ecrit, mot: string) => (Object.hasOwn(mots, mot) ? mots[mot as ChampRelance] : ecrit));
  return { objet: remplir(objet), texte: remplir(texte) };
}

function direDu({ fiche: { code, titre }, manquantes, retournees }: DuSurFiche): string {
  const parties = [
    ...(manquantes > 0 ? [accorder(manquantes, 'valeur à saisir', 'valeurs à saisir')] : []),
    ...(retournees > 0 ? [accorder(retournees, 'valeur à corriger', 'valeurs à corriger')] : []),
  ];
  return `- ${code} ${titre}${INSECABLE}: ${parties.join(', ')}`;
}
