export * from './conservation';
export * from './export';
export * from './pseudonyme';
export * from './registre';
