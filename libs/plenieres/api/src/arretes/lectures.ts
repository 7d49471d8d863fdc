import { DECISION_JSON, TABLES_DECISION } from '../decisions/lectures';

const RESUME = `'id', a.id, 'numero', a.numero, 'titre', a.titre,
  'seance', case when s.id is not null then json_build_object('id', s.id, 'instance', i.nom, 'date', s.date) end,
  'figeLe', a.fige_le, 'figePar', auteur_affiche(a.contrat_id, a.fige_par_id, a.fige_par),
  'perimetre', a.perimetre, 'sha256', a.sha256`;

const TABLES = `arrete a
  left join seance s on (s.contrat_id, s.id) = (a.contrat_id, a.seance_id)
  left join instance i on (i.contrat_id, i.id) = (s.contrat_id, s.instance_id)`;

/** Every arrêté of a contrat, the latest first, its content left aside. */
export const LISTE_ARRETES = `
  select coalesce(json_agg(json_build_object(${RESUME}) order by a.numero desc), '[]') as reponse
  from ${TABLES} where a.contrat_id = $1`;

/** One arrêté with its content; its fingerprint is made again, and compared with what the sealed journal wrote of it. */
export const UN_ARRETE = `
  select json_build_object(${RESUME}, 'contenu', a.contenu::json,
    'seuil', (select c.seuil_publication from contrat c where c.id = a.contrat_id),
    'empreinteTenue', a.sha256 = encode(sha256(convert_to(a.contenu, 'UTF8')), 'hex') and exists (
      select from journal j where (j.contrat_id, j.objet, j.objet_id) = (a.contrat_id, 'arrete', a.id::text)
        and j.apres ->> 'sha256' = a.sha256)) as reponse
  from ${TABLES} where a.contrat_id = $1 and a.id = $2`;

/** The very text that was hashed. */
export const CONTENU_ARRETE = `
  select numero, contenu, sha256 from arrete where contrat_id = $1 and id = $2`;

/** Fiches that an arrêté may hold, in the order of the contrat. */
export const FICHES_POSSIBLES = `
  select coalesce(json_agg(json_build_object('id', id, 'code', code, 'titre', titre)
    order by lettre desc, enjeu_numero, rang), '[]') as reponse
  from fiche_en_vigueur where contrat_id = $1`;

const SEANCE = `(
  select json_build_object('id', s.id, 'instance', json_build_object('sorte', i.sorte, 'nom', i.nom), 'date', s.date,
    'heure', s.heure, 'lieu', s.lieu, 'presences', s.presences, 'ordreDuJour', (
      select coalesce(json_agg(json_build_object('id', p.id, 'ficheId', p.fiche_id, 'titre', p.titre,
        'fiche', case when f.id is not null then json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end
      ) order by p.rang), '[]')
      from point_ordre_du_jour p left join fiche_en_vigueur f on (f.contrat_id, f.id) = (p.contrat_id, p.fiche_id)
      where (p.contrat_id, p.seance_id) = (s.contrat_id, s.id)))
  from seance s join instance i on (i.contrat_id, i.id) = (s.contrat_id, s.instance_id)
  where s.contrat_id = c.id and s.id = $2)`;

const ENJEUX = `(
  select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule,
    'couleur', e.couleur, 'orientations', (
      select coalesce(json_agg(json_build_object('id', o.id, 'texte', o.texte) order by o.texte collate "C", o.id), '[]')
      from orientation o where (o.contrat_id, o.enjeu_id) = (e.contrat_id, e.id))
  ) order by e.type desc, e.numero), '[]')
  from enjeu e where e.contrat_id = c.id)`;

const QUARTIERS = `(
  select coalesce(json_agg(json_build_object('code', q.code, 'libelle', q.libelle,
    'libelleEditorial', q.libelle_editorial, 'npnru', q.npnru,
    'communes', array(select qc.commune_code from qpv_commune qc
      where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code) order by 1),
    'populations', (
      select coalesce(json_agg(json_build_object('millesime', r.millesime, 'population', r.population,
        'source', r.source) order by r.millesime), '[]')
      from reference_population r where (r.contrat_id, r.qpv_code) = (q.contrat_id, q.code))
  ) order by q.code), '[]')
  from qpv q where q.contrat_id = c.id)`;

const DECISIONS = `(
  select coalesce(json_agg(${DECISION_JSON} order by s.date desc, i.nom collate "C", s.id, d.rang), '[]')
  from ${TABLES_DECISION} where d.contrat_id = c.id and s.statut <> 'annulee'
    and s.date <= coalesce((select k.date from seance k where k.contrat_id = c.id and k.id = $2), s.date))`;

const REPONSES = `(
  select coalesce(json_agg(json_build_object('numero', q.numero,
    'poseeLe', (q.posee_le at time zone 'Europe/Paris')::date, 'question', q.texte, 'quartier', q.qpv_code,
    'ficheId', coalesce(r.fiche_id, q.fiche_id), 'reponse', r.texte, 'fonction', r.fonction, 'organisation', o.nom,
    'publieeLe', (r.publiee_le at time zone 'Europe/Paris')::date) order by r.publiee_le desc, q.numero), '[]')
  from question_habitant q
  join lateral (
    select * from reponse v where (v.contrat_id, v.question_id) = (q.contrat_id, q.id) and v.publiee_le is not null
    order by v.version desc limit 1) r on true
  join organisation o on (o.contrat_id, o.id) = (r.contrat_id, r.organisation_id)
  where q.contrat_id = c.id and q.etat = 'reponse-publiee')`;

/** Frame of what is frozen: contrat ($1), séance ($2, or null), and the people whom the texts of the fiches ($3) name. */
export const CADRE_A_FIGER = `
  select json_build_object(
    'figeLe', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'contrat', json_build_object('id', c.id, 'titre', c.titre, 'titreCourt', c.titre_court, 'epciSiren', c.epci_siren,
      'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin, 'couleur', c.couleur, 'logo', c.logo, 'signeLe', c.signe_le),
    'seance', ${SEANCE}, 'enjeux', ${ENJEUX}, 'quartiers', ${QUARTIERS}, 'decisions', ${DECISIONS},
    'reponses', ${REPONSES},
    'communes', (select coalesce(json_agg(json_build_object('code', code, 'nom', nom) order by code), '[]')
      from commune where contrat_id = c.id),
    'organisations', (select coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'nomCourt', nom_court,
      'categorie', categorie) order by nom collate "C"), '[]') from organisation where contrat_id = c.id),
    'personnes', (select coalesce(json_agg(json_build_object('id', p.id, 'nom', p.nom, 'fonction', p.fonction)
        order by p.nom collate "C", p.id), '[]')
      from personne p where p.contrat_id = c.id and p.id in (
        select r.personne_id from reference_en_vigueur r where r.contrat_id = c.id and r.fiche_id = any($3::uuid[])))
  ) as reponse
  from contrat c where c.id = $1`;
