export * from './decision';
export * from './instance';
export * from './seance';
