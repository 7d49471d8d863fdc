import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import {
  type Question,
  refusEtapeQuestion,
  type ReponseSaisie,
  SANS_DONNEE_QUESTION,
  type TransitionReponse,
} from '@pleniere/participation/domain';
import { Base, enConflit, refuse } from '@pleniere/shared/api';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { DossiersQuestions } from './dossiers';
import { NouvellesAuxHabitants } from './nouvelles';
import type { QuestionEntity } from './question.entity';
import { SuitesDeQuestion } from './suites';

const ECRIRE = `
  insert into reponse (contrat_id, question_id, version, texte, fonction, organisation_id, fiche_id, action_id)
  select $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5, $6, $7 from reponse where (contrat_id, question_id) = ($1, $2)
  on conflict (contrat_id, question_id) where publiee_le is null do update
    set texte = excluded.texte, fonction = excluded.fonction, organisation_id = excluded.organisation_id,
      fiche_id = excluded.fiche_id, action_id = excluded.action_id`;

const PREPAREE = `
  select version, texte, fonction from reponse where (contrat_id, question_id) = ($1, $2) and publiee_le is null`;

const PUBLIER = `
  update reponse set publiee_le = now() where (contrat_id, question_id) = ($1, $2) and publiee_le is null returning version`;

const ACTION_DE_LA_FICHE = 'select 1 from action where (contrat_id, id, fiche_id) = ($1, $2, $3)';

const NOUVELLE_VERSION = `
  update question_habitant set version = version + 1 where (contrat_id, id, version) = ($1, $2, $3)`;

const MODERATEUR = `
  select personne_id as id from journal
  where contrat_id = $1 and objet = 'question' and objet_id = $2::text and apres ->> 'etat' = 'recevable'
  order by id desc limit 1`;

/** Answers of the services: written at leisure, proposed, published, and never rewritten once they were read. */
@Injectable()
export class ReponsesQuestions {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly dossiers: DossiersQuestions,
    private readonly horloge: Horloge,
    private readonly journal: Journal,
    private readonly nouvelles: NouvellesAuxHabitants,
    private readonly suites: SuitesDeQuestion,
  ) {}

  /** Keeps the answer being written, from the version of the question that was read. */
  ecrire(acteur: Acteur, id: string, version: number, saisie: ReponseSaisie): Promise<Question> {
    return this.base.transaction(async (tx) => {
      const question = await this.prendre(tx, acteur, id, version);
      if (question.etat !== 'attribuee' && question.etat !== 'reponse-publiee') {
        throw enConflit('La réponse est proposée\u00A0: reprenez-la avant de la changer.');
      }
      await this.verifierAction(tx, acteur.contratId, saisie);
      const { texte, fonction, ficheId, actionId } = saisie;
      const valeurs = [acteur.contratId, id, texte, fonction, question.organisationId, ficheId, actionId];
      await traduire(() => tx.query(ECRIRE, valeurs));
      // What is being written is no event of the journal; the next reader must still start from it.
      await tx.query(NOUVELLE_VERSION, [acteur.contratId, id, version]);
      await this.suites.changee(tx, acteur, id);
      return this.dossiers.relire(tx, acteur.contratId, id);
    });
  }

  /** Proposes, takes back or publishes the answer: 422 with the reason when a rule refuses it. */
  avancer(acteur: Acteur, id: string, version: number, transition: TransitionReponse): Promise<Question> {
    return this.base.transaction(async (tx) => {
      const question = await this.prendre(tx, acteur, id, version);
      await this.verifier(tx, acteur, question, transition);
      if (transition === 'preparer-reponse') {
        const changee = await this.dossiers.changer(tx, acteur, question, { etat: 'reponse-preparee' });
        await this.suites.preparee(tx, acteur, changee);
        return changee;
      }
      if (transition === 'reprendre-reponse') {
        const changee = await this.dossiers.changer(tx, acteur, question, { etat: 'attribuee' });
        await this.suites.changee(tx, acteur, id);
        return changee;
      }
      return this.publier(tx, acteur, question);
    });
  }

  private async publier(tx: EntityManager, acteur: Acteur, question: QuestionEntity): Promise<Question> {
    const { contratId } = acteur;
    const [[publiee]] = await tx.query<[{ version: number }[], number]>(PUBLIER, [contratId, question.id]);
    const reponse = publiee?.version;
    const repondueLe = question.repondueLe ?? new Date();
    if (question.etat === 'reponse-publiee') {
      await tx.query(NOUVELLE_VERSION, [contratId, question.id, question.version]);
    } else {
      await this.dossiers.changer(tx, acteur, question, { etat: 'reponse-publiee', repondueLe });
    }
    await this.journal.inscrire(tx, acteur, { objet: 'question', objetId: question.id, apres: { reponse } });
    const changee = await this.dossiers.relire(tx, contratId, question.id);
    await this.suites.changee(tx, acteur, question.id);
    await this.nouvelles.dire(tx, contratId, changee);
    return changee;
  }

  private async prendre(tx: EntityManager, acteur: Acteur, id: string, version: number): Promise<QuestionEntity> {
    const { contratId } = acteur;
    const { service } = await this.dossiers.relire(tx, contratId, id);
    this.autorisation.exiger(acteur, 'questions.repondre', { contratId, organisationIds: service ? [service.id] : [] });
    const question = await this.dossiers.prendre(tx, contratId, id, version);
    if (question.organisationId === null) throw enConflit('Aucun service n’est chargé de cette question.');
    return question;
  }

  private async verifier(
    tx: EntityManager,
    acteur: Acteur,
    { id, etat }: QuestionEntity,
    transition: TransitionReponse,
  ): Promise<void> {
    const cle = [acteur.contratId, id];
    const [preparee] = await tx.query<{ texte: string; fonction: string }[]>(PREPAREE, cle);
    const [moderateur] = await tx.query<{ id: string | null }[]>(MODERATEUR, cle);
    const refus = refusEtapeQuestion(transition, etat, {
      ...SANS_DONNEE_QUESTION,
      id,
      aujourdhui: this.horloge.aujourdhui(),
      reponse: preparee?.texte ?? '',
      fonctionAuteur: preparee?.fonction ?? '',
      // The team holds every pen; elsewhere, whoever sorted a question does not answer it alone.
      memeMainQueLaModeration: acteur.role !== 'equipe' && moderateur?.id === acteur.personneId,
    });
    if (refus !== null) throw refuse(refus);
  }

  private async verifierAction(
    tx: EntityManager,
    contratId: string,
    { ficheId, actionId }: ReponseSaisie,
  ): Promise<void> {
    if (actionId === null) return;
    const [trouvee] = await tx.query<unknown[]>(ACTION_DE_LA_FICHE, [contratId, actionId, ficheId]);
    if (!trouvee) {
      const detail = 'Cette action ne fait pas partie de la fiche citée.';
      throw refuse('La réponse n’a pas été enregistrée.', [{ pointer: '/actionId', detail }]);
    }
  }
}

async function traduire(ecrire: () => Promise<unknown>): Promise<void> {
  try {
    await ecrire();
  } catch (erreur) {
    const refus = erreur instanceof QueryFailedError ? (erreur.driverError as { constraint?: string }) : null;
    if (refus?.constraint !== 'reponse_contrat_id_fiche_id_fkey') throw erreur;
    const detail = 'Cette fiche ne fait pas partie du contrat.';
    throw refuse('La réponse n’a pas été enregistrée.', [{ pointer: '/ficheId', detail }]);
  }
}
