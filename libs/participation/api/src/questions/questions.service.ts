import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  ClassementQuestion,
  FiltreQuestions,
  ListeQuestions,
  Question,
  QuestionProche,
  QuestionSaisie,
} from '@pleniere/participation/domain';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { DossiersQuestions } from './dossiers';
import { InscriptionQuestions } from './inscription';
import { LISTE_QUESTIONS, SIMILAIRES } from './lectures';

/** From this likeness on, two texts are shown side by side; nothing is ever attached by itself. */
const PROXIMITE_MIN = 0.3;

// Who animates the séance, and the quartier that it is for.
const SEANCE = `
  select e.organisation_id as "organisationId", s.qpv_code as "qpvCode" from seance_dialogue s
  join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id)
  where (s.contrat_id, s.id) = ($1, $2)`;

/** Questions of residents, as those who work on the contrat read and take them down. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly dossiers: DossiersQuestions,
    private readonly inscription: InscriptionQuestions,
    private readonly journal: Journal,
  ) {}

  /** Those of the filter, by due date, and the queue of moderation. */
  async lister(contratId: string, { etat, quartier, service, fiche }: FiltreQuestions): Promise<ListeQuestions> {
    const valeurs = [contratId, etat, quartier, service, fiche];
    const [ligne] = await this.base.lire<{ reponse: ListeQuestions }>('questions', LISTE_QUESTIONS, valeurs);
    return ligne?.reponse ?? { total: 0, questions: [], aModerer: [] };
  }

  lire(contratId: string, id: string): Promise<Question> {
    return this.dossiers.lire(contratId, id);
  }

  /** The five questions that say nearly the same. */
  async similaires(contratId: string, id: string): Promise<QuestionProche[]> {
    await this.dossiers.lire(contratId, id);
    const valeurs = [contratId, id, PROXIMITE_MIN];
    const [ligne] = await this.base.lire<{ reponse: QuestionProche[] }>('questions-proches', SIMILAIRES, valeurs);
    return ligne?.reponse ?? [];
  }

  /** Takes down a question heard at a séance, or by a mediator; sent twice it is kept once, as it was first said. */
  saisir(acteur: Acteur, id: string, saisie: QuestionSaisie): Promise<Question> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const seance = saisie.seanceId ? await this.seanceDe(tx, contratId, saisie.seanceId) : null;
      const organisationIds = [seance?.organisationId ?? acteur.organisationId ?? ''];
      this.autorisation.exiger(acteur, 'espaces.animer', { contratId, organisationIds });
      const canal = seance ? 'seance' : 'mediateur';
      const question = { ...saisie, id, canal, qpvCode: saisie.qpvCode ?? seance?.qpvCode ?? null } as const;
      const { numero, nouvelle } = await this.inscription.inscrire(tx, acteur, question);
      if (nouvelle) {
        const apres = { etat: 'posee', numero, canal };
        await this.journal.inscrire(tx, acteur, { objet: 'question', objetId: id, apres });
      }
      return this.dossiers.relire(tx, contratId, id);
    });
  }

  /** Says which quartier and which fiche it is about. */
  classer(acteur: Acteur, id: string, version: number, classement: ClassementQuestion): Promise<Question> {
    return this.base.transaction(async (tx) => {
      const question = await this.dossiers.prendre(tx, acteur.contratId, id, version);
      if (question.etat === 'rattachee') {
        throw refuse('Une question rattachée suit celle qu’elle rejoint\u00A0: classez l’autre.');
      }
      return this.dossiers.changer(tx, acteur, question, classement);
    });
  }

  private async seanceDe(tx: EntityManager, contratId: string, seanceId: string): Promise<SeanceDeQuestion> {
    const [ligne] = await tx.query<SeanceDeQuestion[]>(SEANCE, [contratId, seanceId]);
    if (!ligne) throw introuvable('Cette séance');
    return ligne;
  }
}

interface SeanceDeQuestion {
  organisationId: string;
  qpvCode: string | null;
}
