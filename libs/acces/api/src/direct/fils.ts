import { Injectable, type MessageEvent } from '@nestjs/common';
import { type Acteur, entend, type Role } from '@pleniere/acces/domain';
import { Base, Direct, type MessageDirect } from '@pleniere/shared/api';
import {
  defer,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  interval,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  share,
  startWith,
  Subject,
  takeUntil,
} from 'rxjs';
import type { SessionOuverte } from '../droits/requete';

/** Time between two signs of life, in milliseconds: proxies cut what is silent for a minute. */
const BATTEMENT_MS = 20_000;
/** Threads that one session holds on a replica: more than the tabs that somebody looks at. */
const FILS_MAX = 20;

// Reads the sessions without prolonging them: a tab that stays open is not a person who works.
const VIVANTES = `
  select s.id, h.role from session s
  join habilitation h on (h.contrat_id, h.compte_id) = (s.contrat_id, s.compte_id)
  where s.id = any($1) and s.expire > now() and s.creee_le > now() - interval '30 days'`;

type Vivantes = ReadonlyMap<string, Role>;

/** Live threads of this replica, each as its session allows: they end with it, and with the role that it had. */
@Injectable()
export class Fils {
  private readonly ouverts = new Set<{ id: string; fin: Subject<void> }>();

  // One statement for all the threads of the replica. A database that is away closes nobody's thread.
  private readonly battements = interval(BATTEMENT_MS).pipe(
    exhaustMap(() => this.relire().catch(() => null)),
    share(),
  );

  constructor(
    private readonly base: Base,
    private readonly direct: Direct,
  ) {}

  /** The thread of a session: what happens in its contrat and that its role may know. */
  async ouvrir({ id, acteur }: SessionOuverte): Promise<Observable<MessageEvent>> {
    const { role } = acteur;
    await this.direct.ecouter();
    const { messages } = this.direct;
    const revoquee = messages.pipe(filter((message) => 'session' in message && message.session === id));
    const changee = this.battements.pipe(filter((vivantes) => vivantes !== null && vivantes.get(id) !== role));
    const evenements = messages.pipe(mergeMap((message) => pourLecteur(message, acteur)));
    const signes = this.battements.pipe(map((): MessageEvent => ({ comment: '' })));
    return defer(() => {
      const fil = { id, fin: new Subject<void>() };
      this.ouverts.add(fil);
      this.borner(id);
      return merge(evenements, signes).pipe(
        startWith(OUVERTURE),
        takeUntil(merge(fil.fin, revoquee, changee, this.direct.fin)),
        finalize(() => this.ouverts.delete(fil)),
      );
    });
  }

  /** How many threads are open on this replica. */
  get nombre(): number {
    return this.ouverts.size;
  }

  /** The oldest thread of a session gives way to one too many. */
  private borner(id: string): void {
    const siens = [...this.ouverts].filter((fil) => fil.id === id);
    if (siens.length > FILS_MAX) siens[0]?.fin.next();
  }

  private async relire(): Promise<Vivantes> {
    const ids = [...this.ouverts].map(({ id }) => id);
    const lignes = await this.base.lire<{ id: string; role: Role }>('sessions-vivantes', VIVANTES, [ids]);
    return new Map(lignes.map(({ id, role }) => [id, role]));
  }
}

/** What a browser that is cut waits before it comes back, in milliseconds. */
const OUVERTURE: MessageEvent = { retry: 3_000, data: { type: 'ouverture' } };

function pourLecteur(message: MessageDirect, { contratId, personneId, role }: Acteur): Observable<MessageEvent> {
  if ('reprise' in message) return of({ data: { type: 'reprise' } });
  if (!('evenement' in message) || message.contratId !== contratId) return EMPTY;
  const { pour, ...evenement } = message.evenement;
  const concerne = pour === undefined || pour.includes(personneId);
  return concerne && entend(role, evenement.visibilite) ? of({ data: evenement }) : EMPTY;
}
