import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Purges } from '@pleniere/acces/api';
import { type Config, lireConfig, ProblemeException } from '@pleniere/shared/api';
import { accorder } from '@pleniere/shared/domain';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module';
import { createDataSource } from '../database/data-source';
import { creerAdmin } from './creer-admin';
import { RestaurationRefusee, restaurer } from './sauvegarde/restaurer';
import { sauvegarder } from './sauvegarde/sauvegarder';
import { verifierLesJournaux } from './verifier-journal';

const AIDE = `Commandes de Plénière :

  migrer                      amène la base au schéma de cette version
  sauvegarder FICHIER         copie toute la base, fichiers compris, à un instant, sans arrêter personne
  restaurer FICHIER           ramène une sauvegarde dans une base vide, et vérifie chaque table
  creer-admin --contrat … --nom … --fonction … --email …
                              fait entrer quelqu’un dans l’équipe d’un contrat et donne son lien
  verifier-journal [--sceau …]
                              vérifie que le journal de chaque contrat est intact
  purger                      efface maintenant ce dont la durée de conservation est passée
`;

const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);

async function avecLeProduit<T>(config: Config, travail: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.pour({ ...config, taches: false }), {
    logger: ['error'],
  });
  try {
    return await travail(app);
  } finally {
    await app.close();
  }
}

async function migrer({ databaseUrl }: Config): Promise<void> {
  const source = await createDataSource(databaseUrl).initialize();
  try {
    const faites = await source.runMigrations();
    dire(faites.length === 0 ? 'La base est à jour.' : `${accorder(faites.length, 'migration')} : la base est à jour.`);
  } finally {
    await source.destroy();
  }
}

function fichierDe(args: string[]): string {
  const [chemin] = args;
  if (!chemin) throw new Error('Donnez le chemin du fichier.');
  return chemin;
}

/** Each command: what it does, and the code with which the program ends. */
const COMMANDES: Readonly<Record<string, (config: Config, args: string[]) => Promise<number>>> = {
  migrer: (config) => migrer(config).then(() => 0),
  sauvegarder: async ({ databaseUrl }, args) => {
    const { tables } = await sauvegarder(databaseUrl, fichierDe(args));
    const lignes = tables.reduce((total, table) => total + table.lignes, 0);
    dire(`Sauvegarde faite : ${accorder(tables.length, 'table')}, ${accorder(lignes, 'ligne')}.`);
    return 0;
  },
  restaurer: async ({ databaseUrl }, args) => {
    const { le, tables } = await restaurer(databaseUrl, fichierDe(args));
    dire(`Sauvegarde du ${le} ramenée et vérifiée : ${accorder(tables.length, 'table')}.`);
    return 0;
  },
  'creer-admin': async (config, args) => {
    const texte = { type: 'string' as const };
    const { values } = parseArgs({ args, options: { contrat: texte, nom: texte, fonction: texte, email: texte } });
    const { lien, expire } = await avecLeProduit(config, (app) => creerAdmin(app, values));
    dire(`Lien à remettre, valable jusqu’au ${expire.slice(0, 10)} : ${lien}`);
    return 0;
  },
  'verifier-journal': async ({ databaseUrl }, args) => ((await verifierLesJournaux(databaseUrl, args)) ? 0 : 1),
  purger: async (config) => {
    await avecLeProduit(config, (app) => app.get(Purges, { strict: false }).purger());
    dire('Purges faites.');
    return 0;
  },
};

/** What fails outside the product, in words that say what to do. */
const PANNES: Readonly<Record<string, string>> = {
  ENOSPC:
    'Il n’y a plus de place sur le disque : libérez-en, ou choisissez un autre dossier. Aucun fichier n’a été laissé.',
  ENOENT: 'Ce dossier ou ce fichier n’existe pas.',
  EACCES: 'Ce dossier ou ce fichier ne peut pas être lu ou écrit par ce compte.',
  EROFS: 'Ce disque ne peut pas être écrit.',
  ECONNREFUSED: 'PostgreSQL ne répond pas à l’adresse de DATABASE_URL.',
  '3D000': 'La base nommée par DATABASE_URL n’existe pas.',
  '28P01': 'PostgreSQL refuse le mot de passe de DATABASE_URL.',
};

function expliquer(erreur: unknown): string {
  if (erreur instanceof ProblemeException) {
    const { title, detail, errors = [] } = erreur.probleme;
    return [title, detail, ...errors.map((faute) => `  ${faute.pointer.slice(1)} : ${faute.detail}`)]
      .filter((ligne) => ligne !== undefined)
      .join('\n');
  }
  if (erreur instanceof RestaurationRefusee) return erreur.message;
  const panne = PANNES[(erreur as { code?: string }).code ?? ''];
  if (panne !== undefined) return panne;
  return erreur instanceof Error ? erreur.message : String(erreur);
}

async function lancer([nom = '', ...args]: string[]): Promise<number> {
  const commande = COMMANDES[nom];
  if (commande) return commande(lireConfig(process.env), args);
  process.stderr.write(AIDE);
  return nom === '' || nom === 'aide' ? 0 : 2;
}

lancer(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (erreur: unknown) => {
    process.stderr.write(`${expliquer(erreur)}\n`);
    process.exitCode = 2;
  },
);
