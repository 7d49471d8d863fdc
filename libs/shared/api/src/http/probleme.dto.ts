import type { ErreurDeChamp, Probleme } from '@pleniere/shared/domain';

/** One refused part of a request. */
export class ErreurDeChampDto implements ErreurDeChamp {
  /** JSON pointer (RFC 6901) into the body. */
  pointer!: string;

  /** The reason, in French. */
  detail!: string;
}

/** A refusal (RFC 9457): what happened, what was kept and what to do next, in French, to be shown as it is. */
export class ProblemeDto implements Probleme {
  /** Kind of the problem, `/problemes/<slug>`. */
  type!: string;

  /** Status of the answer. */
  status!: number;

  title!: string;

  detail?: string;

  /** Refused parts of the request (400, 422). */
  errors?: ErreurDeChampDto[];

  /** Current state of what somebody else has changed meanwhile (412). */
  actuel?: object;

  /** Id of the request, as in `X-Request-Id`. */
  instance?: string;
}
