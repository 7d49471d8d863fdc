import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { IndicateurAvecValeurs, Valeur, Ventilation } from '@pleniere/indicateurs/domain';
import { ANNEES, SEANCES, TERRITOIRES, valeur } from '../../essai/exemples';
import { RepartitionIndicateur } from './repartition-indicateur';

const parts = (annee: number, nombres: Partial<Record<Ventilation, number>>): Valeur[] =>
  Object.entries(nombres).map(([ventilation, nombre]) =>
    valeur({ annee, ventilation: ventilation as Ventilation, valeur: nombre }),
  );

async function montrer(indicateur: IndicateurAvecValeurs): Promise<ComponentFixture<RepartitionIndicateur>> {
  const page = TestBed.createComponent(RepartitionIndicateur);
  page.componentRef.setInput('indicateur', indicateur);
  page.componentRef.setInput('annees', ANNEES);
  page.componentRef.setInput(
    'territoires',
    TERRITOIRES.map(({ code }) => code),
  );
  await page.whenStable();
  return page;
}

const lire = ({ nativeElement }: ComponentFixture<unknown>, selecteur: string): string[] =>
  [...(nativeElement as HTMLElement).querySelectorAll(selecteur)].map(({ textContent }) =>
    (textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('breakdown of an indicator', () => {
  it('stacks the parts of each year with the share of women, and says which year has no split', async () => {
    const valeurs = [
      ...parts(2024, { total: 12 }),
      ...parts(2025, { total: 20, femmes: 12, hommes: 4, 'sexe-non-precise': 4 }),
    ];
    const page = await montrer({ ...SEANCES, ventilations: ['sexe'], valeurs });
    expect(lire(page, 'section > p')).toEqual(['Part des femmes en 2025 : 75 %, sexe connu pour 80 %.']);
    expect(lire(page, '.annee')).toEqual(['2024', '2025']);
    expect(lire(page, '.reste')).toEqual(['répartition non renseignée']);
    expect(lire(page, '.barre .pl-hors-ecran')).toEqual(['Femmes 12,', 'Hommes 4,', 'Sexe non précisé 4,']);
    expect(lire(page, '.total span')).toEqual(['75 % de femmes']);
  });

  it('tells the widest age band, and its table one key away', async () => {
    const valeurs = parts(2025, { total: 20, 'moins-15': 5, '15-24': 15 });
    const page = await montrer({ ...SEANCES, ventilations: ['age'], valeurs });
    expect(lire(page, 'section > p')[0]).toContain('15 à 24 ans, 75 % des personnes dont l’âge est connu');
    (page.nativeElement as HTMLElement).querySelector<HTMLElement>('button')?.click();
    await page.whenStable();
    expect(lire(page, 'thead th')).toEqual(['Année', 'Moins de 15 ans', '15 à 24 ans', 'Ensemble']);
    expect(lire(page, 'tbody tr > *')).toEqual(['2025', '5', '15', '20']);
  });

  it('adds nothing that does not add up', async () => {
    const page = await montrer({ ...SEANCES, ventilations: ['sexe'], agregation: 'moyenne' });
    expect(lire(page, 'p')[0]).toContain('ne s’additionnent pas');
  });
});
