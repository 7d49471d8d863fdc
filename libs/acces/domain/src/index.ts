export * from './acteur';
export * from './direct';
export * from './mot-de-passe';
export * from './permissions';
export * from './roles';
export * from './session';
