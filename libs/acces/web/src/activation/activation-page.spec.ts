import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { problemeInterceptor } from '@pleniere/shared/web';
import { ActivationPage } from './activation-page';

@Component({ selector: 'pl-essai-ailleurs', template: '' })
class Ailleurs {}

const BON = 'Les-berges-du-Cher-2026';

let page: ComponentFixture<ActivationPage>;
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
  page = TestBed.createComponent(ActivationPage);
  page.componentRef.setInput('jeton', 'abc');
  page.detectChanges();
});

afterEach(() => api.verify());

async function ouvrirInvitation(): Promise<void> {
  api.expectOne('/api/v1/activation/abc').flush({ nom: 'Nadia Petit', email: 'nadia@ville.fr' });
  await page.whenStable();
}

async function saisir(motDePasse: string, repetition: string): Promise<void> {
  const champs = await TestbedHarnessEnvironment.loader(page).getAllHarnesses(MatInputHarness);
  await champs[0]?.setValue(motDePasse);
  await champs[1]?.setValue(repetition);
}

async function erreurs(): Promise<string[]> {
  const champs = await TestbedHarnessEnvironment.loader(page).getAllHarnesses(MatFormFieldHarness);
  return (await Promise.all(champs.map((champ) => champ.getTextErrors()))).flat();
}

async function activer(): Promise<void> {
  await (await TestbedHarnessEnvironment.loader(page).getHarness(MatButtonHarness)).click();
}

describe('activation', () => {
  it('greets the person and says the rule before anything is typed', async () => {
    await ouvrirInvitation();
    expect(page.nativeElement.textContent).toContain('Bonjour Nadia Petit.');
    expect(page.nativeElement.querySelector('mat-hint').textContent).toContain('17 caractères');
  });

  it('refuses a weak password in the words of the rule', async () => {
    await ouvrirInvitation();
    await saisir('Bonjour12', 'Bonjour12');
    expect(await erreurs()).toEqual([expect.stringContaining('trop court')]);
    await activer();
  });

  it('refuses two different passwords', async () => {
    await ouvrirInvitation();
    await saisir(BON, 'autre');
    await activer();
    expect(await erreurs()).toEqual(['Les deux saisies sont différentes.']);
  });

  it('activates the account and logs the person in', async () => {
    await ouvrirInvitation();
    await saisir(BON, BON);
    expect(await erreurs()).toEqual([]);
    await activer();

    const activation = api.expectOne({ method: 'POST', url: '/api/v1/activation/abc' });
    expect(activation.request.body).toEqual({ motDePasse: BON });
    activation.flush(null, { status: 204, statusText: '' });
    await page.whenStable();

    const session = api.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(session.request.body).toEqual({ email: 'nadia@ville.fr', motDePasse: BON });
    session.flush({ personne: { id: 'p1', nom: 'Nadia Petit', fonction: '' }, permissions: [] });
  });

  it('explains a link that no longer works', async () => {
    api
      .expectOne('/api/v1/activation/abc')
      .flush({ type: 'x', status: 404, title: 'Ce lien a déjà servi.' }, { status: 404, statusText: 'Not Found' });
    await page.whenStable();
    expect(page.nativeElement.querySelector('[role=alert]').textContent).toContain('Ce lien a déjà servi.');
  });
});
