import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from './creer-contrat';
import { type DecorParticipation, poserParticipation } from './decor-participation';
import { poserFiche, poserIndicateur } from './poser';

/** Ids of one thing of each kind in a contrat, held by ville A where an organisation holds the pen. */
export interface DecorDroits extends DecorParticipation {
  contrat: ContratDeTest;
  ficheId: string;
  actionId: string;
  declinaisonId: string;
  indicateurId: string;
  /** File of values that référent A sent and did not apply. */
  importValeursId: string;
  /** Reference file that the team sent and did not apply. */
  importReferentielId: string;
  /** Import of fiches with one file to review. */
  importLotId: string;
  importFicheId: string;
  /** A QPV that no other contrat of the tests has. */
  qpvCode: string;
  /** A person without session, who has an account. */
  personneId: string;
  mandatId: string;
  /** That person stands in for référent A. */
  delegationId: string;
  /** Somebody who has asked to enter. */
  demandeId: string;
  /** Exception to the campagne of 2024, which is closed. */
  exceptionId: string;
  /** Value that the délégué contests, on the indicator. */
  contestationId: string;
  /** File that référent A joined to a value of a closed year. */
  pieceId: string;
  /** An avis of the State that was given on the fiche, with one point. */
  avisId: string;
  pointAvisId: string;
  /** Thread of everybody on the fiche, with a message of référent A. */
  filId: string;
  messageId: string;
  /** Question of the délégué to référent A. */
  precisionId: string;
  noteId: string;
  /** An e-mail that is kept. */
  courrielId: string;
  instanceId: string;
  /** A séance of the instance, and a decision that it took. */
  seanceId: string;
  decisionId: string;
  arreteId: string;
  /** A document of the arrêté, ready. */
  documentId: string;
}

