import type { StatutCourriel } from './courriel';

/** French label of each fate of an e-mail. */
export const LIBELLES_STATUTS_COURRIEL: Readonly<Record<StatutCourriel, string>> = {
  'a-envoyer': 'À envoyer',
  envoye: 'Envoyé',
  retenu: 'Gardé ici',
  echec: 'Non remis',
};
