export * from './annees';
export * from './probleme';
export * from './texte';
export * from './texte-csv';
export * from './typographie';
