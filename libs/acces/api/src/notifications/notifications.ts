import { Injectable } from '@nestjs/common';
import {
  type Acteur,
  type Annonce,
  type ChoixEnvoi,
  DEFINITIONS_SORTES,
  destinatairesDe,
  rolesDe,
} from '@pleniere/acces/domain';
import { Direct, Taches } from '@pleniere/shared/api';
import { VISIBILITES } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Autorisation } from '../droits/autorisation';
import { ANNONCER, CANDIDATS } from './notifications.sql';

/** Job that sends a person what waits for them. */
export const TACHE_ENVOI = 'notifications';
/** What happens within these minutes goes in one e-mail. */
const GROUPER_MS = 3 * 60_000;
/** A live event holds as many people. */
const PAR_EVENEMENT = 100;

/** Tells people what happened, in the transaction of what happened: by the bell, and by e-mail as each chose. */
@Injectable()
export class Notifications {
  constructor(
    private readonly autorisation: Autorisation,
    private readonly direct: Direct,
    private readonly taches: Taches,
  ) {}

  /** Tells an event once to whom it concerns and who may know of it, never to whoever did it (null: nobody did). */
  async annoncer(
    tx: EntityManager,
    { contratId, personneId }: { contratId: string; personneId: string | null },
    annonce: Annonce,
  ): Promise<void> {
    const { ficheId, evenement, sorte, titre, texte = '', lien, permission } = annonce;
    const lignes = await tx.query<{ acteur: Acteur }[]>(CANDIDATS, [contratId]);
    const perimetre = ficheId
      ? await this.autorisation.perimetreFiche(contratId, ficheId, tx)
      : { contratId, organisationIds: [] };
    const candidats = lignes.map(({ acteur }) => acteur);
    const ids = destinatairesDe(annonce, personneId, candidats, perimetre).map((un) => un.personneId);
    if (ids.length === 0) return;
    const contenu = [evenement, sorte, titre.slice(0, 200), texte.slice(0, 500), lien, ficheId ?? null, permission];
    const { choix: usuel, courrielPropre = false } = DEFINITIONS_SORTES[sorte];
    const valeurs = [contratId, ids, ...contenu, rolesDe(annonce), courrielPropre];
    const dites = await tx.query<{ personneId: string; choix: ChoixEnvoi | null }[]>(ANNONCER, valeurs);
    await this.sonner(
      tx,
      contratId,
      dites.map((une) => une.personneId),
    );
    for (const dite of dites) {
      if (courrielPropre || (dite.choix ?? usuel) !== 'tout-de-suite') continue;
      const donnees = { contratId, personneId: dite.personneId };
      const apres = new Date(Date.now() + GROUPER_MS);
      await this.taches.ajouter(tx, TACHE_ENVOI, donnees, { cle: `${contratId}/${dite.personneId}`, apres });
    }
  }

  /** Their bells ring, and nobody else's. */
  private async sonner(tx: EntityManager, contratId: string, personnes: string[]): Promise<void> {
    for (let debut = 0; debut < personnes.length; debut += PAR_EVENEMENT) {
      const pour = personnes.slice(debut, debut + PAR_EVENEMENT);
      const evenement = { type: 'notification', objetId: contratId, visibilite: VISIBILITES[0], pour };
      await this.direct.publier(tx, contratId, evenement);
    }
  }
}
