import { contenuVide, type FicheLue, type IndicateurLu } from '@pleniere/fiches/domain';
import { type Contenu, definitionNeuve, type Valeur } from '@pleniere/indicateurs/domain';
import type { ContexteDuDocument } from '../composition/composer-document';

/** A value of the example, from year, territory and content; null is « non disponible ». */
export function valeurLue(annee: number, territoire: string, valeur: Contenu): Valeur {
  return {
    indicateurId: 'i',
    annee,
    territoire,
    version: 1,
    valeur,
    absence: valeur === null ? 'nd' : null,
    qualite: annee === 2026 ? 'provisoire' : 'definitive',
    commentaire: '',
    source: '',
    modifieLe: '2026-01-12T10:00:00Z',
    modifiePar: 'Une personne',
    ventilation: 'total',
    statut: 'proposee',
    enRetard: false,
    retour: '',
  };
}

/** An indicator of the example: a yearly count by quartier, added up, hoped to rise from 51 to 121. */
export function indicateurLu(reste: Partial<IndicateurLu> = {}): IndicateurLu {
  return {
    ...definitionNeuve('f'),
    id: 'i',
    version: 1,
    ordre: 0,
    libelle: 'Rencontres tenues dans l’année',
    unite: 'rencontres',
    source: 'Comptes rendus',
    ruptures: [],
    reference: { annee: 2024, valeur: 51 },
    cibles: [{ annee: 2030, valeur: 121 }],
    valeurs: [],
    ...reste,
  };
}

/** The contrat and the territories of the example: two quartiers, one ville. */
export const CONTEXTE_EXEMPLE: ContexteDuDocument = {
  seuil: 5,
  contrat: {
    titre: 'Contrat de ville TMVL 2024-2030',
    couleur: '#1f4e79',
    logo: null,
    anneeDebut: 2024,
    anneeFin: 2030,
  },
  territoires: [
    { code: 'QN03702M', nom: 'Rabière', maille: 'qpv' },
    { code: 'QN03709M', nom: 'Sanitas', maille: 'qpv' },
    { code: '37261', nom: 'Tours', maille: 'commune' },
  ],
};

/** A fiche as the reader gives it, still empty but for its title. */
export function ficheLue(reste: Partial<FicheLue> = {}): FicheLue {
  return {
    id: 'f',
    code: 'T1.10',
    version: 1,
    statut: 'en-vigueur',
    revision: 1,
    enVigueur: 1,
    revisions: [],
    correction: null,
    avis: [],
    issue: null,
    filiation: { origines: [], suites: [] },
    situation: {
      manquesObligatoires: 0,
      enVigueur: 1,
      avisEcheance: null,
      aujourdhui: '2026-11-22',
      avisRendu: false,
      complementsAttendus: 0,
      avisRedige: false,
    },
    destinataires: [],
    contrat: { id: 'c', titre: 'Contrat de ville TMVL 2024-2030', anneeDebut: 2024, anneeFin: 2030 },
    enjeu: { id: 'e', type: 'transversal', numero: 1, intitule: 'Participation citoyenne', couleur: '#0f7b6c' },
    orientationTexte: 'Décider avec les habitants',
    contenu: { ...contenuVide(), titre: 'Ouvrir un espace de dialogue' },
    champs: {},
    meteo: null,
    actions: [],
    declinaisons: [],
    indicateurs: [],
    completude: { remplis: 0, total: 27, manques: [] },
    droits: {
      ecrire: true,
      refusEcriture: null,
      actions: true,
      indicateurs: true,
      declinaisons: null,
      territoires: null,
    },
    transitions: [],
    ...reste,
  };
}
