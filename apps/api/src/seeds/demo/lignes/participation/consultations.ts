import { garderOpinions, gelerConsultation, recompterConsultation } from '@pleniere/participation/api';
import {
  type ConsultationExterneSaisie,
  normaliserProposition,
  SEUILS_PAR_DEFAUT,
} from '@pleniere/participation/domain';
import type { EntityManager } from 'typeorm';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import { type Ligne, inserer, type Lot } from '../insertion';
import { lotsDesSuites } from './suites-consultations';
import type { ConsultationDemo, PropositionDemo } from '../../modele/consultations';

const HEURE_MS = 3_600_000;

/** What a consultation of the demo is known by. */
export const cleConsultation = (demo: ContratDemo, cle: string): string => `${demo.cle}/consultation/${cle}`;

function ligneDe(demo: ContratDemo, cle: string, consultation: ConsultationDemo): Ligne {
  const { question, description, charte, mentionRgpd, etape, ouverture, finPropositions, fin, objectifs } =
    consultation;
  const { rapport = '', methode = '', suites = '' } = consultation;
  return {
    ...{ contrat_id: id(`${demo.cle}/contrat`), id: id(cleConsultation(demo, cle)), version: 1, question, description },
    ...{
      charte,
      mention_rgpd: mentionRgpd,
      toute_la_ville: false,
      etape,
      ouverture,
      fin_propositions: finPropositions,
      fin,
    },
    ...{
      suspension_motif: '',
      annulation_motif: '',
      objectif_participants: objectifs[0],
      objectif_votes: objectifs[1],
    },
    ...{
      exigence: 'anonyme',
      niveau: 'consultation',
      sans_amorces: '',
      seuils: SEUILS_PAR_DEFAUT,
      rapport,
      methode,
      suites,
    },
    ...{ secret: `\\x${id(`${cleConsultation(demo, cle)}/secret`).replaceAll('-', '')}`, creee_le: ouverture },
  };
}

// Propositions arrive one after the other over the first half of the time; what waits for a moderator is told from now.
function arriveeDe(consultation: ConsultationDemo, { depuis }: PropositionDemo, rang: number): string {
  const { ouverture, jusqua, finPropositions, propositions } = consultation;
  const [debut, terme] = [Date.parse(ouverture), Date.parse(jusqua)];
  const instant =
    depuis === undefined
      ? debut + ((terme - debut) * rang) / (2 * propositions.length)
      : Math.min(Date.now(), Date.parse(finPropositions)) - depuis * HEURE_MS;
  return new Date(instant).toISOString();
}

function ligneProposition(
  demo: ContratDemo,
  cle: string,
  consultation: ConsultationDemo,
  proposition: PropositionDemo,
  rang: number,
): Ligne {
  const { texte, prenom, amorce, etat = 'acceptee', motif, idee } = proposition;
  const quand = amorce ? consultation.ouverture : arriveeDe(consultation, proposition, rang);
  const lue = etat !== 'en-attente' ? quand : null;
  const publiee = etat === 'acceptee' || etat === 'rattachee' || etat === 'retiree';
  return {
    ...{ contrat_id: id(`${demo.cle}/contrat`), consultation_id: id(cleConsultation(demo, cle)) },
    ...{ id: id(`${cleConsultation(demo, cle)}/proposition/${rang}`), version: 1, numero: rang + 1, texte },
    ...{
      normalise: normaliserProposition(texte),
      etat,
      motif: motif ?? null,
      motif_detail: '',
      prenom: prenom ?? null,
    },
    ...{
      canal: amorce ? 'amorce' : 'web',
      idee_id: idee === undefined ? null : id(`${cleConsultation(demo, cle)}/idee/${idee}`),
    },
    ...{ appel: '', proposee_le: quand, decidee_le: lue, acceptee_le: publiee ? quand : null },
  };
}

function lotsDe(demo: ContratDemo, cle: string, consultation: ConsultationDemo): Lot[] {
  const contrat_id = id(`${demo.cle}/contrat`);
  const consultation_id = id(cleConsultation(demo, cle));
  const { quartiers, fiches, moderateurs, datesChangees, propositions } = consultation;
  return [
    ['consultation', [ligneDe(demo, cle, consultation)]],
    ['consultation_qpv', quartiers.map((qpv_code) => ({ contrat_id, consultation_id, qpv_code }))],
    [
      'consultation_fiche',
      fiches.map((code) => ({ contrat_id, consultation_id, fiche_id: id(`${demo.cle}/${code}`) })),
    ],
    [
      'consultation_moderateur',
      moderateurs.map((qui) => ({ contrat_id, consultation_id, personne_id: id(`${demo.cle}/personne/${qui}`) })),
    ],
    [
      'consultation_date_historique',
      datesChangees.map(({ quand, ...reste }) => ({ contrat_id, consultation_id, ...reste, changee_le: quand })),
    ],
    ...lotsDesSuites(demo, cle, consultation),
    ['proposition', propositions.map((une, rang) => ligneProposition(demo, cle, consultation, une, rang))],
  ];
}

const PARTICIPANTS = `
  insert into participant (id, contrat_id, consultation_id, canal, cree_le)
  select md5($2 || 'participant' || n)::uuid, $1, $2::uuid, case when n % 9 = 0 then 'borne' else 'web' end,
    $4::timestamptz + ($5::timestamptz - $4::timestamptz) * (n::float / $3)
  from generate_series(1, $3::int) n`;

