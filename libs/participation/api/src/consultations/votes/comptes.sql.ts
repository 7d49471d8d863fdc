import type { CompteVotes } from '@pleniere/participation/domain';

/** A count of `proposition_compteur`: its column, its name in answers, and the vote that adds to it. */
interface Compte {
  colonne: string;
  nom: keyof CompteVotes;
  valeur: 1 | 0 | -1;
  qualif: string | null;
}

/** The twelve counts of a proposition. */
export const COMPTES: readonly Compte[] = [
  { colonne: 'pour', nom: 'pour', valeur: 1, qualif: null },
  { colonne: 'contre', nom: 'contre', valeur: -1, qualif: null },
  { colonne: 'neutre', nom: 'neutre', valeur: 0, qualif: null },
  { colonne: 'coup_de_coeur', nom: 'coupDeCoeur', valeur: 1, qualif: 'coup-de-coeur' },
  { colonne: 'realiste', nom: 'realiste', valeur: 1, qualif: 'realiste' },
  { colonne: 'banalite_pour', nom: 'banalitePour', valeur: 1, qualif: 'banalite' },
  { colonne: 'surtout_pas', nom: 'surtoutPas', valeur: -1, qualif: 'surtout-pas' },
  { colonne: 'infaisable', nom: 'infaisable', valeur: -1, qualif: 'infaisable' },
  { colonne: 'banalite_contre', nom: 'banaliteContre', valeur: -1, qualif: 'banalite' },
  { colonne: 'pas_compris', nom: 'pasCompris', valeur: 0, qualif: 'pas-compris' },
  { colonne: 'pas_d_avis', nom: 'pasDAvis', valeur: 0, qualif: 'pas-d-avis' },
  { colonne: 'indifferent', nom: 'indifferent', valeur: 0, qualif: 'indifferent' },
];

/** 1 when a vote adds to the count, 0 otherwise; a withdrawn vote adds to none. */
const ajoute = ({ valeur, qualif }: Compte, v: string, q: string): string =>
  `(coalesce(${v} = ${valeur}, false)${qualif === null ? '' : ` and '${qualif}' = any(${q})`})::int`;

/** Moves the counts `k` of a proposition from the former vote of `a` to its present one. */
export const DEPLACER = COMPTES.map(
  (compte) =>
    `${compte.colonne} = k.${compte.colonne} + ${ajoute(compte, 'a.valeur', 'a.qualifs')} - ${ajoute(compte, 'a.avant_valeur', 'a.avant_qualifs')}`,
).join(', ');

/** The counts of a set of votes `v`, as columns. */
export const SOMMER = COMPTES.map(
  ({ colonne, valeur, qualif }) =>
    `(count(*) filter (where v.valeur = ${valeur}${qualif === null ? '' : ` and '${qualif}' = any(v.qualifs)`}))::int as ${colonne}`,
).join(', ');

/** Columns of the counts. */
export const COLONNES = COMPTES.map(({ colonne }) => colonne);

/** JSON of the counts summed over the rows of `k`: `sum(k.pour)`… */
export const COMPTES_JSON = `json_build_object(${COMPTES.map(
  ({ colonne, nom }) => `'${nom}', coalesce(sum(k.${colonne}), 0)`,
).join(', ')})`;

/** Counts that anybody may read of a proposition `p`: whoever is set apart must not see it, so nobody is left out. */
export const COMPTES_PUBLICS = `(
  select ${COMPTES_JSON} from proposition_compteur k where (k.contrat_id, k.proposition_id) = (p.contrat_id, p.id))`;
