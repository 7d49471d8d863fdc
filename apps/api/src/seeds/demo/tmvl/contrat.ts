import { logo } from '../logo';
import type { ContratDemo } from '../modele';
import { ACCES_TMVL } from './vie/acces';
import { CIRCUITS_TMVL } from './vie/circuits';
import { CONTEXTE_TMVL } from './contexte';
import { CAMPAGNES_TMVL } from './vie/campagnes';
import { COURRIELS_TMVL } from './vie/courriels';
import { DIALOGUES_TMVL } from './dialogues';
import { ENJEUX_TMVL } from './enjeux';
import { ORGANISATIONS_TMVL } from './organisations';
import { CONSULTATION_FINIE } from './participation/consultation-finie';
import { CONSULTATION_OUVERTE } from './participation/consultation-ouverte';
import { MIEUX_VIVRE_EN_VILLE } from './participation/consultations-externes';
import { ESPACES_TMVL } from './participation/espaces';
import { QUESTIONS_TMVL } from './participation/questions';
import { PERSONNES_TMVL } from './personnes';
import { LIENS_TMVL } from './t1-1/contributions';
import { ficheT11 } from './t1-1/fiche-t1-1';
import { FICHES_THEMATIQUES } from './thematiques/fiches';
import { FICHES_TRANSVERSALES } from './transversales/fiches';
import { ARRETES, INSTANCES, SEANCES } from './vie/plenieres';
import { CONTESTATIONS_TMVL, PIECES_TMVL } from './vie/qualite';
import { COMMUNES_TMVL, QPV_TMVL } from './territoires';

const COULEUR = '#1b3a6b';

/** The main demo contrat: Tours Métropole Val de Loire, real frame, invented people and figures. */
export const TMVL: ContratDemo = {
  cle: 'tmvl',
  contrat: {
    titre: 'Contrat de ville de Tours Métropole Val de Loire 2024-2030',
    titreCourt: 'TMVL 2024-2030',
    epciSiren: '243700754',
    anneeDebut: 2024,
    anneeFin: 2030,
    couleur: COULEUR,
    logo: logo(COULEUR),
    signeLe: '2024-07-11',
  },
  communes: COMMUNES_TMVL,
  qpv: QPV_TMVL,
  enjeux: ENJEUX_TMVL,
  organisations: ORGANISATIONS_TMVL,
  personnes: PERSONNES_TMVL,
  circuits: CIRCUITS_TMVL,
  dialogues: DIALOGUES_TMVL,
  fiches: [ficheT11, ...FICHES_TRANSVERSALES, ...FICHES_THEMATIQUES],
  contexte: CONTEXTE_TMVL,
  acces: ACCES_TMVL,
  courriels: COURRIELS_TMVL,
  campagnes: CAMPAGNES_TMVL,
  contestations: CONTESTATIONS_TMVL,
  pieces: PIECES_TMVL,
  instances: INSTANCES,
  seances: SEANCES,
  arretes: ARRETES,
  espaces: ESPACES_TMVL,
  questions: QUESTIONS_TMVL,
  consultations: { quartier: CONSULTATION_OUVERTE, immeubles: CONSULTATION_FINIE },
  liens: LIENS_TMVL,
  consultationsExternes: [MIEUX_VIVRE_EN_VILLE],
};
