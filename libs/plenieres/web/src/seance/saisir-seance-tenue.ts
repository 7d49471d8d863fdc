import {
  COLLEGES,
  LIBELLES_COLLEGES,
  LIMITES_PLENIERES,
  type PresenceCollege,
  type Seance,
} from '@pleniere/plenieres/domain';
import { enTexteRiche, texteBrut } from '@pleniere/shared/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { PlenieresClient } from '../plenieres-client';

type Comptes = Record<string, number | null>;

const CHAMPS: ChampSaisi<Comptes>[] = COLLEGES.flatMap((college) => [
  {
    cle: `${college}/presents`,
    type: 'nombre' as const,
    min: 0,
    max: LIMITES_PLENIERES.presents,
    libelle: `${LIBELLES_COLLEGES[college]}\u00A0: présents`,
  },
  {
    cle: `${college}/excuses`,
    type: 'nombre' as const,
    min: 0,
    max: LIMITES_PLENIERES.presents,
    libelle: `${LIBELLES_COLLEGES[college]}\u00A0: excusés`,
  },
]);

function lirePresences({ presences }: Pick<Seance, 'presences'>): Comptes {
  const comptes = presences.flatMap(({ college, presents, excuses }) => [
    [`${college}/presents`, presents],
    [`${college}/excuses`, excuses],
  ]);
  return Object.fromEntries(comptes) as Comptes;
}

function ecrirePresences(comptes: Comptes): PresenceCollege[] {
  return COLLEGES.flatMap((college) => {
    const [presents, excuses] = [comptes[`${college}/presents`] ?? null, comptes[`${college}/excuses`] ?? null];
    return presents === null && excuses === null ? [] : [{ college, presents: presents ?? 0, excuses: excuses ?? 0 }];
  });
}

/** The form of who came, by collège; a collège left empty was not counted. */
export function saisiePresences(client: PlenieresClient, seance: Seance): DemandeSaisie<Comptes, Seance> {
  const { id, version } = seance;
  return {
    titre: 'Compter les présents',
    texte: 'Des nombres seulement\u00A0: aucun nom n’est demandé.',
    champs: CHAMPS,
    valeur: lirePresences(seance),
    version,
    lire: lirePresences,
    enregistrer: (comptes, lue) => client.modifierSeance({ id, version: lue }, { presences: ecrirePresences(comptes) }),
  };
}

/** The form of the minutes, as plain paragraphs. */
export function saisieCompteRendu(
  client: PlenieresClient,
  seance: Seance,
): DemandeSaisie<{ compteRendu: string | null }, Seance> {
  const { id, version } = seance;
  const lire = ({ compteRendu }: Pick<Seance, 'compteRendu'>) => ({ compteRendu: texteBrut(compteRendu) });
  return {
    titre: 'Écrire le compte rendu',
    champs: [
      { cle: 'compteRendu', type: 'texte', lignes: 14, libelle: 'Compte rendu', max: LIMITES_PLENIERES.compteRendu },
    ],
    valeur: lire(seance),
    version,
    lire,
    enregistrer: ({ compteRendu }, lue) =>
      client.modifierSeance({ id, version: lue }, { compteRendu: enTexteRiche(compteRendu ?? '') }),
  };
}
