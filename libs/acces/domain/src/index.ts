export * from './acteur';
export * from './appareil';
export * from './mon-compte';
export * from './direct';
export * from './mot-de-passe';
export * from './permissions';
export * from './roles';
export * from './session';
