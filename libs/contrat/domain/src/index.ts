export * from './contrat';
export * from './logo';
export * from './qpv';
export * from './referentiel/colonnes';
export * from './referentiel/comparaison';
export * from './referentiel/contour';
export * from './referentiel/import-referentiel';
export * from './referentiel/lecture';
