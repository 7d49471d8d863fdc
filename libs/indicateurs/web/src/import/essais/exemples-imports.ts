import type { ApercuImport, CaseImport, ImportValeurs } from '@pleniere/indicateurs/domain';

/** A file that waits to be checked; what the test is about is given. */
export function importValeurs(changement: Partial<ImportValeurs> = {}): ImportValeurs {
  return {
    id: 'i1',
    version: 3,
    fichier: 'valeurs-2026.xlsx',
    format: 'xlsx',
    statut: 'ouvert',
    creeLe: '2026-01-12T13:32:00Z',
    creePar: 'Samira Lahlou',
    appliqueLe: null,
    annuleLe: null,
    ecrites: 0,
    retablies: 0,
    ...changement,
  };
}

/** A cell of a file; what the test is about is given. */
export function caseImport(changement: Partial<CaseImport> = {}): CaseImport {
  return {
    ligne: 12,
    colonne: 'valeur',
    cellule: 'F12',
    sort: 'changee',
    type: 'va',
    indicateur: { id: 'seances', libelle: 'Séances tenues', fiche: 'T1.1' },
    territoire: { code: 'QN03709M', nom: 'Le Sanitas' },
    ventilation: 'total',
    annee: 2025,
    lu: '12',
    avant: '9 séances',
    apres: '12 séances',
    details: [],
    motif: null,
    ...changement,
  };
}

/** Its preview: three cells change, two are refused. */
export function apercuImport(changement: Partial<ApercuImport> = {}): ApercuImport {
  return {
    ...importValeurs(),
    feuilles: [{ nom: 'Valeurs', lignes: 60 }],
    feuille: 0,
    ligneTitres: 1,
    colonnes: [
      { rang: 0, lettre: 'A', titre: 'indicateur', role: 'indicateur', exemples: ['Séances tenues'] },
      { rang: 1, lettre: 'B', titre: 'Lieu', role: null, exemples: ['Le Sanitas'] },
      { rang: 2, lettre: 'C', titre: '2025', role: 'va-2025', exemples: ['12', 'douze'] },
    ],
    manques: [],
    resume: { nouvelle: 1, changee: 2, identique: 40, vide: 5, refusee: 2 },
    empreinte: 'empreinte-1',
    cases: [
      caseImport(),
      caseImport({ cellule: 'F13', sort: 'nouvelle', avant: '', apres: '4 séances' }),
      caseImport({ cellule: 'F14', sort: 'refusee', lu: 'douze', apres: '', motif: 'Un nombre est attendu.' }),
    ],
    total: 50,
    page: 1,
    pages: 1,
    ...changement,
  };
}
