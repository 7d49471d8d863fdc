export * from './client';
export * from './creer-contrat';
export * from './demarrer-api';
export * from './parcourir';
export * from './poser';
