import { SEANCES, valeur } from '../essai/exemples';
import { ouvrirGrille } from '../essai/ouvrir-grille';

describe('a block pasted from a spreadsheet', () => {
  it('is written in one request from the focused cell', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\t12\r\n21\tnd\r\n');
    const saisies = await accepter();
    expect(
      saisies.map(({ territoire, annee, valeur: contenu, absence }) => [territoire, annee, contenu ?? absence]),
    ).toEqual([
      ['QN03709M', 2025, 11],
      ['QN03709M', 2026, 12],
      ['QN03702M', 2025, 21],
      ['QN03702M', 2026, 'nd'],
    ]);
    expect(await grille.lire('Rabière', 2025)).toBe('21 enregistré');
  });

  it('waits as a whole for the cell that cannot be read, and goes once it is put right', async () => {
    const { grille, accepter, api } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\nonze\n13');
    api.expectNone(({ method }) => method === 'POST');
    expect(await grille.lire('Rabière', 2025)).toBe('onze refusé : Un nombre est attendu.');
    expect(await grille.attribut('Rabière', 2025, 'aria-invalid')).toBe('true');
    expect(await grille.lire('Le Sanitas', 2025)).toBe('11 en attente, non enregistré');
    expect(await grille.pied()).toContain('3 cases non enregistrées');

    await grille.cliquer('Rabière', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    await accepter();
    await grille.bouton('Réessayer');
    expect((await accepter()).map(({ valeur: contenu }) => contenu)).toEqual([11, 13]);
    expect(await grille.pied()).not.toContain('non enregistrée');
  });

  it('keeps what was typed when the server refuses a cell, and says why in that cell', async () => {
    const { grille, refuser, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\n12');
    await refuser({ status: 422, errors: [{ pointer: '/saisies/1/valeur', detail: 'Ce nombre est trop grand.' }] });
    expect(await grille.lire('Le Sanitas', 2025)).toBe('11 en attente, non enregistré');
    expect(await grille.lire('Rabière', 2025)).toBe('12 refusé : Ce nombre est trop grand.');
    await grille.bouton('Réessayer');
    expect(await accepter()).toHaveLength(2);
  });

  it('fills the selection with a single value', async () => {
    const { grille, envoi } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.touche('ArrowDown', { shiftKey: true });
    await grille.touche('ArrowRight', { shiftKey: true });
    await grille.coller('3');
    expect(envoi().saisies.map(({ valeur: contenu }) => contenu)).toEqual([3, 3, 3, 3]);
  });

  it('does not write over a total nor over a year to come', async () => {
    const { grille, envoi } = await ouvrirGrille();
    await grille.cliquer('Ensemble', 2026);
    await grille.coller('99\tà venir\n7\tà venir');
    expect(envoi().saisies.map(({ territoire, annee, valeur: contenu }) => [territoire, annee, contenu])).toEqual([
      ['QN03709M', 2026, 7],
    ]);
  });

  it('is undone in one go', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\t12');
    await accepter();
    await grille.bouton('Annuler');
    expect((await accepter()).map(({ valeur: contenu, version }) => [contenu, version])).toEqual([
      [9, 3],
      [null, 1],
    ]);
  });

  it('is copied the way a spreadsheet takes it', async () => {
    const { grille } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2024);
    await grille.touche('ArrowDown', { shiftKey: true });
    await grille.touche('ArrowDown', { shiftKey: true });
    await grille.touche('ArrowRight', { shiftKey: true });
    expect(grille.copier()).toBe('7\t9\n\t5\n\tnd');
  });
});

describe('what the server does not take', () => {
  it('shows both values when somebody else wrote the cell, and keeps mine on their version', async () => {
    const { grille, refuser, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    const actuel = [valeur({ annee: 2025, version: 7, valeur: 10, modifiePar: 'Julien Pasquet' })];
    await refuser({ status: 412, actuel });
    await grille.cliquer('Le Sanitas', 2025);
    expect(await grille.lire('Le Sanitas', 2025)).toContain('12 ou : 10');
    expect(await grille.pied()).toContain('Vous : 12 · Julien Pasquet : 10');

    await grille.bouton('Garder la mienne');
    expect(await accepter()).toEqual([expect.objectContaining({ version: 7, valeur: 12 })]);
    expect(await grille.lire('Le Sanitas', 2025)).toBe('12 enregistré');
  });

  it('takes theirs, even when they emptied the cell', async () => {
    const { grille, refuser, api } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    const cellule = { indicateurId: 'seances', annee: 2025, territoire: 'QN03709M', ventilation: 'total' };
    await refuser({ status: 412, actuel: [{ ...cellule, version: null, valeur: null, absence: null }] });
    await grille.cliquer('Le Sanitas', 2025);
    expect(await grille.pied()).toContain('Une autre personne : case vidée');
    await grille.bouton('Prendre l’autre');
    expect(await grille.lire('Le Sanitas', 2025)).toBe('non renseigné');
    api.expectNone(({ method }) => method === 'POST');
  });

  it('keeps the text of a cell while offline, and sends it when the line is back', async () => {
    const { grille, couper, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    await couper();
    expect(await grille.lire('Le Sanitas', 2025)).toContain('12 hors ligne, non enregistré');
    expect(await grille.pied()).toContain('Hors ligne, rien n’est perdu');
    const depart = Object.assign(new Event('beforeunload', { cancelable: true }));
    window.dispatchEvent(depart);
    expect(depart.defaultPrevented).toBe(true);

    window.dispatchEvent(new Event('online'));
    await accepter();
    expect(await grille.lire('Le Sanitas', 2025)).toBe('12 enregistré');
  });

  it('sends edits of the same cell one after the other, each from the version of the one before', async () => {
    const { grille, accepter } = await ouvrirGrille([SEANCES]);
    for (const texte of ['12', '13']) {
      await grille.cliquer('Le Sanitas', 2025);
      await grille.taper(texte);
      await grille.touche('Enter');
      if (texte === '12') await grille.touche('ArrowUp');
      expect((await accepter())[0]).toMatchObject({ version: texte === '12' ? 2 : 3, valeur: Number(texte) });
    }
  });

  it('says the reason of a refusal of rights in the cell', async () => {
    const { grille, refuser } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    await refuser({ status: 403, detail: 'Une ville saisit les valeurs de sa commune et de ses quartiers.' });
    expect(await grille.lire('Le Sanitas', 2025)).toContain('refusé : Une ville saisit les valeurs');
    await grille.cliquer('Le Sanitas', 2025);
    await grille.touche('Escape');
    expect(await grille.lire('Le Sanitas', 2025)).toBe('9');
  });
});
