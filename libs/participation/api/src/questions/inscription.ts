import { Injectable } from '@nestjs/common';
import { type CanalQuestion, LONGUEURS_PAROLES, type QuestionSaisie } from '@pleniere/participation/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Direct, type ProblemeException, refuse } from '@pleniere/shared/api';
import { nettoyerTexte, sansAccents } from '@pleniere/shared/domain';
import { Notifications } from '@pleniere/acces/api';
import { randomInt } from 'node:crypto';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { CONTRAINTES_QUESTION } from './dossiers';

/** A question to keep, with the id that the device which typed it gave it, if any. */
export interface QuestionAInscrire extends QuestionSaisie {
  id: string;
  canal: CanalQuestion;
}

/** What is told of a question that was kept. */
export interface QuestionInscrite {
  id: string;
  numero: number;
  recepisse: string;
  /** False when the same had been sent before. */
  nouvelle: boolean;
}

// Neither 0 and O, nor 1 and I: a récépissé is copied by hand.
const SIGNES = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LONGUEUR_RECEPISSE = 12;
/** How long an address is kept at most; twelve months after the answer when it comes sooner. */
const MOIS_ADRESSE = 24;

// Two people who ask at once are numbered one after the other; the same question sent twice is one.
const VERROU = `select pg_advisory_xact_lock(hashtextextended('question/' || $1::text, 0))`;
const CONNUE = `select id, numero, recepisse from question_habitant where (contrat_id, id) = ($1, $2)`;
const INSERER = `
  insert into question_habitant (contrat_id, id, numero, recepisse, texte, texte_compare, canal, seance_id, qpv_code, fiche_id,
    email, email_jusqu_au)
  select $1, $2, coalesce(max(numero), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10,
    case when $10::text is not null then $11::date + make_interval(months => ${MOIS_ADRESSE}) end
  from question_habitant where contrat_id = $1
  returning id, numero, recepisse`;

/** Keeps what residents ask: numbered, with a récépissé, and told to those who moderate. */
@Injectable()
export class InscriptionQuestions {
  constructor(
    private readonly direct: Direct,
    private readonly horloge: Horloge,
    private readonly notifications: Notifications,
  ) {}

  /** Keeps a question once, whatever the number of times that it is sent. */
  async inscrire(
    tx: EntityManager,
    { contratId, personneId }: { contratId: string; personneId: string | null },
    question: QuestionAInscrire,
  ): Promise<QuestionInscrite> {
    const texte = texteDeQuestion(question.texte);
    await tx.query(VERROU, [contratId]);
    const [connue] = await tx.query<Omit<QuestionInscrite, 'nouvelle'>[]>(CONNUE, [contratId, question.id]);
    if (connue) return { ...connue, nouvelle: false };
    const { id, canal, seanceId, qpvCode, ficheId, email } = question;
    const ecrite = [texte, sansAccents(texte), canal, seanceId, qpvCode, ficheId, email, this.horloge.aujourdhui()];
    const [inscrite] = await traduire(() =>
      tx.query<Omit<QuestionInscrite, 'nouvelle'>[]>(INSERER, [contratId, id, nouveauRecepisse(), ...ecrite]),
    );
    if (!inscrite) throw new Error('the insert gives one row');
    await this.direct.publier(tx, contratId, { type: 'question.posee', objetId: id, visibilite: 'travail' });
    await this.notifications.annoncer(
      tx,
      { contratId, personneId },
      {
        sorte: 'question-a-traiter',
        evenement: `question/${id}/posee`,
        titre: `Question n°\u00A0${inscrite.numero} à modérer`,
        lien: `/participation/questions/${id}`,
        pour: { roles: ['equipe', 'referent'] },
        permission: 'questions.traiter',
      },
    );
    return { ...inscrite, nouvelle: true };
  }
}

/** The text as it is kept: cleaned, and of a length that a person reads at once. */
function texteDeQuestion(brut: string): string {
  const texte = nettoyerTexte(brut).trim();
  const { questionMin, question } = LONGUEURS_PAROLES;
  const longueur = [...texte].length;
  if (longueur < questionMin) throw refuserTexte(`Écrivez au moins ${questionMin} caractères.`);
  if (longueur > question)
    throw refuserTexte(`Le texte dépasse ${question} caractères\u00A0: il en compte ${longueur}.`);
  return texte;
}

function refuserTexte(detail: string): ProblemeException {
  return refuse('La question n’a pas été envoyée.', [{ pointer: '/texte', detail }]);
}

function nouveauRecepisse(): string {
  return Array.from({ length: LONGUEUR_RECEPISSE }, () => SIGNES[randomInt(SIGNES.length)]).join('');
}

async function traduire<T>(ecrire: () => Promise<T>): Promise<T> {
  try {
    return await ecrire();
  } catch (erreur) {
    const refus = erreur instanceof QueryFailedError ? (erreur.driverError as { constraint?: string }) : null;
    const probleme = CONTRAINTES_QUESTION[refus?.constraint ?? ''];
    throw probleme ? probleme() : erreur;
  }
}
