import { Injectable } from '@nestjs/common';
import { Horloge } from '@pleniere/indicateurs/api';
import {
  estEnRetardPublic,
  indicesPersonnels,
  LIBELLES_INDICES_PERSONNELS,
  type MotifRefusQuestion,
  type PageQuestions,
  type QuestionPosee,
  type QuestionPublique,
  type RecepisseQuestion,
  type SuiviQuestion,
} from '@pleniere/participation/domain';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import { sansAccents } from '@pleniere/shared/domain';
import { createHash, randomUUID } from 'node:crypto';
import { InscriptionQuestions } from '../inscription';
import {
  PUBLIQUES,
  PUBLIQUES_CHOISIES,
  PUBLIQUES_DE_LA_FICHE,
  PUBLIQUES_DU_QUARTIER,
  REFUS_PAR_MOTIF,
  REPONDUES_PROCHES,
  SUIVI,
  UNE_PUBLIQUE,
} from '../lectures';
import { FreinPublic } from './frein-public';

/** Which public questions are read: all, those of a quartier or those of a fiche, fifty from the `debut`th. */
export interface ChoixPublic {
  quartier?: string;
  ficheId?: string;
  debut?: number;
}

/** Public questions as a page of the site shows them; what is null is not looked at. */
export interface ChoixDuSite {
  quartier?: string | null;
  /** Code of a fiche, « T1.1 ». */
  fiche?: string | null;
  repondue?: boolean | null;
  debut?: number;
  nombre?: number;
}

const PROXIMITE_MIN = 0.3;

const EXISTE = 'select 1 from contrat where id = $1';

const DIRE_UTILE = `
  insert into retour_reponse (contrat_id, question_id, cle_hash, utile)
  select q.contrat_id, q.id, $3, $4 from question_habitant q
  where q.contrat_id = $1 and q.etat = 'reponse-publiee' and q.id = (
    select coalesce(d.rattachee_a, d.id) from question_habitant d where (d.contrat_id, d.numero) = ($1, $2))
  on conflict (contrat_id, question_id, cle_hash) do update set utile = excluded.utile, dit_le = now()
  returning 1`;

// The e-mails that left lose the address too: nothing keeps what the resident takes back.
const DESABONNER = `
  with prise as (
    update question_habitant set email = null, email_jusqu_au = null where contrat_id = $1 and recepisse = $2
    returning contrat_id, id
  ), courriels as (
    update courriel c set email = 'adresse@effacee.invalid', nom = '' from prise p
    where c.contrat_id = p.contrat_id and c.cle like 'question/' || p.id || '/%' and c.statut <> 'a-envoyer'
  )
  select id from prise`;

/** What residents read, ask and say of questions without an account: for the public site and the public API. */
@Injectable()
export class QuestionsPubliques {
  constructor(
    private readonly base: Base,
    private readonly frein: FreinPublic,
    private readonly horloge: Horloge,
    private readonly inscription: InscriptionQuestions,
  ) {}

  /** Fifty public questions, newest first, and how many there are. */
  async lister(contratId: string, { quartier, ficheId, debut = 0 }: ChoixPublic = {}): Promise<PageQuestions> {
    const [ligne] = quartier
      ? await this.base.lire<Page>('questions-du-quartier', PUBLIQUES_DU_QUARTIER, [contratId, debut, quartier])
      : ficheId
        ? await this.base.lire<Page>('questions-de-la-fiche', PUBLIQUES_DE_LA_FICHE, [contratId, debut, ficheId])
        : await this.base.lire<Page>('questions-publiques', PUBLIQUES, [contratId, debut]);
    const { total, questions } = ligne?.reponse ?? { total: 0, questions: [] };
    return { total, questions: questions.map((question) => this.dater(question)) };
  }

  /** Public questions, answered ones first: of a quartier, of a fiche, answered or not. */
  async choisir(contratId: string, choix: ChoixDuSite = {}): Promise<PageQuestions> {
    const { quartier = null, fiche = null, repondue = null, debut = 0, nombre = 20 } = choix;
    const valeurs = [contratId, debut, quartier, fiche, repondue, nombre];
    const [ligne] = await this.base.lire<Page>('questions-choisies', PUBLIQUES_CHOISIES, valeurs);
    const { total, questions } = ligne?.reponse ?? { total: 0, questions: [] };
    return { total, questions: questions.map((question) => this.dater(question)) };
  }

