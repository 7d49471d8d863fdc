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
  const partir = () => new Promise(setImmediate);
  const repondre = async () => {
    suites.shift()?.();
    await partir();
    await partir();
  };
  return { envois, groupe, repondre, partir };
}

describe('calls that leave together', () => {
  it('are those of one moment, then those that came meanwhile, each with its own answer', async () => {
    const { envois, groupe, repondre, partir } = enonce();
    const premieres = Promise.all([1, 2].map((entree) => groupe.demander('tours', entree)));
    await partir();
    const suivantes = Promise.all([3, 4].map((entree) => groupe.demander('tours', entree)));
    await partir();
    expect(envois).toEqual(['tours 1,2']);
    await repondre();
    expect(await premieres).toEqual([10, 20]);
    expect(envois).toEqual(['tours 1,2', 'tours 3,4']);
    await repondre();
    expect(await suivantes).toEqual([30, 40]);
  });

  it('make nobody wait for another key, nor for a group that has been answered', async () => {
    const { envois, groupe, repondre, partir } = enonce();
    const premieres = Promise.all([groupe.demander('tours', 1), groupe.demander('amboise', 2)]);
    await partir();
    expect(envois).toEqual(['tours 1', 'amboise 2']);
    await repondre();
    await repondre();
    await premieres;
    const derniere = groupe.demander('tours', 3);
    await partir();
    expect(envois.at(-1)).toBe('tours 3');
    await repondre();
    expect(await derniere).toBe(30);
  });

  it('tell a failure to those of its group alone', async () => {
    const { groupe, repondre, partir } = enonce();
    const premiere = groupe.demander('tours', 1);
    await partir();
    const suivantes = Promise.allSettled([0, 3].map((entree) => groupe.demander('tours', entree)));
    await repondre();
    expect(await premiere).toBe(10);
    await repondre();
    expect((await suivantes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const derniere = groupe.demander('tours', 4);
    await partir();
    await repondre();
    expect(await derniere).toBe(40);
  });
});
