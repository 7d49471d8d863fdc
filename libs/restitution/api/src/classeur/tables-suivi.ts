import { nomQpv } from '@pleniere/contrat/domain';
import {
  type Action,
  codeAffiche,
  type Declinaison,
  estEnRetard,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIBELLES_NIVEAUX_ACTION,
  LIBELLES_SENS,
  LIBELLES_STATUTS_ACTION,
  type PointAvis,
  type RecitAnnuel,
} from '@pleniere/fiches/domain';
import type { ContenuArrete, FicheFigee } from '@pleniere/plenieres/domain';
import { jourDeParis, texteBrut } from '@pleniere/shared/domain';
import { type Colonne, type Table, tableDe } from './table';

type DeLaFiche<T> = T & { fiche: FicheFigee };

const JOUR = 'jour (AAAA-MM-JJ)';
const SUIVI = 'suivi de la fiche';
const RECIT = 'récit annuel de la déclinaison';

const colonne = <T>(
  titre: string,
  sens: string,
  lire: Colonne<T>['lire'],
  reste: Partial<Pick<Colonne<T>, 'unite' | 'source' | 'largeur'>> = {},
): Colonne<T> => ({ titre, sens, source: SUIVI, lire, ...reste });

const deLaFiche = <T>(): Colonne<DeLaFiche<T>> =>
  colonne('Fiche', 'Code de la fiche projet', ({ fiche }) => codeAffiche(fiche.code), { source: 'contrat de ville' });

const rattacher = <T extends object>(arrete: ContenuArrete, lire: (fiche: FicheFigee) => readonly T[]) =>
  arrete.fiches.flatMap((fiche) => lire(fiche).map((objet) => ({ ...objet, fiche })));

/** One line per action, late ones told as they were on the day of the arrêté. */
export function tableActions(arrete: ContenuArrete): Table {
  const jour = jourDeParis(new Date(arrete.figeLe));
  const colonnes: Colonne<DeLaFiche<Action>>[] = [
    deLaFiche(),
    colonne('Action', 'Code de l’action', ({ code }) => codeAffiche(code)),
    colonne('Titre', 'Ce qu’elle fait', ({ titre }) => titre, { largeur: 48 }),
    colonne('Description', 'Comment', ({ description }) => texteBrut(description), { largeur: 60 }),
    colonne('Pilote', 'Qui la conduit', ({ pilote }) => pilote, { largeur: 28 }),
    colonne('Échéance', 'Pour quand', ({ echeance }) => echeance ?? '', { unite: JOUR }),
    colonne('Statut', 'Où elle en est', ({ statut }) => LIBELLES_STATUTS_ACTION[statut]),
    colonne(
      'En retard',
      'Échéance passée au jour de l’arrêté',
      (action) => (estEnRetard(action, jour) ? 'oui' : 'non'),
      {
        unite: 'oui, non',
      },
    ),
    colonne('Participation', 'Place des habitants', (action) => LIBELLES_NIVEAUX_ACTION[action.niveauParticipation]),
    colonne(
      'Étapes',
      'Ses étapes, faites ou non',
      ({ etapes }) => etapes.map(({ libelle, faite }) => `• ${libelle}${faite ? ' – fait' : ''}`).join('\n'),
      { largeur: 48 },
    ),
    colonne('Dossier Dauphin', 'Numéro de la demande de subvention', ({ refDauphin }) => refDauphin, {
      source: 'portail Dauphin de l’État, recopié',
    }),
  ];
  return tableDe(
    'Actions',
    colonnes,
    rattacher(arrete, ({ actions }) => actions),
  );
}

function lieuDe<T extends Pick<Declinaison, 'organisation' | 'qpvCode'>>({ quartiers }: ContenuArrete) {
  const noms = new Map(quartiers.map((quartier) => [quartier.code, nomQpv(quartier)]));
  return [
    colonne<DeLaFiche<T>>('Ville', 'Ville qui porte la déclinaison', ({ organisation }) => organisation.nom),
    colonne<DeLaFiche<T>>('Code du quartier', 'Code du QPV, vide pour toute la ville', ({ qpvCode }) => qpvCode ?? '', {
      source: 'ANCT',
    }),
    colonne<DeLaFiche<T>>('Quartier', 'Nom du QPV', ({ qpvCode }) => (qpvCode ? (noms.get(qpvCode) ?? qpvCode) : ''), {
      ...{ source: 'référentiel du contrat', largeur: 24 },
    }),
  ];
}

