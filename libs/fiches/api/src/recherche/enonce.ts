import { ROLES } from '@pleniere/acces/domain';
import { LIMITES_RECHERCHE, texteLu } from '@pleniere/fiches/domain';
import { cherchee } from '../fiche/liste-fiches';

// In the text of the statement: PostgreSQL would plan it again for each list.
const SUR_LE_TRAVAIL = ROLES.filter((role) => texteLu(role) === 'travail')
  .map((role) => `'${role}'`)
  .join();

/** Contrats of one person above which their fiches are looked for word first; below, contrat by contrat. */
const NOMBREUX = 20;

const TROUVEE = 'f.contrat_id, f.id, f.code, f.titre, f.statut, f.enjeu_id, f.document';
const BORNE = `limit ${LIMITES_RECHERCHE.comparees}`;

/**
 * The fiches that hold the words $3 to $5 in every contrat where the person of the account $2 of the contrat $1 acts today,
 * as their role there lets them read: what is being written, or for a lecteur what is in force. A word that is everywhere
 * is not weighed everywhere: only its first fiches are compared.
 */
export const CHERCHER = `
  with mien as materialized (
    select h.contrat_id, h.role in (${SUR_LE_TRAVAIL}) as travail
    from (select $1::uuid as contrat_id, $2::uuid as compte_id union all select * from comptes_relies($1, $2)) c
    join habilitation h on h.contrat_id = c.contrat_id and h.compte_id = c.compte_id
  ), trouvee as materialized (
    (select ${TROUVEE} from fiche f
      where (select count(*) > ${NOMBREUX} from mien) and f.contrat_id = any(array(select contrat_id from mien where travail))
        and ${cherchee(3)} ${BORNE})
    union all
    (select ${TROUVEE} from mien m join fiche f on f.contrat_id = m.contrat_id
      where (select count(*) <= ${NOMBREUX} from mien) and m.travail and ${cherchee(3)} ${BORNE})
    union all
    (select ${TROUVEE} from mien m join fiche_en_vigueur f on f.contrat_id = m.contrat_id
      where not m.travail and ${cherchee(3)} ${BORNE})
  ), meilleure as (
    select t.*, ts_rank(t.document, websearch_to_tsquery('fr', $3)) as note from trouvee t
    order by note desc, t.contrat_id = $1 desc, t.code limit ${LIMITES_RECHERCHE.fiches}
  )
  select json_build_object(
    'partielle', (select count(*) >= ${LIMITES_RECHERCHE.comparees} from trouvee),
    'fiches', (
      select coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'titre', t.titre, 'statut', t.statut,
        'couleur', e.couleur,
        'contrat', json_build_object('contratId', k.id, 'titreCourt', k.titre_court, 'couleur', k.couleur)
      ) order by t.note desc, t.contrat_id = $1 desc, t.code), '[]')
      from meilleure t join contrat k on k.id = t.contrat_id
      join enjeu e on e.contrat_id = t.contrat_id and e.id = t.enjeu_id)
  ) as reponse`;
