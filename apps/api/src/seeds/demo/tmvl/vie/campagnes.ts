import type { CampagneDemo } from '../../modele';

/** The collections of the contrat: one closed with an exception, one under way and twice reminded. */
export const CAMPAGNES_TMVL: readonly CampagneDemo[] = [
  {
    annee: 2025,
    ouverteLe: '2025-11-03T08:30:00Z',
    echeance: '2026-01-15',
    closeLe: '2026-02-27T16:00:00Z',
    consigne:
      'Une valeur par quartier et par an. Si le chiffre n’existe pas, dites pourquoi : une absence expliquée vaut une réponse.',
    exceptions: [
      {
        organisation: 'laRiche',
        fiche: 'T1.1',
        motif: 'Arrivée d’un nouveau référent : les chiffres du Niqueux-Bruère sont repris avec l’association.',
        jusquAu: '2026-12-31',
        auteur: 'claire',
        quand: '2026-11-09T09:15:00Z',
      },
    ],
    relances: [],
  },
  {
    annee: 2026,
    ouverteLe: '2026-10-12T07:45:00Z',
    echeance: '2026-12-18',
    closeLe: null,
    consigne:
      'Les valeurs 2026 nourrissent la plénière du printemps. Comptez du 1er janvier au jour de la saisie et choisissez « provisoire » tant que l’année n’est pas finie.',
    exceptions: [],
    relances: [
      {
        quand: '2026-11-03T08:10:00Z',
        auteur: 'mathis',
        destinataires: {
          samira: { 'T1.1': 9, 'T2.1': 4, 'T3.1': 2 },
          julien: { 'T1.1': 4, 'T2.1': 3 },
          awa: { 'T1.1': 4, 'T2.1': 3 },
          thomas: { 'T1.1': 2, 'T2.1': 2 },
        },
      },
      {
        quand: '2026-11-17T08:05:00Z',
        auteur: 'mathis',
        destinataires: { julien: { 'T2.1': 3 }, thomas: { 'T1.1': 2, 'T2.1': 1 } },
      },
    ],
  },
];
