import type { Commune } from '@pleniere/contrat/domain';
import type { QpvDemo } from '../modele';

// Sources : ANCT (QPV 2024), Etalab (découpage administratif 2026) — Licence Ouverte 2.0.

/** INSEE codes of the four villes that hold a quartier prioritaire. */
export const COMMUNES = { tours: '37261', joue: '37122', saintPierre: '37233', laRiche: '37195' } as const;

/** Codes of the thirteen quartiers prioritaires, by the name that people use. */
export const Q = {
  rabiere: 'QN03702M',
  niqueux: 'QN03703M',
  rabaterie: 'QN03704M',
  fontaines: 'QN03705M',
  rochepinard: 'QN03706I',
  rivesDuCher: 'QN03707I',
  europe: 'QN03708M',
  sanitas: 'QN03709M',
  maryseBastie: 'QN03710M',
  bordsDeLoire: 'QN03711M',
  tourettes: 'QN03713N',
  galboisiere: 'QN03714N',
  morier: 'QN03715N',
} as const;

/** The quarters as the decree names them, with the residents’ name when it differs. */
export const QPV_TMVL: readonly QpvDemo[] = [
  { code: Q.rabiere, libelle: 'Rabière', commune: COMMUNES.joue, npnru: true },
  {
    code: Q.niqueux,
    libelle: 'Niqueux Bruère - Marcel Pagnol',
    libelleEditorial: 'Niqueux-Bruère – Marcel-Pagnol',
    commune: COMMUNES.laRiche,
  },
  { code: Q.rabaterie, libelle: 'Rabaterie', commune: COMMUNES.saintPierre, npnru: true },
  { code: Q.fontaines, libelle: 'Fontaines', libelleEditorial: 'Les Fontaines', commune: COMMUNES.tours },
  { code: Q.rochepinard, libelle: 'Rochepinard', commune: COMMUNES.tours },
  { code: Q.rivesDuCher, libelle: 'Rives Du Cher', libelleEditorial: 'Rives du Cher', commune: COMMUNES.tours },
  { code: Q.europe, libelle: 'Europe', commune: COMMUNES.tours },
  { code: Q.sanitas, libelle: 'Sanitas', libelleEditorial: 'Le Sanitas', commune: COMMUNES.tours, npnru: true },
  { code: Q.maryseBastie, libelle: 'Maryse Bastié', commune: COMMUNES.tours, npnru: true },
  { code: Q.bordsDeLoire, libelle: 'Bords De Loire', libelleEditorial: 'Bords de Loire', commune: COMMUNES.tours },
  { code: Q.tourettes, libelle: 'Les Tourettes', commune: COMMUNES.tours },
  { code: Q.galboisiere, libelle: 'La Galboisière', commune: COMMUNES.saintPierre },
  { code: Q.morier, libelle: 'Le Morier', commune: COMMUNES.joue },
];

/** The twenty-two communes of the métropole. */
export const COMMUNES_TMVL: readonly Commune[] = [
  { code: COMMUNES.tours, nom: 'Tours' },
  { code: COMMUNES.joue, nom: 'Joué-lès-Tours' },
  { code: '37214', nom: 'Saint-Cyr-sur-Loire' },
  { code: COMMUNES.saintPierre, nom: 'Saint-Pierre-des-Corps' },
  { code: '37208', nom: 'Saint-Avertin' },
  { code: '37050', nom: 'Chambray-lès-Tours' },
  { code: '37109', nom: 'Fondettes' },
  { code: COMMUNES.laRiche, nom: 'La Riche' },
  { code: '37018', nom: 'Ballan-Miré' },
  { code: '37139', nom: 'Luynes' },
  { code: '37172', nom: 'Notre-Dame-d’Oé' },
  { code: '37054', nom: 'Chanceaux-sur-Choisille' },
  { code: '37243', nom: 'Savonnières' },
  { code: '37151', nom: 'La Membrolle-sur-Choisille' },
  { code: '37203', nom: 'Rochecorbon' },
  { code: '37179', nom: 'Parçay-Meslay' },
  { code: '37152', nom: 'Mettray' },
  { code: '37217', nom: 'Saint-Étienne-de-Chigny' },
  { code: '37272', nom: 'Villandry' },
  { code: '37219', nom: 'Saint-Genouph' },
  { code: '37099', nom: 'Druye' },
  { code: '37025', nom: 'Berthenay' },
];
