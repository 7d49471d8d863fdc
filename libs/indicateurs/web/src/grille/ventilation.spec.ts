import type { IndicateurAvecValeurs, Valeur } from '@pleniere/indicateurs/domain';
import { SEANCES, valeur } from '../essai/exemples';
import { ouvrirGrille } from '../essai/ouvrir-grille';

const HABITANTS: IndicateurAvecValeurs = {
  ...SEANCES,
  libelle: 'Habitants mobilisés',
  unite: 'habitants',
  ventilations: ['sexe'],
};

const avec = (...valeurs: Valeur[]): IndicateurAvecValeurs => ({ ...HABITANTS, valeurs });
const part = (ventilation: Valeur['ventilation'], contenu: number, annee = 2025): Valeur =>
  valeur({ ventilation, valeur: contenu, annee });

describe('an indicator told by sex', () => {
  it('keeps the parts of a quarter folded under its total until one asks for them', async () => {
    const { grille } = await ouvrirGrille([avec(part('total', 50))]);
    expect(await grille.noms()).toHaveLength(4);
    await grille.bouton('Tout déplier');
    const noms = await grille.noms();
    expect(noms.slice(1, 5)).toEqual(['Le Sanitas', 'Femmes', 'Hommes', expect.stringContaining('non précisé')]);
    expect(noms).toHaveLength(4 + 3 * 3);
  });

  it('says the share of women beside the total, and that a split is missing', async () => {
    const { grille } = await ouvrirGrille([
      avec(part('total', 50), part('femmes', 30), part('hommes', 20), part('total', 12, 2024)),
    ]);
    expect(await grille.lire('Le Sanitas', 2025)).toContain('F 60 %');
    expect(await grille.lire('Le Sanitas', 2025)).toContain('Part des femmes en 2025 : 60 %, sexe connu pour 100 %.');
    expect(await grille.lire('Le Sanitas', 2024)).toContain('sans F/H');
    expect(await grille.lire('Le Sanitas', 2024)).toContain('Part des femmes en 2024 : non renseignée.');
    expect(await grille.lire('Ensemble', 2025)).toContain('F 60 %');
  });

  it('offers the sum of the parts for an empty total, and takes it with one key', async () => {
    const { grille, accepter } = await ouvrirGrille([avec(part('femmes', 30), part('hommes', 20))]);
    expect(await grille.lire('Le Sanitas', 2025)).toContain('somme des parties = 50 ?');
    await grille.cliquer('Le Sanitas', 2025);
    await grille.touche('=');
    expect(await accepter()).toEqual([
      expect.objectContaining({ ventilation: 'total', territoire: 'QN03709M', annee: 2025, valeur: 50, version: null }),
    ]);
    expect(await grille.lire('Le Sanitas', 2025)).not.toContain('somme des parties');
  });

  it('writes a part in a cell of its own', async () => {
    const { grille, accepter } = await ouvrirGrille([avec(part('total', 50))]);
    await grille.bouton('Tout déplier');
    await grille.cliquer('Femmes', 2025);
    await grille.taper('31');
    await grille.touche('Enter');
    expect(await accepter()).toEqual([
      expect.objectContaining({
        ventilation: 'femmes',
        territoire: 'QN03709M',
        annee: 2025,
        valeur: 31,
        version: null,
      }),
    ]);
  });

  it('marks a total that its parts do not make, in words', async () => {
    const { grille } = await ouvrirGrille([avec(part('total', 40), part('femmes', 30), part('hommes', 20))]);
    expect(await grille.lire('Le Sanitas', 2025)).toContain('fait 50, le total dit 40.');
  });
});
