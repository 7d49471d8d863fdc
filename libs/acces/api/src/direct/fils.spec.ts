import type { MessageEvent } from '@nestjs/common';
import type { Role } from '@pleniere/acces/domain';
import { Subject } from 'rxjs';
import type { SessionOuverte } from '../droits/requete';
import { Fils } from './fils';

const session = (id: string, role: Role) => ({ id, acteur: { contratId: 'c1', role } }) as SessionOuverte;

let vivantes: { id: string; role: Role }[] | Error;
let lectures: unknown[][];
let fils: Fils;

beforeEach(() => {
  jest.useFakeTimers();
  lectures = [];
  const lire = (_nom: string, _texte: string, valeurs: unknown[]) => {
    lectures.push(valeurs);
    return vivantes instanceof Error ? Promise.reject(vivantes) : Promise.resolve(vivantes);
  };
  const direct = { ecouter: () => Promise.resolve(), messages: new Subject(), fin: new Subject() };
  fils = new Fils({ lire } as never, direct as never);
});
afterEach(() => jest.useRealTimers());

/** Listens as a session; gives what it hears, and whether the thread has ended. */
async function ecouter(id: string, role: Role): Promise<{ recus: MessageEvent[]; finie: () => boolean }> {
  const recus: MessageEvent[] = [];
  let finie = false;
  (await fils.ouvrir(session(id, role))).subscribe({
    next: (recu) => recus.push(recu),
    complete: () => (finie = true),
  });
  return { recus, finie: () => finie };
}

describe('live threads', () => {
  it('give a sign of life, with one look at the sessions for all of them', async () => {
    vivantes = [
      { id: 's1', role: 'equipe' },
      { id: 's2', role: 'lecteur' },
    ];
    const [un, deux] = [await ecouter('s1', 'equipe'), await ecouter('s2', 'lecteur')];
    await jest.advanceTimersByTimeAsync(20_000);
    expect(lectures).toEqual([[['s1', 's2']]]);
    expect([un.recus.slice(1), deux.recus.slice(1)]).toEqual([[{ comment: '' }], [{ comment: '' }]]);
  });

  it('end when the session has expired, or no longer has the same role', async () => {
    vivantes = [
      { id: 's1', role: 'lecteur' },
      { id: 's3', role: 'equipe' },
    ];
    const [retrograde, expiree, intacte] = [
      await ecouter('s1', 'equipe'),
      await ecouter('s2', 'equipe'),
      await ecouter('s3', 'equipe'),
    ];
    await jest.advanceTimersByTimeAsync(20_000);
    expect([retrograde.finie(), expiree.finie(), intacte.finie()]).toEqual([true, true, false]);
    expect(fils.nombre).toBe(1);
  });

  it('give way, the oldest first, when one session opens too many', async () => {
    const autre = await ecouter('s2', 'equipe');
    const ouverts = [];
    for (let rang = 0; rang < 22; rang++) ouverts.push(await ecouter('s1', 'equipe'));
    expect(ouverts.map(({ finie }) => finie())).toEqual([true, true, ...Array.from({ length: 20 }, () => false)]);
    expect([autre.finie(), fils.nombre]).toEqual([false, 21]);
  });

  it('stay while the database is away', async () => {
    vivantes = new Error('away');
    const { recus, finie } = await ecouter('s1', 'equipe');
    await jest.advanceTimersByTimeAsync(40_000);
    expect([finie(), recus.length]).toEqual([false, 3]);
  });
});
