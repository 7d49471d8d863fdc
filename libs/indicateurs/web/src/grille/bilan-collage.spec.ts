import { ouvrirGrille } from '../essai/ouvrir-grille';

describe('what became of a pasted block', () => {
  it('is said cell by cell: written, already there, and nothing refused', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('9\t12\n6\tnd');
    await accepter();
    expect(await grille.bilan()).toContain('Collage de 4 cases : 4 enregistrées.');
    expect(await grille.bilan()).not.toContain('refusée');
  });

  it('names each refused cell with its text and the reason, and leads to it', async () => {
    const { grille, suite } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\nonze\n13');
    await suite();
    const bilan = await grille.bilan();
    expect(bilan).toContain('Collage de 3 cases : 1 refusée, 2 en attente.');
    expect(bilan).toContain('Séances tenues, Rabière, 2025');
    expect(bilan).toContain('« onze » Un nombre est attendu.');
    await grille.bouton('Séances tenues, Rabière, 2025');
    await suite();
    expect(await grille.foyer()).toBe('Rabière 2025');
  });

  it('goes once it is closed, and with the undo of the block', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\n12');
    await accepter();
    expect(await grille.bilan()).toContain('Collage de 2 cases : 2 enregistrées.');
    await grille.bouton('Annuler');
    await accepter();
    expect(await grille.bilan()).toBe('');
  });

  it('tells apart what waits for the line to come back', async () => {
    const { grille, couper, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.coller('11\n12');
    await couper();
    expect(await grille.bilan()).toContain('Collage de 2 cases : 2 en attente.');
    window.dispatchEvent(new Event('online'));
    expect((await accepter()).map(({ valeur }) => valeur)).toEqual([11, 12]);
  });
});
