import { sansAccents } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { QuestionDemo } from '../../modele/questions';
import { personneDe } from '../fiches';
import type { Ligne, Lot } from '../insertion';

const SIGNES = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const idDe = (demo: ContratDemo, numero: number): string => id(`${demo.cle}/question/${numero}`);

const empreinte = (cle: string): Buffer => createHash('sha256').update(cle).digest();

function recepisse(demo: ContratDemo, numero: number): string {
  const octets = empreinte(`${demo.cle}/recepisse/${numero}`);
  return [...octets.subarray(0, 12)].map((octet) => SIGNES[octet % SIGNES.length]).join('');
}

// What is undefined is null in the base.
function ligneDe(demo: ContratDemo, question: QuestionDemo, numero: number): Ligne {
  const { quand, texte, canal, etat, qpv, fiche, service, echeance, previent } = question;
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    id: idDe(demo, numero),
    version: 1,
    numero,
    recepisse: recepisse(demo, numero),
    texte,
    texte_compare: sansAccents(texte),
    canal,
    fiche_id: fiche && id(`${demo.cle}/${fiche}`),
    qpv_code: qpv,
    posee_le: quand,
    etat,
    organisation_id: service && id(`${demo.cle}/organisation/${service}`),
    echeance,
    attribuee_le: question.attribuee,
    email: previent && `habitant${numero}@exemple.fr`,
    email_jusqu_au: previent && '2027-11-30',
    ...issueDe(demo, question),
  };
}

function issueDe(demo: ContratDemo, question: QuestionDemo): Ligne {
  const { etat, moderee, motif, explication = '', orienteeVers = '', rattacheeA, reponses = [] } = question;
  const mere = (demo.questions ?? []).findIndex(({ cle }) => cle !== undefined && cle === rattacheeA);
  return {
    motif,
    explication,
    orientee_vers: orienteeVers,
    moderee_le: moderee?.quand,
    repondue_le: etat === 'hors-competence' ? moderee?.quand : reponses[0]?.quand,
    rattachee_a: mere === -1 ? null : idDe(demo, mere + 1),
  };
}

function reponsesDe(demo: ContratDemo, question: QuestionDemo, numero: number): Ligne[] {
  const { reponses = [], preparee, service } = question;
  const versions = [...reponses, ...(preparee ? [{ ...preparee, quand: null }] : [])];
  return versions.map(({ quand, texte, fonction, fiche }, rang) => ({
    contrat_id: id(`${demo.cle}/contrat`),
    question_id: idDe(demo, numero),
    version: rang + 1,
    texte,
    fonction,
    organisation_id: id(`${demo.cle}/organisation/${service}`),
    fiche_id: fiche ? id(`${demo.cle}/${fiche}`) : null,
    publiee_le: quand,
  }));
}

function retoursDe(demo: ContratDemo, { retours = [0, 0], reponses = [] }: QuestionDemo, numero: number): Ligne[] {
  const [oui, non] = retours;
  return Array.from({ length: oui + non }, (_, rang) => ({
    contrat_id: id(`${demo.cle}/contrat`),
    question_id: idDe(demo, numero),
    cle_hash: empreinte(`${demo.cle}/retour/${numero}/${rang}`).toString('hex'),
    utile: rang < oui,
    dit_le: reponses[0]?.quand ?? null,
  }));
}

/** Rows of the questions of a demo contrat: those that others are attached to come first. */
export function lotsDesQuestions(demo: ContratDemo): Lot[] {
  const numerotees = (demo.questions ?? []).map((question, rang) => ({ question, numero: rang + 1 }));
  const lignes = numerotees.map(({ question, numero }) => ligneDe(demo, question, numero));
  return [
    ['question_habitant', lignes.filter(({ rattachee_a }) => rattachee_a === null)],
    ['question_habitant', lignes.filter(({ rattachee_a }) => rattachee_a !== null)],
    ['reponse', numerotees.flatMap(({ question, numero }) => reponsesDe(demo, question, numero))],
    ['retour_reponse', numerotees.flatMap(({ question, numero }) => retoursDe(demo, question, numero))],
  ];
}

/** What the journal tells of the questions: sorted, given to a service, answered. */
export function entreesDesQuestions(demo: ContratDemo): (Ligne & { quand: string })[] {
  return (demo.questions ?? []).flatMap((question, rang) => {
    const { etat, moderee, service, attribuee, echeance, auteur, reponses = [] } = question;
    const inscrire = (par: string, quand: string, apres: object): Ligne & { quand: string } => ({
      contrat_id: id(`${demo.cle}/contrat`),
      personne_id: id(`${demo.cle}/personne/${par}`),
      auteur: personneDe(demo, par).nom,
      objet: 'question',
      objet_id: idDe(demo, rang + 1),
      fiche_id: null,
      quand,
      champ: null,
      avant: null,
      apres,
      motif: null,
    });
    const organisationId = id(`${demo.cle}/organisation/${service}`);
    return [
      ...(moderee ? [inscrire(moderee.par, moderee.quand, { etat: attribuee ? 'recevable' : etat })] : []),
      ...(moderee && attribuee
        ? [inscrire(moderee.par, attribuee, { etat: 'attribuee', organisationId, echeance })]
        : []),
      ...reponses.map(({ quand }, version) => inscrire(auteur ?? 'claire', quand, { reponse: version + 1 })),
    ];
  });
}
