import { Injectable } from '@nestjs/common';
import {
  chercherProches,
  type MaProposition,
  normaliserProposition,
  type PagePropositions,
  PARAMETRES_CONSULTATION,
  parole,
  type PropositionAVoter,
  type PropositionEnvoyee,
  type PropositionProche,
  type PropositionPublique,
  refusPropositions,
  refusTexteProposition,
  type StatutConsultation,
  type SignalementEnvoye,
  type SuiviProposition,
  type Visiteur,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, ProblemeException, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { plusOuverte } from '../cycle/refus';
import { suiviValable } from '../participants/empreintes';
import { Participants } from '../participants/participants';
import { Votes } from '../votes/votes';
import * as sql from './propositions.sql';

interface Rythme {
  jour: number;
  minute: number;
  attente: number;
}

/** What residents propose, in their words. */
@Injectable()
export class Propositions {
  constructor(
    private readonly base: Base,
    private readonly participants: Participants,
    private readonly votes: Votes,
  ) {}

  /** Adds a proposition, to be read by a moderator; 409 with the existing one when somebody said the same. */
  async proposer(
    contratId: string,
    consultationId: string,
    visiteur: Visiteur,
    { texte, prenom = null, email = null }: PropositionEnvoyee,
  ): Promise<MaProposition> {
    const propre = verifierTexte(texte);
    const auteur = await this.participants.assurer(contratId, consultationId, visiteur);
    const id = await this.base.transaction(async (tx) => {
      const statut = await this.tenir(tx, contratId, consultationId);
      const refus = refusPropositions(statut);
      if (refus !== null) throw plusOuverte(refus);
      const [rythme] = await tx.query<Rythme[]>(sql.RYTHME_PROPOSITIONS, [contratId, consultationId, auteur]);
      if (rythme) verifierRythme(rythme, email);
      return this.inscrire(tx, [
        contratId,
        consultationId,
        auteur,
        propre,
        normaliserProposition(propre),
        prenom,
        'web',
        email,
        false,
      ]);
    });
    const miennes = await this.miennes(contratId, consultationId, visiteur.cle);
    const creee = miennes.find((une) => une.id === id);
    if (!creee) throw introuvable('Cette proposition');
    return creee;
  }

  /** Adds what the team starts with, accepted at once. */
  async amorcer(tx: EntityManager, contratId: string, consultationId: string, texte: string): Promise<string> {
    const propre = verifierTexte(texte);
    await this.tenir(tx, contratId, consultationId);
    return this.inscrire(tx, [
      contratId,
      consultationId,
      null,
      propre,
      normaliserProposition(propre),
      null,
      'amorce',
      null,
      true,
    ]);
  }

  /** Those that are close in words, with a flag on those that ask for the contrary: hints, never a merge. */
  async proches(
    contratId: string,
    consultationId: string,
    texte: string,
    sauf: string | null = null,
  ): Promise<PropositionProche[]> {
    const normalise = normaliserProposition(texte);
    type Voisine = Omit<PropositionProche, 'opposee' | 'similarite'> & { normalise: string };
    const valeurs = [contratId, consultationId, normalise, sauf];
    const [ligne] = await this.base.lire<{ reponse: Voisine[] }>('propositions-proches', sql.PROCHES, valeurs);
    const voisines = new Map((ligne?.reponse ?? []).map((une) => [une.id, une]));
    return chercherProches(texte, [...voisines.values()]).flatMap(({ id, similarite, opposee }) => {
      const voisine = voisines.get(id);
      if (!voisine) return [];
      const { numero, texte: ecrite, etat, votes } = voisine;
      return [{ id, numero, texte: ecrite, etat, similarite, opposee, votes }];
    });
  }

  /** A page of what is shown to everybody, the latest first; `suite` of one page asks for the next. */
  async page(contratId: string, consultationId: string, avant: number | null, mots: string): Promise<PagePropositions> {
    const valeurs = [contratId, consultationId, avant ?? 2_147_483_647, mots.slice(0, 100)];
    const [ligne] = await this.base.lire<{ reponse: PagePropositions }>('page-propositions', sql.PAGE, valeurs);
    return ligne?.reponse ?? { propositions: [], suite: null };
  }

  /** One proposition on a page of its own, with what voting there needs. */
  async une(contratId: string, consultationId: string, id: string, cle: string | null): Promise<PropositionAVoter> {
    const participant = await this.participants.trouver(contratId, consultationId, cle);
    type Ligne = { reponse: PropositionPublique; ouverte: boolean; monVote: PropositionAVoter['monVote'] };
    const [ligne] = await this.base.lire<Ligne>('proposition', sql.UNE, [contratId, consultationId, id, participant]);
    if (!ligne) throw introuvable('Cette proposition');
    const jeton = ligne.ouverte && cle !== null ? await this.votes.jeton(contratId, consultationId, id, cle) : null;
    return { ...ligne.reponse, jeton, monVote: ligne.monVote };
  }

  /** Propositions of the holder of the key, refused ones with their motif. */
  async miennes(contratId: string, consultationId: string, cle: string | null): Promise<MaProposition[]> {
    const auteur = await this.participants.trouver(contratId, consultationId, cle);
    if (auteur === null) return [];
    const valeurs = [contratId, consultationId, auteur];
    const [ligne] = await this.base.lire<{ reponse: MaProposition[] }>('mes-propositions', sql.MIENNES, valeurs);
    return ligne?.reponse ?? [];
  }

  /** Where a proposition stands, for whoever holds the link of an e-mail; throws 404 once the address is no longer kept. */
  async suivre(contratId: string, consultationId: string, id: string, jeton: string): Promise<SuiviProposition> {
    type Ligne = { reponse: SuiviProposition; secret: Buffer };
    const valeurs = [contratId, consultationId, id];
    const [ligne] = await this.base.lire<Ligne>('proposition-suivie', sql.SUIVIE, valeurs);
    if (!ligne || !suiviValable(ligne.secret, id, jeton)) throw introuvable('Ce suivi');
    return ligne.reponse;
  }

  /** Withdraws one’s own; its votes are kept, it is no longer ranked. */
  async retirer(contratId: string, consultationId: string, id: string, cle: string | null): Promise<void> {
    await this.parSonAuteur(sql.RETIRER, contratId, consultationId, id, cle, []);
  }

  /** Contests a refusal, once. */
  async faireAppel(
    contratId: string,
    consultationId: string,
    id: string,
    cle: string | null,
    texte: string,
  ): Promise<void> {
    await this.parSonAuteur(sql.FAIRE_APPEL, contratId, consultationId, id, cle, [texte]);
  }

  /** Reports a proposition; the third report of as many people hides it until a moderator looks. */
  async signaler(
    contratId: string,
    consultationId: string,
    id: string,
    visiteur: Visiteur,
    { motif, detail = '' }: SignalementEnvoye,
  ): Promise<void> {
    const participant = await this.participants.assurer(contratId, consultationId, visiteur);
    await this.base.transaction(async (tx) => {
      const [proposition] = await tx.query<unknown[]>(
        'select 1 from proposition where (contrat_id, consultation_id, id) = ($1, $2, $3) for no key update',
        [contratId, consultationId, id],
      );
      if (!proposition) throw introuvable('Cette proposition');
      await tx.query(sql.SIGNALER, [contratId, consultationId, id, participant, motif, detail]);
      await tx.query(sql.MASQUER, [contratId, id]);
    });
  }

  private async parSonAuteur(
    ordre: string,
    contratId: string,
    consultationId: string,
    id: string,
    cle: string | null,
    reste: unknown[],
  ): Promise<void> {
    const auteur = await this.participants.trouver(contratId, consultationId, cle);
    const { rowCount } = await this.base.pool.query(ordre, [contratId, consultationId, id, auteur, ...reste]);
    if (rowCount === 1) return;
    const siennes = await this.miennes(contratId, consultationId, cle);
    if (!siennes.some((une) => une.id === id)) throw introuvable('Cette proposition');
    throw enConflit('Cette proposition a changé d’état, ou la consultation est close : rechargez la page.');
  }

  private async tenir(tx: EntityManager, contratId: string, consultationId: string): Promise<StatutConsultation> {
    const [tenue] = await tx.query<{ statut: StatutConsultation }[]>(sql.TENIR, [contratId, consultationId]);
    if (!tenue) throw introuvable('Cette consultation');
    return tenue.statut;
  }

  private async inscrire(tx: EntityManager, valeurs: readonly unknown[]): Promise<string> {
    const [creee] = await tx.query<{ id: string }[]>(sql.PROPOSER, [...valeurs]);
    if (creee) return creee.id;
    const [contratId, consultationId, , , normalise] = valeurs;
    const [meme] = await tx.query<{ reponse: PropositionPublique }[]>(sql.MEME_TEXTE, [
      contratId,
      consultationId,
      normalise,
    ]);
    throw dejaDite(meme?.reponse);
  }
}

/** The text as it is kept; throws when it is too short or too long, in code points. */
export function verifierTexte(texte: string): string {
  const propre = parole(texte);
  const detail =
    refusTexteProposition(propre) ??
    (normaliserProposition(propre) === '' ? 'Écrivez votre proposition en toutes lettres.' : null);
  if (detail !== null) throw refuse('La proposition n’a pas été enregistrée.', [{ pointer: '/texte', detail }]);
  return propre;
}

function verifierRythme({ jour, minute, attente }: Rythme, email: string | null): void {
  const {
    propositionsParJour: parJour,
    propositionsParMinute: parMinute,
    enAttenteSansCourriel: enAttente,
  } = PARAMETRES_CONSULTATION;
  const raison =
    jour >= parJour
      ? `Vous avez déjà fait ${parJour} propositions en vingt-quatre heures : revenez demain.`
      : minute >= parMinute
        ? 'Attendez une minute entre deux propositions.'
        : email === null && attente >= enAttente
          ? `${enAttente} de vos propositions attendent d’être lues : revenez ensuite, ou laissez une adresse électronique.`
          : null;
  if (raison === null) return;
  throw new ProblemeException({
    type: '/problemes/trop-de-demandes',
    status: 429,
    title: 'Vous avez beaucoup proposé.',
    detail: raison,
    ...{ retryAfter: 60 },
  });
}

function dejaDite(actuel: PropositionPublique | undefined): ProblemeException {
  return new ProblemeException({
    type: '/problemes/doublon-exact',
    status: 409,
    title: 'Quelqu’un a déjà écrit cette proposition, mot pour mot.',
    detail: 'Votez pour elle plutôt que de la répéter : son vote compte autant.',
    actuel,
  });
}
