import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { setTimeout as attendre } from 'node:timers/promises';
import { Config } from '../config';

/**
 * The end of a replica, told before it comes: `/health/ready` refuses first, so that the proxy sends its requests
 * elsewhere, while this one still answers and closes each connection after its answer.
 */
@Injectable()
export class Arret {
  private readonly enCours = new Set<Response>();
  private dit = false;

  constructor(private readonly config: Config) {}

  /** This replica is about to stop. */
  get annonce(): boolean {
    return this.dit;
  }

  /** Knows each answer under way; placed before everything else. */
  readonly suivre = (_requete: Request, reponse: Response, suite: NextFunction): void => {
    if (this.dit) reponse.setHeader('Connection', 'close');
    this.enCours.add(reponse);
    reponse.once('close', () => this.enCours.delete(reponse));
    suite();
  };

  /** Tells it, and leaves the proxy the time to see it. */
  async annoncer(): Promise<void> {
    this.dit = true;
    for (const reponse of this.enCours) if (!reponse.headersSent) reponse.setHeader('Connection', 'close');
    await attendre(this.config.arretDelai * 1000);
  }
}
