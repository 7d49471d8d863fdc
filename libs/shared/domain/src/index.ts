export * from './annees';
export * from './courriel';
export * from './courriel.labels';
export * from './direct';
export * from './probleme';
export * from './texte';
export * from './texte-csv';
export * from './typographie';
