import {
  type Instance,
  LIBELLES_STATUTS_SEANCE,
  LIMITES_PLENIERES,
  type Seance,
  type SeanceSaisie,
  STATUTS_SEANCE,
} from '@pleniere/plenieres/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { PlenieresClient } from '../plenieres-client';

type Cadre = Pick<SeanceSaisie, 'instanceId' | 'date' | 'heure' | 'lieu' | 'statut'>;

function champs(instances: readonly Instance[]): ChampSaisi<Cadre>[] {
  return [
    {
      cle: 'instanceId',
      type: 'choix',
      libelle: 'Instance',
      requis: 'Choisissez l’instance qui se réunit.',
      options: instances.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    },
    { cle: 'date', type: 'date', libelle: 'Date', requis: 'Donnez la date de la séance.' },
    {
      cle: 'heure',
      type: 'texte',
      libelle: 'Heure',
      aide: 'Par exemple 14:00.',
      verifier: ({ heure }) =>
        !heure || /^([01]\d|2[0-3]):[0-5]\d$/.test(heure) ? null : 'Une heure s’écrit comme 14:00.',
    },
    { cle: 'lieu', type: 'texte', libelle: 'Lieu', max: LIMITES_PLENIERES.lieu },
    {
      cle: 'statut',
      type: 'choix',
      libelle: 'État',
      requis: 'Choisissez un état.',
      options: STATUTS_SEANCE.map((valeur) => ({ valeur, libelle: LIBELLES_STATUTS_SEANCE[valeur] })),
    },
  ];
}

const ecrire = (saisie: Cadre): Cadre => ({ ...saisie, heure: saisie.heure ?? '', lieu: saisie.lieu ?? '' });

const lire = ({ instance, date, heure, lieu, statut }: Seance): Cadre => ({
  instanceId: instance.id,
  date,
  heure,
  lieu,
  statut,
});

/** The form of a séance's frame, new or known. */
export function saisieSeance(
  client: PlenieresClient,
  instances: readonly Instance[],
  connue?: Seance,
): DemandeSaisie<Cadre, Seance> {
  if (!connue) {
    return {
      titre: 'Préparer une séance',
      action: 'Préparer',
      champs: champs(instances).filter(({ cle }) => cle !== 'statut'),
      valeur: { instanceId: instances[0]?.id ?? '', date: '', heure: '', lieu: '', statut: 'preparation' },
      enregistrer: (saisie) => client.creerSeance({ ...ecrire(saisie), statut: 'preparation' }),
    };
  }
  const { id, version } = connue;
  return {
    titre: 'Modifier la séance',
    champs: champs(instances),
    valeur: lire(connue),
    version,
    lire,
    enregistrer: (saisie, lue) => client.modifierSeance({ id, version: lue }, ecrire(saisie)),
  };
}
