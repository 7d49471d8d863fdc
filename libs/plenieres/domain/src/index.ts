export * from './decision';
export * from './instance';
export * from './seance';
export * from './arretes/arrete';
export * from './arretes/chiffres';
export * from './arretes/json-canonique';
export * from './arretes/schema-arrete';