  /** Answered questions that say nearly what somebody is about to ask. */
  async repondues(contratId: string, texte: string): Promise<QuestionPublique[]> {
    const valeurs = [contratId, sansAccents(texte), PROXIMITE_MIN];
    const [ligne] = await this.base.lire<{ reponse: QuestionPublique[] }>(
      'questions-repondues',
      REPONDUES_PROCHES,
      valeurs,
    );
    return ligne?.reponse ?? [];
  }

  /** One question by its number, or the one it was attached to; throws 404 when nobody may read it. */
  async lire(contratId: string, numero: number): Promise<QuestionPublique> {
    const [ligne] = await this.base.lire<Une>('question-publique', UNE_PUBLIQUE, [contratId, numero]);
    if (!ligne) throw introuvable('Cette question');
    return this.dater(ligne.reponse);
  }

  /** How many questions were refused, by motif. */
  async refusParMotif(contratId: string): Promise<Partial<Record<MotifRefusQuestion, number>>> {
    type Refus = { reponse: Partial<Record<MotifRefusQuestion, number>> };
    const [ligne] = await this.base.lire<Refus>('questions-refusees', REFUS_PAR_MOTIF, [contratId]);
    return ligne?.reponse ?? {};
  }

  /**
   * Asks a question from an address (of the network: it is not kept). Throws 422, once, when the text seems to tell who
   * somebody is: sent again with `confirme`, it goes.
   */
  async poser(contratId: string, posee: QuestionPosee, adresse: string): Promise<RecepisseQuestion> {
    const indices = posee.confirme ? [] : indicesPersonnels(posee.texte);
    if (indices.length > 0) {
      const quoi = indices.map((indice) => LIBELLES_INDICES_PERSONNELS[indice]).join(', ');
      const detail = `Votre texte semble contenir ${quoi}. Enlevez ce qui désigne quelqu’un, ou confirmez l’envoi.`;
      throw refuse('La question n’a pas encore été envoyée.', [{ pointer: '/confirme', detail }]);
    }
    await this.frein.compter('question', adresse);
    const { texte, qpvCode, ficheId, email } = posee;
    return this.base.transaction(async (tx) => {
      const [existe] = await tx.query<unknown[]>(EXISTE, [contratId]);
      if (!existe) throw introuvable('Ce contrat de ville');
      const question = {
        id: randomUUID() as string,
        canal: 'en-ligne',
        seanceId: null,
        texte,
        qpvCode,
        ficheId,
        email,
      } as const;
      const inscrite = await this.inscription.inscrire(tx, { contratId, personneId: null }, question);
      return { numero: inscrite.numero, recepisse: inscrite.recepisse };
    });
  }

  /** What became of a question, for whoever holds its récépissé; throws 404. */
  async suivre(contratId: string, recepisse: string): Promise<SuiviQuestion> {
    const lu = lireRecepisse(recepisse);
    const [ligne] = await this.base.lire<{ reponse: SuiviQuestion }>('question-suivie', SUIVI, [contratId, lu]);
    if (!ligne) throw introuvable('Ce récépissé');
    const { question } = ligne.reponse;
    return { ...ligne.reponse, question: question && this.dater(question) };
  }

  /** Sends no more e-mail about a question, and forgets the address; throws 404. */
  async desabonner(contratId: string, recepisse: string): Promise<void> {
    const [prise] = await this.base.lire<{ id: string }>('question-desabonner', DESABONNER, [
      contratId,
      lireRecepisse(recepisse),
    ]);
    if (!prise) throw introuvable('Ce récépissé');
  }

  /** Says whether an answer was of use; a browser (by its random key) has one say, that may change. */
  async direUtile(contratId: string, numero: number, cle: string, utile: boolean, adresse: string): Promise<void> {
    await this.frein.compter('retour', adresse);
    const empreinte = createHash('sha256').update(`${contratId}/${numero}/${cle}`).digest('hex');
    const [dite] = await this.base.lire<object>('question-utile', DIRE_UTILE, [contratId, numero, empreinte, utile]);
    if (!dite) throw introuvable('Cette réponse');
  }

  private dater(question: QuestionPublique): QuestionPublique {
    return { ...question, enRetard: estEnRetardPublic(question, this.horloge.aujourdhui()) };
  }
}

/** A récépissé as it may be copied: small letters, spaces, dashes. */
function lireRecepisse(ecrit: string): string {
  return ecrit.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

interface Page {
  reponse: PageQuestions;
}

interface Une {
  reponse: QuestionPublique;
}
