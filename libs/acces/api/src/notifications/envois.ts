import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Acteur,
  type ChoixEnvoi,
  composerNotifications,
  DEFINITIONS_SORTES,
  HORAIRE_RESUME,
  type Notification,
  type SorteNotification,
  SORTES_NOTIFICATION,
} from '@pleniere/acces/domain';
import { Base, Config, Courriels, Taches } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import type { ClePersonne } from '../connexions/connexions';
import { parametresDe } from './lecteur';
import { A_ENVOYER, DESTINATAIRE, EN_ATTENTE, ENVOYEES, PREFERENCES } from './notifications.sql';
import { TACHE_ENVOI } from './notifications';
import { jourDeParis } from '@pleniere/shared/domain';

const TACHE_RESUME = 'resume-quotidien';

interface Destinataire {
  acteur: Acteur;
  email: string;
}

/** E-mails of notifications: what a person may still know of and has not read, several events in one, each once. */
@Injectable()
export class EnvoisNotifications implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly courriels: Courriels,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir<ClePersonne>(TACHE_ENVOI, async (cle) => {
      await this.envoyer(cle, 'tout-de-suite', new Date());
    });
    this.taches.definir(TACHE_RESUME, () => this.resumer(new Date()));
    this.taches.planifier(TACHE_RESUME, HORAIRE_RESUME);
  }

  /** The morning's summary: one e-mail a day and a person, none when there is nothing. */
  async resumer(maintenant: Date): Promise<void> {
    const attendent = await this.base.lire<ClePersonne>('notifications-en-attente', EN_ATTENTE, [maintenant]);
    for (const cle of attendent) await this.envoyer(cle, 'resume', maintenant);
  }

  /** Sends a person what waits for them of the kinds that they chose to get that way. */
  private envoyer(cle: ClePersonne, choix: Exclude<ChoixEnvoi, 'jamais'>, maintenant: Date): Promise<void> {
    return this.base.transaction(async (tx) => {
      const { contratId, personneId } = cle;
      const [destinataire] = await tx.query<Destinataire[]>(DESTINATAIRE, [contratId, personneId]);
      if (!destinataire) return;
      const { acteur, email } = destinataire;
      const valeurs = [...parametresDe(acteur), await sortesChoisies(tx, cle, choix), maintenant];
      const dites = (await tx.query<{ dite: Notification }[]>(A_ENVOYER, valeurs)).map(({ dite }) => dite);
      const [premiere] = dites;
      if (!premiere) return;
      const marque = choix === 'resume' ? jourDeParis(maintenant) : premiere.id;
      const parti = await this.courriels.envoyer(tx, {
        contratId,
        cle: `${choix}/${personneId}/${marque}`,
        destinataire: { personneId, nom: acteur.nom, email },
        ...composerNotifications(acteur.nom, dites, this.config.adresse, choix),
      });
      if (parti) await tx.query(ENVOYEES, [contratId, personneId, dites.map(({ id }) => id)]);
    });
  }
}

async function sortesChoisies(
  tx: EntityManager,
  { contratId, personneId }: ClePersonne,
  choix: ChoixEnvoi,
): Promise<SorteNotification[]> {
  type Choisis = Partial<Record<SorteNotification, ChoixEnvoi>>;
  const [ligne] = await tx.query<{ reponse: Choisis }[]>(PREFERENCES, [contratId, personneId]);
  return SORTES_NOTIFICATION.filter((sorte) => (ligne?.reponse[sorte] ?? DEFINITIONS_SORTES[sorte].choix) === choix);
}
