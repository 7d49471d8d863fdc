import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from './creer-contrat';

/** Ids of what residents said in a contrat, one thing of each kind. */
export interface DecorParticipation {
  /** Question that ville A has to answer, number 1, and its récépissé. */
  questionId: string;
  recepisse: string;
  /** Espace that ville A animates, and its séance of a past day. */
  espaceId: string;
  seanceDialogueId: string;
  codeEmargement: string;
  /** Link of the question to a fiche that ville A holds. */
  lienId: string;
  /** Consultation whose results are published, moderated by both référents, and what it holds. */
  consultationId: string;
  propositionId: string;
  participantId: string;
  ideeId: string;
  lotPapierId: string;
  appelId: string;
  candidatureId: string;
  /** Laureate of another call, carried by the fiche. */
  projetId: string;
  consultationExterneId: string;
}

const QUESTION = `
  insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, moderee_le, organisation_id,
    echeance, attribuee_le)
  values ($1, 1, 'ABCDEFGH2345', 'Quand réparez-vous l’éclairage ?', 'quand reparez-vous l’eclairage ?', 'en-ligne', 'attribuee',
    now(), $2, '2999-01-01', now())
  returning id as "questionId", recepisse`;

const ESPACE = `
  with e as (
    insert into espace_dialogue (contrat_id, nom, forme, organisation_id, depuis)
    values ($1, 'Conseil citoyen', 'conseil-citoyen', $2, '2024-01-01') returning id
  ), s as (
    insert into seance_dialogue (contrat_id, espace_id, date, code_emargement)
    select $1, id, '2026-01-15', 'ABCD2345' from e returning *
  )
  select e.id as "espaceId", s.id as "seanceDialogueId", s.code_emargement as "codeEmargement" from e, s`;

const CONSULTATION = `
  with c as (
    insert into consultation (contrat_id, question, etape, ouverture, fin_propositions, fin)
    values ($1, 'Que changer ?', 'restituee', '2026-01-01', '2026-02-01', '2026-03-01') returning id
  ), m as (
    insert into consultation_moderateur (contrat_id, consultation_id, personne_id) select $1, c.id, unnest($2::uuid[]) from c
  ), p as (
    insert into proposition (contrat_id, consultation_id, numero, texte, normalise, etat, acceptee_le)
    select $1, c.id, 1, 'Il faut des bancs', 'des bancs', 'acceptee', now() from c returning id
  ), u as (
    insert into participant (contrat_id, consultation_id) select $1, c.id from c returning id
  ), i as (
    insert into idee (contrat_id, consultation_id, titre) select $1, c.id, 'Des bancs' from c returning id
  ), l as (
    insert into lot_papier (contrat_id, consultation_id, canal, libelle, bulletins, saisi_par_id)
    select $1, c.id, 'papier', 'Fête du quartier', 12, ($2::uuid[])[1] from c returning id
  ), a as (
    insert into appel_projets (contrat_id, consultation_id, titre, ouverture, cloture)
    select $1, c.id, 'Bancs', '2026-04-01', '2026-05-01' from c returning id
  ), k as (
    insert into candidature (contrat_id, appel_id, porteur, titre, resume)
    select $1, a.id, 'Les amis du square', 'Bancs', 'Dix bancs.' from a returning id
  ), b as (
    insert into appel_projets (contrat_id, consultation_id, titre, ouverture, cloture, laureats_publies_le)
    select $1, c.id, 'Jardins', '2026-04-01', '2026-05-01', '2026-06-01' from c returning id
  ), j as (
    insert into candidature (contrat_id, appel_id, porteur, titre, resume, statut, fiche_id)
    select $1, b.id, 'Les amis du square', 'Jardins', 'Dix jardins.', 'laureate', $3 from b returning id
  ), e as (
    insert into consultation_externe (contrat_id, nom, organisateur, source) values ($1, 'Ailleurs', 'Une autre', 'Un site') returning id
  ), r as (
    insert into resultat (contrat_id, consultation_id, gele_le, contenu, sha256)
    select $1, c.id, now(), t.contenu, encode(sha256(convert_to(t.contenu, 'UTF8')), 'hex')
    from c, (values ('{"id": "00000000-0000-4000-8000-000000000000", "question": "Que changer ?", "geleLe": "2026-03-02T00:00:00Z", "dates": {"ouverture": "2026-01-01", "finPropositions": "2026-02-01", "fin": "2026-03-01"}, "votesSha256": "", "bulletins": 0, "votes": 0, "seuils": {}, "propositions": [], "participants": {"total": 0, "suspects": 0, "bornes": 0}, "profils": {"trancheAge": {}, "genre": {}, "qpvCode": {}, "premiereFois": {}}}')) t (contenu)
  )
  select c.id as "consultationId", p.id as "propositionId", u.id as "participantId", i.id as "ideeId", l.id as "lotPapierId",
    a.id as "appelId", k.id as "candidatureId", j.id as "projetId", e.id as "consultationExterneId" from c, p, u, i, l, a, k, j, e`;

const LIEN = `
  insert into lien_contribution (contrat_id, question_id, fiche_id, etape, lie_par) values ($1, $2, $3, 'origine', 'Équipe')
  returning id as "lienId"`;

/** Furnishes a contrat with what residents said. */
export async function poserParticipation(
  app: INestApplication,
  { contratId, organisations, personnes }: ContratDeTest,
  ficheId: string,
): Promise<DecorParticipation> {
  const { pool } = app.get(Base);
  const valeurs = [contratId, organisations.villeA];
  const { rows: questions } = await pool.query<DecorParticipation>(QUESTION, valeurs);
  const { rows: espaces } = await pool.query<DecorParticipation>(ESPACE, valeurs);
  const moderateurs = [personnes.referentA, personnes.referentB];
  const { rows: consultations } = await pool.query<DecorParticipation>(CONSULTATION, [
    ...[contratId, moderateurs, ficheId],
  ]);
  const [[question], [espace], [consultation]] = [questions, espaces, consultations];
  if (!question || !espace || !consultation) throw new Error('each insert gives one row');
  const { rows: liens } = await pool.query<DecorParticipation>(LIEN, [contratId, question.questionId, ficheId]);
  const [lien] = liens;
  if (!lien) throw new Error('the insert gives one row');
  return { ...question, ...espace, ...consultation, ...lien };
}
