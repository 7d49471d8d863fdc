import type { AccesDemo } from '../../modele/acces';

/** Log-ins, an absence and requests for access; days are counted back from the day when the demo is loaded. */
export const ACCES_TMVL: AccesDemo = {
  connexions: [
    { personne: 'claire', jours: -9, resultat: 'reussie', appareil: 'Firefox sur Windows' },
    { personne: 'claire', jours: -2, resultat: 'reussie', appareil: 'Safari sur iPhone' },
    { personne: 'samira', jours: -12, resultat: 'reussie', appareil: 'Edge sur Windows' },
    { personne: 'samira', jours: -5, resultat: 'mot-de-passe-refuse', appareil: 'Edge sur Windows' },
    { personne: 'samira', jours: -5, resultat: 'reussie', appareil: 'Edge sur Windows' },
    { personne: 'julien', jours: -3, resultat: 'reussie', appareil: 'Chrome sur Android' },
    { personne: 'helene', jours: -16, resultat: 'reussie', appareil: 'Firefox sur Linux' },
    { personne: 'sophie', jours: -6, resultat: 'reussie', appareil: 'Edge sur Windows' },
  ],
  delegations: [{ personne: 'helene', delegue: 'idriss', du: -2, au: 9 }],
  demandes: [
    {
      jours: -1,
      nom: 'Dominique Roy',
      email: 'dominique.roy@exemple.fr',
      organisation: 'CAF Touraine',
      message: 'Je reprends les dossiers de parentalité et je saisirai les valeurs de la fiche E 1.3.',
    },
    {
      jours: -24,
      nom: 'Alix Martin',
      email: 'alix.martin@exemple.fr',
      organisation: 'Cabinet d’études',
      message: 'Je souhaite lire les fiches pour une étude.',
      motif: 'Les fiches en vigueur se lisent sans compte, à l’adresse de la page d’accueil.',
    },
  ],
  notifications: [
    {
      a: ['claire'],
      jours: -1,
      sorte: 'demande-acces',
      titre: 'Demande d’accès de Dominique Roy',
      texte: 'CAF Touraine',
      lien: '/acteurs/demandes',
    },
    {
      a: ['samira', 'claire'],
      jours: -2,
      sorte: 'mention',
      titre: 'Hélène Marchadier vous mentionne sur la fiche T 1.1',
      texte: '',
      fiche: 'T1.1',
    },
    {
      a: ['samira', 'julien', 'sophie', 'helene'],
      jours: -3,
      sorte: 'campagne',
      titre: 'La campagne de saisie est ouverte',
      texte: 'Les valeurs de l’année sont attendues.',
      lien: '/campagne',
    },
    {
      a: ['claire', 'samira'],
      jours: -6,
      sorte: 'reponse',
      titre: 'Sophie Lebreuil a répondu sur la fiche T 1.1',
      texte: '',
      fiche: 'T1.1',
      lue: true,
    },
    {
      a: ['helene', 'samira', 'claire', 'sophie'],
      jours: -8,
      sorte: 'fiche-en-vigueur',
      titre: 'Fiche T 1.1 en vigueur',
      texte: 'Son nouveau texte s’applique.',
      fiche: 'T1.1',
      lue: true,
    },
  ],
  purges: [
    { jours: -21, quoi: 'sessions', nombre: 14 },
    { jours: -7, quoi: 'connexions', nombre: 32 },
    { jours: -7, quoi: 'courriels', nombre: 9 },
  ],
};
