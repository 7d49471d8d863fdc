import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import { type Acteur, DROITS } from '@pleniere/acces/domain';
import { cheminPublic } from '@pleniere/contrat/domain';
import {
  type DecisionModeration,
  type EtatProposition,
  EXPLICATIONS_REFUS,
  normaliserProposition,
  PARAMETRES_CONSULTATION,
  type PropositionAModerer,
  type PropositionDuMemeAuteur,
  type PropositionOuverte,
  refusEtapeProposition,
} from '@pleniere/participation/domain';
import { Base, Config, Courriels, Direct, enConflit, interdit, introuvable, perime } from '@pleniere/shared/api';
import type { Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { exigerConsultation } from '../cycle/existence';
import { jetonDeSuivi } from '../participants/empreintes';
import * as sql from './moderation.sql';
import { Propositions, verifierTexte } from './propositions';

interface AExaminer {
  reponse: PropositionAModerer;
  consultationId: string;
  email: string | null;
  ideeId: string | null;
  etape: string;
  question: string;
  /** Signs the links of its e-mails. */
  secret: Buffer;
  /** Public address of the contrat. */
  adresse: string;
  moderateur: boolean;
}

const QUOI = 'Cette proposition';
const ETATS = { accepter: 'acceptee', refuser: 'refusee', reporter: 'reportee' } as const;

/** People read each proposition before everybody: one at a time, with a reason that its author is told. */
@Injectable()
export class Moderation {
  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly courriels: Courriels,
    private readonly direct: Direct,
    private readonly journal: Journal,
    private readonly propositions: Propositions,
  ) {}

  /** What waits, the oldest first. */
  async file({ contratId, personneId }: Acteur, consultationId: string): Promise<PropositionAModerer[]> {
    await exigerConsultation(this.base, contratId, consultationId);
    const valeurs = [contratId, consultationId, personneId];
    const [ligne] = await this.base.lire<{ reponse: PropositionAModerer[] }>('file-moderation', sql.FILE, valeurs);
    return ligne?.reponse ?? [];
  }

  /** Every proposition, in whatever état. */
  async toutes(
    { contratId, personneId }: Acteur,
    consultationId: string,
    etat: EtatProposition | null,
  ): Promise<PropositionAModerer[]> {
    await exigerConsultation(this.base, contratId, consultationId);
    const valeurs = [contratId, consultationId, personneId, etat];
    const [ligne] = await this.base.lire<{ reponse: PropositionAModerer[] }>(
      'toutes-propositions',
      sql.TOUTES,
      valeurs,
    );
    return ligne?.reponse ?? [];
  }

  /** Opens a proposition for oneself, for ten minutes that asking again renews; 409 with the name of whoever holds it. */
  async ouvrir(acteur: Acteur, id: string): Promise<PropositionOuverte> {
    const { contratId, personneId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse } = await examiner(tx, acteur, id);
      const [prises] = await tx.query<[unknown[], number]>(sql.VERROUILLER, [
        ...[contratId, id, personneId, PARAMETRES_CONSULTATION.verrouMinutes],
      ]);
      if (prises.length === 0) throw enConflit(`${reponse.verrou?.nom ?? 'Quelqu’un'} est en train de l’examiner.`);
      const { reponse: tenue, consultationId } = await examiner(tx, acteur, id);
      if (reponse.verrou === null) await this.changee(tx, acteur, id);
      const [autres] = await tx.query<{ reponse: PropositionDuMemeAuteur[] }[]>(sql.DU_MEME_AUTEUR, [contratId, id]);
      const proches = await this.propositions.proches(contratId, consultationId, tenue.texte, id);
      return { ...tenue, proches, duMemeAuteur: autres?.reponse ?? [] };
    });
  }

  /** Lets it go without a decision. */
  async liberer(acteur: Acteur, id: string): Promise<void> {
    await this.base.transaction(async (tx) => {
      await examiner(tx, acteur, id);
      await tx.query(sql.LIBERER, [acteur.contratId, id, acteur.personneId]);
      await this.changee(tx, acteur, id);
    });
  }

  /** Accepts, refuses with a motif of the charter, or sets aside; a corrected spelling keeps the original beside. */
  decider(acteur: Acteur, id: string, version: number, choix: DecisionModeration): Promise<PropositionAModerer> {
    return this.base.transaction(async (tx) => {
      const vue = await examiner(tx, acteur, id);
      const refus = refusDecision(vue, choix);
      if (refus !== null) throw enConflit(refus);
      if (!(await ecrire(tx, acteur.contratId, id, version, choix)))
        throw perime((await examiner(tx, acteur, id)).reponse);
      await tx.query(sql.CLORE_SIGNALEMENTS, [acteur.contratId, id]);
      await this.avertir(tx, acteur.contratId, id, vue, choix);
      await this.changee(tx, acteur, id);
      const { reponse: apres } = await examiner(tx, acteur, id);
      const { motif = null, motifDetail = '' } = choix;
      await this.journal.inscrire(tx, acteur, {
        ...{ objet: 'proposition', objetId: id, champ: 'etat', avant: vue.reponse.etat, apres: apres.etat },
        ...(motif && { motif: `${EXPLICATIONS_REFUS[motif]} ${motifDetail}`.trim() }),
      });
      return apres;
    });
  }

  /** Attaches to an idea as a near-duplicate, or detaches: no vote ever moves. */
  rattacher(
    acteur: Acteur,
    id: string,
    version: number,
    ideeId: string | null,
    doublon: boolean,
  ): Promise<PropositionAModerer> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse: avant, ideeId: ancienne } = await examiner(tx, acteur, id);
      if (!['acceptee', 'rattachee'].includes(avant.etat))
        throw enConflit('Seule une proposition publiée se rattache à une idée.');
      const [ecrites] = await tx.query<[unknown[], number]>(sql.RATTACHER, [
        contratId,
        id,
        version,
        ideeId,
        doublon && ideeId !== null,
      ]);
      if (ecrites.length === 0) throw perime((await examiner(tx, acteur, id)).reponse);
      const trace = { objet: 'proposition', objetId: id, champ: 'idee', avant: ancienne, apres: ideeId };
      await this.journal.inscrire(tx, acteur, trace);
      return (await examiner(tx, acteur, id)).reponse;
    });
  }

  /** Tells the screens of the other moderators that a proposition is held, let go or decided. */
  private changee(tx: EntityManager, { contratId, personneId }: Acteur, id: string): Promise<void> {
    const evenement = {
      type: 'proposition.changee',
      objetId: id,
      auteurId: personneId,
      visibilite: 'travail',
    } as const;
    return this.direct.publier(tx, contratId, evenement);
  }

  private async avertir(
    tx: EntityManager,
    contratId: string,
    id: string,
    vue: AExaminer,
    choix: DecisionModeration,
  ): Promise<void> {
    const { email, reponse, question, secret, consultationId, adresse } = vue;
    if (email === null || choix.decision === 'reporter') return;
    const vers = (...suite: string[]): string =>
      this.config.adresse + cheminPublic(adresse, 'consultations', consultationId, ...suite);
    const suivi = `Suivre votre proposition, depuis n’importe quel appareil\u00A0: ${vers('propositions', id, 'suivi', jetonDeSuivi(secret, id))}`;
    const { motif, motifDetail } = choix;
    const dit = motif
      ? `n’a pas été publiée, parce que votre texte ${EXPLICATIONS_REFUS[motif]}.${motifDetail ? ` ${motifDetail}` : ''}\n\nVous pouvez demander qu’elle soit relue par une autre personne, depuis le navigateur où vous l’avez écrite\u00A0: ${vers('mes-contributions')}\n\n${suivi}`
      : `est publiée\u00A0: chacun peut maintenant voter pour elle.\n\n${suivi}`;
    await this.courriels.envoyer(tx, {
      contratId,
      cle: `proposition/${id}/${reponse.version}`,
      destinataire: { personneId: null, nom: 'Participant', email },
      objet: motif ? 'Votre proposition n’a pas été publiée' : 'Votre proposition est publiée',
      texte: `Bonjour,\n\nVous avez répondu à la question «\u202F${question}\u202F».\nVotre proposition «\u202F${reponse.texte}\u202F» ${dit}\n`,
    });
  }
}

