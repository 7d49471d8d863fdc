const CORRIGE = `(w.contrat_id, w.candidature_id, w.corrige_id) = (v.contrat_id, v.candidature_id, v.id)`;
const TENUE = `not exists (select from projet_nouvelle w where ${CORRIGE})`;
const SIENNES = `from projet_nouvelle v where (v.contrat_id, v.candidature_id) = (k.contrat_id, k.id)`;

const nouvelles = (filtre: string): string => `(select coalesce(json_agg(json_build_object('id', v.id, 'le', v.le,
    'avancement', v.avancement, 'texte', v.texte, 'fonction', v.fonction, 'ecriteLe', v.ecrite_le, 'corrige', v.corrige_id,
    'corrigeePar', (select w.id from projet_nouvelle w where ${CORRIGE})) order by v.le, v.id), '[]') ${SIENNES} ${filtre})`;

/** How far the project of a candidature `k` is. */
export const AVANCEMENT = `coalesce((select v.avancement ${SIENNES} and ${TENUE} order by v.le desc, v.id desc limit 1), 'prevu')`;
/** Everything that was told of it. */
export const NOUVELLES = nouvelles('');
/** What stands of it. */
export const NOUVELLES_TENUES = nouvelles(`and ${TENUE}`);

const LAUREATE = `(a.contrat_id, a.id) = (k.contrat_id, k.appel_id) and a.laureats_publies_le is not null and k.statut = 'laureate'
    and k.contrat_id = $1 and k.id = $2`;

/** Takes the version of a project ($3) that was read. */
export const TENIR_PROJET = `
  update candidature k set version = k.version + 1 from appel_projets a where ${LAUREATE} and k.version = $3
  returning k.appel_id as "appelId"`;

/** The call of a project; nothing when it is none. */
export const APPEL_DU_PROJET = `select k.appel_id as "appelId" from candidature k, appel_projets a where ${LAUREATE}`;

/** Adds what is told of it. */
export const AJOUTER_NOUVELLE = `
  insert into projet_nouvelle (contrat_id, candidature_id, le, avancement, texte, corrige_id, fonction)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** Whether what is to be corrected is of that project and stands. */
export const CORRIGEABLE = `
  select 1 from projet_nouvelle v where (v.contrat_id, v.candidature_id, v.id) = ($1, $2, $3) and ${TENUE}`;

/** Moves a project to a fiche ($3) and one of its actions ($4); nothing when the action is not of that fiche. */
export const PORTER = `
  update candidature k set fiche_id = f.id, action_id = $4 from fiche f
  where (k.contrat_id, k.id) = ($1, $2) and (f.contrat_id, f.id) = ($1, $3)
    and ($4::uuid is null or exists (select from action n where (n.contrat_id, n.id, n.fiche_id) = ($1, $4, f.id)))
  returning k.id`;

/** Projects of a consultation `c` that are neither delivered nor given up. */
export const PROJETS_EN_COURS = `(select count(*) from candidature k join appel_projets a on (a.contrat_id, a.id) = (k.contrat_id, k.appel_id)
    where (a.contrat_id, a.consultation_id) = (c.contrat_id, c.id) and a.laureats_publies_le is not null and k.statut = 'laureate'
      and ${AVANCEMENT} not in ('livre', 'abandonne'))`;
