import { INSECABLE } from '@pleniere/shared/domain';

/** The editable words of a reminder; `{nom}`, `{annee}`, `{echeance}`, `{nombre}`, `{fiches}` and `{lien}` are filled in for each person. */
export interface ModeleRelance {
  objet: string;
  texte: string;
}

/** Words that a reminder is made with, filled in for each person. */
export const CHAMPS_RELANCE = ['nom', 'annee', 'echeance', 'nombre', 'fiches', 'lien'] as const;
/** Name of such a word. */
export type ChampRelance = (typeof CHAMPS_RELANCE)[number];

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
