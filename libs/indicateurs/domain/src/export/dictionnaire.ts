import { INSECABLE } from '@pleniere/shared/domain';
import { TYPE_CALCULEE, TYPES_VALEUR } from '../import/colonnes';
import { LIBELLES_STATUTS_VALEUR } from '../indicateurs.labels';
import { QUALITES, VENTILATIONS } from '../saisie/valeur';
import { type ColonneValeurs, LIBELLES_NATURES_VALEUR } from './export';

/** What a column means: its type, its unit, what it may hold, where it comes from. */
export interface ColonneDecrite {
  sens: string;
  type: string;
  unite?: string;
  permises?: string;
  source: string;
}

const SAISIE = 'saisie du producteur';
const DEFINITION = 'définition de l’indicateur';

/** Meaning of each column of the values. */
export const DICTIONNAIRE_VALEURS: Readonly<Record<ColonneValeurs, ColonneDecrite>> = {
  identifiant_indic: { sens: 'Identifiant stable de l’indicateur', type: 'identifiant (UUID)', source: 'Plénière' },
  fiche: {
    sens: 'Code de la fiche projet',
    type: 'texte',
    permises: 'T1.1, C2.3… ; vide pour un indicateur de contexte',
    source: 'contrat de ville',
  },
  indicateur: { sens: 'Libellé de l’indicateur', type: 'texte', source: DEFINITION },
  zone_id: {
    sens: 'Code du territoire',
    type: 'texte',
    permises: '« contrat », code INSEE d’une commune, code d’un QPV',
    source: 'Insee, ANCT',
  },
  zone_nom: { sens: 'Nom du territoire', type: 'texte', source: 'référentiel du contrat' },
  date_valeur: {
    sens: 'Année de la valeur, ou son 31 décembre dans le CSV pour un logiciel',
    type: 'année (date ISO 8601)',
    source: SAISIE,
  },
  type_valeur: {
    sens: `vi : référence (valeur initiale) ; va : valeur constatée (actuelle) ; vc : cible ; ${TYPE_CALCULEE} : calculée d’après les faits, qu’un import laisse de côté`,
    type: 'texte',
    permises: [...TYPES_VALEUR, TYPE_CALCULEE].join(', '),
    source: SAISIE,
  },
  ventilation: {
    sens: 'Partie des personnes comptées ; sexe et âge ne sont pas croisés',
    type: 'texte',
    permises: VENTILATIONS.join(', '),
    source: SAISIE,
  },
  valeur: {
    sens: 'Valeur, ou raison de son absence ; « < 5 » et « masqué » protègent les petits nombres',
    type: 'nombre ou texte, selon la nature de l’indicateur',
    unite: 'voir la colonne unite',
    permises: 'nd : non disponible ; nc : non concerné ; s : secret ; à venir',
    source: SAISIE,
  },
  qualite: { sens: 'Fiabilité de la valeur', type: 'texte', permises: QUALITES.join(', '), source: SAISIE },
  commentaire: { sens: 'Explication du producteur', type: 'texte', source: SAISIE },
  source: { sens: 'D’où vient la valeur', type: 'texte', source: SAISIE },
  unite: {
    sens: 'Ce que la valeur compte ; vide pour un pourcentage, un montant (€) ou un texte',
    type: 'texte',
    source: DEFINITION,
  },
  statut: {
    sens: 'Où en est la valeur dans sa campagne',
    type: 'texte',
    permises: Object.values(LIBELLES_STATUTS_VALEUR).join(', '),
    source: 'équipe du contrat',
  },
  en_retard: {
    sens: 'Saisie après l’échéance de la campagne',
    type: 'texte',
    permises: 'oui, non',
    source: 'Plénière',
  },
  modifie_le: { sens: 'Dernière écriture de la valeur', type: 'jour (instant ISO 8601)', source: 'Plénière' },
  nature: {
    sens: 'Déclarée par un producteur, ou calculée d’après les faits inscrits (séances, questions, liens…)',
    type: 'texte',
    permises: Object.values(LIBELLES_NATURES_VALEUR).join(', '),
    source: 'Plénière',
  },
  formule: {
    sens: 'Calcul et version de sa formule ; vide pour une valeur déclarée',
    type: 'texte',
    source: 'Plénière',
  },
  empreinte: {
    sens: 'Empreinte SHA-256 des faits comptés : les mêmes faits donnent la même',
    type: 'texte hexadécimal',
    source: 'Plénière',
  },
  calculee_le: { sens: 'Jour où ces faits ont été comptés', type: 'jour (instant ISO 8601)', source: 'Plénière' },
};

/** Headings of the dictionary. */
export const TITRES_DICTIONNAIRE = ['colonne', 'sens', 'type', 'unité', 'valeurs permises', 'source'] as const;

const typographier = (texte: string) => texte.replace(/ ([:])/g, `${INSECABLE}$1`).replace(/ ([;])/g, '\u202F$1');

/** The dictionary as lines, one per column. */
export function lignesDuDictionnaire(colonnes: readonly ColonneValeurs[]): string[][] {
  return colonnes.map((colonne) => {
    const { sens, type, unite = '', permises = '', source } = DICTIONNAIRE_VALEURS[colonne];
    return [colonne, ...[sens, type, unite, permises, source].map(typographier)];
  });
}
