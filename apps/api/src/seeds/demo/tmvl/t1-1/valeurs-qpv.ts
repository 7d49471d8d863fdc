import type { CelluleDemo, FemmesEtHommes } from '../../modele';
import { Q } from '../territoires';

const PAS_ENCORE_CLASSE: CelluleDemo = {
  absence: 'non-concerne',
  commentaire: 'Quartier entré dans la géographie prioritaire en 2024 : pas encore d’espace de dialogue.',
};

/** Sessions held each year from 2024 on, by quarter. */
export const FREQUENCE_PAR_QPV: Readonly<Record<string, readonly CelluleDemo[]>> = {
  [Q.rabiere]: [6, 8, 9],
  [Q.niqueux]: [6, 6, 7],
  [Q.rabaterie]: [5, 7, { valeur: 6, commentaire: 'Salle fermée en juillet et août.' }],
  [Q.fontaines]: [
    3,
    5,
    { valeur: 4, qualite: 'estimee', commentaire: 'Deux séances à confirmer avec le centre social.' },
  ],
  [Q.rochepinard]: [2, 2, null],
  [Q.rivesDuCher]: [
    4,
    5,
    {
      valeur: 4,
      retour: 'La séance du 6 juin, tenue avec le quartier voisin, est-elle comptée ? Précisez-le en commentaire.',
    },
  ],
  [Q.europe]: [4, 3, { absence: 'nd', commentaire: 'L’association qui tenait l’agenda a cessé son activité.' }],
  [Q.sanitas]: [9, 14, { valeur: 12, source: 'Agenda du 13 novembre 2026' }],
  [Q.maryseBastie]: [3, 4, 5],
  [Q.bordsDeLoire]: [
    1,
    { valeur: 0, commentaire: 'Aucune séance : le poste d’animation est resté vacant toute l’année.' },
    2,
  ],
  [Q.tourettes]: [PAS_ENCORE_CLASSE, 2, 3],
  [Q.galboisiere]: [PAS_ENCORE_CLASSE, 1, null],
  [Q.morier]: [PAS_ENCORE_CLASSE, { absence: 'nd', commentaire: 'Comptage non tenu la première année.' }, 4],
};

/** Participations each year from 2024 on, by quarter. */
export const HABITANTS_PAR_QPV: Readonly<Record<string, readonly CelluleDemo[]>> = {
  [Q.rabiere]: [205, 268, { valeur: 301, commentaire: '58 % de femmes ; 22 jeunes de 16 à 25 ans, contre 9 en 2025.' }],
  [Q.niqueux]: [142, 150, 171],
  [Q.rabaterie]: [160, 214, 188],
  [Q.fontaines]: [66, 102, { valeur: 85, qualite: 'estimee', commentaire: 'Une feuille de comptage perdue.' }],
  [Q.rochepinard]: [24, 31, null],
  [Q.rivesDuCher]: [110, 131, 118],
  [Q.europe]: [92, 71, { absence: 'nd', commentaire: 'Voir le rythme des temps d’échange.' }],
  [Q.sanitas]: [
    310,
    { valeur: 462, commentaire: 'Dont 120 personnes à la fête du Mail, comptées à l’entrée de l’atelier.' },
    { valeur: 395, commentaire: '61 % de femmes ; 48 jeunes de 16 à 25 ans.' },
  ],
  [Q.maryseBastie]: [58, 74, 96],
  [Q.bordsDeLoire]: [18, 0, 37],
  [Q.tourettes]: [PAS_ENCORE_CLASSE, 29, 48],
  [Q.galboisiere]: [PAS_ENCORE_CLASSE, 12, null],
  [Q.morier]: [PAS_ENCORE_CLASSE, { absence: 'nd' }, 83],
};

/** Women and men among them: the villes have counted them apart little by little. */
export const FEMMES_ET_HOMMES_PAR_QPV: Readonly<Record<string, readonly (FemmesEtHommes | null)[]>> = {
  [Q.rabiere]: [
    [115, 90],
    [152, 116],
    [175, 126],
  ],
  [Q.niqueux]: [null, [81, 69], [95, 76]],
  [Q.rabaterie]: [null, [120, 94], [108, 80]],
  [Q.fontaines]: [null, [55, 47], null],
  [Q.rivesDuCher]: [
    [58, 52],
    [70, 61],
    [64, 54],
  ],
  [Q.europe]: [
    [50, 42],
    [38, 33],
  ],
  [Q.sanitas]: [
    [179, 131],
    [273, 183, 6],
    [241, 144, 10],
  ],
  [Q.maryseBastie]: [null, null, [57, 36, 3]],
  [Q.tourettes]: [null, [16, 13], [27, 19]],
};
