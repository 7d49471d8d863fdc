export * from './courriel-document';
export * from './document';
export * from './document.labels';
export * from './echange/echange';
export * from './echange/schema-echange';
