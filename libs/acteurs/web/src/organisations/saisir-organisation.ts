import {
  CATEGORIES,
  LIBELLES_CATEGORIES,
  LIMITES_ORGANISATION,
  type Organisation,
  type OrganisationSaisie,
} from '@pleniere/acteurs/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { ActeursClient, CommuneNommee } from '../acteurs-client';

const NOUVELLE: OrganisationSaisie = {
  nom: '',
  nomCourt: null,
  categorie: 'association',
  siret: null,
  communeCode: null,
  signataire: false,
};

function champs(communes: readonly CommuneNommee[]): ChampSaisi<OrganisationSaisie>[] {
  const { nom, nomCourt, siret } = LIMITES_ORGANISATION;
  return [
    { cle: 'nom', type: 'texte', libelle: 'Nom', max: nom, requis: 'Indiquez le nom de l’organisation.' },
    {
      cle: 'nomCourt',
      type: 'texte',
      libelle: 'Nom court',
      max: nomCourt,
      aide: 'Celui des tableaux, par exemple «\u00A0Ville de Tours\u00A0».',
    },
    {
      cle: 'categorie',
      type: 'choix',
      libelle: 'Catégorie',
      requis: 'Choisissez une catégorie.',
      options: CATEGORIES.map((valeur) => ({ valeur, libelle: LIBELLES_CATEGORIES[valeur] })),
    },
    {
      cle: 'communeCode',
      type: 'choix',
      libelle: 'Commune',
      aide: 'Les référents de cette ville saisissent ses valeurs.',
      options: communes.map(({ code, nom: commune }) => ({ valeur: code, libelle: commune })),
      montrer: ({ categorie }) => categorie === 'ville',
    },
    {
      cle: 'siret',
      type: 'texte',
      libelle: 'SIRET',
      clavier: 'numeric',
      verifier: (saisie) =>
        saisie.siret === null || siret.test(saisie.siret) ? null : 'Un SIRET compte quatorze chiffres.',
    },
    { cle: 'signataire', type: 'oui-non', libelle: 'Signataire du contrat' },
  ];
}

/** The form of an organisation, new or known. */
export function saisieOrganisation(
  client: ActeursClient,
  communes: readonly CommuneNommee[],
  connue?: Organisation,
): DemandeSaisie<OrganisationSaisie, Organisation> {
  if (!connue) {
    return {
      titre: 'Ajouter une organisation',
      action: 'Ajouter',
      champs: champs(communes),
      valeur: NOUVELLE,
      enregistrer: (saisie) => client.creerOrganisation(saisie),
    };
  }
  const { id, version, ...valeur } = connue;
  return {
    titre: 'Modifier l’organisation',
    champs: champs(communes),
    valeur,
    version,
    enregistrer: (saisie, lue) => client.modifierOrganisation({ id, version: lue }, saisie),
  };
}
