import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type {
  AppelProjets,
  AppelPublic,
  AppelSaisie,
  CandidatureSaisie,
  InstructionSaisie,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { exigerConsultation } from '../cycle/existence';
import * as sql from './appels.sql';

/** Calls for projects that answer a consultation: opened, applied to, instructed by criteria, then laureates who carry a fiche. */
@Injectable()
export class Appels {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** For the team, with every candidature. */
  async lister(contratId: string, consultationId: string): Promise<AppelProjets[]> {
    await exigerConsultation(this.base, contratId, consultationId);
    const [ligne] = await this.base.lire<{ reponse: AppelProjets[] }>('appels', sql.APPELS, [
      contratId,
      consultationId,
    ]);
    return ligne?.reponse ?? [];
  }

  /** For everybody: laureates alone, once they are published. */
  async publics(contratId: string, consultationId: string): Promise<AppelPublic[]> {
    const [ligne] = await this.base.lire<{ reponse: AppelPublic[] }>('appels-publics', sql.APPELS_PUBLICS, [
      contratId,
      consultationId,
    ]);
    return ligne?.reponse ?? [];
  }

  async creer(acteur: Acteur, consultationId: string, saisie: AppelSaisie): Promise<AppelProjets> {
    verifier(saisie);
    await exigerConsultation(this.base, acteur.contratId, consultationId);
    return this.ecrire(acteur, saisie, async (tx) => {
      const [cree] = await tx.query<{ id: string }[]>(sql.CREER_APPEL, [
        acteur.contratId,
        consultationId,
        ...valeurs(saisie),
      ]);
      if (!cree) throw enConflit('Un appel à projets s’ouvre une fois les résultats publiés.');
      return cree.id;
    });
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: AppelSaisie): Promise<AppelProjets> {
    verifier(saisie);
    return this.ecrire(acteur, saisie, async (tx) => {
      const [ecrits] = await tx.query<[unknown[], number]>(sql.ECRIRE_APPEL, [
        acteur.contratId,
        id,
        ...valeurs(saisie),
        version,
      ]);
      if (ecrits.length === 0) throw await this.change(tx, acteur, id);
      return id;
    });
  }

  /** Publishes the laureates: the call is closed, and every candidature has its decision. */
  publier(acteur: Acteur, id: string, version: number): Promise<AppelProjets> {
    return this.ecrire(acteur, { laureats: 'publiés' }, async (tx) => {
      const [publies] = await tx.query<[unknown[], number]>(sql.PUBLIER_LAUREATS, [acteur.contratId, id, version]);
      if (publies.length > 0) return id;
      await relireAppel(tx, acteur.contratId, id);
      throw enConflit('Les lauréats se publient une fois l’appel clos et chaque candidature décidée.');
    });
  }

  /** Somebody applies, between the two instants of the call. */
  deposer(acteur: Acteur, id: string, saisie: CandidatureSaisie): Promise<AppelProjets> {
    return this.ecrire(acteur, { candidature: saisie.titre }, async (tx) => {
      const { porteur, siret, titre, resume, montantCentimes, contact, ideeId } = saisie;
      const [deposee] = await tx.query<unknown[]>(sql.DEPOSER, [
        acteur.contratId,
        id,
        porteur,
        siret,
        titre,
        resume,
        montantCentimes,
        contact,
        ideeId,
      ]);
      if (deposee) return id;
      await relireAppel(tx, acteur.contratId, id);
      throw enConflit('L’appel à projets n’est pas ouvert.');
    });
  }

  /** Notes a candidature by criterion and decides: a refusal has its motif, a laureate its fiche. */
  instruire(acteur: Acteur, candidatureId: string, version: number, saisie: InstructionSaisie): Promise<AppelProjets> {
    const { statut, notes, avis, motif, ficheId, actionId } = saisie;
    if (['irrecevable', 'non-retenue'].includes(statut) && motif === '') {
      throw refuse('L’instruction n’a pas été enregistrée.', [
        { pointer: '/motif', detail: 'Dites pourquoi au porteur du projet.' },
      ]);
    }
    if (statut === 'laureate' && ficheId === null) {
      throw refuse('L’instruction n’a pas été enregistrée.', [
        { pointer: '/ficheId', detail: 'Un projet lauréat rejoint une fiche du contrat.' },
      ]);
    }
    return this.ecrire(acteur, { candidature: candidatureId, statut, motif }, async (tx) => {
      const [ecrites] = await tx.query<[{ appelId: string }[], number]>(sql.INSTRUIRE, [
        ...[acteur.contratId, candidatureId, statut, JSON.stringify(notes), avis, motif, ficheId, actionId, version],
      ]);
      const [ecrite] = ecrites;
      const connue = await tx.query<unknown[]>(sql.CONNUE, [acteur.contratId, candidatureId]);
      if (connue.length === 0) throw introuvable('Cette candidature');
      if (!ecrite)
        throw enConflit('Cette candidature a changé entre-temps, ou les lauréats sont publiés : rechargez la page.');
      return ecrite.appelId;
    });
  }

  private ecrire(
    acteur: Acteur,
    apres: object,
    travail: (tx: EntityManager) => Promise<string>,
  ): Promise<AppelProjets> {
    return this.base.transaction(async (tx) => {
      const id = await travail(tx);
      await this.journal.inscrire(tx, acteur, { objet: 'appel-projets', objetId: id, apres });
      return relireAppel(tx, acteur.contratId, id);
    });
  }

  private async change(tx: EntityManager, acteur: Acteur, id: string): Promise<Error> {
    await relireAppel(tx, acteur.contratId, id);
    return enConflit('Cet appel a changé entre-temps, ou ses lauréats sont publiés : rechargez la page.');
  }
}

const valeurs = ({ titre, texte, criteres, ouverture, cloture }: AppelSaisie): unknown[] => [
  ...[titre, texte, JSON.stringify(criteres), ouverture, cloture],
];

function verifier({ ouverture, cloture }: AppelSaisie): void {
  if (Date.parse(ouverture) < Date.parse(cloture)) return;
  throw refuse('L’appel n’a pas été enregistré.', [
    { pointer: '/cloture', detail: 'L’appel se clôt après son ouverture.' },
  ]);
}

/** One call for projects, inside the transaction that changed it. */
export async function relireAppel(tx: EntityManager, contratId: string, id: string): Promise<AppelProjets> {
  const [ligne] = await tx.query<{ reponse: AppelProjets }[]>(sql.UN_APPEL, [contratId, id]);
  if (!ligne) throw introuvable('Cet appel à projets');
  return ligne.reponse;
}
