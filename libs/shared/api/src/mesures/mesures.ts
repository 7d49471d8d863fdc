import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { createServer, type Server } from 'node:http';
import type { Histogram, Registry } from 'prom-client';
import { Base } from '../base/base';
import { Config } from '../config';
import { SCHEMA_FILE } from '../taches/file';

// From a page kept by the browser to a statement that PostgreSQL is about to cut (seconds).
const PALIERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const TRAVAUX = `select name, state::text as etat, count(*)::int as nombre from ${SCHEMA_FILE}.job group by 1, 2`;

const estFil = (reponse: Response) => String(reponse.getHeader('Content-Type')).startsWith('text/event-stream');

/**
 * What a supervisor reads (Prometheus), on a port of its own: durations by route, connections, jobs, screens that listen,
 * health of the process. Routes are told by their template: no identifier, no name, no address of anybody.
 */
@Injectable()
export class Mesures implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly journal = new Logger('Mesures');
  private durees: Histogram | null = null;
  private readonly enCours = new Set<Response>();
  private serveur: Server | null = null;

  constructor(
    private readonly base: Base,
    private readonly config: Config,
  ) {}

  /** Measures each answer; placed before everything else. */
  readonly observer = (requete: Request, reponse: Response, suite: NextFunction): void => {
    const fin = this.durees?.startTimer();
    this.enCours.add(reponse);
    reponse.once('close', () => {
      this.enCours.delete(reponse);
      const route = (requete.route as { path?: string } | undefined)?.path ?? 'autre';
      if (!estFil(reponse)) fin?.({ methode: requete.method, route, statut: String(reponse.statusCode) });
    });
    suite();
  };

  async onApplicationBootstrap(): Promise<void> {
    const { metriquesPort, metriquesHost } = this.config;
    if (metriquesPort === null) return;
    const registre = await this.decrire();
    const serveur = createServer((requete, reponse) => {
      if (requete.url !== '/metrics') return void reponse.writeHead(404).end();
      registre.metrics().then(
        (texte) => reponse.writeHead(200, { 'Content-Type': registre.contentType }).end(texte),
        () => reponse.writeHead(503).end(),
      );
    });
    await new Promise<void>((pret, echec) =>
      serveur.once('error', echec).listen(metriquesPort, metriquesHost, () => pret()),
    );
    this.serveur = serveur;
    this.journal.log(`Metrics on ${metriquesHost}:${metriquesPort}/metrics`);
  }

  beforeApplicationShutdown(): void {
    this.serveur?.close();
    this.serveur?.closeAllConnections();
  }

  private async decrire(): Promise<Registry> {
    const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
    const registre = new Registry();
    collectDefaultMetrics({ register: registre });
    this.durees = new Histogram({
      name: 'pleniere_http_duree_secondes',
      help: 'Duration of answers, by method, route and status',
      labelNames: ['methode', 'route', 'statut'],
      buckets: PALIERS,
      registers: [registre],
    });
    const { pool } = this.base;
    const { enCours } = this;
    new Gauge({
      name: 'pleniere_ecrans_a_l_ecoute',
      help: 'Screens that hear live events',
      registers: [registre],
      collect() {
        this.set([...enCours].filter(estFil).length);
      },
    });
    new Gauge({
      name: 'pleniere_connexions_base',
      help: 'Connections to PostgreSQL, and requests that wait for one',
      labelNames: ['etat'],
      registers: [registre],
      collect() {
        this.set({ etat: 'ouvertes' }, pool.totalCount);
        this.set({ etat: 'libres' }, pool.idleCount);
        this.set({ etat: 'attendues' }, pool.waitingCount);
      },
    });
    new Gauge({
      name: 'pleniere_travaux',
      help: 'Jobs of the queue, by name and state',
      labelNames: ['nom', 'etat'],
      registers: [registre],
      async collect() {
        const { rows } = await pool.query<{ name: string; etat: string; nombre: number }>(TRAVAUX);
        this.reset();
        for (const { name, etat, nombre } of rows) this.set({ nom: name, etat }, nombre);
      },
    });
    return registre;
  }
}
