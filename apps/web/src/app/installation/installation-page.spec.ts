import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { problemeInterceptor } from '@pleniere/shared/web';
import { InstallationPage } from './installation-page';

@Component({ selector: 'pl-essai-ailleurs', template: '' })
class Ailleurs {}

const TMVL = {
  siren: '243700754',
  nom: 'Tours Métropole Val de Loire',
  communes: [{ code: '37261', nom: 'Tours' }],
  quartiers: [{ code: 'QN03709M', libelle: 'Sanitas' }],
};

let page: ComponentFixture<InstallationPage>;
let api: HttpTestingController;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: Ailleurs }]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  page = TestBed.createComponent(InstallationPage);
  page.detectChanges();
});
afterEach(() => api.verify());

const element = () => page.nativeElement as HTMLElement;

function taper(libelle: string, texte: string): void {
  const champ = [...element().querySelectorAll('mat-form-field')].find((un) => un.textContent.includes(libelle));
  const saisie = champ?.querySelector('input');
  if (!saisie) throw new Error(`no field « ${libelle} »`);
  saisie.value = texte;
  saisie.dispatchEvent(new Event('input'));
}

async function choisirTours(): Promise<void> {
  api.expectOne('/api/v1/installation').flush({ attendue: true });
  await page.whenStable();
  taper('Son nom', 'tours');
  TestBed.tick();
  api.expectOne('/api/v1/installation/epci?q=tours').flush([TMVL]);
  await page.whenStable();
  element().querySelector<HTMLButtonElement>('.pl-lignes button')?.click();
  await page.whenStable();
}

describe('first start', () => {
  it('finds the intercommunalité, shows what will be there, and leads to the choice of a password', async () => {
    await choisirTours();
    expect(element().textContent).toContain('Quartiers\u00A0: Sanitas.');
    taper('Prénom et nom', 'Nadia Royer');
    taper('Fonction', 'Cheffe de projet');
    taper('Adresse électronique', 'nadia.royer@exemple.fr');
    taper('Code affiché', 'ABCD-EFGH-JKMN');
    element().querySelector('form')?.dispatchEvent(new Event('submit'));
    await Promise.resolve();
    const envoi = api.expectOne({ method: 'POST', url: '/api/v1/installation' });
    expect(envoi.request.body).toEqual({
      ...{ code: 'ABCD-EFGH-JKMN', siren: '243700754', debut: 2024, fin: 2030, enjeuxUsuels: true },
      titre: 'Contrat de ville Tours Métropole Val de Loire 2024-2030',
      titreCourt: 'Tours Métropole Val de Loire 2024-2030',
      ...{ nom: 'Nadia Royer', fonction: 'Cheffe de projet', email: 'nadia.royer@exemple.fr' },
    });
    envoi.flush({ lien: '/activation/jeton' });
    await page.whenStable();
    expect(TestBed.inject(Router).url).toBe('/activation/jeton');
  });

  it('keeps what was typed when the code is not the right one', async () => {
    await choisirTours();
    taper('Prénom et nom', 'Nadia Royer');
    taper('Fonction', 'Cheffe de projet');
    taper('Adresse électronique', 'nadia.royer@exemple.fr');
    taper('Code affiché', 'FAUX');
    element().querySelector('form')?.dispatchEvent(new Event('submit'));
    await Promise.resolve();
    const errors = [{ pointer: '/code', detail: 'Le code n’est pas celui qui s’affiche.' }];
    const probleme = { type: '/problemes/saisie', status: 422, title: 'Le contrat n’a pas été ouvert.', errors };
    api.expectOne({ method: 'POST' }).flush(probleme, { status: 422, statusText: 'Unprocessable Content' });
    await page.whenStable();
    expect(element().querySelector('pl-erreur')?.textContent).toContain('Le code n’est pas celui');
    expect([...element().querySelectorAll('input')].map(({ value }) => value)).toContain('Nadia Royer');
  });

  it('says that the product is already in use', async () => {
    api.expectOne('/api/v1/installation').flush({ attendue: false });
    await page.whenStable();
    expect(element().textContent).toContain('Plénière est déjà en service');
    expect(element().querySelector('form')).toBeNull();
  });
});
