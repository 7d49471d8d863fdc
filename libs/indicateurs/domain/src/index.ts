export * from './agregat';
export * from './indicateur';
export * from './indicateurs.labels';
export * from './lecture';
export * from './progression';
export * from './regles-valeur';
export * from './valeur';
