export * from './contenu/composer';
export * from './contenu/indicateurs';
export * from './contenu/rapprocher';
export * from './placement/libelles';
export * from './placement/placer';
export * from './placement/puces';
export { reconnaitre } from './placement/reconnaitre';
export * from './rapport';
export * from './source';
