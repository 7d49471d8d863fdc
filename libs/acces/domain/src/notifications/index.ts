export * from './annonce';
export * from './notification';
export * from './sortes';
