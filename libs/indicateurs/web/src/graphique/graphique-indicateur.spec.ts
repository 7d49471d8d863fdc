import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import { ANNEES, LIEN, MANIERES, SEANCES, TERRITOIRES, valeur } from '../essai/exemples';
import { GraphiqueIndicateur } from './graphique-indicateur';

async function montrer(
  indicateur: IndicateurAvecValeurs,
  territoire: string | null = null,
): Promise<ComponentFixture<GraphiqueIndicateur>> {
  const page = TestBed.createComponent(GraphiqueIndicateur);
  page.componentRef.setInput('indicateur', indicateur);
  page.componentRef.setInput('annees', ANNEES);
  page.componentRef.setInput('anneeCourante', 2026);
  page.componentRef.setInput('territoires', TERRITOIRES);
  page.componentRef.setInput('territoire', territoire);
  await page.whenStable();
  return page;
}

function ecran({ nativeElement }: ComponentFixture<unknown>): HTMLElement {
  return nativeElement as HTMLElement;
}

function texte(page: ComponentFixture<unknown>, selecteur: string): string {
  return (ecran(page).querySelector(selecteur)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function textes(page: ComponentFixture<unknown>, selecteur: string): string[] {
  return [...ecran(page).querySelectorAll(selecteur)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

/** Rows of the table, cell by cell. */
function rangees(page: ComponentFixture<unknown>): string[] {
  return [...ecran(page).querySelectorAll('tbody tr')].map((ligne) =>
    [...ligne.children].flatMap(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() || []).join(' '),
  );
}

describe('chart of numbers', () => {
  it('is named by the sentence that stands above it', async () => {
    const page = await montrer(SEANCES);
    const phrase = '14 séances en 2025 (2 QPV sur 3), contre 6 en 2024 (référence) : 33 % du chemin vers 30 en 2026.';
    expect(texte(page, '.phrase')).toBe(phrase);
    const image = ecran(page).querySelector('[role=img]');
    expect(image?.getAttribute('aria-label')?.replace(/\s+/g, ' ')).toBe(phrase);
  });

  it('labels values, baseline and target where they stand', async () => {
    const page = await montrer(SEANCES);
    expect(textes(page, 'text.valeur')).toEqual(['7 1/3', '14 2/3']);
    expect(textes(page, 'text.cible')).toEqual(['cible 30']);
    expect(texte(page, 'svg')).toContain('référence 2024 6');
  });

  it('leaves gaps with their reason in words, and no line across them', async () => {
    const valeurs = [
      valeur({ annee: 2024, territoire: 'contrat', valeur: 4 }),
      valeur({ annee: 2025, territoire: 'contrat', absence: 'secret' }),
      valeur({ annee: 2026, territoire: 'contrat', valeur: 6, qualite: 'provisoire' }),
    ];
    const page = await montrer({ ...SEANCES, maille: 'contrat', valeurs });
    expect(textes(page, '.raison').join(' ')).toBe('couvert par le secret à venir');
    expect(ecran(page).querySelectorAll('polyline')).toHaveLength(2);
    expect(ecran(page).querySelectorAll('circle.creux')).toHaveLength(1);
  });

  it('breaks where the definition changes, and compares nothing across', async () => {
    const avant = { ...SEANCES, cibles: [] };
    const rupture = { depuis: 2025, motif: 'Comptage', avant, quand: '2025-01-05T10:00:00Z', auteur: 'Samira Lahlou' };
    const page = await montrer({ ...SEANCES, ruptures: [rupture] });
    expect(textes(page, 'line.rupture ~ text').some((dit) => dit.includes('nouvelle définition en 2025'))).toBe(true);
    expect(ecran(page).querySelectorAll('polyline')).toHaveLength(2);
    expect(texte(page, '.phrase')).toContain('Nouvelle définition depuis 2025');
  });

  it('tells the share of women, or that nobody gave it', async () => {
    const ventile = { ...SEANCES, ventilations: ['sexe' as const] };
    expect(texte(await montrer(ventile), '.phrase + .pl-discret')).toBe('Part des femmes en 2025 : non renseignée.');
    const parts = [valeur({ ventilation: 'femmes', valeur: 6 }), valeur({ ventilation: 'hommes', valeur: 2 })];
    const page = await montrer({ ...ventile, valeurs: [...SEANCES.valeurs, ...parts] }, 'QN03709M');
    expect(texte(page, '.phrase + .pl-discret')).toBe('Part des femmes en 2025 : 75 %, sexe connu pour 89 %.');
  });

  it('shows its table one key away', async () => {
    const page = await montrer(SEANCES);
    const bascule = ecran(page).querySelector<HTMLElement>('button');
    expect(bascule?.textContent?.trim()).toBe('Voir le tableau');
    bascule?.click();
    await page.whenStable();
    expect(rangees(page)).toEqual([
      '2024 7 1 QPV sur 3',
      '2025 14 2 QPV sur 3',
      '2026 non renseigné 30',
      '2027 à venir',
    ]);
    expect(ecran(page).querySelector('svg')).toBeNull();
    expect(bascule?.textContent?.trim()).toBe('Voir le graphique');
  });

  it('shows one territory alone, named, without the targets of the whole', async () => {
    const page = await montrer(SEANCES, 'QN03702M');
    expect(texte(page, '.phrase')).toBe('Rabière : 5 séances en 2025.');
    expect(textes(page, 'text.cible')).toEqual([]);
  });
});

describe('calendar of answers', () => {
  it('marks the degrees measured and aimed at, best first, and says which years are not measured', async () => {
    const page = await montrer(LIEN);
    expect(rangees(page)).toEqual(['Amélioré cible', 'Dégradé oui']);
    expect(textes(page, 'tfoot td')).toEqual(['', 'non mesuré', 'non mesuré', 'à venir']);
  });

  it('marks the answers of a list, year by year', async () => {
    const page = await montrer(MANIERES);
    expect(ecran(page).querySelectorAll('.donnee')).toHaveLength(1);
    expect(texte(page, '.phrase')).toBe('1 réponse en 2025 : Réunion publique.');
  });
});

describe('what has no chart', () => {
  it('reads in its table alone', async () => {
    const valeurs = [valeur({ territoire: 'contrat', valeur: 'Des groupes plus jeunes.' })];
    const page = await montrer({ ...MANIERES, nature: 'texte', modalites: [], valeurs });
    expect(texte(page, 'tbody')).toContain('Des groupes plus jeunes.');
    expect(ecran(page).querySelector('button')).toBeNull();
  });

  it('says that values which do not add up are read one by one', async () => {
    const page = await montrer({ ...SEANCES, agregation: 'aucune' });
    expect(texte(page, '.phrase')).toContain('ne se totalisent pas');
  });
});
