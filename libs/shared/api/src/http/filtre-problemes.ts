import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Probleme } from '@pleniere/shared/domain';
import type { Request, Response } from 'express';
import { isNativeError } from 'node:util/types';
import { QueryFailedError } from 'typeorm';
import { ProblemeException } from './probleme.exception';

/** A refusal, and how many seconds to wait before trying again. */
export type ProblemeRendu = Probleme & { retryAfter?: number };

const TITRES: Readonly<Record<number, string>> = {
  400: 'La demande est mal formée.',
  404: 'Cette adresse n’existe pas.',
  405: 'Cette opération n’existe pas à cette adresse.',
  413: 'L’envoi est trop volumineux.',
  415: 'Ce type de contenu n’est pas accepté.',
};

const PANNE: ProblemeRendu = {
  type: '/problemes/panne',
  status: 500,
  title: 'Une erreur inattendue s’est produite.',
  detail: 'Rien n’a été enregistré à moitié. Réessayez ; si cela persiste, transmettez le numéro de la demande.',
};

const INDISPONIBLE: ProblemeRendu = {
  type: '/problemes/indisponible',
  status: 503,
  title: 'Le service est momentanément indisponible.',
  detail: 'Rien n’a été perdu : réessayez dans quelques instants.',
  retryAfter: 2,
};

function parStatut(status: number, detail?: string): ProblemeRendu {
  return { type: `/problemes/http-${status}`, status, title: TITRES[status] ?? 'La demande est refusée.', detail };
}

/** PostgreSQL's refusals that a check of ours let through: the constraint speaks last. */
function deLaBase(code: string): ProblemeRendu | null {
  if (code === '23505') return { ...parStatut(409), title: 'Cet élément existe déjà.' };
  if (code === '23503')
    return { ...parStatut(409), title: 'Cet élément est utilisé ailleurs, ou désigne un élément absent.' };
  if (code.startsWith('22') || code.startsWith('23')) return { ...parStatut(422), title: 'La saisie est refusée.' };
  if (code === '40001' || code === '40P01' || code === '55P03') return INDISPONIBLE;
  return /^(08|53|57)/.test(code) ? INDISPONIBLE : null;
}

const INJOIGNABLE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'];
// The last two: TypeORM lets go of a connection that was cut between two statements of a transaction.
const COUPURE =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|already released|not started yet/;

/** Faults of the connection, and PostgreSQL's own, by their code. */
function duServeur(erreur: Error & { code?: unknown }): ProblemeRendu {
  const code = String(erreur.code ?? '');
  if (INJOIGNABLE.includes(code) || COUPURE.test(erreur.message)) return INDISPONIBLE;
  return deLaBase(code) ?? PANNE;
}

/** Refusals of Express and of its middleware, which carry the status of their answer. */
function deLaDemande(erreur: Error & { status?: unknown }): ProblemeRendu | null {
  const status = Number(erreur.status);
  if (status >= 400 && status < 500) return parStatut(status);
  const malFormee = erreur instanceof URIError || erreur.message.includes('Maximum call stack');
  return malFormee ? parStatut(400) : null;
}

/** What a failure says to whoever called: never SQL, stack or path. */
export function traduire(erreur: unknown): ProblemeRendu {
  if (erreur instanceof ProblemeException) return erreur.probleme;
  if (erreur instanceof HttpException) return parStatut(erreur.getStatus());
  if (erreur instanceof QueryFailedError) return duServeur(erreur.driverError);
  return isNativeError(erreur) ? (deLaDemande(erreur) ?? duServeur(erreur)) : PANNE;
}

/** The one place where a failure becomes an answer: RFC 9457, in French, never with SQL, stack or path. */
@Catch()
export class FiltreProblemes implements ExceptionFilter {
  private readonly journal = new Logger('Problemes');

  catch(erreur: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reponse = http.getResponse<Response>();
    const { retryAfter, ...probleme } = traduire(erreur);
    if (probleme.status >= 500) this.journal.error(erreur);
    if (reponse.headersSent) {
      reponse.destroy();
      return;
    }
    if (retryAfter !== undefined) reponse.setHeader('Retry-After', String(retryAfter));
    const instance = http.getRequest<Request & { id?: string }>().id;
    reponse
      .status(probleme.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...probleme, instance }));
  }
}
