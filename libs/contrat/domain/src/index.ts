export * from './contrat';
export * from './logo';
export * from './qpv';
