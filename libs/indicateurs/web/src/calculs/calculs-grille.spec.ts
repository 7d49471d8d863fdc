import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import type { IndicateurAvecValeurs, ValeurCalculeeLue } from '@pleniere/indicateurs/domain';
import { of } from 'rxjs';
import { SEANCES } from '../essai/exemples';
import { type GrilleOuverte, ouvrirGrille } from '../essai/ouvrir-grille';

const CALCULEES: IndicateurAvecValeurs = { ...SEANCES, calcul: 'habitants-mobilises' };
const SANITAS: ValeurCalculeeLue = {
  ...{ indicateurId: 'seances', annee: 2025, territoire: 'QN03709M', rang: 2, courante: true },
  ...{ calcul: 'habitants-mobilises', valeur: 13, min: 20, max: 36, numerateur: null, denominateur: null, n: 2 },
  ...{ phrase: 'Entre 20 et 36 personnes.', formuleVersion: '1', empreinte: 'ab'.repeat(32) },
  faits: [{ sorte: 'seance', libelle: 'Conseil citoyen, 10 janvier 2025', adresse: '/participation/seances/s1' }],
  calculeLe: '2026-01-12T10:00:00Z',
};
const LUES = [SANITAS, { ...SANITAS, territoire: 'contrat', valeur: 41, min: null, max: null }];

const ouvrir = (): Promise<GrilleOuverte> => ouvrirGrille([CALCULEES], null, [], LUES);
const texteDe = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function ouvrirLeDetail(territoire: string): Promise<Element | null> {
  const { grille, page, suite } = await ouvrir();
  await grille.cliquer(territoire, 2025);
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  await suite();
  return (page.nativeElement as HTMLElement).querySelector('pl-calcul-de-case');
}

describe('what is computed, beside what is declared', () => {
  it('is read once, and shown with its words in the cell of its year and territory', async () => {
    const { grille } = await ouvrir();
    const lue = await grille.lire('Le Sanitas', 2025);
    expect(lue).toContain('9');
    expect(lue).toContain('Calculé d’après les faits : 13 personnes (entre 20 et 36). Entre 20 et 36 personnes.');
    expect(await grille.lire('Le Sanitas', 2024)).not.toContain('Calculé');
    expect(await grille.lire('Rabière', 2025)).not.toContain('Calculé');
    expect(await grille.lire('Ensemble', 2025)).toContain('Calculé d’après les faits : 41 personnes.');
  });

  it('changes nothing of what is typed, copied and pasted: those are the declared ones', async () => {
    const { grille, accepter } = await ouvrir();
    await grille.cliquer('Le Sanitas', 2025);
    expect(grille.copier()).toBe('9');
    await grille.coller('11');
    expect((await accepter())[0]).toMatchObject({ territoire: 'QN03709M', annee: 2025, valeur: 11 });
    expect(await grille.lire('Le Sanitas', 2025)).toMatch(/^11 .*13 personnes/);
  });

  it('opens its facts in the detail of the cell', async () => {
    const section = await ouvrirLeDetail('Le Sanitas');
    expect(texteDe(section)).toContain('Les faits derrière ce nombre');
    expect(texteDe(section)).toContain('1 fait compté');
    const fait = section?.querySelector('li a');
    expect([texteDe(fait), fait?.getAttribute('href')]).toEqual([
      'Conseil citoyen, 10 janvier 2025',
      '/participation/seances/s1',
    ]);
  });

  it('says so in the detail of a cell for which nothing is computed', async () => {
    expect(texteDe(await ouvrirLeDetail('Rabière'))).toContain('Aucune valeur n’est calculée');
  });

  it('is on the phone too', async () => {
    TestBed.configureTestingModule({
      providers: [{ provide: BreakpointObserver, useValue: { observe: () => of({ matches: true, breakpoints: {} }) } }],
    });
    const { page } = await ouvrir();
    const puces = [...(page.nativeElement as HTMLElement).querySelectorAll('pl-liste-telephone li')];
    expect(puces.filter((puce) => texteDe(puce).includes('13 personnes'))).toHaveLength(1);
    expect(texteDe(puces.find((puce) => texteDe(puce).includes('13 personnes')))).toMatch(/^2025 9 13/);
  });

  it('is not asked for where nothing is computed', async () => {
    const { grille, api } = await ouvrirGrille([SEANCES], null, [], LUES);
    expect(await grille.lire('Le Sanitas', 2025)).not.toContain('Calculé');
    api.expectNone(({ url }) => url.endsWith('/calculs'));
  });
});