async function examiner(tx: EntityManager, acteur: Acteur, id: string): Promise<AExaminer> {
  const [ligne] = await tx.query<AExaminer[]>(sql.A_EXAMINER, [acteur.contratId, id, acteur.personneId]);
  if (!ligne) throw introuvable(QUOI);
  const gere = DROITS[acteur.role]['consultations.gerer'] !== undefined;
  if (!gere && !ligne.moderateur) throw interdit('Vous n’êtes pas parmi les modérateurs de cette consultation.');
  return ligne;
}

function refusDecision({ reponse, etape, ideeId }: AExaminer, { decision, motif = null }: DecisionModeration): Refus {
  if (etape !== 'publiee') return 'La consultation est close et ses résultats sont gelés.';
  const { verrou, etat, masqueeLe, appelLe } = reponse;
  const situation = { motif: motif ?? '', ideeId, verrouilleePar: verrou && !verrou.mien ? verrou.nom : null };
  // What is hidden or contested is decided again, as if it had just come.
  const revue = decision !== 'reporter' && (masqueeLe !== null || appelLe !== null);
  return refusEtapeProposition(decision, revue ? 'en-attente' : etat, situation);
}

async function ecrire(
  tx: EntityManager,
  contratId: string,
  id: string,
  version: number,
  { decision, motif = null, motifDetail = '', texte = null }: DecisionModeration,
): Promise<boolean> {
  const corrige = decision === 'accepter' && texte !== null ? verifierTexte(texte) : null;
  const [refuse, compare] = [decision === 'refuser', corrige === null ? null : normaliserProposition(corrige)];
  const [ecrites] = await tx.query<[unknown[], number]>(sql.DECIDER, [
    ...[contratId, id, version, ETATS[decision], refuse ? motif : null, refuse ? motifDetail : '', corrige, compare],
  ]);
  return ecrites.length > 0;
}
