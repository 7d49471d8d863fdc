import { Injectable } from '@nestjs/common';
import { Notifications } from '@pleniere/acces/api';
import type { Acteur, Annonce } from '@pleniere/acces/domain';
import type { Question, TraitementQuestion } from '@pleniere/participation/domain';
import { Direct } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';

const GENS_DU_SERVICE = `
  select h.personne_id as id from habilitation h
  where h.contrat_id = $1 and h.organisation_id = $2 and h.role in ('equipe', 'referent', 'contributeur')`;

/** Whom an organisation answers by: its people, or the team while it has nobody here. */
export async function gensDuService(
  tx: EntityManager,
  contratId: string,
  organisationId: string,
): Promise<Annonce['pour']> {
  const gens = await tx.query<{ id: string }[]>(GENS_DU_SERVICE, [contratId, organisationId]);
  return gens.length > 0 ? { personnes: gens.map(({ id }) => id) } : { roles: ['equipe'] };
}

/** What a change of a question is told to: the screens that are open, and whoever then has something to do. */
@Injectable()
export class SuitesDeQuestion {
  constructor(
    private readonly direct: Direct,
    private readonly notifications: Notifications,
  ) {}

  /** Tells the screens; and the service that was just asked to answer. */
  async annoncer(
    tx: EntityManager,
    acteur: Acteur,
    question: Question,
    { transition }: Pick<TraitementQuestion, 'transition'>,
  ): Promise<void> {
    await this.changee(tx, acteur, question.id);
    const { id, version, numero, service, echeance } = question;
    if (transition !== 'attribuer' || !service || !echeance) return;
    await this.notifications.annoncer(tx, acteur, {
      sorte: 'question-a-traiter',
      evenement: `question/${id}/${version}`,
      titre: `Question n°\u00A0${numero}\u00A0: votre réponse avant le ${formaterDate(echeance)}`,
      lien: `/participation/questions/${id}`,
      pour: await gensDuService(tx, acteur.contratId, service.id),
      permission: 'participation.lire',
    });
  }

  /** An answer waits to be published: told to the team and to the service. */
  async preparee(tx: EntityManager, acteur: Acteur, { id, version, numero, service }: Question): Promise<void> {
    await this.changee(tx, acteur, id);
    const gens = service ? await gensDuService(tx, acteur.contratId, service.id) : {};
    await this.notifications.annoncer(tx, acteur, {
      sorte: 'question-a-traiter',
      evenement: `question/${id}/${version}`,
      titre: `Question n°\u00A0${numero}\u00A0: une réponse est prête à publier`,
      lien: `/participation/questions/${id}`,
      pour: { ...gens, roles: ['equipe'] },
      permission: 'participation.lire',
    });
  }

  /** Tells the screens that a question changed. */
  async changee(tx: EntityManager, { contratId, personneId }: Acteur, id: string): Promise<void> {
    const evenement = { type: 'question.changee', objetId: id, auteurId: personneId, visibilite: 'travail' } as const;
    await this.direct.publier(tx, contratId, evenement);
  }
}
