import type { HistoriqueValeur } from '@pleniere/indicateurs/domain';
import { ouvrirGrille } from '../essai/ouvrir-grille';

const COMMUN = { quand: '2026-01-12T13:32:00Z', motif: null, territoire: 'QN03709M', ventilation: 'total' } as const;
const HISTORIQUE: HistoriqueValeur[] = [
  {
    ...COMMUN,
    auteur: 'Samira Lahlou',
    annee: 2025,
    avant: { valeur: 8, absence: null, qualite: 'provisoire', commentaire: '', source: '' },
    apres: { valeur: 9, absence: null, qualite: 'definitive', commentaire: 'Recompté.', source: '' },
  },
  { ...COMMUN, auteur: 'Un autre', annee: 2024, avant: null, apres: null },
];

async function ouvrirPanneau(annee: number, permis: string[] | null = null) {
  const ouverte = await ouvrirGrille(undefined, permis, HISTORIQUE);
  await ouverte.grille.cliquer('Le Sanitas', annee);
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  await ouverte.suite();
  const panneau = (): HTMLElement => {
    const trouve = (ouverte.page.nativeElement as HTMLElement).querySelector<HTMLElement>('pl-panneau-valeur');
    if (!trouve) throw new Error('no panel');
    return trouve;
  };
  const parLibelle = (libelle: string): HTMLInputElement => {
    const etiquette = [...panneau().querySelectorAll('label')].find(
      ({ textContent }) => textContent?.trim() === libelle,
    );
    return etiquette?.control as HTMLInputElement;
  };
  return { ...ouverte, panneau, parLibelle };
}

describe('detail of a cell', () => {
  it('opens on Ctrl + Enter with the field in hand, and gives the focus back on Escape', async () => {
    const { panneau, grille } = await ouvrirPanneau(2025);
    expect(document.activeElement).toBe(panneau().querySelector('input.nombre'));
    await grille.touche('Escape');
    expect(await grille.foyer()).toBe('Le 2025');
  });

  it('tells definition, reference, target, and who changed what', async () => {
    const { panneau } = await ouvrirPanneau(2025);
    const texte = panneau().textContent?.replace(/\s+/g, ' ') ?? '';
    expect(texte).toContain('Séances ouvertes à tous.');
    expect(texte).toContain('6 séances en 2024');
    expect(texte).toContain('8 → 9');
    expect(texte).toContain('« Recompté. »');
    expect(texte).toContain('Samira Lahlou, 12 janvier 2026');
    expect(texte).not.toContain('Un autre');
  });

  it('writes a reason of absence in the place of the value, and keeps the rest', async () => {
    const { parLibelle, accepter, grille } = await ouvrirPanneau(2025);
    parLibelle('couvert par le secret').click();
    expect(await accepter()).toEqual([
      expect.objectContaining({ valeur: null, absence: 'secret', version: 2, qualite: 'definitive' }),
    ]);
    expect(await grille.lire('Le Sanitas', 2025)).toContain('couvert par le secret');
  });

  it('writes quality and comment of a value', async () => {
    const { parLibelle, accepter } = await ouvrirPanneau(2025);
    parLibelle('estimée').click();
    expect((await accepter())[0]).toMatchObject({ valeur: 9, qualite: 'estimee' });
    const commentaire = parLibelle('Commentaire');
    commentaire.value = 'D’après deux villes.';
    commentaire.dispatchEvent(new Event('change'));
    expect((await accepter())[0]).toMatchObject({ valeur: 9, commentaire: 'D’après deux villes.', version: 3 });
  });

  it('asks for no comment on an empty cell', async () => {
    const { parLibelle, panneau } = await ouvrirPanneau(2026);
    expect(parLibelle('Commentaire').disabled).toBe(true);
    expect(panneau().textContent).toContain('accompagnent une valeur ou une raison d’absence');
  });

  it('only reads where one may not write', async () => {
    const { panneau } = await ouvrirPanneau(2025, []);
    expect(panneau().querySelector('form')).toBeNull();
    expect(panneau().textContent).toContain('sa saisie revient aux organisations de la fiche');
  });
});
