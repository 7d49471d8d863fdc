export * from './demandes';
export * from './organisations';
export * from './personnes';
