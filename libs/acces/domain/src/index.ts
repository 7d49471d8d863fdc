export * from './acteur';
export * from './mot-de-passe';
export * from './permissions';
export * from './roles';
export * from './session';
