import type { Organisation } from '@pleniere/acteurs/domain';
import {
  type Espace,
  type EspaceSaisie,
  type FormeEspace,
  FORMES_ESPACE,
  LIBELLES_FORMES,
  LIMITES_SEANCE,
} from '@pleniere/participation/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { EspacesClient } from '../espaces-client';

/** What the form of an espace chooses among. */
export interface CadreEspace {
  organisations: readonly Organisation[];
  quartiers: readonly { code: string; nom: string }[];
  /** Organisation of whoever opens it. */
  organisationId: string | null;
}

type Formulaire = Record<string, string | boolean | null>;

const CLE_QPV = 'qpv/';

function champs({ organisations, quartiers }: CadreEspace): ChampSaisi<Formulaire>[] {
  return [
    { cle: 'nom', type: 'texte', libelle: 'Nom', max: LIMITES_SEANCE.nom, requis: 'Donnez un nom à cet espace.' },
    {
      cle: 'forme',
      type: 'choix',
      libelle: 'Forme',
      requis: 'Choisissez la forme.',
      options: FORMES_ESPACE.map((valeur) => ({ valeur, libelle: LIBELLES_FORMES[valeur] })),
    },
    {
      cle: 'organisationId',
      type: 'choix',
      libelle: 'Animé par',
      requis: 'Choisissez qui l’anime.',
      options: organisations.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    },
    { cle: 'description', type: 'texte', lignes: 4, libelle: 'Ce qu’on y fait', max: LIMITES_SEANCE.description },
    { cle: 'depuis', type: 'date', libelle: 'Depuis le', requis: 'Donnez le premier jour.' },
    {
      cle: 'jusquA',
      type: 'date',
      libelle: 'Jusqu’au',
      aide: 'À remplir quand l’espace cesse d’exister.',
      verifier: ({ depuis, jusquA }) =>
        jusquA && depuis && jusquA < depuis ? 'L’espace se termine après avoir commencé.' : null,
    },
    { cle: 'public', type: 'oui-non', libelle: 'Les habitants le voient sur le site public' },
    ...quartiers.map(({ code, nom }): ChampSaisi<Formulaire> => ({
      cle: `${CLE_QPV}${code}`,
      type: 'oui-non',
      libelle: `Quartier\u00A0: ${nom}`,
    })),
  ];
}

function lire({ nom, forme, organisation, description, depuis, jusquA, public: montre, qpvCodes }: Espace): Formulaire {
  const quartiers = qpvCodes.map((code) => [`${CLE_QPV}${code}`, true]);
  const cadre = { nom, forme, organisationId: organisation.id, description, depuis, jusquA, public: montre };
  return { ...cadre, ...Object.fromEntries(quartiers) } as Formulaire;
}

function ecrire(saisie: Formulaire): EspaceSaisie {
  const texte = (cle: string) => String(saisie[cle] ?? '');
  return {
    nom: texte('nom'),
    forme: texte('forme') as FormeEspace,
    organisationId: texte('organisationId'),
    description: texte('description'),
    depuis: texte('depuis'),
    jusquA: texte('jusquA') || null,
    public: saisie['public'] === true,
    qpvCodes: Object.keys(saisie).flatMap((cle) =>
      cle.startsWith(CLE_QPV) && saisie[cle] === true ? cle.slice(CLE_QPV.length) : [],
    ),
  };
}

/** The form of an espace de dialogue, new or known. */
export function saisieEspace(
  client: EspacesClient,
  cadre: CadreEspace,
  connu?: Espace,
): DemandeSaisie<Formulaire, Espace> {
  const commun = { texte: 'Aucun quartier coché\u00A0: l’espace est ouvert à tout le contrat.', champs: champs(cadre) };
  if (!connu) {
    return {
      ...commun,
      titre: 'Ouvrir un espace de dialogue',
      action: 'Ouvrir',
      valeur: { forme: 'conseil-citoyen', organisationId: cadre.organisationId, depuis: jourDeParis(), public: true },
      enregistrer: (saisie) => client.creerEspace(ecrire(saisie)),
    };
  }
  const { id, version } = connu;
  return {
    ...commun,
    titre: 'Modifier l’espace',
    valeur: lire(connu),
    version,
    lire,
    enregistrer: (saisie, lue) => client.modifierEspace({ id, version: lue }, ecrire(saisie)),
  };
}
