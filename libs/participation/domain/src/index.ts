export * from './longueurs';
