import {
  type Instance,
  type InstanceSaisie,
  LIBELLES_INSTANCES,
  LIMITES_PLENIERES,
  SORTES_INSTANCE,
} from '@pleniere/plenieres/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { PlenieresClient } from '../plenieres-client';

const CHAMPS: ChampSaisi<InstanceSaisie>[] = [
  {
    cle: 'sorte',
    type: 'choix',
    libelle: 'Instance',
    requis: 'Choisissez une sorte d’instance.',
    options: SORTES_INSTANCE.map((valeur) => ({ valeur, libelle: LIBELLES_INSTANCES[valeur] })),
  },
  { cle: 'nom', type: 'texte', libelle: 'Nom', max: LIMITES_PLENIERES.nom, requis: 'Donnez un nom à l’instance.' },
  {
    cle: 'description',
    type: 'texte',
    lignes: 4,
    libelle: 'Rôle et composition',
    max: LIMITES_PLENIERES.description,
  },
];

/** The form of an instance, new or known. */
export function saisieInstance(client: PlenieresClient, connue?: Instance): DemandeSaisie<InstanceSaisie, Instance> {
  const ecrire = (saisie: InstanceSaisie): InstanceSaisie => ({ ...saisie, description: saisie.description ?? '' });
  if (!connue) {
    return {
      titre: 'Ajouter une instance',
      action: 'Ajouter',
      champs: CHAMPS,
      valeur: { sorte: 'comite-pilotage', nom: '', description: '' },
      enregistrer: (saisie) => client.creerInstance(ecrire(saisie)),
    };
  }
  const { id, version, ...valeur } = connue;
  return {
    titre: 'Modifier l’instance',
    champs: CHAMPS,
    valeur,
    version,
    enregistrer: (saisie, lue) => client.modifierInstance({ id, version: lue }, ecrire(saisie)),
  };
}
