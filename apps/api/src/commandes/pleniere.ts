import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Purges } from '@pleniere/acces/api';
import { type Config, lireConfig } from '@pleniere/shared/api';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module';
import { createDataSource } from '../database/data-source';
import { creerAdmin } from './creer-admin';
import { arreterEnDisant, CommandeRefusee } from './expliquer';
import { restaurer } from './sauvegarde/restaurer';
import { sauvegarder } from './sauvegarde/sauvegarder';
import { verifierLesJournaux } from './verifier-journal';

const AIDE = `Commandes de Plénière :

  migrer                      amène la base au schéma de cette version
  sauvegarder FICHIER         copie toute la base, fichiers compris, à un instant, sans arrêter personne
  restaurer FICHIER           ramène une sauvegarde dans une base vide, et vérifie chaque table
  creer-admin --contrat … --nom … --fonction … --email …
                              fait entrer quelqu’un dans l’équipe d’un contrat et donne son lien ;
                              le contrat se dit comme dans l’adresse de ses pages publiques : tours-metropole
  verifier-journal [--sceau …]
                              vérifie que le journal de chaque contrat est intact
  purger                      efface maintenant ce dont la durée de conservation est passée
  aide                        montre cette page

Code de sortie : 0 quand tout s’est bien passé, 1 quand un journal est rompu, 2 quand la commande n’a pas pu se faire.
`;

const dire = (texte: string): void => void process.stdout.write(`${texte}\n`);

async function avecLeProduit<T>(config: Config, travail: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.pour({ ...config, taches: false }), {
    logger: false,
    abortOnError: false,
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
  const [chemin, ...reste] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!chemin || reste.length > 0) throw new CommandeRefusee('Donnez le chemin d’un fichier, et rien d’autre.');
  return chemin;
}

/** Each command: what it does, and the code with which the program ends. */
const COMMANDES: Readonly<Record<string, (config: Config, args: string[]) => Promise<number>>> = {
  migrer: async (config, args) => {
    parseArgs({ args });
    await migrer(config);
    return 0;
  },
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
    dire(`Lien à remettre, valable jusqu’au ${formaterDate(expire)} : ${config.adresse}${lien}`);
    return 0;
  },
  'verifier-journal': async ({ databaseUrl }, args) => ((await verifierLesJournaux(databaseUrl, args)) ? 0 : 1),
  purger: async (config, args) => {
    parseArgs({ args });
    await avecLeProduit(config, (app) => app.get(Purges, { strict: false }).purger());
    dire('Purges faites.');
    return 0;
  },
};

const DEMANDE_AIDE = ['', 'aide', '--help', '-h'];

async function lancer([nom = '', ...args]: string[]): Promise<number> {
  const commande = COMMANDES[nom];
  if ([nom, ...args].some((mot) => DEMANDE_AIDE.includes(mot))) {
    process.stdout.write(AIDE);
    return 0;
  }
  if (!commande) throw new CommandeRefusee(`Commande inconnue : ${nom}.\n\n${AIDE}`);
  return commande(lireConfig(process.env), args);
}

lancer(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (erreur: unknown) => arreterEnDisant(erreur, 2),
);
