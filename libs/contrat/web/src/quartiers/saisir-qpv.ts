import { LIMITES_QPV, nomQpv, type Qpv, type QpvSaisie } from '@pleniere/contrat/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { ContratClient } from '../contrat-client';

const CHAMPS: readonly ChampSaisi<QpvSaisie>[] = [
  {
    cle: 'libelleEditorial',
    type: 'texte',
    libelle: 'Nom d’usage',
    max: LIMITES_QPV.libelleEditorial,
    aide: 'Celui que les habitants emploient, s’il diffère du décret.',
  },
  { cle: 'npnru', type: 'oui-non', libelle: 'Quartier du renouvellement urbain (NPNRU)' },
  {
    cle: 'validTo',
    type: 'date',
    libelle: 'Fin du périmètre',
    aide: 'Vide tant que le quartier est prioritaire.',
  },
];

/** The form of what the team may say of a QPV; its name and limits come from the decree. */
export function saisieQpv(client: ContratClient, qpv: Qpv): DemandeSaisie<QpvSaisie, Qpv> {
  const { code, version, libelleEditorial, npnru, validTo } = qpv;
  return {
    titre: `Modifier ${nomQpv(qpv)}`,
    texte: `Nom du décret\u00A0: ${qpv.libelle} (${code}).`,
    champs: CHAMPS,
    valeur: { libelleEditorial, npnru, validTo },
    version,
    enregistrer: (saisie, lue) => client.modifierQpv({ code, version: lue }, saisie),
  };
}
