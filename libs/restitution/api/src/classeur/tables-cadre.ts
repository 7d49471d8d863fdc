import { LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import { nomQpv } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  LIBELLES_AGREGATIONS,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_SENS,
  LIBELLES_TYPES,
} from '@pleniere/indicateurs/domain';
import {
  type ContenuArrete,
  type Decision,
  decisionEnRetard,
  type FicheFigee,
  type IndicateurFige,
  LIBELLES_STATUTS_DECISION,
} from '@pleniere/plenieres/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import { type Colonne, type Table, tableDe } from './table';

const JOUR = 'jour (AAAA-MM-JJ)';

const depuis =
  (source: string) =>
  <T>(
    titre: string,
    sens: string,
    lire: Colonne<T>['lire'],
    reste: Partial<Pick<Colonne<T>, 'unite' | 'largeur'>> = {},
  ): Colonne<T> => ({ titre, sens, source, lire, ...reste });

const definition = depuis('définition de l’indicateur');
const decision = depuis('décisions des séances');
const organisation = depuis('organisations du contrat');
const quartier = depuis('référentiel des quartiers prioritaires (ANCT)');

/** One line per indicator: its whole definition, its baseline and its targets. */
export function tableIndicateurs(arrete: ContenuArrete): Table {
  const noms = new Map(arrete.organisations.map(({ id, nom }) => [id, nom]));
  type Ligne = IndicateurFige & { fiche: FicheFigee };
  const reperes = (lus: readonly { annee: number; valeur: number }[]) =>
    lus.map(({ annee, valeur }) => `${annee}\u00A0: ${String(valeur).replace('.', ',')}`).join('\n');
  const colonnes: Colonne<Ligne>[] = [
    definition('identifiant_indic', 'Identifiant stable, celui de la feuille Valeurs', ({ id }) => id, {
      ...{ unite: 'UUID', largeur: 38 },
    }),
    definition('Fiche', 'Code de la fiche projet', ({ fiche }) => codeAffiche(fiche.code)),
    definition('Indicateur', 'Libellé', ({ libelle }) => libelle, { largeur: 48 }),
    definition('Catégorie', 'Place dans l’évaluation', ({ type }) => LIBELLES_TYPES[type], { largeur: 28 }),
    definition('Nature', 'Ce que sont ses valeurs', ({ nature }) => LIBELLES_NATURES[nature], { largeur: 20 }),
    definition('Unité', 'Ce qu’il compte', ({ unite }) => unite),
    definition('Sens attendu', 'Vers quoi il devrait aller', ({ sens }) => LIBELLES_SENS[sens]),
    definition('Échelle', 'Territoire auquel il se mesure', ({ maille }) => LIBELLES_MAILLES[maille], { largeur: 20 }),
    definition('Total', 'Comment les territoires se rassemblent', (lu) => LIBELLES_AGREGATIONS[lu.agregation], {
      largeur: 28,
    }),
    definition('Années', 'Quand il se mesure', ({ periodicite, anneesPonctuelles }) =>
      periodicite === 'annuelle' ? 'chaque année' : anneesPonctuelles.join(', '),
    ),
    definition('Définition', 'Ce qui est compté, et ce qui ne l’est pas', (lu) => lu.definition, { largeur: 60 }),
    definition('Numérateur', 'Ce qui est au-dessus de la barre', ({ numerateur }) => numerateur, { largeur: 32 }),
    definition('Dénominateur', 'Ce qui est en dessous', ({ denominateur }) => denominateur, { largeur: 32 }),
    definition('Source', 'D’où viennent les données', ({ source }) => source, { largeur: 32 }),
    definition('Méthode', 'Comment elles sont établies', ({ methode }) => methode, { largeur: 48 }),
    definition('Responsable', 'Organisation qui doit la donnée', ({ responsableId }) =>
      responsableId === null ? '' : (noms.get(responsableId) ?? ''),
    ),
    definition('Référence', 'Point de départ', ({ reference }) => reperes(reference ? [reference] : []), {
      unite: 'année\u00A0: valeur',
    }),
    definition('Cibles', 'Ce que l’on vise', ({ cibles }) => reperes(cibles), { unite: 'année\u00A0: valeur' }),
  ];
  const lignes = arrete.fiches.flatMap((fiche) =>
    fiche.indicateurs.map((indicateur): Ligne => ({ ...indicateur, fiche })),
  );
  return tableDe('Indicateurs', colonnes, lignes);
}

