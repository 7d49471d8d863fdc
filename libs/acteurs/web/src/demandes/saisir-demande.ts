import { LIBELLES_ROLES, LIMITES_DEMANDE_ACCES, type Role, ROLES } from '@pleniere/acces/domain';
import {
  type AcceptationSaisie,
  type DemandeAcces,
  LIMITES_PERSONNE,
  type Organisation,
  type Personne,
} from '@pleniere/acteurs/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { ActeursClient } from '../acteurs-client';
import { estEnCours } from '../personnes/periode';

/** What is typed to let somebody in: a person, new or known, and a mandat unless they have one. */
type Acceptation = AcceptationSaisie & Record<string, string | null>;

const NOUVELLE = 'nouvelle';

/** The form that lets somebody in. */
export function saisieAcceptation(
  client: ActeursClient,
  demande: DemandeAcces,
  personnes: readonly Personne[],
  organisations: readonly Organisation[],
): DemandeSaisie<Acceptation, DemandeAcces> {
  const nouvelle = ({ personneId }: Acceptation) => personneId === NOUVELLE;
  const aUnMandat = ({ personneId }: Acceptation) =>
    personnes.some(({ id, mandats }) => id === personneId && mandats.some((mandat) => estEnCours(mandat)));
  const sansMandat = (saisie: Acceptation) => !aUnMandat(saisie);
  const champs: ChampSaisi<Acceptation>[] = [
    {
      cle: 'personneId',
      type: 'choix',
      libelle: 'Personne',
      requis: 'Choisissez une personne.',
      options: [
        { valeur: NOUVELLE, libelle: `Ajouter ${demande.nom}` },
        ...personnes.map(({ id, nom, fonction }) => ({ valeur: id, libelle: `${nom}, ${fonction}` })),
      ],
    },
    {
      cle: 'fonction',
      type: 'texte',
      libelle: 'Fonction',
      max: LIMITES_PERSONNE.fonction,
      requis: 'Indiquez sa fonction.',
      montrer: nouvelle,
    },
    {
      cle: 'organisationId',
      type: 'choix',
      libelle: 'Organisation',
      requis: 'Choisissez une organisation.',
      options: organisations.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
      montrer: sansMandat,
    },
    {
      cle: 'role',
      type: 'choix',
      libelle: 'Rôle dans le contrat',
      requis: 'Choisissez un rôle.',
      options: ROLES.map((valeur) => ({ valeur, libelle: LIBELLES_ROLES[valeur] })),
      montrer: sansMandat,
    },
  ];
  return {
    titre: `Ouvrir un accès à ${demande.nom}`,
    texte: 'Le mandat commence aujourd’hui. La personne est prévenue par courriel.',
    action: 'Ouvrir l’accès',
    champs,
    valeur: {
      personneId: demande.personneId ?? NOUVELLE,
      fonction: null,
      organisationId: demande.organisationId ?? '',
      role: 'lecteur',
    },
    version: demande.version,
    enregistrer: ({ personneId, fonction, organisationId, role }, version) =>
      client.accepterDemande(
        { id: demande.id, version },
        {
          personneId: personneId === NOUVELLE ? null : personneId,
          fonction: fonction || null,
          organisationId: organisationId || null,
          role: (role || null) as Role | null,
        },
      ),
  };
}

/** The form that declines, with the reason that the person will read. */
export function saisieRefus(
  client: ActeursClient,
  demande: DemandeAcces,
): DemandeSaisie<{ motif: string }, DemandeAcces> {
  return {
    titre: `Décliner la demande de ${demande.nom}`,
    action: 'Décliner',
    champs: [
      {
        cle: 'motif',
        type: 'texte',
        lignes: 4,
        libelle: 'Motif',
        aide: 'La personne le lira dans le courriel qui lui répond.',
        max: LIMITES_DEMANDE_ACCES.motif,
        requis: 'Dites pourquoi.',
      },
    ],
    valeur: { motif: '' },
    version: demande.version,
    enregistrer: ({ motif }, version) => client.declinerDemande({ id: demande.id, version }, motif),
  };
}
