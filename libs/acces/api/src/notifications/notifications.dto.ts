import {
  CHOIX_ENVOI,
  type ChoixEnvoi,
  type PreferenceNotification,
  type SorteNotification,
  SORTES_NOTIFICATION,
} from '@pleniere/acces/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, ValidateNested } from 'class-validator';

/** One kind of event, and how it comes by e-mail. */
export class PreferenceNotificationDto implements PreferenceNotification {
  @IsIn(SORTES_NOTIFICATION, { message: 'Cette sorte de notification n’existe pas.' })
  sorte!: SorteNotification;

  @IsIn(CHOIX_ENVOI, { message: 'Choisissez tout de suite, résumé quotidien ou jamais.' })
  choix!: ChoixEnvoi;
}

/** The choices that change. */
export class PreferencesNotificationDto {
  @IsArray()
  @ArrayMaxSize(SORTES_NOTIFICATION.length)
  @ValidateNested({ each: true })
  @Type(() => PreferenceNotificationDto)
  preferences!: PreferenceNotificationDto[];
}

/** Up to when everything is read: what came since has not been seen. */
export class LectureNotificationsDto {
  @IsISO8601({ strict: true }, { message: 'Une date est attendue.' })
  jusqua!: string;
}
