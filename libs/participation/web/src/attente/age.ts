import { DELAI_MODERATION_HEURES } from '@pleniere/participation/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';

const HEURE = 3_600_000;

/** « depuis 26 h »; late beyond two days, the promise made to residents. */
export function direAge(iso: string, maintenant = Date.now()): { texte: string; tard: boolean } {
  const heures = Math.max(0, Math.floor((maintenant - Date.parse(iso)) / HEURE));
  const tard = heures >= DELAI_MODERATION_HEURES;
  const dit = tard ? accorder(Math.floor(heures / 24), 'jour') : `${heures}${INSECABLE}h`;
  return { texte: `depuis ${dit}`, tard };
}
