export * from './contrat';
export * from './qpv';