/** One line per decision, late ones told as they were on the day of the arrêté. */
export function tableDecisions({ decisions, figeLe }: ContenuArrete): Table {
  const jour = jourDeParis(new Date(figeLe));
  const colonnes: Colonne<Decision>[] = [
    decision('Séance', 'Jour de la séance', ({ seance }) => seance.date, { unite: JOUR }),
    decision('Instance', 'Qui a décidé', ({ seance }) => seance.instance, { largeur: 28 }),
    decision('Rang', 'Rang dans la séance', ({ rang }) => rang, { unite: 'nombre entier' }),
    decision('Fiche', 'Code de la fiche concernée, ou vide', ({ fiche }) => (fiche ? codeAffiche(fiche.code) : '')),
    decision('Décision', 'Ce qui est décidé', ({ texte }) => texte, { largeur: 60 }),
    decision('Responsable', 'Qui s’en charge', ({ responsable }) => responsable?.nom ?? '', { largeur: 24 }),
    decision('Échéance', 'Pour quand', ({ echeance }) => echeance ?? '', { unite: JOUR }),
    decision('Statut', 'Où elle en est', ({ statut }) => LIBELLES_STATUTS_DECISION[statut]),
    decision(
      'En retard',
      'Échéance passée au jour de l’arrêté',
      (lue) => (decisionEnRetard(lue, jour) ? 'oui' : 'non'),
      {
        unite: 'oui, non',
      },
    ),
    decision('Suivi', 'Ce qui en a été fait', ({ suivi }) => suivi, { largeur: 60 }),
  ];
  return tableDe('Décisions', colonnes, decisions);
}

/** One line per organisation of the contrat. */
export function tableOrganisations({ organisations }: ContenuArrete): Table {
  const colonnes: Colonne<ContenuArrete['organisations'][number]>[] = [
    organisation('Organisation', 'Nom', ({ nom }) => nom, { largeur: 40 }),
    organisation('Nom court', 'Nom d’usage', ({ nomCourt }) => nomCourt ?? '', { largeur: 24 }),
    organisation('Catégorie', 'Famille de partenaires', ({ categorie }) => LIBELLES_CATEGORIES[categorie], {
      largeur: 28,
    }),
  ];
  return tableDe('Organisations', colonnes, organisations);
}

/** One line per quartier, with its latest known population and where it comes from. */
export function tableQuartiers({ quartiers, communes }: ContenuArrete): Table {
  type Ligne = ContenuArrete['quartiers'][number];
  const noms = new Map(communes.map(({ code, nom }) => [code, nom]));
  const derniere = ({ populations }: Ligne) => populations.at(-1);
  const colonnes: Colonne<Ligne>[] = [
    quartier('Code', 'Code du QPV', ({ code }) => code),
    quartier('Quartier', 'Nom d’usage', nomQpv, { largeur: 28 }),
    quartier('Nom officiel', 'Nom de la liste nationale', ({ libelle }) => libelle, { largeur: 28 }),
    quartier('Communes', 'Communes sur lesquelles il s’étend', (lu) =>
      lu.communes.map((code) => noms.get(code) ?? code).join(', '),
    ),
    quartier('NPNRU', 'En renouvellement urbain', ({ npnru }) => (npnru ? 'oui' : 'non'), { unite: 'oui, non' }),
    quartier('Population', 'Dernière population connue', (lu) => derniere(lu)?.population ?? '', {
      unite: 'habitants',
    }),
    quartier('Millésime', 'Année de cette population', (lu) => derniere(lu)?.millesime ?? '', { unite: 'année' }),
    quartier('Source de la population', 'Qui l’a établie', (lu) => derniere(lu)?.source ?? '', { largeur: 40 }),
  ];
  return tableDe('Quartiers', colonnes, quartiers);
}
