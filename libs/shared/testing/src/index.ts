export { databaseUrlForWorker } from './database-url';