const PROFILS = `
  insert into participant_profil (contrat_id, consultation_id, participant_id, tranche_age, genre, qpv_code, situation, premiere_fois)
  select $1, $2::uuid, md5($2 || 'participant' || n)::uuid, (array['25-59', '15-24', '25-59', '60-74', '25-59', '75-plus', '25-59', '60-74'])[1 + h / 64 % 8],
    (array['femme', 'homme', 'femme', null])[1 + h / 4 % 4], ($4::text[])[1 + h / 16 % cardinality($4::text[])],
    case when h % 11 = 0 then 'professionnel' else 'habitant' end, h % 3 <> 0
  from (select n, abs(hashtext($2 || 'profil' || n)) as h from generate_series(1, $3::int) n) p where h % 4 <> 1`;

// Who votes on what is drawn by a fingerprint, so that every machine draws the same.
const VOTES = `
  create temporary table vote_demo on commit drop as
  select p.proposition_id, u.id as participant_id, u.cree_le + make_interval(secs => p.rang * 7) as quand,
    case when t.tirage < p.pour + a.ecart then 1 when t.tirage < p.pour + p.contre then -1 else 0 end as valeur, t.tirage
  from participant u
  cross join lateral (
    select (x ->> 'id')::uuid as proposition_id, (x ->> 'pour')::int as pour, (x ->> 'contre')::int as contre, (x ->> 'ecart')::int as ecart,
      row_number() over (order by md5(u.id || (x ->> 'id'))) as rang
    from jsonb_array_elements($3::jsonb) x) p
  cross join lateral (select abs(hashtext(u.id || '/' || p.proposition_id)) % 100 as tirage) t
  cross join lateral (select case abs(hashtext(u.id || '/camp')) % 2 when 0 then p.ecart else - p.ecart end as ecart) a
  where (u.contrat_id, u.consultation_id) = ($1, $2) and p.rang <= $4`;

const QUALIFS = `case when v.tirage % 4 = 0 then case v.valeur when 1 then array['realiste'] when -1 then array['infaisable'] else array['pas-compris'] end
  when v.tirage % 7 = 0 then case v.valeur when 1 then array['coup-de-coeur'] when -1 then array['surtout-pas'] else array['pas-d-avis'] end
  else '{}' end`;

const COURANTS = `
  insert into vote_courant (contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine, confiance)
  select $1, $2, v.proposition_id, v.participant_id, v.valeur, ${QUALIFS}, 'sequence', 'normal' from vote_demo v`;

const EVENEMENTS = `
  insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine, quand)
  select $1, $2, v.proposition_id, v.participant_id, v.valeur, ${QUALIFS}, 'sequence', v.quand from vote_demo v
  order by v.quand, v.participant_id, v.proposition_id`;

async function faireVoter(
  tx: EntityManager,
  demo: ContratDemo,
  cle: string,
  consultation: ConsultationDemo,
): Promise<void> {
  const cles = [id(`${demo.cle}/contrat`), id(cleConsultation(demo, cle))];
  const { participants, votesChacun, ouverture, jusqua, quartiers, propositions } = consultation;
  await tx.query(PARTICIPANTS, [...cles, participants, ouverture, jusqua]);
  await tx.query(PROFILS, [...cles, participants, quartiers]);
  const votees = propositions.flatMap(({ pour, contre, ecart = 0, etat = 'acceptee' }, rang) =>
    etat === 'acceptee' || etat === 'rattachee'
      ? [{ id: id(`${cleConsultation(demo, cle)}/proposition/${rang}`), pour, contre, ecart }]
      : [],
  );
  await tx.query(VOTES, [...cles, JSON.stringify(votees), votesChacun]);
  await tx.query(COURANTS, cles);
  await tx.query(EVENEMENTS, cles);
  await tx.query('drop table vote_demo');
  await recompterConsultation(tx, ...(cles as [string, string]));
}

function lotsExternes(demo: ContratDemo): Lot[] {
  const externe = ({ nom, ...reste }: ConsultationExterneSaisie): Ligne => ({
    ...{ contrat_id: id(`${demo.cle}/contrat`), id: id(`${demo.cle}/consultation-externe/${nom}`), version: 1, nom },
    ...reste,
  });
  return [['consultation_externe', (demo.consultationsExternes ?? []).map(externe)]];
}

/** Consultations of a demo contrat with their votes, counted and frozen as the product does. */
export async function tenirLesConsultations(tx: EntityManager, demo: ContratDemo): Promise<void> {
  for (const [cle, consultation] of Object.entries(demo.consultations ?? {})) {
    for (const lot of lotsDe(demo, cle, consultation)) await inserer(tx, lot);
    await faireVoter(tx, demo, cle, consultation);
    const { geleLe } = consultation;
    if (!geleLe) continue;
    const [contratId, consultationId] = [id(`${demo.cle}/contrat`), id(cleConsultation(demo, cle))];
    await gelerConsultation(tx, contratId, consultationId, geleLe);
    await garderOpinions(tx, contratId, consultationId);
  }
  for (const lot of lotsExternes(demo)) await inserer(tx, lot);
}
