import { Regroupement } from './regroupement';

/** A statement that answers when it is told to, and what it was sent. */
function enonce() {
  const envois: string[] = [];
  const suites: (() => void)[] = [];
  const groupe = new Regroupement<number, number>(async (cle, entrees) => {
    envois.push(`${cle} ${entrees.join()}`);
    await new Promise<void>((suite) => suites.push(suite));
    if (entrees.includes(0)) throw new Error('refused');
    return entrees.map((entree) => entree * 10);
  });
  const repondre = async () => {
    suites.shift()?.();
    await new Promise(setImmediate);
  };
  return { envois, groupe, repondre };
}

describe('calls that leave together', () => {
  it('lets the first leave at once, and the others together after it, each with its own answer', async () => {
    const { envois, groupe, repondre } = enonce();
    const reponses = Promise.all([1, 2, 3].map((entree) => groupe.demander('tours', entree)));
    expect(envois).toEqual(['tours 1']);
    await repondre();
    expect(envois).toEqual(['tours 1', 'tours 2,3']);
    await repondre();
    expect(await reponses).toEqual([10, 20, 30]);
  });

  it('makes nobody wait for another key, nor for a group that has been answered', async () => {
    const { envois, groupe, repondre } = enonce();
    const premieres = Promise.all([groupe.demander('tours', 1), groupe.demander('amboise', 2)]);
    expect(envois).toEqual(['tours 1', 'amboise 2']);
    await repondre();
    await repondre();
    await premieres;
    const derniere = groupe.demander('tours', 3);
    expect(envois.at(-1)).toBe('tours 3');
    await repondre();
    expect(await derniere).toBe(30);
  });

  it('tells a failure to those of its group alone', async () => {
    const { groupe, repondre } = enonce();
    const reponses = Promise.allSettled([1, 0, 3].map((entree) => groupe.demander('tours', entree)));
    await repondre();
    await repondre();
    expect((await reponses).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const suivante = groupe.demander('tours', 4);
    await repondre();
    expect(await suivante).toBe(40);
  });
});
