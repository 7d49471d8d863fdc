import { databaseUrlForWorker } from '@pleniere/shared/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source';
import { chargerDemo } from '../../seeds/demo/charger-demo';

/** A database of its own that holds the demo contrats, until it is closed. */
export interface BaseDemo {
  source: DataSource;
  fermer: () => Promise<void>;
}

/** Opens a fresh copy of the demo beside the database of this worker; `nom` keeps two of them apart. */
export async function ouvrirDemo(nom: string): Promise<BaseDemo> {
  const base = new URL(databaseUrlForWorker());
  const modele = base.pathname.slice(1).replace(/\d+$/, 'modele');
  const copie = base.pathname.slice(1).replace(/\d+$/, `${nom}_${process.env['JEST_WORKER_ID']}`);
  const serveur = await createDataSource(base.href).initialize();
  await serveur.query(`create database ${copie} template ${modele}`);
  const source = await createDataSource(new URL(copie, base).href).initialize();
  await chargerDemo(source);
  const fermer = async (): Promise<void> => {
    await source.destroy();
    await serveur.query(`drop database ${copie}`);
    await serveur.destroy();
  };
  return { source, fermer };
}
