import {
  type IndicateurImportable,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_TYPES,
  mailleDe,
  type TerritoireImportable,
} from '@pleniere/indicateurs/domain';
import type { FeuilleAEcrire } from '@pleniere/shared/api';
import { FINE, INSECABLE, type PeriodeContrat } from '@pleniere/shared/domain';

/** The sheet that says how to fill the others in. */
export function ecrireModeDEmploi({ anneeDebut, anneeFin }: PeriodeContrat): FeuilleAEcrire {
  const textes = [
    'Mode d’emploi',
    '',
    'Remplissez la colonne «\u202Fvaleur\u202F» de la feuille «\u202FValeurs\u202F», enregistrez, puis importez le fichier dans Plénière.',
    'Rien n’est écrit avant que vous n’ayez vu, case par case, ce qui va changer.',
    '',
    `Une case vide n’efface jamais rien${FINE}; 0 est une valeur.`,
    `nd${INSECABLE}: non disponible. nc${INSECABLE}: non concerné. s${INSECABLE}: couvert par le secret. à venir${INSECABLE}: à venir.`,
    `Plusieurs réponses d’une liste se séparent par un point-virgule.`,
    '',
    `identifiant_indic${INSECABLE}: ne le modifiez pas. Sans lui, l’indicateur est reconnu à son libellé et au code de sa fiche.`,
    `zone_id${INSECABLE}: code du quartier (QN03709M), code INSEE de la commune, ou «\u202Fcontrat\u202F». À défaut, zone_nom suffit.`,
    `date_valeur${INSECABLE}: une année de ${anneeDebut} à ${anneeFin}, ou une date de cette année.`,
    `type_valeur${INSECABLE}: va pour une valeur, vi pour la référence (valeur initiale), vc pour une cible.`,
    `Une ligne dont le type est «\u202Fcalculee\u202F» vient d’un export${INSECABLE}: elle est laissée de côté.`,
    `ventilation${INSECABLE}: total, ou la partie comptée (femmes, hommes, 15-24…) quand l’indicateur la demande. Vide, total.`,
    `qualite${INSECABLE}: provisoire, définitive ou estimée. Vide, la qualité connue est gardée.`,
    'commentaire et source sont facultatifs. Vides, ceux qui sont connus sont gardés.',
    '',
    'Vous pouvez supprimer des lignes, changer leur ordre, ajouter des colonnes. Un import entier s’annule après coup.',
  ];
  return { nom: 'Mode d’emploi', lignes: textes.map((texte) => [texte]), largeurs: [120], titres: false };
}

/** The sheet that defines each indicator. */
export function ecrireDictionnaire(indicateurs: readonly IndicateurImportable[]): FeuilleAEcrire {
  const lignes = indicateurs.map((indicateur) => [
    indicateur.id,
    indicateur.fiche,
    indicateur.libelle,
    LIBELLES_TYPES[indicateur.type],
    LIBELLES_NATURES[indicateur.nature],
    indicateur.unite,
    indicateur.decimales,
    LIBELLES_MAILLES[indicateur.maille],
    indicateur.periodicite === 'annuelle' ? 'chaque année' : indicateur.anneesPonctuelles.join(', '),
    indicateur.modalites.map(({ valeur, libelle }) => `${valeur}${INSECABLE}: ${libelle}`).join('\n'),
    indicateur.definition,
    indicateur.source,
  ]);
  const titres = [
    'identifiant_indic',
    'fiche',
    'indicateur',
    'catégorie',
    'nature',
    'unité',
    'décimales',
    'échelle',
    'années',
    'réponses possibles',
    'définition',
    'source des données',
  ];
  return {
    nom: 'Dictionnaire',
    lignes: [titres, ...lignes],
    largeurs: [38, 8, 48, 26, 20, 16, 10, 20, 16, 40, 60, 30],
  };
}

/** The sheet of the codes that `zone_id` may hold. */
export function ecrireTerritoires(territoires: readonly TerritoireImportable[]): FeuilleAEcrire {
  const lignes = territoires.map(({ code, noms }) => [code, noms[0] ?? '', LIBELLES_MAILLES[mailleDe(code)]]);
  return { nom: 'Territoires', lignes: [['zone_id', 'zone_nom', 'échelle'], ...lignes], largeurs: [14, 36, 24] };
}
