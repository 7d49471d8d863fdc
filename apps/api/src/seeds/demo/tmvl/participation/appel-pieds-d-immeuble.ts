import type { AppelDemo } from '../../modele/consultations';

const REZ = 'Des rez-de-chaussée ouverts et habités';
const ABORDS = 'Des abords verts, soignés avec les habitants';
const ENFANTS = 'De la place pour les enfants et les adolescents';

/** The call for projects that answered the consultation of last spring. */
export const APPEL_PIEDS_D_IMMEUBLE: AppelDemo = {
  titre: 'Pieds d’immeuble vivants 2026',
  texte:
    'Pour les associations qui veulent donner suite à une idée de la consultation, avec les habitants, pendant deux ans. Aide de 30 000 € au plus par projet.',
  criteres: [
    { id: 'habitants', libelle: 'Place des habitants dans le projet', poids: 3 },
    { id: 'reponse', libelle: 'Réponse à une idée de la consultation', poids: 2 },
    { id: 'duree', libelle: 'Solidité et durée', poids: 1 },
  ],
  ouverture: '2026-06-15T07:00:00Z',
  cloture: '2026-09-15T21:59:00Z',
  laureats: '2026-10-12T12:00:00Z',
  candidatures: [
    {
      porteur: 'Association Le Seuil partagé',
      titre: 'La conciergerie du Sanitas',
      resume: 'Un local ouvert six jours sur sept : colis, prêt d’outils, aide aux démarches, café des voisins.',
      euros: 28_000,
      idee: REZ,
      notes: [5, 5, 4],
      statut: 'laureate',
      avis: 'Douze habitants sont au conseil d’administration ; le bailleur prête le local.',
      fiche: 'E4.1',
      nouvelles: [
        {
          le: '2026-10-19',
          avancement: 'en-cours',
          texte: 'Le bail du local est signé avec le bailleur, pour trois ans.',
        },
        {
          le: '2026-11-07',
          avancement: 'en-cours',
          texte: 'Portes ouvertes : soixante voisins sont venus, dix-sept tiendront des permanences.',
        },
        {
          le: '2026-11-16',
          avancement: 'livre',
          texte: 'La conciergerie est ouverte du lundi au samedi ; elle garde les colis et prête les outils.',
        },
      ],
    },
    {
      porteur: 'Association Racines de la Rabière',
      titre: 'Le verger des allées',
      resume: 'Quarante arbres fruitiers plantés et soignés par les écoles et les résidents.',
      euros: 19_500,
      idee: ABORDS,
      notes: [5, 4, 4],
      statut: 'laureate',
      avis: 'Le service des espaces verts accompagne les deux premières saisons.',
      fiche: 'T3.1',
      nouvelles: [
        {
          le: '2026-11-04',
          avancement: 'en-cours',
          texte: 'Les deux écoles ont choisi les variétés avec les résidents ; quatorze arbres sont plantés.',
        },
      ],
    },
    {
      porteur: 'Épicerie des Quatre Tours',
      titre: 'Une épicerie solidaire à la Rabaterie',
      resume: 'Produits frais à petits prix et ateliers de cuisine, avec vingt bénévoles du quartier.',
      euros: 30_000,
      idee: REZ,
      notes: [4, 5, 4],
      statut: 'laureate',
      avis: 'Partenariat signé avec le centre social.',
      fiche: 'E4.1',
    },
    {
      porteur: 'Association Vendredi dehors',
      titre: 'Les vendredis des ados',
      resume: 'Quarante soirées d’animation par an dans deux quartiers.',
      euros: 30_000,
      idee: ENFANTS,
      notes: [3, 4, 2],
      statut: 'non-retenue',
      avis: 'Projet utile ; financement des salaires à consolider.',
      motif: 'L’idée est encore à l’étude : le projet est invité à se représenter en 2027.',
    },
    {
      porteur: 'Entreprise Parc et jeux',
      titre: 'Vente d’aires de jeux',
      resume: 'Fourniture et pose de trois aires de jeux.',
      euros: 90_000,
      idee: ENFANTS,
      notes: [0, 1, 3],
      statut: 'irrecevable',
      avis: '',
      motif: 'L’appel s’adresse aux associations ; une fourniture relève d’un marché public.',
    },
  ],
};
