export * from './courriel-document';
export * from './document';
export * from './document.labels';
