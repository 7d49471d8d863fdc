import type { Request } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A screen that people open directly: the scripts that it runs, and what it reads of the API. */
interface PremierEcran {
  /** `/fiches/:code`: what varies is a code, with its dot (`T1.1`). */
  adresse: string;
  connecte: boolean;
  scripts: string[];
  lectures: string[];
}

const API = '/api/v1/';
/** What can stand in an address of the page without being written otherwise. */
const SIMPLE = /^[\w.~%=&?-]*$/;

/** What the screen of an address will ask for, said in the page itself: the browser asks for all of it at once. */
export class PremiersEcrans {
  private readonly ecrans: (PremierEcran & { forme: RegExp })[];

  constructor(racine: string) {
    const fichier = join(racine, 'premiers-ecrans.json');
    const dits = existsSync(fichier) ? (JSON.parse(readFileSync(fichier, 'utf8')) as PremierEcran[]) : [];
    this.ecrans = dits.map((ecran) => ({
      ...ecran,
      forme: new RegExp(`^${ecran.adresse.replace(/:(\w+)/g, '(?<$1>\\w+\\.\\w+)')}$`),
    }));
  }

  /** Links to put in the page, for somebody logged in to a contrat or for nobody. */
  annoncer({ path, url }: Pick<Request, 'path' | 'url'>, contrat: string | null): string {
    const requete = url.slice(path.length);
    const ecran = this.ecrans.find(({ connecte, forme }) => connecte === (contrat !== null) && forme.test(path));
    if (!ecran || !SIMPLE.test(requete)) return '';
    const noms = { ...ecran.forme.exec(path)?.groups, contrat, requete };
    const lectures = ecran.lectures.map((lecture) =>
      lecture.replace(/:(\w+)/g, (_, nom: keyof typeof noms) => noms[nom] ?? ''),
    );
    return [
      ...lectures.map((lecture) => `<link rel="preload" href="${API}${lecture}" as="fetch" crossorigin>`),
      ...ecran.scripts.map((script) => `<link rel="modulepreload" href="${script}">`),
    ].join('');
  }
}
