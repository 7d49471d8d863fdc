export * from './client';
export * from './creer-contrat';
export * from './demarrer-api';
export * from './poser';
