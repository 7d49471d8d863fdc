import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import {
  echeanceParDefaut,
  type MotifRefusQuestion,
  type Question,
  refusEtapeQuestion,
  SANS_DONNEE_QUESTION,
  type SituationQuestion,
  type TraitementQuestion,
  type TransitionTraitement,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { DossiersQuestions } from './dossiers';
import { NouvellesAuxHabitants } from './nouvelles';
import { QuestionEntity } from './question.entity';
import { SuitesDeQuestion } from './suites';

type Valeurs = Partial<Omit<QuestionEntity, 'version' | 'email'>>;

// No service answers any more, and nobody waits for it.
const SANS_SERVICE = {
  organisationId: null,
  echeance: null,
  attribueeLe: null,
  rappeleeLe: null,
  relanceeLe: null,
  escaladeeLe: null,
} satisfies Valeurs;

const BROUILLON = 'delete from reponse where (contrat_id, question_id) = ($1, $2) and publiee_le is null';

const CHAMPS: Partial<Record<TransitionTraitement, string>> = {
  orienter: '/orientation',
  refuser: '/motif',
  reexaminer: '/motif',
  'classer-sans-suite': '/motif',
  rattacher: '/cibleId',
};

/** What each step writes on the question, beside its état. */
function ecrits(donnees: TraitementQuestion, question: QuestionEntity, le: Date): Valeurs {
  const { motif, explication, orientation, serviceId, echeance, cibleId } = donnees;
  const modereeLe = question.modereeLe ?? le;
  switch (donnees.transition) {
    case 'retenir':
      return { etat: 'recevable', modereeLe };
    case 'orienter':
      return {
        ...SANS_SERVICE,
        etat: 'hors-competence',
        modereeLe,
        orienteeVers: orientation,
        explication,
        repondueLe: le,
      };
    case 'refuser':
      return { etat: 'refusee', modereeLe, motif: motif as MotifRefusQuestion, explication };
    case 'reexaminer':
      return {
        ...SANS_SERVICE,
        etat: 'posee',
        modereeLe: null,
        motif: null,
        explication: '',
        orienteeVers: '',
        repondueLe: null,
      };
    case 'attribuer':
      return { ...SANS_SERVICE, etat: 'attribuee', organisationId: serviceId, echeance, attribueeLe: le };
    case 'classer-sans-suite':
      return { etat: 'sans-suite', explication: motif };
    case 'rattacher':
      return { ...SANS_SERVICE, etat: 'rattachee', modereeLe, rattacheeA: cibleId };
    case 'detacher':
      return { ...SANS_SERVICE, etat: 'recevable', rattacheeA: null };
  }
}

/** Sorts the questions: receivable or not, by whom they are answered, with which other they go. */
@Injectable()
export class TraitementQuestions {
  constructor(
    private readonly base: Base,
    private readonly dossiers: DossiersQuestions,
    private readonly horloge: Horloge,
    private readonly nouvelles: NouvellesAuxHabitants,
    private readonly suites: SuitesDeQuestion,
  ) {}

  /** Follows a step from the version that was read: 422 with the reason when the rule refuses it. */
  traiter(acteur: Acteur, id: string, version: number, demande: TraitementQuestion): Promise<Question> {
    return this.base.transaction(async (tx) => {
      const question = await this.dossiers.prendre(tx, acteur.contratId, id, version);
      const maintenant = new Date(`${this.horloge.aujourdhui()}T12:00:00Z`);
      const echeance = demande.echeance ?? echeanceParDefaut(question.poseeLe, maintenant);
      const donnees = { ...demande, echeance: demande.transition === 'attribuer' ? echeance : null };
      await this.verifier(tx, acteur, question, donnees);
      if (donnees.transition !== 'attribuer') await tx.query(BROUILLON, [acteur.contratId, id]);
      const changee = await this.dossiers.changer(tx, acteur, question, ecrits(donnees, question, new Date()));
      await this.suites.annoncer(tx, acteur, changee, donnees);
      await this.nouvelles.dire(tx, acteur.contratId, changee);
      if (changee.rattacheeA) await this.direLaReponse(tx, acteur.contratId, changee.id, changee.rattacheeA.id);
      return changee;
    });
  }

  private async direLaReponse(tx: EntityManager, contratId: string, id: string, cibleId: string): Promise<void> {
    const cible = await this.dossiers.relire(tx, contratId, cibleId);
    if (cible.reponses.length > 0) await this.nouvelles.dejaRepondue(tx, contratId, id, cible);
  }

  private async verifier(
    tx: EntityManager,
    acteur: Acteur,
    question: QuestionEntity,
    donnees: TraitementQuestion,
  ): Promise<void> {
    const { transition, motif, orientation, serviceId, echeance, cibleId } = donnees;
    if (
      transition === 'classer-sans-suite' &&
      acteur.role !== 'equipe' &&
      acteur.organisationId === question.organisationId
    ) {
      throw enConflit('Le service qui doit la réponse ne classe pas lui-même la question\u00A0: demandez à l’équipe.');
    }
    const situation: SituationQuestion = {
      ...SANS_DONNEE_QUESTION,
      id: question.id,
      aujourdhui: this.horloge.aujourdhui(),
      motif,
      orientation,
      serviceId,
      echeance,
      cible: transition === 'rattacher' ? await this.cible(tx, acteur.contratId, cibleId) : null,
      rattachees: await tx.countBy(QuestionEntity, { contratId: acteur.contratId, rattacheeA: question.id }),
    };
    const refus = refusEtapeQuestion(transition, question.etat, situation);
    if (refus === null) return;
    const champ = transition === 'attribuer' ? (serviceId === null ? '/serviceId' : '/echeance') : CHAMPS[transition];
    throw refuse(refus, champ === undefined ? undefined : [{ pointer: champ, detail: refus }]);
  }

  // Locked: nobody attaches it elsewhere meanwhile.
  private async cible(tx: EntityManager, contratId: string, id: string | null): Promise<SituationQuestion['cible']> {
    if (id === null) return null;
    const lock = { mode: 'pessimistic_write' } as const;
    const trouvee = await tx.findOne(QuestionEntity, { where: { contratId, id }, lock });
    if (!trouvee) throw introuvable('La question choisie');
    return { id: trouvee.id, etat: trouvee.etat };
  }
}
