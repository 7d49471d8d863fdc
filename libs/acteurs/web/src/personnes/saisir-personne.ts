import { LIBELLES_ROLES, ROLES } from '@pleniere/acces/domain';
import {
  LIMITES_PERSONNE,
  type Mandat,
  type MandatSaisie,
  type Organisation,
  type Personne,
  type PersonneSaisie,
  verifierPeriode,
} from '@pleniere/acteurs/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { ActeursClient } from '../acteurs-client';

type PeriodeSaisie = Omit<MandatSaisie, 'personneId'>;

const CHAMPS_PERSONNE: readonly ChampSaisi<PersonneSaisie>[] = [
  {
    cle: 'nom',
    type: 'texte',
    libelle: 'Prénom et nom',
    max: LIMITES_PERSONNE.nom,
    requis: 'Indiquez le nom de la personne.',
  },
  {
    cle: 'fonction',
    type: 'texte',
    libelle: 'Fonction',
    max: LIMITES_PERSONNE.fonction,
    requis: 'Indiquez sa fonction.',
  },
  {
    cle: 'email',
    type: 'texte',
    libelle: 'Adresse électronique professionnelle',
    max: LIMITES_PERSONNE.email,
    clavier: 'email',
    aide: 'Nécessaire pour ouvrir un compte.',
    verifier: ({ email }) =>
      email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
        ? null
        : 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.',
  },
];

function champsMandat(organisations: readonly Organisation[]): ChampSaisi<PeriodeSaisie>[] {
  return [
    {
      cle: 'organisationId',
      type: 'choix',
      libelle: 'Organisation',
      requis: 'Choisissez une organisation.',
      options: organisations.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    },
    {
      cle: 'role',
      type: 'choix',
      libelle: 'Rôle dans le contrat',
      requis: 'Choisissez un rôle.',
      options: ROLES.map((valeur) => ({ valeur, libelle: LIBELLES_ROLES[valeur] })),
    },
    { cle: 'du', type: 'date', libelle: 'Du', requis: 'Indiquez le premier jour du mandat.' },
    {
      cle: 'au',
      type: 'date',
      libelle: 'Au',
      aide: 'Vide tant que le mandat dure.',
      verifier: verifierPeriode,
    },
  ];
}

function lirePeriode({ organisation, role, du, au }: Mandat): PeriodeSaisie {
  return { organisationId: organisation.id, role, du, au };
}

/** The form of a person, new or known. */
export function saisiePersonne(client: ActeursClient, connue?: Personne): DemandeSaisie<PersonneSaisie, Personne> {
  if (!connue) {
    return {
      titre: 'Ajouter une personne',
      action: 'Ajouter',
      champs: CHAMPS_PERSONNE,
      valeur: { nom: '', fonction: '', email: null },
      enregistrer: (saisie) => client.creerPersonne(saisie),
    };
  }
  const { id, version, nom, fonction, email } = connue;
  return {
    titre: 'Modifier la personne',
    champs: CHAMPS_PERSONNE,
    valeur: { nom, fonction, email },
    version,
    enregistrer: (saisie, lue) => client.modifierPersonne({ id, version: lue }, saisie),
  };
}

/** The form of a mandat of this person, new or known. */
export function saisieMandat(
  client: ActeursClient,
  organisations: readonly Organisation[],
  personne: Personne,
  connu?: Mandat,
): DemandeSaisie<PeriodeSaisie, Mandat> {
  const champs = champsMandat(organisations);
  if (!connu) {
    const du = new Date().toISOString().slice(0, 'aaaa-mm-jj'.length);
    return {
      titre: `Donner un mandat à ${personne.nom}`,
      action: 'Ajouter',
      champs,
      valeur: { organisationId: '', role: 'referent', du, au: null },
      enregistrer: (saisie) => client.creerMandat({ ...saisie, personneId: personne.id }),
    };
  }
  const { id, version } = connu;
  return {
    titre: `Modifier le mandat de ${personne.nom}`,
    champs,
    valeur: lirePeriode(connu),
    version,
    enregistrer: (saisie, lue) => client.modifierMandat({ id, version: lue }, saisie),
    lire: lirePeriode,
  };
}
