import type { Organisation } from '@pleniere/acteurs/domain';
import { codeAffiche, type FicheDeMatrice } from '@pleniere/fiches/domain';
import {
  type Campagne,
  type ExceptionSaisie,
  LIMITES_CAMPAGNE,
  type OuvertureCampagne,
  refusDAnnee,
  refusDeJour,
} from '@pleniere/indicateurs/domain';
import { anneesDuContrat, INSECABLE, type PeriodeContrat } from '@pleniere/shared/domain';
import type { DemandeSaisie } from '@pleniere/shared/ui';
import type { CampagnesClient } from './campagnes-client';

type Reglage = Pick<Campagne, 'echeance' | 'consigne'>;

const consigne = {
  cle: 'consigne',
  libelle: 'Consigne',
  type: 'texte',
  lignes: 4,
  max: LIMITES_CAMPAGNE.consigne,
  aide: 'Ce que chacun doit savoir avant de saisir. Elle s’affiche en tête de la campagne.',
} as const;

const echeance = {
  cle: 'echeance',
  libelle: 'Échéance',
  type: 'date',
  requis: 'Choisissez une échéance.',
  aide: 'Dernier jour pour être à l’heure. La saisie reste ouverte jusqu’à la clôture.',
} as const;

/** Opens the campagne of a year that has none yet. */
export function saisieOuverture(
  client: CampagnesClient,
  { periode, jour, connues }: { periode: PeriodeContrat; jour: string; connues: readonly Campagne[] },
): DemandeSaisie<OuvertureTapee, Campagne> {
  const libres = anneesDuContrat(periode)
    .reverse()
    .filter(
      (annee) =>
        refusDAnnee(annee, periode, Number(jour.slice(0, 4))) === null &&
        connues.every((campagne) => campagne.annee !== annee),
    );
  return {
    titre: 'Ouvrir une campagne',
    texte: 'Une campagne recueille les valeurs d’une année. Chacun voit ce qu’il lui reste à saisir et pour quand.',
    action: 'Ouvrir la campagne',
    champs: [
      {
        cle: 'annee',
        libelle: 'Année des valeurs',
        type: 'choix',
        options: libres.map((annee) => ({ valeur: `${annee}`, libelle: `${annee}` })),
        requis: 'Choisissez une année.',
      },
      { ...echeance, verifier: (saisie) => refusDeJour(saisie.echeance, jour) },
      consigne,
    ],
    valeur: { annee: `${libres[0] ?? ''}`, echeance: '', consigne: '' },
    enregistrer: ({ annee, echeance: le, consigne: texte }) =>
      client.ouvrir({ annee: Number(annee), echeance: le, consigne: texte ?? '' }),
  };
}

type OuvertureTapee = Record<keyof OuvertureCampagne, string>;

/** Changes the due date or the instructions. */
export function saisieReglage(
  client: CampagnesClient,
  { annee, version, ...connue }: Campagne,
  jour: string,
): DemandeSaisie<Record<keyof Reglage, string>, Campagne> {
  return {
    titre: `Campagne ${annee}`,
    champs: [
      {
        ...echeance,
        verifier: ({ echeance: le }) => (le === connue.echeance ? null : refusDeJour(le, jour)),
      },
      consigne,
    ],
    valeur: { echeance: connue.echeance, consigne: connue.consigne },
    version,
    enregistrer: ({ echeance: le, consigne: texte }, lue) =>
      client.changer(annee, lue, { echeance: le, consigne: texte ?? '' }),
    lire: ({ echeance: le, consigne: texte }) => ({ echeance: le, consigne: texte }),
  };
}

/** Opens a closed campagne again, for a reason that everybody reads. */
export function saisieReouverture(
  client: CampagnesClient,
  { annee, version }: Campagne,
): DemandeSaisie<{ motif: string }, Campagne> {
  return {
    titre: `Rouvrir la campagne ${annee}`,
    texte: 'Les valeurs de l’année pourront de nouveau changer. Le motif reste au journal du contrat.',
    action: 'Rouvrir',
    champs: [
      {
        cle: 'motif',
        libelle: 'Motif',
        type: 'texte',
        lignes: 3,
        max: LIMITES_CAMPAGNE.motif,
        requis: 'Dites pourquoi la campagne rouvre.',
      },
    ],
    valeur: { motif: '' },
    version,
    enregistrer: ({ motif }, lue) => client.rouvrir(annee, lue, motif),
    lire: () => ({ motif: '' }),
  };
}

/** Lets one organisation write in a closed year, on one fiche or on all, until a day. */
export function saisieException(
  client: CampagnesClient,
  annee: number,
  {
    organisations,
    fiches,
    jour,
  }: { organisations: readonly Organisation[]; fiches: readonly FicheDeMatrice[]; jour: string },
): DemandeSaisie<ExceptionTapee, Campagne> {
  return {
    titre: `Exception à la clôture ${annee}`,
    texte: 'L’organisation choisie pourra saisir jusqu’au jour dit, et personne d’autre.',
    action: 'Accorder l’exception',
    champs: [
      {
        cle: 'organisationId',
        libelle: 'Organisation',
        type: 'choix',
        options: organisations.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
        requis: 'Choisissez une organisation.',
      },
      {
        cle: 'ficheId',
        libelle: 'Fiche',
        type: 'choix',
        options: fiches.map(({ id, code, titre }) => ({
          valeur: id,
          libelle: `${codeAffiche(code)}${INSECABLE}${titre}`,
        })),
        aide: 'Laissez vide pour ouvrir toutes les fiches.',
      },
      {
        cle: 'jusquAu',
        libelle: 'Jusqu’au',
        type: 'date',
        requis: 'Choisissez une date de fin.',
        verifier: ({ jusquAu }) => refusDeJour(jusquAu, jour),
      },
      {
        cle: 'motif',
        libelle: 'Motif',
        type: 'texte',
        lignes: 3,
        max: LIMITES_CAMPAGNE.motif,
        requis: 'Dites pourquoi l’exception est accordée.',
      },
    ],
    valeur: { organisationId: '', ficheId: null, jusquAu: '', motif: '' },
    enregistrer: (saisie) => client.accorder(annee, { ...saisie, ficheId: saisie.ficheId || null }),
  };
}

type ExceptionTapee = ExceptionSaisie & Record<string, string | null>;
