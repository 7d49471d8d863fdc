import { TestBed } from '@angular/core/testing';
import { Proprietaire } from './proprietaire';
import { Reseau } from './reseau';
import { Reserve } from './reserve';

describe('what the device keeps', () => {
  it('is found by who put it there, in the contrat where it was read, and by nobody else', async () => {
    const [reserve, proprietaire] = [TestBed.inject(Reserve), TestBed.inject(Proprietaire)];
    await expect(reserve.garder('seance', 1)).rejects.toThrow('Personne n’est connecté.');
    proprietaire.nommer({ personneId: 'p1', contratId: 'c1' });
    await reserve.garder('seance', { titre: 'Plénière' });
    expect((await reserve.lire('seance'))?.valeur).toEqual({ titre: 'Plénière' });

    proprietaire.nommer({ personneId: 'p2', contratId: 'c1' });
    expect(await reserve.lire('seance')).toBeNull();
    proprietaire.nommer({ personneId: 'p1', contratId: 'c2' });
    expect(await reserve.lire('seance')).toBeNull();

    await reserve.vider();
    proprietaire.nommer({ personneId: 'p1', contratId: 'c1' });
    expect(await reserve.lire('seance')).toBeNull();
  });
});

describe('network', () => {
  it('is lost when the server does not answer, whatever the browser believes, and found when it does', async () => {
    const demander = jest.fn();
    Object.assign(globalThis, { fetch: demander });
    const reseau = TestBed.inject(Reseau);
    demander.mockRejectedValue(new TypeError('Failed to fetch'));
    await reseau.verifier();
    expect([navigator.onLine, reseau.enLigne()]).toEqual([true, false]);
    demander.mockResolvedValue({ ok: true });
    window.dispatchEvent(new Event('online'));
    await new Promise((suite) => setTimeout(suite));
    expect(reseau.enLigne()).toBe(true);
    expect(demander).toHaveBeenCalledWith('/health/live', expect.objectContaining({ cache: 'no-store' }));
  });
});
