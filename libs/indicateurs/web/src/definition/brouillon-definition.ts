import {
  type Agregation,
  agregationsPossibles,
  definitionNeuve,
  type DefinitionModele,
  estNumerique,
  type Indicateur,
  type IndicateurSaisie,
  LIMITES_INDICATEUR,
  type Modalite,
  type Nature,
  type Repere,
  seBorne,
  seVentile,
  verifierDefinition,
} from '@pleniere/indicateurs/domain';
import { type ErreurDeChamp, type PeriodeContrat, sansAccents } from '@pleniere/shared/domain';

/** A definition of the library, or that of another indicator, as a new one of the fiche. */
export function definitionCopiee(modele: DefinitionModele | Indicateur, ficheId: string | null): IndicateurSaisie {
  const neuve = definitionNeuve(ficheId);
  const champs = Object.keys(neuve) as (keyof IndicateurSaisie)[];
  const copie = champs.reduce(
    (saisie, champ) => (champ in modele ? { ...saisie, [champ]: modele[champ as keyof typeof modele] } : saisie),
    neuve,
  );
  // Its baseline, targets, results and responsable are those of another fiche.
  const propres = { ficheId, responsableId: null, reference: null, cibles: [], resultatsLies: [] };
  const type = (copie.type === 'contexte') === (ficheId === null) ? copie.type : neuve.type;
  return { ...copie, ...propres, type };
}

/** The editable part of a definition. */
export function saisieDe(indicateur: Indicateur): IndicateurSaisie {
  const neuve = definitionNeuve(indicateur.ficheId);
  const champs = Object.keys(neuve) as (keyof IndicateurSaisie)[];
  return champs.reduce((saisie, champ) => ({ ...saisie, [champ]: indicateur[champ] }), neuve);
}

/** True when a value of this nature is a ratio: what is counted above and below the line is worth writing. */
export function seRapporte(nature: Nature): boolean {
  return nature === 'pourcentage' || nature === 'frequence' || nature === 'nombre';
}

/** What goes with another rule for the whole: only a weighted mean has weights. */
export function changerDAgregation(saisie: IndicateurSaisie, agregation: Agregation): IndicateurSaisie {
  return { ...saisie, agregation, ponderationId: agregation === 'moyenne-ponderee' ? saisie.ponderationId : null };
}

/** Precisions that another nature keeps: a split of people, bounds of a number, terms of a ratio. */
function precisionsGardees(saisie: IndicateurSaisie, nature: Nature): Partial<IndicateurSaisie> {
  return {
    ...(seVentile(nature) ? {} : { ventilations: [], cumulatif: false }),
    ...(seBorne(nature) ? {} : { borneMin: null, borneMax: null }),
    ...(seRapporte(nature) ? {} : { numerateur: '', denominateur: '' }),
    ...(estNumerique(nature) ? {} : { reference: null, cibles: [], sens: 'aucun' as const }),
    modalites: nature === 'echelle' || nature === 'liste' ? saisie.modalites : [],
  };
}

/** What goes with another nature: an aggregation that makes sense, answers only where there are some, no target without number. */
export function changerDeNature(saisie: IndicateurSaisie, nature: Nature): IndicateurSaisie {
  const agregations = agregationsPossibles(nature);
  const agregation: Agregation = agregations.includes(saisie.agregation)
    ? saisie.agregation
    : (agregations[0] ?? 'aucune');
  return {
    ...changerDAgregation(saisie, agregation),
    ...precisionsGardees(saisie, nature),
    nature,
    decimales: nature === 'nombre' || nature === 'pourcentage' ? saisie.decimales : 0,
  };
}

/** Slug of an answer that is written for the first time. */
function valeurDeModalite(libelle: string, autres: readonly Modalite[]): string {
  const base =
    sansAccents(libelle)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'reponse';
  const prises = new Set(autres.map(({ valeur }) => valeur));
  let valeur = base;
  for (let rang = 2; prises.has(valeur); rang++) valeur = `${base}-${rang}`;
  return valeur;
}

/** Answers as they are saved: a list names its own slugs, the degrees of a scale keep their number. */
export function modalitesASaisir(saisie: IndicateurSaisie): Modalite[] {
  return saisie.modalites.reduce<Modalite[]>((faites, modalite) => {
    const valeur = modalite.valeur || valeurDeModalite(modalite.libelle, [...faites, ...saisie.modalites]);
    return [...faites, { valeur, libelle: modalite.libelle.trim() }];
  }, []);
}

function repereIncomplet({ valeur }: Repere): boolean {
  return !Number.isFinite(valeur);
}

/** What is wrong with a definition, one error per field, with the pointers that the API uses too. */
export function refusDeDefinition(saisie: IndicateurSaisie, periode: PeriodeContrat): ErreurDeChamp[] {
  const incomplets = [
    ...(saisie.reference && repereIncomplet(saisie.reference) ? ['/reference'] : []),
    ...saisie.cibles.flatMap((cible, rang) => (repereIncomplet(cible) ? [`/cibles/${rang}`] : [])),
    ...(Number.isNaN(saisie.borneMin) ? ['/borneMin'] : []),
    ...(Number.isNaN(saisie.borneMax) ? ['/borneMax'] : []),
  ].map((pointer) => ({ pointer, detail: 'Un nombre est attendu.' }));
  const sansNom = saisie.modalites.some(({ libelle }) => libelle.trim() === '');
  return [
    ...(saisie.libelle.trim() === '' ? [{ pointer: '/libelle', detail: 'Donnez son nom à l’indicateur.' }] : []),
    ...(saisie.libelle.length > LIMITES_INDICATEUR.libelle
      ? [{ pointer: '/libelle', detail: `${LIMITES_INDICATEUR.libelle} caractères au plus.` }]
      : []),
    ...(sansNom ? [{ pointer: '/modalites', detail: 'Chaque réponse a un nom.' }] : []),
    ...incomplets,
    ...verifierDefinition(saisie, periode).filter(
      ({ pointer }) => !incomplets.some((autre) => autre.pointer === pointer),
    ),
  ];
}
