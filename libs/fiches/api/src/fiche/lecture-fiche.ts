import { INDICATEUR_AVEC_VALEURS_JSON } from '@pleniere/indicateurs/api';
import { JSON_ACTION, JSON_DECLINAISON, TABLES_DECLINAISON } from '../suivi/lectures';

const INDICATEURS = `
  (select coalesce(json_agg(${INDICATEUR_AVEC_VALEURS_JSON} order by i.ordre, i.id), '[]')
  from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id)`;

const ACTIONS = `
  (select coalesce(json_agg(${JSON_ACTION} order by a.rang), '[]')
  from action a where a.contrat_id = f.contrat_id and a.fiche_id = f.id)`;

const DECLINAISONS = `
  (select coalesce(json_agg(${JSON_DECLINAISON} order by o.nom collate "fr-x-icu", d.qpv_code nulls first), '[]')
  from ${TABLES_DECLINAISON} where d.contrat_id = f.contrat_id and d.fiche_id = f.id)`;

/** JSON of the life of a revision `r`, its text left aside. */
const REVISION_JSON = `jsonb_build_object(
  'numero', r.numero, 'cause', json_build_object('sorte', r.cause_sorte, 'texte', r.cause_texte),
  'ouverteLe', r.ouverte_le, 'ouvertePar', r.ouverte_par, 'soumiseLe', r.soumise_le, 'soumisePar', r.soumise_par,
  'transmiseLe', r.transmise_le, 'transmisePar', r.transmise_par, 'avisEcheance', r.avis_echeance,
  'enVigueurLe', r.en_vigueur_le, 'enVigueurPar', r.en_vigueur_par, 'remplaceeLe', r.remplacee_le,
  'abandonneeLe', r.abandonnee_le, 'abandonneePar', r.abandonnee_par)`;

const REVISIONS = (filtre: string) => `
  (select coalesce(jsonb_agg(${REVISION_JSON} order by r.numero desc), '[]')
  from revision r where r.contrat_id = f.contrat_id and r.fiche_id = f.id ${filtre})`;

const LIEES = (fiche: string, ici: string, la: string) => `
  (select coalesce(json_agg(json_build_object('id', o.id, 'code', o.code, 'titre', o.titre, 'sorte', l.sorte)
    order by o.lettre desc, o.enjeu_numero, o.rang), '[]')
  from fiche_filiation l join ${fiche} o on (o.contrat_id, o.id) = (l.contrat_id, l.${la})
  where l.contrat_id = f.contrat_id and l.${ici} = f.id and o.statut = any($2))`;

const AVIS = (filtre: string) => `
  (select coalesce(json_agg(json_build_object('id', a.id, 'version', a.version, 'revision', a.revision, 'auteur', a.auteur,
    'fonction', a.fonction, 'sens', a.sens, 'texte', a.texte, 'points', a.points, 'renduLe', a.rendu_le) order by a.rendu_le desc), '[]')
  from avis a where a.contrat_id = f.contrat_id and a.fiche_id = f.id and a.rendu_le is not null ${filtre})`;

const BROUILLON_AVIS = `
  (select json_build_object('sens', a.sens, 'texte', a.texte, 'points', a.points) from avis a
  where a.contrat_id = f.contrat_id and a.fiche_id = f.id and a.personne_id = $4 and a.rendu_le is null)`;

// Whoever holds the pen on the fiche, and the team.
const DESTINATAIRES = `
  (select coalesce(json_agg(json_build_object('id', h.personne_id, 'nom', h.nom) order by h.role desc, h.nom collate "fr-x-icu"), '[]')
  from habilitation h where h.contrat_id = f.contrat_id and (h.role = 'equipe' or h.role = 'referent' and h.organisation_id in (
    select p.organisation_id from perimetre_fiche p where p.contrat_id = f.contrat_id and p.fiche_id = f.id)))`;

const EN_COURS = `
  'revisions', ${REVISIONS('')}, 'avis', ${AVIS('')},
  'correction', (select r.correction from revision r
    where r.contrat_id = f.contrat_id and r.fiche_id = f.id and r.numero = f.revision)`;

const EN_VIGUEUR = `
  'revisions', ${REVISIONS('and r.en_vigueur_le is not null')}, 'avis', json_build_array(), 'correction', null`;

const A_FIGER = `
  'revisions', ${REVISIONS('and r.numero = f.en_vigueur')}, 'avis', ${AVIS('and a.revision = f.en_vigueur')}, 'correction', null`;

