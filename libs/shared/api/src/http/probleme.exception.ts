import type { ErreurDeChamp, Probleme } from '@pleniere/shared/domain';

/** A refusal that reaches the caller as `application/problem+json`. */
export class ProblemeException extends Error {
  constructor(readonly probleme: Probleme) {
    super(probleme.title);
  }
}

function probleme(slug: string, status: number, title: string, reste: Partial<Probleme> = {}): ProblemeException {
  return new ProblemeException({ type: `/problemes/${slug}`, status, title, ...reste });
}

/** 401: nobody is logged in. */
export function nonConnecte(): ProblemeException {
  return probleme('non-connecte', 401, 'Vous n’êtes pas connecté.', {
    detail: 'Reconnectez-vous : ce que vous avez saisi est conservé dans cette page.',
  });
}

/** 403: the role, or the organisation, does not allow it. */
export function interdit(raison: string): ProblemeException {
  return probleme('interdit', 403, 'Vous n’avez pas le droit de faire cela.', { detail: raison });
}

/** 404: absent, or of another contrat; the two are not told apart. */
export function introuvable(quoi = 'Cet élément'): ProblemeException {
  return probleme('introuvable', 404, `${quoi} est introuvable.`);
}

/** 400: the request is not of the expected form. */
export function invalide(detail: string, errors?: ErreurDeChamp[]): ProblemeException {
  return probleme('saisie-invalide', 400, 'La saisie n’est pas de la forme attendue.', { detail, errors });
}

/** 409: the state of something else forbids it. */
export function enConflit(detail: string): ProblemeException {
  return probleme('conflit', 409, 'Cette opération est impossible dans l’état actuel.', { detail });
}

/** 412: somebody wrote in between; `actuel` is what stands now, so that both can be shown. */
export function perime(actuel: unknown): ProblemeException {
  return probleme('version-perimee', 412, 'Quelqu’un d’autre a modifié cet élément entre-temps.', {
    detail: 'Rien n’a été écrasé : comparez les deux versions et choisissez.',
    actuel,
  });
}

/** 422: well formed, but a rule refuses it. */
export function refuse(detail: string, errors?: ErreurDeChamp[]): ProblemeException {
  return probleme('regle-refusee', 422, 'La saisie est refusée.', { detail, errors });
}

/** 428: a write must say which version it starts from. */
export function versionRequise(): ProblemeException {
  return probleme('version-requise', 428, 'La version de départ manque.', {
    detail: 'Envoyez l’en-tête If-Match avec la version lue.',
  });
}

/** 429: too many attempts; the number of seconds goes into `Retry-After`. */
export function tropDeDemandes(secondes: number): ProblemeException {
  return probleme('trop-de-demandes', 429, 'Trop de tentatives.', {
    detail: `Réessayez dans ${Math.ceil(secondes / 60)} minute(s).`,
    retryAfter: Math.ceil(secondes),
  } as Partial<Probleme>);
}

/** 503: this replica cannot serve now; another one may. */
export function indisponible(detail: string): ProblemeException {
  return probleme('indisponible', 503, 'Le service est momentanément indisponible.', {
    detail,
    retryAfter: 2,
  } as Partial<Probleme>);
}
