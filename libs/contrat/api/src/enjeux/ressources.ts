import type { Ressource } from '@pleniere/acces/api';
import type { Enjeu, Orientation } from '@pleniere/contrat/domain';
import { enConflit, refuse } from '@pleniere/shared/api';
import { EnjeuEntity, OrientationEntity } from './enjeu.entity';

const ORIENTATION = `json_build_object('id', o.id, 'version', o.version, 'enjeuId', o.enjeu_id, 'texte', o.texte)`;

const ENJEU = `json_build_object('id', e.id, 'version', e.version, 'type', e.type, 'numero', e.numero,
  'intitule', e.intitule, 'couleur', e.couleur,
  'orientations', coalesce((
    select json_agg(${ORIENTATION} order by o.texte collate "fr-x-icu", o.id) from orientation o
    where (o.contrat_id, o.enjeu_id) = (e.contrat_id, e.id)), '[]'))`;

/** Every enjeu of a contrat with its orientations: transversal ones first, as in the contrat. */
export const LISTE_ENJEUX = `
  select coalesce(json_agg(${ENJEU} order by e.type desc, e.numero), '[]') as reponse
  from enjeu e where e.contrat_id = $1`;

const UN_ENJEU = `select ${ENJEU} as reponse from enjeu e where e.contrat_id = $1 and e.id = $2`;
const UNE_ORIENTATION = `
  select ${ORIENTATION} as reponse from orientation o where o.contrat_id = $1 and o.id = $2`;

/** How an enjeu is written and shown. */
export const RESSOURCE_ENJEU: Ressource<EnjeuEntity, Enjeu> = {
  entite: EnjeuEntity,
  objet: 'enjeu',
  quoi: 'Cet enjeu',
  utilise: 'Cet enjeu porte des orientations ou des fiches : déplacez-les d’abord.',
  contraintes: { enjeu_contrat_id_type_numero_key: () => enConflit('Un enjeu de ce type porte déjà ce numéro.') },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Enjeu }[]>(UN_ENJEU, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** How an orientation is written and shown. */
export const RESSOURCE_ORIENTATION: Ressource<OrientationEntity, Orientation> = {
  entite: OrientationEntity,
  objet: 'orientation',
  quoi: 'Cette orientation',
  utilise: 'Une fiche reprend cette orientation : changez-la d’abord dans la fiche.',
  contraintes: {
    orientation_contrat_id_enjeu_id_fkey: () =>
      refuse('Rien n’a été enregistré.', [{ pointer: '/enjeuId', detail: 'Cet enjeu ne fait pas partie du contrat.' }]),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Orientation }[]>(UNE_ORIENTATION, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};
