import type { TexteLu } from '../fiche/lecture-fiche';
import { portee } from '../pilotage/lectures/portee';

/** Counts of `Avancement` over rows of `etat`. */
export const AVANCEMENT = `
  'attendues', count(*), 'saisies', count(*) filter (where e.remplie and not e.expliquee),
  'expliquees', count(*) filter (where e.expliquee), 'retournees', count(*) filter (where e.retournee),
  'validees', count(*) filter (where e.remplie and e.validee), 'tardives', count(*) filter (where e.remplie and e.tardive)`;

/**
 * Cells that the year expects and what became of them (`etat`), the ville of each territory (`lieu`), and both together
 * (`place`: a quartier of two villes twice, the whole contrat without ville). Parameters of PORTEE.
 */
export const attendues = (texte: TexteLu): string => `${portee(texte)},
  valeurs as (
    select v.indicateur_id, v.territoire, bool_or(v.ventilation = 'total') as remplie,
      bool_or(v.ventilation = 'total' and v.absence is not null) as expliquee, bool_or(v.statut = 'brouillon') as retournee,
      bool_and(v.statut in ('validee', 'verrouillee')) as validee, bool_or(v.en_retard) as tardive, max(v.retour) as retour
    from valeur v where v.contrat_id = $1 and v.annee = $4
    group by v.indicateur_id, v.territoire
  ),
  etat as materialized (
    select a.fiche_id, a.id as indicateur_id, a.responsable_id, t.territoire, coalesce(v.remplie, false) as remplie,
      coalesce(v.expliquee, false) as expliquee, coalesce(v.remplie and v.retournee, false) as retournee,
      coalesce(v.validee, false) as validee, coalesce(v.tardive, false) as tardive, v.retour
    from attendus a cross join lateral unnest(a.territoires) as t(territoire)
    left join valeurs v on v.indicateur_id = a.id and v.territoire = t.territoire
  ),
  ville as (
    select id, coalesce(nom_court, nom) as nom, commune_code from organisation
    where contrat_id = $1 and categorie = 'ville' and commune_code is not null
  ),
  lieu as materialized (
    select commune_code as territoire, id as ville_id from ville
    union
    select qc.qpv_code, v.id from qpv_commune qc join ville v on v.commune_code = qc.commune_code where qc.contrat_id = $1
  ),
  place as materialized (
    select e.*, l.ville_id from etat e left join lieu l on l.territoire = e.territoire
  )`;
