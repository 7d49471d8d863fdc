import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { ouvrirGrille } from '../essai/ouvrir-grille';

describe('the grid on a phone', () => {
  it('lists the years as chips that open the detail on the whole screen', async () => {
    TestBed.configureTestingModule({
      providers: [{ provide: BreakpointObserver, useValue: { observe: () => of({ matches: true, breakpoints: {} }) } }],
    });
    const { page, suite, accepter } = await ouvrirGrille();
    const ecran = page.nativeElement as HTMLElement;
    expect(ecran.querySelector('table')).toBeNull();

    const rabiere = [...ecran.querySelectorAll('section')].find(({ textContent }) => textContent?.includes('Rabière'));
    const annees = [...(rabiere?.querySelectorAll('button') ?? [])];
    expect(annees.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      '2024 · non renseigné',
      '2025 5',
      '2026 · non renseigné',
      '2027 à venir',
    ]);
    annees[2]?.click();
    await suite();
    const panneau = ecran.querySelector('pl-panneau-valeur [role=dialog]');
    expect(panneau?.textContent).toContain('Rabière, 2026');
    const champ = panneau?.querySelector<HTMLInputElement>('input.nombre');
    if (champ) champ.value = '7';
    champ?.dispatchEvent(new Event('change'));
    expect((await accepter())[0]).toMatchObject({ territoire: 'QN03702M', annee: 2026, valeur: 7 });
    expect(rabiere?.textContent?.replace(/\s+/g, ' ')).toContain('2026 7');
  });
});
