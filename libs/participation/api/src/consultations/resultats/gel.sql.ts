import { COMPTES_JSON } from '../votes/comptes.sql';

const comptes = (filtre: string): string => `(
  select ${COMPTES_JSON}::jsonb from proposition_compteur k where (k.contrat_id, k.proposition_id) = (p.contrat_id, p.id) and ${filtre})`;

/**
 * One line per current vote, without whoever gave it: what the fingerprint of the votes is made of. Votes that are alike
 * are put together before they are put in order: there are few kinds of them.
 */
const VOTES = `select string_agg(x.ligne || repeat(e'\\n' || x.ligne, x.n - 1), e'\\n'
    order by x.proposition_id, x.valeur, x.qualifs, x.origine, x.confiance collate "C")
  from (
    select v.proposition_id, v.valeur, v.qualifs, v.origine, v.confiance, count(*)::int as n,
      concat_ws(' ', v.proposition_id, v.valeur, array_to_string(v.qualifs, ','), v.origine, v.confiance) as ligne
    from vote_courant v where (v.contrat_id, v.consultation_id) = ($1, $2) and v.valeur is not null
    group by v.proposition_id, v.valeur, v.qualifs, v.origine, v.confiance) x`;

const repartition = (colonne: string): string => `(
  select coalesce(jsonb_object_agg(d.cle, d.n order by d.cle), '{}') from (
    select f.${colonne}::text as cle, count(*) as n from participant_profil f join votants u on u.id = f.participant_id
    where (f.contrat_id, f.consultation_id) = ($1, $2) and f.${colonne} is not null and u.confiance = 'normal'
    group by 1) d)`;

/** Everything of a consultation at the instant it is frozen ($3, now when null), as one text, made once. */
export const GELER = `
  with votants as materialized (
    select u.id, u.confiance, u.canal from participant u
    where (u.contrat_id, u.consultation_id) = ($1, $2) and u.id in (
      select v.participant_id from vote_courant v where (v.contrat_id, v.consultation_id) = ($1, $2) and v.valeur is not null)
  ), g as materialized (
    select jsonb_build_object(
      'schema', 'pleniere/consultation/1', 'id', c.id, 'question', c.question, 'seuils', c.seuils, 'geleLe', coalesce($3::timestamptz, now()),
      'dates', jsonb_build_object('ouverture', c.ouverture, 'finPropositions', c.fin_propositions, 'fin', c.fin),
      'votesSha256', encode(sha256(convert_to(coalesce((${VOTES}), ''), 'UTF8')), 'hex'),
      'participants', (select jsonb_build_object('total', count(*), 'suspects', count(*) filter (where u.confiance = 'suspect'),
        'bornes', count(*) filter (where u.canal = 'borne')) from votants u),
      'profils', jsonb_build_object('trancheAge', ${repartition('tranche_age')}, 'genre', ${repartition('genre')},
        'qpvCode', ${repartition('qpv_code')}, 'premiereFois', ${repartition('premiere_fois')}),
      'bulletins', (select coalesce(sum(l.bulletins), 0) from lot_papier l
        where (l.contrat_id, l.consultation_id) = ($1, $2) and l.controle_le is not null),
      'propositions', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte,
          'etat', p.etat, 'motif', p.motif, 'canal', p.canal, 'proposeeLe', (p.proposee_le at time zone 'Europe/Paris')::date,
          'votes', ${comptes("k.confiance = 'normal'")}, 'sequence', ${comptes("k.confiance = 'normal' and k.origine = 'sequence'")},
          'suspects', ${comptes("k.confiance = 'suspect'")},
          'papier', (select jsonb_build_object('pour', coalesce(sum(x.pour), 0), 'contre', coalesce(sum(x.contre), 0), 'neutre', coalesce(sum(x.neutre), 0))
            from lot_papier_ligne x join lot_papier l on (l.contrat_id, l.id) = (x.contrat_id, x.lot_id)
            where (x.contrat_id, x.proposition_id) = (p.contrat_id, p.id) and l.controle_le is not null)
        ) order by p.numero), '[]') from proposition p where (p.contrat_id, p.consultation_id) = ($1, $2))
    )::text as contenu
    from consultation c where (c.contrat_id, c.id) = ($1, $2)
  )
  insert into resultat (contrat_id, consultation_id, gele_le, contenu, sha256)
  select $1, $2, coalesce($3::timestamptz, now()), g.contenu, encode(sha256(convert_to(g.contenu, 'UTF8')), 'hex') from g`;

/** What was frozen, and the words of the report. */
export const RESULTAT = `
  select r.contenu::json as contenu, r.sha256, c.rapport, c.methode, c.suites, statut_consultation(c, now()) as statut, o.contenu as opinions
  from resultat r join consultation c on (c.contrat_id, c.id) = (r.contrat_id, r.consultation_id)
  left join resultat_opinions o on (o.contrat_id, o.consultation_id) = (r.contrat_id, r.consultation_id)
  where (r.contrat_id, r.consultation_id) = ($1, $2)`;
