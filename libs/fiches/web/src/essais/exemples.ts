import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import type { SessionCourante } from '@pleniere/acces/domain';
import { sessionPerdueInterceptor } from '@pleniere/acces/web';
import {
  completude,
  type FacettesFiches,
  type FicheLue,
  type FicheResume,
  type PageFiches,
} from '@pleniere/fiches/domain';
import { problemeInterceptor } from '@pleniere/shared/web';

const ENJEU = { id: 'enjeu', type: 'transversal', numero: 1, intitule: 'Participation', couleur: '#5b3a8e' } as const;

/** A référente of a ville, for the specs of screens. */
export const SESSION: SessionCourante = {
  personne: { id: 'samira', nom: 'Samira Lahlou', fonction: 'Référente' },
  role: 'referent',
  organisation: { id: 'tours', nom: 'Ville de Tours' },
  contrat: {
    id: 'contrat',
    titre: 'Contrat de ville',
    titreCourt: 'TMVL',
    anneeDebut: 2024,
    anneeFin: 2030,
    couleur: '#1f4788',
    logo: null,
  },
  permissions: ['fiches.lire', 'fiches.ecrire'],
  demo: false,
};

/** The HTTP client of the application, answered by the spec. */
export const HTTP: (Provider | EnvironmentProviders)[] = [
  provideHttpClient(withInterceptors([sessionPerdueInterceptor, problemeInterceptor])),
  provideHttpClientTesting(),
];

const SITUATION: FicheLue['situation'] = {
  manquesObligatoires: 0,
  enVigueur: null,
  avisEcheance: null,
  aujourdhui: '2026-11-22',
  avisRendu: false,
  complementsAttendus: 0,
  avisRedige: false,
};

/** A draft that the reader may write, with one result and nothing else. */
export function fiche(changement: Partial<FicheLue> = {}): FicheLue {
  const contenu: FicheLue['contenu'] = {
    titre: 'Ouvrir des lieux d’échange',
    resultatsAttendus: [{ id: 'r1', texte: '<p>Chaque quartier a son espace.</p>' }],
  };
  return {
    id: 'f1',
    code: 'T1.1',
    version: 1,
    statut: 'brouillon',
    revision: 1,
    enVigueur: null,
    revisions: [],
    correction: null,
    avis: [],
    issue: null,
    filiation: { origines: [], suites: [] },
    situation: SITUATION,
    destinataires: [],
    contrat: { id: 'contrat', titre: 'Contrat de ville', anneeDebut: 2024, anneeFin: 2030 },
    enjeu: ENJEU,
    orientationTexte: null,
    contenu,
    champs: { resultatsAttendus: { version: 3, modifieLe: '2026-11-01T10:00:00Z', modifiePar: 'Julien Pasquet' } },
    meteo: null,
    actions: [],
    declinaisons: [],
    indicateurs: [],
    completude: completude(contenu, []),
    droits: {
      ecrire: true,
      refusEcriture: null,
      actions: true,
      indicateurs: true,
      declinaisons: null,
      territoires: null,
    },
    transitions: [{ transition: 'soumettre', libelle: 'Soumettre à la relecture', refus: null, saisies: [] }],
    ...changement,
  };
}

/** One line of the list. */
export function resume(changement: Partial<FicheResume> = {}): FicheResume {
  return {
    id: 'f1',
    code: 'T1.1',
    titre: 'Ouvrir des lieux d’échange',
    titreCourt: '',
    statut: 'en-vigueur',
    revision: 1,
    enVigueur: 1,
    enjeu: ENJEU,
    pilotes: ['Villes'],
    meteo: 'couvert',
    remplis: 24,
    total: 27,
    modifieLe: '2026-11-01T10:00:00Z',
    ...changement,
  };
}

/** A page of the list. */
export function page(fiches: FicheResume[]): PageFiches {
  return {
    total: fiches.length,
    page: 1,
    taillePage: 25,
    fiches,
  };
}

/** How many fiches each choice of a filter would give. */
export const FACETTES: FacettesFiches = {
  enjeu: [{ valeur: 'enjeu', libelle: 'Participation', nombre: 1 }],
  ville: [{ valeur: 'tours', libelle: 'Tours', nombre: 4 }],
  qpv: [],
  pilote: [],
  statut: [{ valeur: 'brouillon', libelle: 'Brouillon', nombre: 2 }],
};

/** Lets the screen go on to its next request: the application is never stable while one is open. */
export function suite(): Promise<void> {
  return new Promise((resoudre) => setTimeout(resoudre));
}
