import { Injectable } from '@nestjs/common';
import { Notifications } from '@pleniere/acces/api';
import { type Acteur, type Annonce, ROLES } from '@pleniere/acces/domain';
import { cerclesDe, codeAffiche, type DemandePrecision, type VisibiliteFil } from '@pleniere/fiches/domain';
import type { EntityManager } from 'typeorm';

const CODE = 'select code from fiche where contrat_id = $1 and id = $2';
const PARTICIPANTS = `
  select distinct personne_id as id from fil_message
  where contrat_id = $1 and fil_id = $2 and supprime_le is null`;

/** A message of a thread, and whom it mentions. */
export interface MessageEcrit {
  id: string;
  filId: string;
  ficheId: string;
  visibilite: VisibiliteFil;
  mentions: readonly string[];
}

/** Tells people that somebody spoke to them about a fiche; never what was said, nor to anybody outside its circle. */
@Injectable()
export class NotificationsDialogue {
  constructor(private readonly notifications: Notifications) {}

  /** Tells a message to those whom it mentions, and to those who wrote in the thread. */
  async message(
    tx: EntityManager,
    acteur: Acteur,
    { id, filId, ficheId, visibilite, mentions }: MessageEcrit,
  ): Promise<void> {
    const fiche = await this.fiche(tx, acteur, ficheId);
    const commun = {
      ...fiche,
      roles: ROLES.filter((role) => cerclesDe(role).includes(visibilite)),
      permission: 'dialogue.participer' as const,
    };
    await this.notifications.annoncer(tx, acteur, {
      ...commun,
      sorte: 'mention',
      evenement: `message/${id}`,
      titre: `${acteur.nom} vous mentionne sur la fiche ${fiche.code}`,
      pour: { personnes: mentions },
    });
    const participants = await tx.query<{ id: string }[]>(PARTICIPANTS, [acteur.contratId, filId]);
    await this.notifications.annoncer(tx, acteur, {
      ...commun,
      sorte: 'reponse',
      evenement: `message/${id}`,
      titre: `${acteur.nom} a répondu sur la fiche ${fiche.code}`,
      pour: { personnes: participants.map((un) => un.id) },
    });
  }

  /** Tells a demande de précision to whom it is put, and its answer to whoever asked. */
  async precision(
    tx: EntityManager,
    acteur: Acteur,
    ficheId: string,
    demande: DemandePrecision,
    fait: 'demandee' | 'repondue',
  ): Promise<void> {
    const fiche = await this.fiche(tx, acteur, ficheId);
    const personnes = fait === 'demandee' ? await destinataires(tx, acteur, demande.id) : [demande.auteurId];
    await this.notifications.annoncer(tx, acteur, {
      ...fiche,
      sorte: 'precision',
      evenement: `precision/${demande.id}/${fait}/${demande.version}`,
      titre:
        fait === 'demandee'
          ? `Précision demandée sur la fiche ${fiche.code}`
          : `Réponse à votre demande de précision sur la fiche ${fiche.code}`,
      texte: fait === 'demandee' ? `${acteur.nom} attend votre réponse.` : `${acteur.nom} a répondu.`,
      pour: { personnes },
      permission: 'fiches.lire',
    });
  }

  private async fiche(
    tx: EntityManager,
    { contratId }: Acteur,
    ficheId: string,
  ): Promise<{ code: string } & Pick<Annonce, 'ficheId' | 'lien'>> {
    const [fiche] = await tx.query<{ code: string }[]>(CODE, [contratId, ficheId]);
    const code = fiche?.code ?? '';
    return { code: codeAffiche(code), ficheId, lien: `/fiches/${code}` };
  }
}

const DESTINATAIRES = `
  select h.personne_id as id from demande_precision d
  join habilitation h on h.contrat_id = d.contrat_id
    and (h.personne_id = d.destinataire_personne_id or h.organisation_id = d.destinataire_organisation_id)
  where d.contrat_id = $1 and d.id = $2`;

async function destinataires(tx: EntityManager, { contratId }: Acteur, id: string): Promise<string[]> {
  const lignes = await tx.query<{ id: string }[]>(DESTINATAIRES, [contratId, id]);
  return lignes.map((un) => un.id);
}
