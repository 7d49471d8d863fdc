import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  type Acteur,
  type ChoixEnvoi,
  DEFINITIONS_SORTES,
  type MesNotifications,
  type NombreNotifications,
  type PreferenceNotification,
  type SorteNotification,
  sortesDe,
} from '@pleniere/acces/domain';
import { Base, IdPipe } from '@pleniere/shared/api';
import { ActeurCourant, Connecte } from '../droits/decorateurs';
import { parametresDe } from './lecteur';
import { LectureNotificationsDto, PreferencesNotificationDto } from './notifications.dto';
import { CHOISIR, COMPTER, LIRE_TOUTES, LIRE_UNE, LISTER, PREFERENCES } from './notifications.sql';

/** What one is told, and how one chose to be. */
@Controller()
export class NotificationsController {
  constructor(private readonly base: Base) {}

  /** One's last two hundred notifications, newest first. */
  @Get('notifications')
  @Connecte()
  async lister(@ActeurCourant() acteur: Acteur): Promise<MesNotifications> {
    const [ligne] = await this.base.lire<{ reponse: MesNotifications }>('notifications', LISTER, parametresDe(acteur));
    return ligne?.reponse ?? { nonLues: 0, notifications: [] };
  }

  /** How many one has not read. */
  @Get('notifications/nombre')
  @Connecte()
  async compter(@ActeurCourant() acteur: Acteur): Promise<NombreNotifications> {
    const [ligne] = await this.base.lire<{ reponse: NombreNotifications }>(
      'notifications-nombre',
      COMPTER,
      parametresDe(acteur),
    );
    return ligne?.reponse ?? { nonLues: 0 };
  }

  /** Everything that was there at a moment is read. */
  @Put('notifications/lecture')
  @Connecte()
  @HttpCode(204)
  async lireToutes(
    @ActeurCourant() { contratId, personneId }: Acteur,
    @Body() { jusqua }: LectureNotificationsDto,
  ): Promise<void> {
    await this.base.entites.query(LIRE_TOUTES, [contratId, personneId, jusqua]);
  }

  /** One of one's own is read; any other stays as it is. */
  @Put('notifications/:id/lecture')
  @Connecte()
  @HttpCode(204)
  async lireUne(@ActeurCourant() { contratId, personneId }: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    await this.base.entites.query(LIRE_UNE, [contratId, personneId, id]);
  }

  /** The kinds of events that one can be told of, and how each comes by e-mail. */
  @Get('compte/notifications')
  @Connecte()
  async preferences(@ActeurCourant() { contratId, personneId, role }: Acteur): Promise<PreferenceNotification[]> {
    type Choisis = Partial<Record<SorteNotification, ChoixEnvoi>>;
    const cle = [contratId, personneId];
    const [ligne] = await this.base.lire<{ reponse: Choisis }>('preferences-notification', PREFERENCES, cle);
    return sortesDe(role).map((sorte) => ({
      sorte,
      choix: ligne?.reponse[sorte] ?? DEFINITIONS_SORTES[sorte].choix,
    }));
  }

  /** Chooses how kinds of events come by e-mail; gives all the choices. */
  @Put('compte/notifications')
  @Connecte()
  async choisir(
    @ActeurCourant() acteur: Acteur,
    @Body() { preferences }: PreferencesNotificationDto,
  ): Promise<PreferenceNotification[]> {
    const dernieres = new Map(preferences.map((une) => [une.sorte, une]));
    const valeurs = [acteur.contratId, acteur.personneId, JSON.stringify([...dernieres.values()])];
    await this.base.entites.query(CHOISIR, valeurs);
    return this.preferences(acteur);
  }
}
