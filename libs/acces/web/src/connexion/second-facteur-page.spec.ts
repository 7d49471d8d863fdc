import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router } from '@angular/router';
import { problemeInterceptor } from '@pleniere/shared/web';
import { DemandePage } from './demande-page';
import { SecondFacteurPage } from './second-facteur-page';

@Component({ selector: 'pl-essai-ailleurs', template: '' })
class Ailleurs {}

let api: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: Ailleurs }]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
});

afterEach(() => api.verify());

const laSuite = () => new Promise((suite) => setTimeout(suite));

async function remplir(page: ComponentFixture<unknown>, texte: string, bouton: string): Promise<void> {
  const ecran = TestbedHarnessEnvironment.loader(page);
  await (await ecran.getHarness(MatInputHarness)).setValue(texte);
  await (await ecran.getHarness(MatButtonHarness.with({ text: bouton }))).click();
}

describe('second step of a login', () => {
  const ouvrir = () => {
    const page = TestBed.createComponent(SecondFacteurPage);
    page.componentRef.setInput('retour', '/fiches');
    page.detectChanges();
    return page;
  };

  it('opens the session with the code, and goes where one was going', async () => {
    const page = ouvrir();
    await remplir(page, '123456', 'Entrer');
    const requete = api.expectOne({ method: 'POST', url: '/api/v1/session/second-facteur' });
    expect(requete.request.body).toEqual({ code: '123456' });
    requete.flush({
      personne: { id: 'p1', nom: 'Samira Belkacem', fonction: '' },
      contrat: { id: 'c1' },
      permissions: [],
    });
    await laSuite();
    expect(TestBed.inject(Router).url).toBe('/fiches');
  });

  it('keeps a refused code on screen, and asks nothing without one', async () => {
    const page = ouvrir();
    await remplir(page, '', 'Entrer');
    api.expectNone('/api/v1/session/second-facteur');
    await remplir(page, '000000', 'Entrer');
    api
      .expectOne('/api/v1/session/second-facteur')
      .flush(
        { type: 'x', status: 401, title: 'Ce code n’est pas le bon.' },
        { status: 401, statusText: 'Unauthorized' },
      );
    await laSuite();
    await page.whenStable();
    expect(page.nativeElement.querySelector('[role=alert]').textContent).toContain('Ce code n’est pas le bon.');
    expect(page.nativeElement.querySelector('input').value).toBe('000000');
  });
});

describe('request for access', () => {
  const IDENTITE = {
    nom: 'Camille Perrin',
    email: 'camille@caf.fr',
    siret: null,
    contrats: [{ id: 'c1', titre: 'TMVL' }],
  };

  it('says who the provider vouches for, and sends what the person says of themselves', async () => {
    const page = TestBed.createComponent(DemandePage);
    page.detectChanges();
    api.expectOne('/api/v1/oidc/identite').flush(IDENTITE);
    await page.whenStable();
    expect(page.nativeElement.textContent).toContain('Camille Perrin, camille@caf.fr');
    await remplir(page, 'CAF Touraine', 'Envoyer la demande');
    const requete = api.expectOne({ method: 'POST', url: '/api/v1/oidc/demande' });
    expect(requete.request.body).toEqual({ contratId: 'c1', organisation: 'CAF Touraine', message: '' });
    requete.flush(null, { status: 204, statusText: '' });
    await laSuite();
    await page.whenStable();
    expect(page.nativeElement.querySelector('[role=status]').textContent).toContain('Votre demande est partie.');
  });

  it('explains that the identity is lost, with the way back', async () => {
    const page = TestBed.createComponent(DemandePage);
    page.detectChanges();
    api
      .expectOne('/api/v1/oidc/identite')
      .flush(
        { type: 'x', status: 404, title: 'Votre identification est à reprendre.' },
        { status: 404, statusText: 'Not Found' },
      );
    await page.whenStable();
    const alerte: HTMLElement = page.nativeElement.querySelector('[role=alert]');
    expect(alerte.textContent).toContain('à reprendre');
    expect(alerte.querySelector('a')?.getAttribute('href')).toBe('/connexion');
  });
});
