import type { SorteConservation } from './conservation';

/** One entry of the register of processing activities (RGPD, article 30; model of the CNIL). */
export interface Traitement {
  nom: string;
  finalite: string;
  baseLegale: string;
  personnes: string;
  donnees: string;
  destinataires: string;
  /** What is kept, in words; where a setting of the contrat says how long, its name. */
  duree: string;
  reglage?: SorteConservation;
}

const MISSION =
  'Mission d’intérêt public (RGPD, article 6, 1, e)\u00A0: loi n° 2014-173 du 21 février 2014 de programmation pour la ville et la cohésion urbaine.';

/** What the product does with personal data; each entry is one activity. */
export const REGISTRE: readonly Traitement[] = [
  {
    nom: 'Tenir le contrat de ville',
    finalite: 'Savoir qui écrit, relit, rend un avis et décide, et en garder la preuve.',
    baseLegale: MISSION,
    personnes: 'Agents et représentants des signataires et des partenaires.',
    donnees: 'Nom, fonction, organisation, mandats, textes et valeurs écrits, journal de ce qui a changé.',
    destinataires: 'Les personnes qui ont un compte, selon leur rôle. Le public ne voit aucun nom de compte.',
    duree:
      'Le temps du contrat, puis son archivage. Sur demande, le nom cède la place à la fonction et à l’organisation.',
  },
  {
    nom: 'Ouvrir et protéger les comptes',
    finalite: 'Identifier chaque personne et repérer un accès anormal.',
    baseLegale: 'Mission d’intérêt public et obligation de sécurité (RGPD, articles 6, 1, e et 32).',
    personnes: 'Personnes qui ont un compte.',
    donnees:
      'Adresse électronique, empreinte du mot de passe, second facteur, sessions, connexions (moment, appareil en mots, réseau tronqué).',
    destinataires: 'La personne elle-même et l’équipe du contrat de ville.',
    duree: 'Compte\u00A0: le temps du mandat. Connexions\u00A0:',
    reglage: 'connexions',
  },
  {
    nom: 'Recevoir les demandes d’accès',
    finalite: 'Répondre à qui demande à entrer dans l’espace de travail.',
    baseLegale: MISSION,
    personnes: 'Personnes identifiées par le fournisseur d’identité qui n’ont pas de compte.',
    donnees: 'Nom, adresse électronique, SIRET, organisation, message.',
    destinataires: 'L’équipe du contrat de ville.',
    duree: 'Après la réponse\u00A0:',
    reglage: 'demandes',
  },
  {
    nom: 'Prévenir par courriel',
    finalite: 'Inviter, relancer, répondre et résumer ce qui s’est passé.',
    baseLegale: MISSION,
    personnes: 'Personnes qui ont un compte ou en demandent un.',
    donnees: 'Nom, adresse électronique, objet et texte du courriel, date d’envoi.',
    destinataires: 'Le destinataire, l’équipe du contrat de ville, le serveur d’envoi que l’exploitant a réglé.',
    duree: 'Texte du courriel\u00A0:',
    reglage: 'courriels',
  },
  {
    nom: 'Notifier',
    finalite: 'Dire à chacun ce qui le concerne, comme il l’a choisi.',
    baseLegale: MISSION,
    personnes: 'Personnes qui ont un compte.',
    donnees: 'Événement, fiche, moment où la notification a été lue\u202F; préférences.',
    destinataires: 'La personne elle-même.',
    duree: 'Une fois lue\u00A0:',
    reglage: 'notifications',
  },
  {
    nom: 'Compter qui vient aux espaces de dialogue',
    finalite: 'Mesurer combien d’habitants sont venus, combien reviennent, et de quels âges et genres.',
    baseLegale: MISSION,
    personnes: 'Habitants présents à une séance, sans compte ni nom.',
    donnees:
      'Rôle\u202F; tranche d’âge, genre, quartier et première fois si la personne le dit\u202F; empreinte d’une clé tirée au hasard par son téléphone.',
    destinataires: 'Qui anime l’espace. Les autres ne lisent que des nombres, à partir de onze personnes.',
    duree: 'Empreinte de la clé\u00A0: douze mois après la séance. Le reste ne désigne personne.',
  },
  {
    nom: 'Répondre aux questions des habitants',
    finalite: 'Publier les questions et leurs réponses, et prévenir qui a demandé à l’être.',
    baseLegale: MISSION,
    personnes: 'Habitants qui posent une question, sans compte ni nom.',
    donnees:
      'Texte de la question, quartier\u202F; adresse électronique si la personne la laisse\u202F; empreinte de l’adresse du réseau, salée chaque jour.',
    destinataires: 'Le public lit les questions retenues. L’adresse n’est montrée à personne dans la question.',
    duree:
      'Adresse électronique\u00A0: douze mois après la réponse, vingt-quatre mois au plus, ou dès la désinscription. Empreinte\u00A0: sans signification le lendemain.',
  },
];
