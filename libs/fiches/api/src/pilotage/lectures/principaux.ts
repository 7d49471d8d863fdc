import { indicateurJson, VALEUR_JSON } from '@pleniere/indicateurs/api';
import type { TexteLu } from '../../fiche/lecture-fiche';
import { portee } from './portee';

const TOTAUX = `
  select coalesce(json_agg(${VALEUR_JSON} order by v.annee), '[]') from valeur v
  where v.contrat_id = $1 and v.indicateur_id = i.id and v.ventilation = 'total'`;

/**
 * The main indicator of each fiche, with its totals and the territories where it is awaited: the first number that adds
 * up or is of the whole contrat, a result before what is done, what is done before an impact. Parameters of PORTEE.
 */
export const principaux = (texte: TexteLu): string => `
  with ${portee(texte)},
  rangs as (
    select distinct on (m.fiche_id) m.fiche_id, m.id, m.territoires
    from mesures m join indicateur i on i.contrat_id = $1 and i.id = m.id
    where i.nature in ('nombre', 'pourcentage', 'montant', 'frequence')
      and (i.maille = 'contrat' or i.agregation in ('somme', 'moyenne'))
    order by m.fiche_id, array_position(array['resultat', 'realisation', 'impact'], i.type), i.ordre, i.id
  )
  select coalesce(json_agg(json_build_object('ficheId', r.fiche_id, 'territoires', r.territoires,
    'indicateur', ${indicateurJson(`'valeurs', (${TOTAUX})`)})), '[]') as reponse
  from rangs r join indicateur i on i.contrat_id = $1 and i.id = r.id`;