const RESTE = `
  with a as (
    insert into action (contrat_id, fiche_id, rang, titre, statut, niveau_participation)
    values ($1, $2, 0, 'Café des habitants', 'en-cours', 'consultation') returning id
  ), f as (
    update fiche set actions_creees = 1 where (contrat_id, id) = ($1, $2)
  ), d as (
    insert into declinaison (contrat_id, fiche_id, organisation_id, statut_execution)
    values ($1, $2, $3, 'en-cours') returning id
  ), q as (
    insert into qpv (contrat_id, code, libelle, generation, valid_from)
    values ($1, 'QN03704M', 'Rabaterie', 2024, '2024-01-01') returning code
  ), p as (
    insert into personne (contrat_id, nom, fonction, email)
    values ($1, 'Camille Perrin', 'Chargée de mission', $1::uuid || '@exemple.fr') returning contrat_id, id, email
  ), c as (
    insert into compte (contrat_id, personne_id, email, activation) select p.*, p.id::text from p
    returning contrat_id, id
  ), sf as (
    insert into second_facteur (contrat_id, compte_id, secret, active_le)
    select contrat_id, id, 'JBSWY3DPEHPK3PXP', now() from c
  ), da as (
    insert into demande_acces (contrat_id, oidc_emetteur, oidc_sub, nom, email, organisation, message)
    values ($1, 'https://identite.exemple.fr', $1::uuid::text, 'Dominique Roy', 'dominique.roy@exemple.fr', 'CAF', '') returning id
  ), dl as (
    insert into delegation (contrat_id, personne_id, delegue_id, du, au)
    select contrat_id, $4, p.id, '2999-01-01', '2999-01-02' from p returning id
  ), m as (
    insert into mandat (contrat_id, personne_id, organisation_id, role, du)
    select contrat_id, p.id, $3, 'lecteur', '2026-01-01' from p returning id
  ), i as (
    insert into import_valeurs (contrat_id, personne_id, cree_par, fichier, format, feuilles, feuille, titres, roles)
    values ($1, $4, 'Personne referentA', 'valeurs.csv', 'csv', '[{"nom": "CSV", "lignes": [["valeur"]]}]', 0, 0, '["valeur"]')
    returning id
  ), r as (
    insert into import_referentiel (contrat_id, cree_par, fichier, contenu, lecture)
    values ($1, 'Personne equipe', 'qpv.csv', '{"titres": ["code_qp"], "lignes": []}',
      '{"roles": ["code_qpv"], "millesime": null, "source": ""}') returning id
  ), l as (
    insert into import_lot (contrat_id, personne_id, cree_par) values ($1, $4, 'Personne equipe') returning id
  ), fi as (
    insert into import_fiche (contrat_id, lot_id, rang, nom, octets, empreinte, format, statut, document, passages)
    select $1, l.id, 0, 'fiche.txt', 6, repeat('0', 64), 'txt', 'a-relire',
      '{"texte": "Pilote", "blocs": [], "enLignes": true, "notes": []}', '[]' from l returning id
  ), ca as (
    insert into campagne (contrat_id, annee, echeance, close_le, relance_objet, relance_texte)
    values ($1, 2024, '2025-01-31', '2025-03-01', 'Vos valeurs', 'Bonjour.')
  ), ex as (
    insert into campagne_exception (contrat_id, annee, organisation_id, motif, jusqu_au, accordee_par)
    values ($1, 2024, $3, 'Nouveau référent', '2025-06-30', 'Personne equipe') returning id
  ), av as (
    insert into avis (contrat_id, fiche_id, revision, personne_id, auteur, sens, rendu_le, points)
    values ($1, $2, 1, $4, 'Personne delegue', 'favorable', now(), jsonb_build_array(jsonb_build_object('id', $1::uuid,
      'champ', null, 'texte', 'Dire quand', 'statut', 'ouvert', 'reponse', '', 'levePar', null, 'leveLe', null))) returning id
  ), co as (
    insert into courriel (contrat_id, cle, nom, email, objet, texte, statut)
    values ($1, 'essai', 'Camille Perrin', 'camille@exemple.fr', 'Bonjour', 'Bonjour.', 'retenu') returning id
  ), ct as (
    insert into contestation (contrat_id, indicateur_id, annee, territoire, valeur_contestee, valeur_proposee, motif, source,
      personne_id, auteur)
    values ($1, $5, 2024, 'QN03709M', '{"valeur": 12, "absence": null}', '15', 'Recompté.', 'Préfecture', $6, 'Personne delegue')
    returning id
  ), pj as (
    insert into piece (contrat_id, indicateur_id, annee, territoire, nom, type, taille, sha256, donnees_personnelles, contenu,
      personne_id, organisation_id, ajoutee_par)
    values ($1, $5, 2024, 'QN03709M', 'releve.csv', 'text/plain', 6, repeat('0', 64), false, 'valeur', $4, $3, 'Personne referentA')
    returning id
  ), fl as (
    insert into fil (contrat_id, fiche_id, visibilite) values ($1, $2, 'tous') returning id
  ), ms as (
    insert into fil_message (contrat_id, fil_id, personne_id, auteur, texte)
    select $1, fl.id, $4, 'Personne referentA', 'Où ?' from fl returning id
  ), dp as (
    insert into demande_precision (contrat_id, fiche_id, question, destinataire_personne_id, echeance, personne_id, auteur)
    values ($1, $2, 'Combien ?', $4, '2999-01-01', $6, 'Personne delegue') returning id
  ), nt as (
    insert into note_terrain (contrat_id, fiche_id, texte, personne_id, auteur)
    values ($1, $2, 'À revoir.', $6, 'Personne delegue') returning id
  ), ins as (
    insert into instance (contrat_id, sorte, nom) values ($1, 'assemblee-pleniere', 'Assemblée Plénière') returning id
  ), se as (
    insert into seance (contrat_id, instance_id, date) select $1, ins.id, '2026-12-10' from ins returning id
  ), de as (
    insert into decision (contrat_id, seance_id, rang, texte) select $1, se.id, 1, 'Publier les réponses' from se returning id
  ), ar as (
    insert into arrete (contrat_id, numero, titre, fige_le, fige_par_id, fige_par, perimetre, contenu, sha256)
    select $1, 1, 'Essai', '2026-12-10T13:00:00Z', $4, 'Personne referentA', jsonb_build_array(jsonb_build_object('id', $2::uuid)),
      c.texte, encode(sha256(convert_to(c.texte, 'UTF8')), 'hex')
    from (values ('{"numero":1,"titre":"Essai","figeLe":"2026-12-10T13:00:00Z","fiches":[]}')) c (texte) returning id
  ), dc as (
    insert into document_produit (contrat_id, arrete_id, sorte, options, statut, avancement, demande_par_id, demande_par, termine_le,
      nom_fichier, type_mime, octets, sha256)
    select $1, ar.id, 'livre-pdf', '{"ficheIds": [], "sections": []}', 'pret', 100, $4, 'Personne referentA', now(), 'livre.pdf',
      'application/pdf', 'livre', encode(sha256('livre'), 'hex') from ar returning id
  )
  select fl.id as "filId", ms.id as "messageId", dp.id as "precisionId", nt.id as "noteId", ins.id as "instanceId", se.id as "seanceId", de.id as "decisionId", ar.id as "arreteId", dc.id as "documentId", a.id as "actionId", av.id as "avisId", $1::uuid as "pointAvisId", ct.id as "contestationId", pj.id as "pieceId", d.id as "declinaisonId", q.code as "qpvCode", p.id as "personneId", m.id as "mandatId", da.id as "demandeId", dl.id as "delegationId",
    i.id as "importValeursId", r.id as "importReferentielId", l.id as "importLotId", fi.id as "importFicheId",
    co.id as "courrielId", ex.id as "exceptionId"
  from fl, ms, dp, nt, ins, se, de, ar, dc, a, d, q, p, m, da, dl, i, r, l, fi, ex, co, ct, pj, av`;

/** Furnishes a contrat with one thing of each kind that a route may name. */
export async function poserDecor(app: INestApplication, contrat: ContratDeTest): Promise<DecorDroits> {
  const ficheId = await poserFiche(app, contrat);
  const { id: indicateurId } = await poserIndicateur(contrat, ficheId, {
    responsableId: contrat.organisations.bailleur,
  });
  const { rows } = await app
    .get(Base)
    .pool.query<Omit<DecorDroits, 'contrat' | 'ficheId' | 'indicateurId' | keyof DecorParticipation>>(RESTE, [
      contrat.contratId,
      ficheId,
      contrat.organisations.villeA,
      contrat.personnes.referentA,
      indicateurId,
      contrat.personnes.delegue,
    ]);
  const [reste] = rows;
  if (!reste) throw new Error('the insert gives one row');
  return { contrat, ficheId, indicateurId, ...reste, ...(await poserParticipation(app, contrat, ficheId)) };
}
