import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Question } from '@pleniere/participation/domain';
import { Base, introuvable, perime, type ProblemeException, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { UNE_QUESTION } from './lectures';
import { QuestionEntity } from './question.entity';

const QUOI = 'Cette question';

const refuserChamp = (pointer: string, detail: string) => (): ProblemeException =>
  refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

/** Refusals of what a question may name, by the constraints of its tables. */
export const CONTRAINTES_QUESTION: NonNullable<Ressource<QuestionEntity, Question>['contraintes']> = {
  question_habitant_contrat_id_fiche_id_fkey: refuserChamp('/ficheId', 'Cette fiche ne fait pas partie du contrat.'),
  question_habitant_contrat_id_qpv_code_fkey: refuserChamp('/qpvCode', 'Ce quartier ne fait pas partie du contrat.'),
  question_habitant_contrat_id_seance_id_fkey: refuserChamp('/seanceId', 'Cette séance est introuvable.'),
  question_habitant_contrat_id_organisation_id_fkey: refuserChamp(
    '/serviceId',
    'Cette organisation ne fait pas partie du contrat.',
  ),
};

const RESSOURCE: Ressource<QuestionEntity, Question> = {
  entite: QuestionEntity,
  objet: 'question',
  quoi: QUOI,
  utilise: 'Cette question est citée ailleurs.',
  contraintes: CONTRAINTES_QUESTION,
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Question }[]>(UNE_QUESTION, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** The rows of questions: each is changed from the version that was read, under its lock. */
@Injectable()
export class DossiersQuestions {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
  ) {}

  /** One question in full; throws 404. */
  async lire(contratId: string, id: string): Promise<Question> {
    const [ligne] = await this.base.lire<{ reponse: Question }>('question', UNE_QUESTION, [contratId, id]);
    if (!ligne) throw introuvable(QUOI);
    return ligne.reponse;
  }

  /** The same, in a transaction that has just changed it. */
  async relire(tx: EntityManager, contratId: string, id: string): Promise<Question> {
    const lue = await RESSOURCE.lire(tx, contratId, id);
    if (!lue) throw introuvable(QUOI);
    return lue;
  }

  /** Takes a question to change it: 404 when absent, 412 with what stands now when somebody has written since. */
  async prendre(tx: EntityManager, contratId: string, id: string, version: number): Promise<QuestionEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const prise = await tx.findOne(QuestionEntity, { where: { contratId, id }, lock });
    if (!prise) throw introuvable(QUOI);
    if (prise.version !== version) throw perime(await this.relire(tx, contratId, id));
    return prise;
  }

  /** Changes what was taken, and tells the journal. */
  changer(
    tx: EntityManager,
    acteur: Acteur,
    { id, version }: QuestionEntity,
    valeurs: Partial<Omit<QuestionEntity, 'version' | 'email'>>,
  ): Promise<Question> {
    return this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, valeurs);
  }
}
