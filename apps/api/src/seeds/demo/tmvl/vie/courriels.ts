import type { CourrielDemo } from '../../modele';

const SIGNATURE = 'L’équipe du contrat de ville de Tours Métropole Val de Loire';

/** E-mails that the product has written to the people of the contrat, oldest first; the demo sends none. */
export const COURRIELS_TMVL: readonly CourrielDemo[] = [
  {
    destinataire: 'thomas',
    quand: '2026-01-05T08:12:00Z',
    objet: 'Bienvenue dans Plénière : vous suivez La Riche',
    texte: `Bonjour Thomas,

Vous prenez la suite de Luc Aubertin comme référent politique de la ville de La Riche. Les fiches qu’il suivait sont désormais les vôtres :
{adresse}/fiches

Ce qui vous attend est rassemblé sur votre page d’accueil :
{adresse}/

${SIGNATURE}`,
  },
  {
    destinataire: 'claire',
    quand: '2026-11-12T16:31:00Z',
    objet: 'La fiche T 1.3 est à relire',
    texte: `Bonjour Claire,

Samira Lahlou vient de passer la fiche T 1.3 de « Brouillon » à « En relecture ». À vous de la relire, de demander des modifications ou de la transmettre pour avis :
{adresse}/fiches/T1.3

${SIGNATURE}`,
  },
  {
    destinataire: 'julien',
    quand: '2026-11-18T07:00:00Z',
    objet: 'Valeurs des indicateurs : il en manque à Joué-lès-Tours',
    texte: `Bonjour Julien,

Des valeurs sont encore attendues pour les quartiers de Joué-lès-Tours. La grille les montre en surbrillance :
{adresse}/indicateurs

Si une donnée n’existe pas, dites-le dans la case : « non disponible » vaut mieux qu’un blanc.

${SIGNATURE}`,
  },
];
