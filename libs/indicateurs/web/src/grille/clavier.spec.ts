import { LIEN, MANIERES, SEANCES } from '../essai/exemples';
import { ouvrirGrille } from '../essai/ouvrir-grille';

const SANITAS = 'QN03709M';
const RABIERE = 'QN03702M';

describe('keyboard of the grid', () => {
  it('moves like a spreadsheet and enters by the current year', async () => {
    const { grille, page } = await ouvrirGrille();
    expect(page.nativeElement.querySelector('td[tabindex="0"], th[tabindex="0"]').dataset.place).toBe('0.3');

    await grille.cliquer('Le Sanitas', 2024);
    await grille.touche('ArrowRight');
    await grille.touche('ArrowDown');
    expect(await grille.foyer()).toBe('Rabière 2025');
    await grille.touche('Home');
    expect(await grille.foyer()).toBe('Rabière');
    await grille.touche('End');
    expect(await grille.foyer()).toBe('Rabière 2027');
    await grille.touche('ArrowUp', { ctrlKey: true });
    expect(await grille.foyer()).toBe('Ensemble 2027');
  });

  it('goes along the row with Tab, and out of the grid at its end', async () => {
    const { grille } = await ouvrirGrille();
    await grille.cliquer('Rabière', 2026);
    await grille.touche('Tab');
    expect(await grille.foyer()).toBe('Rabière 2027');
    const sortie = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(sortie);
    expect(sortie.defaultPrevented).toBe(false);
  });

  it('writes what is typed and goes down on Enter', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2026);
    await grille.taper('1 060');
    await grille.touche('Enter');

    expect(await grille.foyer()).toBe('Rabière 2026');
    expect(await grille.lire('Le Sanitas', 2026)).toBe('1 060 non renseigné enregistrement en cours');
    expect(await accepter()).toEqual([
      expect.objectContaining({
        indicateurId: 'seances',
        annee: 2026,
        territoire: SANITAS,
        version: null,
        valeur: 1060,
      }),
    ]);
    expect(await grille.lire('Le Sanitas', 2026)).toBe(
      '1 060 provisoire 1 060 séances, c’est plus du double de 2025 (9 séances). enregistré',
    );
    expect(await grille.pied()).toContain('Enregistré');
  });

  it('keeps every character of fast fingers', async () => {
    const { grille, envoi } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2026);
    const cellule = document.activeElement;
    for (const key of ['1', '2', '3', 'Enter'])
      cellule?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await grille.foyer();
    expect(envoi().saisies[0]?.valeur).toBe(123);
  });

  it('opens the cell on its value with F2 and leaves it untouched with Escape', async () => {
    const { grille, page, api } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.touche('F2');
    expect(page.nativeElement.querySelector('td input').value).toBe('9');
    await grille.touche('Escape');
    expect(await grille.lire('Le Sanitas', 2025)).toBe('9');
    expect(await grille.foyer()).toBe('Le 2025');
    api.expectNone(({ method }) => method === 'POST');
  });

  it('empties the selected cells with Delete, from the versions that were read', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.touche('ArrowDown', { shiftKey: true });
    await grille.touche('Delete');
    expect(await accepter()).toEqual([
      expect.objectContaining({ territoire: SANITAS, version: 2, valeur: null, absence: null }),
      expect.objectContaining({ territoire: RABIERE, version: 1, valeur: null, absence: null }),
    ]);
    expect(await grille.lire('Rabière', 2025)).toBe('non renseigné enregistré');
  });

  it('undoes the last writing', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    await grille.touche('Enter');
    await accepter();
    await grille.touche('z', { ctrlKey: true });
    expect(await accepter()).toEqual([expect.objectContaining({ territoire: SANITAS, version: 3, valeur: 9 })]);
    expect(await grille.lire('Le Sanitas', 2025)).toBe('9 enregistré');
  });

  it('offers the answers of a list where one types', async () => {
    const { grille, accepter } = await ouvrirGrille([MANIERES, LIEN]);
    await grille.cliquer('Manières', 2025);
    await grille.touche('Enter');
    const menu = document.querySelector('pl-menu-reponses');
    const coches = [...(menu?.querySelectorAll('input') ?? [])];
    expect(coches.map(({ checked }) => checked)).toEqual([true, false]);
    coches[1]?.click();
    menu?.querySelector<HTMLElement>('button.plein')?.click();
    expect((await accepter())[0]?.valeur).toEqual(['reunion', 'marche']);
    expect(await grille.lire('Manières', 2025)).toContain('2 réponses Réunion publique, Marche exploratoire');
  });
});

describe('what a cell says', () => {
  it('reads an absence as people write it, and tells it in full', async () => {
    const { grille, accepter } = await ouvrirGrille();
    await grille.cliquer('Rabière', 2026);
    await grille.taper('n.d.');
    await grille.touche('Enter');
    expect(await accepter()).toEqual([expect.objectContaining({ valeur: null, absence: 'nd' })]);
    expect(await grille.lire('Rabière', 2026)).toBe('nd non disponible enregistré');
    expect(await grille.attribut('Rabière', 2026, 'title')).toBe('non disponible');
  });

  it('takes nothing for a year to come, and says why', async () => {
    const { grille, api } = await ouvrirGrille();
    await grille.cliquer('Rabière', 2027);
    await grille.touche('5');
    expect(await grille.lire('Rabière', 2027)).toBe('à venir');
    expect(await grille.attribut('Rabière', 2027, 'aria-readonly')).toBe('true');
    expect(await grille.pied()).toContain('Cette année est encore à venir.');
    api.expectNone(({ method }) => method === 'POST');
  });

  it('shows a dash for a year that is not measured', async () => {
    const { grille } = await ouvrirGrille([LIEN, MANIERES]);
    expect(await grille.lire('Lien', 2025)).toBe('— non mesuré');
    expect(await grille.lire('Lien', 2024)).toBe('Dégradé');
  });

  it('lets a ville read the territories of the others without writing them', async () => {
    const { grille } = await ouvrirGrille([SEANCES], [SANITAS]);
    expect(await grille.attribut('Le Sanitas', 2026, 'aria-readonly')).toBe('false');
    await grille.cliquer('Rabière', 2025);
    await grille.touche('7');
    expect(await grille.lire('Rabière', 2025)).toBe('5');
    expect(await grille.pied()).toContain('La saisie de ce territoire revient à une autre organisation.');
  });

  it('shows target and previous value of the focused cell', async () => {
    const { grille } = await ouvrirGrille();
    await grille.cliquer('Le Sanitas', 2026);
    expect(await grille.pied()).toContain('Le Sanitas, 2026 2025 : 9 Cible 2026 (ensemble) : 30 séances');
  });

  it('adds the territories up with their coverage, as soon as one is written', async () => {
    const { grille, accepter } = await ouvrirGrille();
    expect(await grille.lire('Ensemble', 2025)).toBe('14 2 QPV sur 3 2/3');
    await grille.cliquer('Rabaterie', 2025);
    await grille.taper('6');
    await grille.touche('Enter');
    await accepter();
    expect(await grille.lire('Ensemble', 2025)).toBe('20 3 QPV sur 3');
  });
});
