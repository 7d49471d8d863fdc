import type { ChampEnConflit, ChampEnregistre } from '@pleniere/fiches/domain';
import { ErreurApi } from '@pleniere/shared/ui';
import { EditionChamp, PAUSE_AVANT_ENVOI, PAUSE_HORS_LIGNE } from './edition-champ';
import type { TexteGarde } from './memoire-locale';

type Reponse = (valeur: string, version: number) => Promise<ChampEnregistre<'titre'>>;

const LEUR: ChampEnConflit<'titre'> = {
  valeur: 'Le titre de Julien',
  etat: { version: 2, modifieLe: '2026-11-20T09:00:00Z', modifiePar: 'Julien Pasquet' },
};

function enregistre(valeur: string, version: number): Promise<ChampEnregistre<'titre'>> {
  const etat = { version: version + 1, modifieLe: '2026-11-20T10:00:00Z', modifiePar: 'Samira Lahlou' };
  return Promise.resolve({ champ: 'titre', valeur, etat, completude: { remplis: 0, total: 27, manques: [] } });
}

function refuser(status: number, reste: object = {}): Reponse {
  return () => Promise.reject(new ErreurApi({ type: 'about:blank', status, title: 'Refus', ...reste }));
}

function ouvrir(repondre: Reponse = enregistre) {
  const envois: { valeur: string; version: number }[] = [];
  let gardee: TexteGarde | null = null;
  let reponse = repondre;
  const memoire = {
    lire: () => gardee,
    garder: (texte: TexteGarde) => void (gardee = texte),
    oublier: () => void (gardee = null),
  };
  const retenir = jest.fn();
  const envoyer: Reponse = (valeur, version) => {
    envois.push({ valeur, version });
    return reponse(valeur, version);
  };
  const edition = new EditionChamp<'titre'>({ valeur: 'Avant', version: 1 }, { envoyer, retenir }, memoire);
  return { edition, envois, retenir, memoire, repondreAvec: (suivante: Reponse) => void (reponse = suivante) };
}

describe('edition of a field', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves by itself once the typing pauses, with the version it was written upon', async () => {
    const { edition, envois, retenir } = ouvrir();
    edition.ecrire('Apr');
    edition.ecrire('Après');
    expect(edition.etat()).toBe('en-cours');
    await jest.advanceTimersByTimeAsync(PAUSE_AVANT_ENVOI);
    expect(envois).toEqual([{ valeur: 'Après', version: 1 }]);
    expect(edition.etat()).toBe('enregistre');
    expect(edition.le()).toBe('2026-11-20T10:00:00Z');
    expect(retenir).toHaveBeenCalledWith(expect.objectContaining({ valeur: 'Après' }));
  });

  it('sends what was typed while a save was on its way, upon the new version', async () => {
    const { edition, envois } = ouvrir();
    edition.ecrire('Un');
    const premier = edition.enregistrer();
    edition.ecrire('Deux');
    await premier;
    expect(envois).toEqual([
      { valeur: 'Un', version: 1 },
      { valeur: 'Deux', version: 2 },
    ]);
    expect(edition.enAttente()).toBe(false);
  });

  it('sends nothing when the text comes back to what it was', async () => {
    const { edition, envois } = ouvrir();
    edition.ecrire('Autre');
    edition.ecrire('Avant');
    await edition.enregistrer();
    expect(envois).toEqual([]);
    expect(edition.etat()).toBe('inactif');
  });

  it('keeps the text on the device while offline, and sends it again by itself', async () => {
    const { edition, envois, memoire, repondreAvec } = ouvrir(refuser(0));
    edition.ecrire('Sans réseau');
    await edition.enregistrer();
    expect(edition.etat()).toBe('hors-ligne');
    expect(memoire.lire()).toEqual({ valeur: 'Sans réseau', version: 1 });
    repondreAvec(enregistre);
    await jest.advanceTimersByTimeAsync(PAUSE_HORS_LIGNE);
    expect(envois).toHaveLength(2);
    expect(edition.etat()).toBe('enregistre');
    expect(memoire.lire()).toBeNull();
  });

  it('takes up a text kept from an earlier visit', async () => {
    const { edition, envois, memoire } = ouvrir();
    memoire.garder({ valeur: 'Écrit hier', version: 1 });
    edition.reprendre();
    expect(edition.valeur()).toBe('Écrit hier');
    await edition.enregistrer();
    expect(envois).toEqual([{ valeur: 'Écrit hier', version: 1 }]);
  });

  it('undoes to the text of before the edition', async () => {
    const { edition, envois } = ouvrir();
    edition.ecrire('Après');
    await edition.enregistrer();
    expect(edition.modifiee()).toBe(true);
    edition.annuler();
    await jest.runAllTimersAsync();
    expect(envois.at(-1)).toEqual({ valeur: 'Avant', version: 2 });
    expect(edition.modifiee()).toBe(false);
  });

  it('keeps a refused text, with the reasons', async () => {
    const errors = [{ pointer: '/valeur', detail: 'Le titre est trop long.' }];
    const { edition, memoire } = ouvrir(refuser(400, { detail: 'Un champ est à revoir.', errors }));
    edition.ecrire('Trop long');
    await edition.enregistrer();
    expect(edition.etat()).toBe('refuse');
    expect(edition.motif()).toBe('Un champ est à revoir.');
    expect(edition.erreurs()).toEqual(errors);
    expect(edition.valeur()).toBe('Trop long');
    expect(memoire.lire()).not.toBeNull();
  });
});

