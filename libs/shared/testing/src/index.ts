export { databaseUrlForWorker } from './database-url';
export { FORMULES, TEXTES_RICHES } from './textes-riches';
