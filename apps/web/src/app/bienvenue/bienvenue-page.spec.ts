import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CompteDemo } from '@pleniere/acces/domain';
import { BienvenuePage } from './bienvenue-page';

const COMPTE: CompteDemo = {
  email: 'referente@demo.example',
  motDePasse: 'mot de passe de demonstration',
  nom: 'Samira Belkacem',
  fonction: 'Référente politique de la ville',
  organisation: 'Ville de Joué-lès-Tours',
  role: 'referent',
};

function ouvrir() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const page = TestBed.createComponent(BienvenuePage);
  page.detectChanges();
  return { page, element: page.nativeElement as HTMLElement, api: TestBed.inject(HttpTestingController) };
}

describe('welcome', () => {
  it('says what this is and logs in a demo person in one click', async () => {
    const { page, element, api } = ouvrir();
    api.expectOne('/api/v1/installation').flush({ attendue: false });
    api.expectOne('/api/v1/demo/comptes').flush([COMPTE]);
    await page.whenStable();

    expect(element.querySelector('h1')?.textContent).toBe('Le contrat de ville, fiche par fiche');
    const bouton = element.querySelector<HTMLButtonElement>('.demo button');
    expect(bouton?.textContent).toContain('Samira Belkacem');
    expect(bouton?.textContent).toContain('Ville de Joué-lès-Tours');
    bouton?.click();
    const session = api.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(session.request.body).toEqual({ email: COMPTE.email, motDePasse: COMPTE.motDePasse });
  });

  it('offers the login alone outside demo mode', async () => {
    const { page, element, api } = ouvrir();
    api.expectOne('/api/v1/installation').flush({ attendue: false });
    api.expectOne('/api/v1/demo/comptes').flush(null, { status: 404, statusText: 'Not Found' });
    await page.whenStable();

    expect(element.querySelector('.demo')).toBeNull();
    expect(element.querySelector('a[href="/connexion"]')?.textContent).toBe('Se connecter');
  });
});
