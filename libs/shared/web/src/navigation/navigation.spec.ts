import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, TitleStrategy } from '@angular/router';
import { FocusNavigation } from './focus-navigation';
import { TitreFenetre } from './titre';

@Component({ selector: 'pl-essai-fiches', template: '<h1 tabindex="-1">Fiches</h1>' })
class Fiches {}
@Component({ selector: 'pl-essai-indicateurs', template: '<h1 tabindex="-1">Indicateurs</h1>' })
class Indicateurs {}
@Component({
  selector: 'pl-essai-cadre',
  imports: [RouterOutlet],
  template: '<main tabindex="-1"><router-outlet /></main>',
})
class Cadre {}

async function ouvrir() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'fiches', title: 'Fiches', component: Fiches },
        { path: 'indicateurs', title: 'Indicateurs', component: Indicateurs },
        { path: '', pathMatch: 'full', component: Fiches },
      ]),
      { provide: TitleStrategy, useExisting: TitreFenetre },
    ],
  });
  const cadre = TestBed.createComponent(Cadre);
  document.body.append(cadre.nativeElement);
  TestBed.inject(FocusNavigation).suivre();
  const router = TestBed.inject(Router);
  return async (adresse: string) => {
    await router.navigateByUrl(adresse);
    await cadre.whenStable();
  };
}

describe('navigation', () => {
  it('names the window after the page', async () => {
    const aller = await ouvrir();
    await aller('/fiches');
    expect(document.title).toBe('Fiches — Plénière');
    TestBed.inject(TitreFenetre).nommer('T 1.1 La parole des habitants');
    expect(document.title).toBe('T 1.1 La parole des habitants — Plénière');
    await aller('/');
    expect(document.title).toBe('Plénière');
  });

  it('moves the focus to the title of the new page, but neither at first nor for a mere filter', async () => {
    const aller = await ouvrir();
    await aller('/fiches');
    expect(document.activeElement).toBe(document.body);
    await aller('/fiches?q=parole');
    expect(document.activeElement).toBe(document.body);
    await aller('/indicateurs');
    expect(document.activeElement?.textContent).toBe('Indicateurs');
  });
});
