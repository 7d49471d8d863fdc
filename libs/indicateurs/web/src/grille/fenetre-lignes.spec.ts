import { SEANCES } from '../essai/exemples';
import { type GrilleOuverte, ouvrirGrille } from '../essai/ouvrir-grille';

const INDICATEURS = Array.from({ length: 40 }, (_, rang) => ({
  ...SEANCES,
  id: `i${rang}`,
  libelle: `Mesure ${rang}`,
  valeurs: [],
}));
/** One heading of their type, then each indicator with its three quarters. */
const LIGNES = 1 + INDICATEURS.length * 4;

const rangsDessines = ({ page }: GrilleOuverte): number[] => {
  const racine = page.nativeElement as HTMLElement;
  return [...racine.querySelectorAll('tbody tr[aria-rowindex]')].map((ligne) =>
    Number(ligne.getAttribute('aria-rowindex')),
  );
};
const hauteurs = ({ page }: GrilleOuverte): number[] => {
  const racine = page.nativeElement as HTMLElement;
  return [...racine.querySelectorAll<HTMLElement>('tbody tr.reste td')].map(({ style }) => parseInt(style.height, 10));
};

const entrer = ({ page }: GrilleOuverte, place: string): void => {
  const racine = page.nativeElement as HTMLElement;
  racine.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
};
const placeDuFoyer = (): string | null => document.activeElement?.getAttribute('data-place') ?? null;

describe('a grid of hundreds of rows', () => {
  it('draws those that are on screen, and tells how many there are', async () => {
    const ouverte = await ouvrirGrille(INDICATEURS);
    await ouverte.grille.bouton('Tout déplier');
    const racine = ouverte.page.nativeElement as HTMLElement;
    expect(racine.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe(String(LIGNES + 1));
    const rangs = rangsDessines(ouverte);
    expect(rangs[0]).toBe(2);
    expect(rangs.length).toBeLessThan(60);
    expect(hauteurs(ouverte)).toEqual([(LIGNES - rangs.length) * 44]);
  });

  it('leads the keyboard to rows that are not drawn, there and back, and writes there', async () => {
    const ouverte = await ouvrirGrille(INDICATEURS);
    const { grille, suite, accepter } = ouverte;
    await grille.bouton('Tout déplier');
    entrer(ouverte, '2.3');
    await grille.touche('ArrowDown', { ctrlKey: true });
    await suite();
    expect(rangsDessines(ouverte).at(-1)).toBe(LIGNES + 1);
    expect(rangsDessines(ouverte)[0]).toBeGreaterThan(100);
    expect(placeDuFoyer()).toBe(`${LIGNES - 1}.3`);

    await grille.taper('4');
    await grille.touche('Enter');
    expect((await accepter())[0]).toMatchObject({
      indicateurId: 'i39',
      territoire: 'QN03704M',
      annee: 2026,
      valeur: 4,
    });
    await grille.touche('ArrowUp', { ctrlKey: true });
    await suite();
    expect(rangsDessines(ouverte)[0]).toBe(2);
    expect(placeDuFoyer()).toBe('1.3');
  });

  it('draws every row of a short one', async () => {
    const ouverte = await ouvrirGrille(INDICATEURS.slice(0, 3));
    await ouverte.grille.bouton('Tout déplier');
    expect(rangsDessines(ouverte)).toHaveLength(1 + 3 * 4);
    expect(hauteurs(ouverte)).toEqual([]);
  });
});
