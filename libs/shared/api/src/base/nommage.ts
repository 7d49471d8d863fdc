import { DefaultNamingStrategy } from 'typeorm';

/** `dateDebut` in code, `date_debut` in the database. */
export class NommageSnakeCase extends DefaultNamingStrategy {
  override columnName(propriete: string, nom: string | undefined, prefixes: string[]): string {
    return nom ?? [...prefixes, propriete].join('_').replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`);
  }
}