/** Which tables a read looks into: the texts being written, or those in force. */
export const SOURCES = {
  travail: { fiche: 'fiche', reference: 'fiche_reference', circuit: EN_COURS, prive: [BROUILLON_AVIS, DESTINATAIRES] },
  'en-vigueur': {
    fiche: 'fiche_en_vigueur',
    reference: 'reference_en_vigueur',
    circuit: EN_VIGUEUR,
    prive: ['null::json', `'[]'::json`],
  },
} as const;

/** Which text is read. */
export type TexteLu = keyof typeof SOURCES;

/**
 * One fiche with everything, its indicateurs apart as text, and what deciding the caller's rights needs. $1 contrat, $2 statuts that the caller may
 * see, $3 their organisation, $4 their person; the condition names the fiche with what follows.
 */
const lecture = (texte: TexteLu, condition: string, circuit: string = SOURCES[texte].circuit): string => `
  select json_build_object(
      'id', f.id, 'code', f.code, 'version', f.version, 'statut', f.statut,
      'contrat', json_build_object('id', c.id, 'titre', c.titre, 'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin),
      'enjeu', json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
      'orientationTexte', (
        select r.texte from ${SOURCES[texte].reference} fr
        join orientation r on (r.contrat_id, r.id) = (fr.contrat_id, fr.orientation_id)
        where fr.contrat_id = f.contrat_id and fr.fiche_id = f.id and fr.champ = 'orientation'),
      'contenu', f.contenu, 'champs', f.champs,
      'revision', f.revision, 'enVigueur', f.en_vigueur, 'issue', f.issue, ${circuit},
      'filiation', json_build_object('origines', ${LIEES(SOURCES[texte].fiche, 'vers', 'de')}, 'suites', ${LIEES(SOURCES[texte].fiche, 'de', 'vers')}),
      'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = f.contrat_id and m.fiche_id = f.id),
      'actions', ${ACTIONS}, 'declinaisons', ${DECLINAISONS}
    ) as fiche,
    ${INDICATEURS}::text as indicateurs,
    array(select distinct i.type from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id) as types,
    array(select distinct i.responsable_id::text from indicateur i
      where i.contrat_id = f.contrat_id and i.fiche_id = f.id and i.responsable_id is not null) as responsables,
    array(select p.organisation_id::text from perimetre_fiche p where p.contrat_id = f.contrat_id and p.fiche_id = f.id) as perimetre,
    (select json_build_object('commune', o.commune_code, 'qpv', array(
        select qc.qpv_code from qpv_commune qc where qc.contrat_id = o.contrat_id and qc.commune_code = o.commune_code order by 1))
      from organisation o where o.contrat_id = f.contrat_id and o.id = $3 and o.commune_code is not null) as ville,
    case when $4::uuid is not null then ${SOURCES[texte].prive[0]} end as "monAvis",
    ${SOURCES[texte].prive[1]} as destinataires
  from ${SOURCES[texte].fiche} f
  join contrat c on c.id = f.contrat_id
  join enjeu e on (e.contrat_id, e.id) = (f.contrat_id, f.enjeu_id)
  where f.contrat_id = $1 and f.statut = any($2) and ${condition}`;

/** Statement that reads a fiche by its id ($5). */
export const ficheParId = (texte: TexteLu): string => lecture(texte, 'f.id = $5');
/** Statement that reads a fiche by its code: letter ($5), enjeu ($6), rank ($7). */
export const ficheParCode = (texte: TexteLu): string =>
  lecture(texte, '(f.lettre, f.enjeu_numero, f.rang) = ($5, $6, $7)');

/** Statement that reads several fiches ($5) as they are in force, with the avis given on that text. */
export const FICHES_A_FIGER = lecture('en-vigueur', 'f.id = any($5::uuid[])', A_FIGER);

/** The text of one revision ($3) of a fiche ($2): frozen once it is closed. $4 tells whether the caller sees what was never in force. */
export const REVISION_LUE = `
  select ${REVISION_JSON} || jsonb_build_object(
    'contenu', coalesce(r.contenu, f.contenu), 'champs', coalesce(r.champs, f.champs),
    'orientationTexte', (select o.texte from orientation o where o.contrat_id = f.contrat_id
      and o.id::text = coalesce(r.contenu, f.contenu) ->> 'orientation')) as revision
  from revision r join fiche f on (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id)
  where r.contrat_id = $1 and r.fiche_id = $2 and r.numero = $3 and ($4 or r.en_vigueur_le is not null)`;
