import { accorder } from '@pleniere/shared/domain';
import type { ChoixEnvoi, SorteNotification } from './sortes';

/** What somebody is told, with the fiche that it is about. */
export interface Notification {
  id: string;
  sorte: SorteNotification;
  titre: string;
  texte: string;
  lien: string;
  fiche: { id: string; code: string; titre: string } | null;
  creeLe: string;
  lueLe: string | null;
}

/** The last notifications of a person, and how many they have not read. */
export interface MesNotifications {
  nonLues: number;
  notifications: Notification[];
}

/** How many notifications one has not read. */
export interface NombreNotifications {
  nonLues: number;
}

/** A kind of event with the choice of a person. */
export interface PreferenceNotification {
  sorte: SorteNotification;
  choix: ChoixEnvoi;
}

/** Hour of the summary, in Paris time, as five fields of a schedule. */
export const HORAIRE_RESUME = '30 7 * * *';

/** What an e-mail of notifications is made of. */
export interface CourrielNotifications {
  objet: string;
  texte: string;
}

type Dite = Pick<Notification, 'titre' | 'texte' | 'lien' | 'fiche'>;

/** One e-mail for several events, those of a fiche together; `adresse` is where the product answers. */
export function composerNotifications(
  nom: string,
  dites: readonly Dite[],
  adresse: string,
  quand: 'tout-de-suite' | 'resume',
): CourrielNotifications {
  const [premiere] = dites;
  const nombre = accorder(dites.length, 'nouvelle notification', 'nouvelles notifications');
  const groupes = Map.groupBy(dites, ({ fiche }) => (fiche ? `${fiche.code} – ${fiche.titre}` : ''));
  const corps = [...groupes].flatMap(([fiche, siennes]) => [
    ...(fiche ? [fiche] : []),
    ...siennes.map(({ titre, texte, lien }) =>
      [`- ${titre}`, ...(texte ? [`  ${texte}`] : []), `  ${adresse}${lien}`].join('\n'),
    ),
  ]);
  return {
    objet: quand === 'tout-de-suite' && premiere && dites.length === 1 ? premiere.titre : `Plénière\u00A0: ${nombre}`,
    texte: [
      `Bonjour ${nom},`,
      quand === 'resume'
        ? 'Voici ce qui s’est passé et que vous n’avez pas encore lu.'
        : 'Voici ce qui vient de se passer.',
      ...corps,
      `Choisir ce que vous recevez\u00A0: ${adresse}/compte/notifications`,
    ].join('\n\n'),
  };
}