describe('conflict on a field', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function heurter() {
    const essai = ouvrir(refuser(412, { actuel: LEUR }));
    essai.edition.ecrire('Mon titre');
    await essai.edition.enregistrer();
    essai.repondreAvec(enregistre);
    return essai;
  }

  it('keeps both texts and sends nothing more until the person chooses', async () => {
    const { edition, envois, memoire } = await heurter();
    expect(edition.etat()).toBe('conflit');
    expect(edition.conflit()).toEqual(LEUR);
    expect(edition.valeur()).toBe('Mon titre');
    edition.ecrire('Mon titre, encore');
    await jest.runAllTimersAsync();
    expect(envois).toHaveLength(1);
    // Left and opened again, the page must meet the conflict again rather than write over it.
    expect(memoire.lire()?.version).toBe(1);
  });

  it('writes mine over theirs only when I ask for it', async () => {
    const { edition, envois } = await heurter();
    edition.garderLeMien();
    await jest.runAllTimersAsync();
    expect(envois.at(-1)).toEqual({ valeur: 'Mon titre', version: 2 });
    expect(edition.etat()).toBe('enregistre');
  });

  it('takes theirs and forgets mine when I ask for it', async () => {
    const { edition, envois, memoire } = await heurter();
    edition.prendreLeLeur();
    expect(edition.valeur()).toBe('Le titre de Julien');
    expect(memoire.lire()).toBeNull();
    expect(envois).toHaveLength(1);
  });

  it('asks nothing when both texts are the same', async () => {
    const { edition } = ouvrir(refuser(412, { actuel: { ...LEUR, valeur: 'Mon titre' } }));
    edition.ecrire('Mon titre');
    await edition.enregistrer();
    expect(edition.conflit()).toBeNull();
    expect(edition.enAttente()).toBe(false);
  });
});

describe('a field that somebody else saves while it is on screen', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows their text at once when nothing is typed here, and writes upon it', async () => {
    const { edition, envois } = ouvrir();
    edition.recevoir(LEUR);
    expect(edition.valeur()).toBe('Le titre de Julien');
    expect(edition.modifiee()).toBe(false);
    edition.ecrire('Le titre de Julien, relu');
    await edition.enregistrer();
    expect(envois).toEqual([{ valeur: 'Le titre de Julien, relu', version: 2 }]);
  });

  it('shows both texts as soon as theirs arrives, without sending mine', async () => {
    const { edition, envois, memoire } = ouvrir();
    edition.ecrire('Mon titre');
    edition.recevoir(LEUR);
    await jest.runAllTimersAsync();
    expect([edition.etat(), edition.valeur(), edition.conflit()]).toEqual(['conflit', 'Mon titre', LEUR]);
    expect([envois, memoire.lire()?.version]).toEqual([[], 1]);

    const encore = { valeur: 'Le titre de Julien, encore', etat: { ...LEUR.etat, version: 3 } };
    edition.recevoir(encore);
    edition.garderLeMien();
    await jest.runAllTimersAsync();
    expect(envois).toEqual([{ valeur: 'Mon titre', version: 3 }]);
  });

  it('is not in conflict with its own save, heard of before the answer', async () => {
    const { edition } = ouvrir();
    edition.ecrire('Après');
    const envoi = edition.enregistrer();
    edition.recevoir({ valeur: 'Après', etat: { ...LEUR.etat, modifiePar: 'Samira Lahlou' } });
    await envoi;
    expect([edition.etat(), edition.conflit()]).toEqual(['enregistre', null]);
    edition.recevoir({ valeur: 'Après', etat: LEUR.etat });
    expect(edition.etat()).toBe('enregistre');
  });
});
