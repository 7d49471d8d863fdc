export * from './organisations';
export * from './personnes';
