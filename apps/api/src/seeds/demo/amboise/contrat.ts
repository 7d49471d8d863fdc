import { logo } from '../logo';
import type { ContratDemo } from '../modele';
import { FICHES_AMBOISE } from './fiches';

const COULEUR = '#2f5d50';
const AMBOISE_INSEE = '37003';

/** A second contrat, small and elsewhere, of which the first must see nothing. */
export const AMBOISE: ContratDemo = {
  cle: 'amboise',
  contrat: {
    titre: 'Contrat de ville du Val d’Amboise 2024-2030',
    titreCourt: 'Val d’Amboise 2024-2030',
    epciSiren: '200043065',
    anneeDebut: 2024,
    anneeFin: 2030,
    couleur: COULEUR,
    logo: logo(COULEUR),
    signeLe: '2024-06-27',
  },
  communes: [{ code: AMBOISE_INSEE, nom: 'Amboise' }],
  qpv: [
    { code: 'QN03701I', libelle: 'La Verrerie', commune: AMBOISE_INSEE },
    {
      code: 'QN03712M',
      libelle: 'Patte D’Oie - Malétrenne - Plaisance',
      libelleEditorial: 'Patte d’Oie – Malétrenne – Plaisance',
      commune: AMBOISE_INSEE,
    },
  ],
  enjeux: [
    {
      type: 'transversal',
      numero: 1,
      intitule: 'Vivre et décider ensemble',
      couleur: '#5a5aa8',
      orientations: {
        'T1-a': 'Associer les habitants de la Verrerie et de la Patte d’Oie à toutes les décisions qui les touchent.',
      },
    },
    {
      type: 'thematique',
      numero: 1,
      intitule: 'Mobilité et emploi',
      couleur: '#a8641c',
      orientations: { 'E1-a': 'Lever l’obstacle du transport pour celles et ceux qui cherchent du travail.' },
    },
  ],
  organisations: {
    ville: {
      nom: 'Ville d’Amboise',
      nomCourt: 'Amboise',
      categorie: 'ville',
      communeCode: AMBOISE_INSEE,
      signataire: true,
    },
    epci: { nom: 'Communauté de communes du Val d’Amboise', nomCourt: 'CCVA', categorie: 'epci', signataire: true },
    prefecture: { nom: 'Préfecture d’Indre-et-Loire', nomCourt: 'Préfecture', categorie: 'etat', signataire: true },
    bailleur: { nom: 'Habitat des Deux Vallées', categorie: 'bailleur', signataire: true },
    centreSocial: { nom: 'Centre social des Acacias', categorie: 'centre-social' },
    garage: { nom: 'Le Garage solidaire amboisien', categorie: 'association' },
  },
  personnes: {
    camille: {
      nom: 'Camille Fournier',
      fonction: 'Cheffe de projet du contrat de ville',
      email: 'camille.fournier@exemple.fr',
      organisation: 'epci',
      role: 'equipe',
      compte: true,
    },
    yann: {
      nom: 'Yann Kervella',
      fonction: 'Référent politique de la ville',
      email: 'yann.kervella@exemple.fr',
      organisation: 'ville',
      role: 'referent',
      compte: true,
    },
    // The same person as in the first contrat, with an account in each.
    helene: {
      nom: 'Hélène Marchadier',
      fonction: 'Déléguée du préfet',
      email: 'helene.marchadier.amboise@exemple.fr',
      organisation: 'prefecture',
      role: 'delegue',
      compte: true,
    },
  },
  fiches: FICHES_AMBOISE,
};
