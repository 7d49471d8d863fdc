import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import { SEANCES, TERRITOIRES, valeur } from '../essai/exemples';
import { EcartsIndicateur } from './ecarts-indicateur';

const PAUVRETE: IndicateurAvecValeurs = {
  ...SEANCES,
  id: 'pauvrete',
  ficheId: null,
  type: 'contexte',
  libelle: 'Taux de pauvreté',
  nature: 'pourcentage',
  decimales: 1,
  unite: '',
  sens: 'baisse',
  source: 'Insee',
  valeurs: [
    valeur({ territoire: 'contrat', valeur: 15 }),
    valeur({ territoire: 'QN03709M', valeur: 42.5 }),
    valeur({ territoire: 'QN03702M', valeur: 14 }),
  ],
};

async function montrer(indicateur: IndicateurAvecValeurs): Promise<HTMLElement> {
  const page: ComponentFixture<EcartsIndicateur> = TestBed.createComponent(EcartsIndicateur);
  page.componentRef.setInput('indicateur', indicateur);
  page.componentRef.setInput('quartiers', TERRITOIRES);
  await page.whenStable();
  return page.nativeElement as HTMLElement;
}

const mots = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('gaps of the quarters to the EPCI', () => {
  it('tells each gap in points with its direction, widest first, and how many quarters are known', async () => {
    const ecran = await montrer(PAUVRETE);
    const rangees = [...ecran.querySelectorAll('tbody tr')].map((rangee) =>
      [...rangee.children].map(mots).join(' ').trim(),
    );
    expect(rangees).toEqual([
      'Le Sanitas 42,5 % 27,5 points au-dessus moins bien placé',
      'Rabière 14,0 % 1 point en dessous mieux placé',
    ]);
    expect([...ecran.querySelectorAll('tfoot :is(th, td)')].map(mots)).toEqual([
      'Ensemble',
      '15,0 %',
      'en 2025, 2 QPV sur 3',
    ]);
    expect(mots(ecran.querySelector('.phrase'))).toContain(
      'Le Sanitas : 42,5 % en 2025, contre 15,0 % pour l’ensemble',
    );
  });

  it('says that nothing can be compared without the value of the whole', async () => {
    const ecran = await montrer({ ...PAUVRETE, valeurs: PAUVRETE.valeurs.slice(1) });
    expect(mots(ecran.querySelector('.phrase'))).toContain('il manque la valeur de l’ensemble');
    expect(ecran.querySelector('table')).toBeNull();
  });
});
