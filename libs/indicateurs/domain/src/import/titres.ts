import type { CelluleTableur, FeuilleTableur } from '@pleniere/shared/domain';
import {
  cleSansParentheses,
  lettreDe,
  manquesDesRoles,
  type RoleColonne,
  type RoleSimple,
  ROLES_COLONNES,
  texteDe,
  type TypeValeur,
} from './colonnes';
import type { ColonneTrouvee } from './import';
import { lireAnnee } from './lecture-annee';

// Best names first: between « Ville » and « Quartier », the quartier names the territoire.
const NOMS: Readonly<Record<RoleSimple, string>> = {
  identifiant_indic:
    'identifiant indic, identifiant indicateur, id indicateur, id indic, indicateur id, indic id, code indicateur, code indic, identifiant, id',
  fiche: 'fiche, code fiche, fiche projet, numero fiche, n fiche, fiche n, fiche projet n, projet',
  indicateur:
    'indicateur, libelle indicateur, nom indicateur, intitule indicateur, libelle indic, indicateurs, libelle, intitule',
  zone_id:
    'zone id, id zone, code zone, code territoire, code qpv, code qp, code quartier, quartier code, code insee, insee, codgeo, code geo, code commune, com, code',
  zone_nom:
    'zone nom, nom zone, zone, territoire, nom territoire, libelle zone, libelle territoire, quartier, nom quartier, quartier prioritaire, qpv, nom qpv, nom qp, lib qpv, lib qp, libelle qpv, libelle qp, commune, nom commune, ville',
  date_valeur: 'date valeur, date, annee, annee valeur, millesime, exercice, periode',
  type_valeur: 'type valeur, type',
  ventilation: 'ventilation, sexe ou tranche age, sexe, tranche age, repartition',
  valeur: 'valeur, val, valeurs, valeur actuelle, valeur realisee, realise, resultat, donnee, mesure',
  qualite: 'qualite, qualite valeur, fiabilite, statut valeur',
  commentaire: 'commentaire, commentaires, observation, observations, remarque, remarques, note, notes, precisions',
  source: 'source, sources, source donnee, origine, producteur',
};

const ANNEE_AVEC_TYPE: readonly [RegExp, TypeValeur][] = [
  [/\b(cibles?|objectifs?|vc)\b/, 'vc'],
  [/\b(references?|initiale?s?|vi)\b/, 'vi'],
];
const LIGNES_SONDEES = 30;

// « Valeur 2025 », « Cible 2030 », « Réalisé au 31/12/2025 »; never « Code QPV 2024 ».
const MOTS_DES_ANNEES =
  /\b(valeurs?|annees?|cibles?|objectifs?|references?|initiale?s?|realisee?s?|resultats?|actuelles?|va|vi|vc|en|au|fin)\b/g;

function roleDAnnee(titre: CelluleTableur): RoleColonne | null {
  const annee = lireAnnee(titre);
  const cle = cleSansParentheses(texteDe(titre));
  if (annee === null || /[a-z]/.test(cle.replace(MOTS_DES_ANNEES, ''))) return null;
  const type = ANNEE_AVEC_TYPE.find(([mots]) => mots.test(cle))?.[1] ?? 'va';
  return `${type}-${annee}`;
}

/** Proposes what each heading announces; each role goes to the heading that names it best, then to the first. */
export function proposerRoles(titres: readonly CelluleTableur[]): (RoleColonne | null)[] {
  const annees = titres.map(roleDAnnee);
  const roles = annees.map((role, rang) => (annees.indexOf(role) === rang ? role : null));
  const cles = titres.map((titre) => cleSansParentheses(texteDe(titre).replace(/\b20\d\d\b/, '')));
  const libre = (nom: string) => cles.findIndex((cle, rang) => cle === nom && roles[rang] === null);
  for (const role of ROLES_COLONNES) {
    const nom = NOMS[role].split(', ').find((connu) => libre(connu) >= 0);
    if (nom !== undefined) roles[libre(nom)] = role;
  }
  return roles;
}

/** Where the headings of a workbook are, and what they announce. */
export interface TitresTrouves {
  feuille: number;
  /** Row of the headings, from 0. */
  titres: number;
  roles: (RoleColonne | null)[];
}

// One name alone may be a chance: the year of a line of values looks like a heading.
function noter(roles: readonly (RoleColonne | null)[]): number {
  const reconnus = roles.filter((role) => role !== null).length;
  return reconnus < 2 ? 0 : reconnus + (manquesDesRoles(roles).length === 0 ? 100 : 0);
}

/** Finds the headings of a sheet: the row, among the first thirty, whose names are known best. */
export function trouverTitres(feuille: FeuilleTableur): Omit<TitresTrouves, 'feuille'> {
  const sondees = feuille.lignes.slice(0, LIGNES_SONDEES).map((ligne, titres) => {
    const roles = proposerRoles(ligne);
    return { titres, roles, note: noter(roles) };
  });
  const remplie = feuille.lignes.findIndex((ligne) => ligne.some((cellule) => texteDe(cellule) !== ''));
  const defaut = { titres: Math.max(0, remplie), roles: (feuille.lignes[remplie] ?? []).map(() => null), note: 0 };
  const { titres, roles } = sondees.reduce(
    (meilleure, sondee) => (sondee.note > meilleure.note ? sondee : meilleure),
    defaut as (typeof sondees)[number],
  );
  return { titres, roles };
}

/** Finds the sheet of the values: the one whose headings are known best. */
export function trouverFeuille(feuilles: readonly FeuilleTableur[]): TitresTrouves {
  const trouvees = feuilles.map((feuille, rang) => ({ feuille: rang, ...trouverTitres(feuille) }));
  return trouvees.reduce(
    (meilleure, autre) => (noter(autre.roles) > noter(meilleure.roles) ? autre : meilleure),
    trouvees[0] ?? { feuille: 0, titres: 0, roles: [] },
  );
}

/** Columns of a sheet as the mapping screen shows them. */
export function decrireColonnes(
  { lignes }: FeuilleTableur,
  titres: number,
  roles: readonly (RoleColonne | null)[],
): ColonneTrouvee[] {
  return (lignes[titres] ?? []).map((titre, rang) => ({
    rang,
    lettre: lettreDe(rang),
    titre: texteDe(titre),
    role: roles[rang] ?? null,
    exemples: lignes
      .slice(titres + 1, titres + 1 + LIGNES_SONDEES)
      .map((ligne) => texteDe(ligne[rang]).slice(0, 80))
      .filter((exemple) => exemple !== '')
      .slice(0, 3),
  }));
}
