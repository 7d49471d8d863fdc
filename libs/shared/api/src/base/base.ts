import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { supporterLesCoupures } from './coupures';
import { EnJson } from './en-json';
import { Lecture } from './lecture';

/** The database: prepared reads that return the JSON of the answer, transactions for writes, entities for small reads. */
@Injectable()
export class Base implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly source: DataSource,
    private readonly lecture: Lecture,
  ) {}

  onModuleInit(): void {
    supporterLesCoupures(this.pool);
  }

  /** Entities outside a transaction. */
  get entites(): EntityManager {
    return this.source.manager;
  }

  /** The pool that TypeORM uses; for libraries that need one. */
  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /**
   * Runs a named prepared statement, planned once per connection. The name must be unique to the text: a statement with
   * an optional filter is two statements. Answered by the standby when there is one (see `Lecture`).
   */
  async lire<T extends object>(nom: string, texte: string, valeurs: unknown[]): Promise<T[]> {
    const lues = await this.lecture.essayer<T>({ name: nom, text: texte, values: valeurs });
    return lues ?? this.lireAJour(nom, texte, valeurs);
  }

  /** The same for a statement that gives its one answer whole, as text, in `reponse`. */
  async lireEnJson<T>(nom: string, texte: string, valeurs: unknown[]): Promise<EnJson<T>> {
    const [ligne] = await this.lire<{ reponse: string }>(nom, texte, valeurs);
    if (!ligne) throw new Error(`${nom} gives no answer`);
    return new EnJson(ligne.reponse);
  }

  /** What `lire` reads, never answered by a standby: who may act now, and statements that write by themselves. */
  async lireAJour<T extends object>(nom: string, texte: string, valeurs: unknown[]): Promise<T[]> {
    return (await this.pool.query<T>({ name: nom, text: texte, values: valeurs })).rows;
  }

  /** The same within a transaction, for the statements of writes that happen often. */
  async lireDans<T extends object>(tx: EntityManager, nom: string, texte: string, valeurs: unknown[]): Promise<T[]> {
    const client = (await tx.queryRunner?.connect()) as PoolClient | undefined;
    if (!client) throw new Error('lireDans wants a transaction');
    const { rows } = await client.query<T>({ name: nom, text: texte, values: valeurs });
    return rows;
  }

  /** Runs what belongs together in one transaction; throwing rolls everything back. */
  transaction<T>(travail: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(travail);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
