import { Injectable } from '@nestjs/common';
import { cheminPublic } from '@pleniere/contrat/domain';
import { EXPLICATIONS_REFUS, type EtatQuestion, type Question } from '@pleniere/participation/domain';
import { Config, Courriels } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';

// Whoever asked, and whoever asked the same: each has a récépissé of their own.
const A_PREVENIR = `
  select q.id, q.version, q.recepisse, q.email, c.adresse, c.titre_court as contrat
  from question_habitant q join contrat c on c.id = q.contrat_id
  where q.contrat_id = $1 and q.email is not null and (q.id = $2 or $3 and q.rattachee_a = $2)`;

// Twelve months after the last word, the address has served.
const DERNIER_MOT = `
  update question_habitant set email_jusqu_au = least(email_jusqu_au, (now() at time zone 'Europe/Paris')::date + interval '12 months')
  where contrat_id = $1 and email is not null and (id = $2 or $3 and rattachee_a = $2)`;

interface APrevenir {
  id: string;
  version: number;
  recepisse: string;
  email: string;
  adresse: string;
  contrat: string;
}

interface Nouvelle {
  objet: string;
  corps: string[];
  /** True when those who asked the same are told too. */
  atous: boolean;
}

const guillemets = (texte: string) => `«\u202F${texte}\u202F»`;

function reponseDe({ reponses: [derniere] }: Pick<Question, 'reponses'>): string[] {
  if (!derniere) return [];
  return [derniere.texte, `${derniere.fonction}, ${derniere.organisation}`];
}

const NOUVELLES: Readonly<Partial<Record<EtatQuestion, (question: Question) => Nouvelle>>> = {
  recevable: () => ({
    objet: 'est retenue',
    corps: ['Elle est publiée\u00A0; nous cherchons le service qui peut y répondre.'],
    atous: false,
  }),
  'hors-competence': ({ orienteeVers, explication }) => ({
    objet: 'relève d’un autre service',
    corps: [`Adressez-vous à\u00A0: ${orienteeVers}.`, explication],
    atous: true,
  }),
  refusee: ({ motif, explication }) => ({
    objet: 'n’a pas été retenue',
    corps: [
      motif === null ? '' : `Votre texte ${EXPLICATIONS_REFUS[motif]}.`,
      explication,
      'Vous pouvez la poser autrement, ou demander qu’elle soit relue.',
    ],
    atous: false,
  }),
  rattachee: ({ rattacheeA }) => ({
    objet: 'a déjà été posée',
    corps: [
      `Elle rejoint la question n°\u00A0${rattacheeA?.numero}\u00A0: ${guillemets(rattacheeA?.texte ?? '')}`,
      'Vous recevrez la même réponse.',
    ],
    atous: false,
  }),
  attribuee: ({ service, echeance }) => ({
    objet: 'a un service qui répond',
    corps: [`${service?.nom} répondra avant le ${echeance === null ? '' : formaterDate(echeance)}.`],
    atous: true,
  }),
  'reponse-publiee': (question) => ({
    objet: question.reponses.length > 1 ? 'a une réponse complétée' : 'a une réponse',
    corps: reponseDe(question),
    atous: true,
  }),
  'sans-suite': ({ explication }) => ({ objet: 'n’aura pas de réponse', corps: [explication], atous: true }),
};

const FINS: readonly EtatQuestion[] = ['reponse-publiee', 'refusee', 'hors-competence', 'sans-suite'];

/** E-mails to residents: what became of their question, to those who left an address. */
@Injectable()
export class NouvellesAuxHabitants {
  constructor(
    private readonly config: Config,
    private readonly courriels: Courriels,
  ) {}

  /** Tells whoever asked where their question stands, and those who asked the same when it concerns them. */
  async dire(tx: EntityManager, contratId: string, question: Question): Promise<void> {
    const nouvelle = NOUVELLES[question.etat]?.(question);
    if (!nouvelle) return;
    const cle = [contratId, question.id, nouvelle.atous];
    const gens = await tx.query<APrevenir[]>(A_PREVENIR, cle);
    for (const un of gens) await this.ecrire(tx, contratId, question, nouvelle, un);
    if (FINS.includes(question.etat)) await tx.query(DERNIER_MOT, cle);
  }

  /** Somebody has just joined a question that was answered: they are told the answer too. */
  async dejaRepondue(tx: EntityManager, contratId: string, jumelleId: string, repondue: Question): Promise<void> {
    const nouvelle = NOUVELLES['reponse-publiee']?.(repondue);
    const [jumelle] = await tx.query<APrevenir[]>(A_PREVENIR, [contratId, jumelleId, false]);
    if (!nouvelle || !jumelle) return;
    await this.ecrire(tx, contratId, repondue, nouvelle, jumelle);
    await tx.query(DERNIER_MOT, [contratId, jumelleId, false]);
  }

  private async ecrire(
    tx: EntityManager,
    contratId: string,
    { id, version, numero, texte }: Question,
    { objet, corps }: Nouvelle,
    { id: deQui, recepisse, email, adresse, contrat }: APrevenir,
  ): Promise<void> {
    const suivi = this.config.adresse + cheminPublic(adresse, 'questions', 'suivi', recepisse);
    await this.courriels.envoyer(tx, {
      contratId,
      cle: `question/${deQui}/${id}/${version}`,
      destinataire: { personneId: null, nom: '', email },
      objet: `Votre question ${objet}`,
      texte: [
        'Bonjour,',
        `Vous avez demandé${deQui === id ? '' : ', comme d’autres habitants'}\u00A0: ${guillemets(texte)} (question n°\u00A0${numero}).`,
        ...corps.filter((ligne) => ligne !== ''),
        `Suivre votre question\u00A0: ${suivi}`,
        `Ne plus recevoir de courriel\u00A0: ${suivi}/desabonnement`,
        contrat,
      ].join('\n\n'),
    });
  }
}