/** One line per déclinaison of a fiche in a ville or a quartier. */
export function tableDeclinaisons(arrete: ContenuArrete): Table {
  const colonnes: Colonne<DeLaFiche<Declinaison>>[] = [
    deLaFiche(),
    ...lieuDe<Declinaison>(arrete),
    colonne('Référent', 'Qui la suit', ({ referent }) => referent?.nom ?? '', { largeur: 24 }),
    colonne('Exécution', 'Où elle en est', ({ statutExecution }) => LIBELLES_EXECUTION[statutExecution]),
    colonne('Météo', 'Comment elle se passe', ({ meteo }) => (meteo ? LIBELLES_METEO[meteo].nom : '')),
    colonne('Explication', 'Pourquoi cette météo', ({ meteoExplication }) => meteoExplication, { largeur: 48 }),
    colonne('Modalité retenue', 'Comment ce territoire s’y prend', ({ modaliteRetenue }) => modaliteRetenue, {
      largeur: 48,
    }),
  ];
  return tableDe(
    'Déclinaisons',
    colonnes,
    rattacher(arrete, ({ declinaisons }) => declinaisons),
  );
}

/** One line per year told by a déclinaison. */
export function tableRecits(arrete: ContenuArrete): Table {
  type Recit = Declinaison & { recit: RecitAnnuel };
  const colonnes: Colonne<DeLaFiche<Recit>>[] = [
    deLaFiche(),
    ...lieuDe<Recit>(arrete),
    colonne('Année', 'Année racontée', ({ recit }) => recit.annee, { source: RECIT, unite: 'année' }),
    colonne('Faits marquants', 'Ce qui a été fait', ({ recit }) => recit.faitsMarquants, {
      source: RECIT,
      largeur: 60,
    }),
    colonne('Freins', 'Ce qui a gêné', ({ recit }) => recit.freins, { source: RECIT, largeur: 60 }),
    colonne('Perspectives', 'Ce qui vient', ({ recit }) => recit.perspectives, { source: RECIT, largeur: 60 }),
  ];
  const recits = ({ declinaisons }: FicheFigee) =>
    declinaisons.flatMap((declinaison) => declinaison.recits.map((recit) => ({ ...declinaison, recit })));
  return tableDe('Récits', colonnes, rattacher(arrete, recits));
}

function direPoint({ texte, statut, reponse }: PointAvis): string {
  return `• ${texte}${statut === 'leve' ? ` – levé${reponse ? `\u00A0: ${reponse}` : ''}` : ' – ouvert'}`;
}

/** One line per avis of the State. */
export function tableAvis(arrete: ContenuArrete): Table {
  const source = 'avis de l’État';
  const colonnes: Colonne<DeLaFiche<FicheFigee['avis'][number]>>[] = [
    deLaFiche(),
    colonne('Révision', 'Texte sur lequel il porte', ({ revision }) => revision, { source, unite: 'nombre entier' }),
    colonne('Sens', 'Ce que l’État répond', ({ sens }) => LIBELLES_SENS[sens], { source, largeur: 28 }),
    colonne('Auteur', 'Qui l’a rendu', ({ auteur }) => auteur, { source, largeur: 24 }),
    colonne('Fonction', 'À quel titre', ({ fonction }) => fonction, { source, largeur: 32 }),
    colonne('Rendu le', 'Quand', ({ renduLe }) => jourDeParis(new Date(renduLe)), { source, unite: JOUR }),
    colonne('Texte', 'Ce qu’il dit', ({ texte }) => texte, { source, largeur: 60 }),
    colonne('Points', 'Points demandés et ce qui y répond', ({ points }) => points.map(direPoint).join('\n'), {
      ...{ source, largeur: 60 },
    }),
  ];
  return tableDe(
    'Avis de l’État',
    colonnes,
    rattacher(arrete, ({ avis }) => avis),
  );
}
