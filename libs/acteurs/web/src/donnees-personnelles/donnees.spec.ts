import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type DonneesPersonnelles, permissionsDe, type Role } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { problemeInterceptor } from '@pleniere/shared/web';
import { DonneesPage } from './donnees-page';

const ADRESSE = '/api/v1/contrats/c1/donnees-personnelles';
const DONNEES: DonneesPersonnelles = {
  conservation: { version: 4, connexions: 9, courriels: 6, notifications: 3, demandes: 6 },
  purges: [{ id: '1', quoi: 'connexions', quand: '2026-03-02T02:40:00Z', nombre: 32 }],
};

describe('page of personal data', () => {
  let http: HttpTestingController;

  async function ouvrir(role: Role): Promise<{ page: ComponentFixture<DonneesPage>; ecran: HTMLElement }> {
    const permissions = permissionsDe(role);
    const store = {
      session: () => ({ contrat: { id: 'c1', titre: 'Contrat de Tours' } }),
      peut: (permission: (typeof permissions)[number]) => permissions.includes(permission),
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemeInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SessionStore, useValue: store },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const page = TestBed.createComponent(DonneesPage);
    await repondre(page, DONNEES);
    return { page, ecran: page.nativeElement as HTMLElement };
  }

  async function repondre(page: ComponentFixture<DonneesPage>, donnees: DonneesPersonnelles): Promise<void> {
    page.detectChanges();
    TestBed.tick();
    http.expectOne({ method: 'GET', url: ADRESSE }).flush(donnees);
    await page.whenStable();
  }

  afterEach(() => http.verify());

  it('tells the register to everybody, with the durations of the contrat', async () => {
    const { ecran } = await ouvrir('lecteur');
    expect(ecran.textContent).toContain('Registre des traitements');
    expect(ecran.textContent).toContain('Connexions\u00A0: 9\u00A0mois.');
    expect(ecran.querySelector('form')).toBeNull();
    expect(ecran.textContent).not.toContain('Dernières purges');
  });

  it('lets the team set the durations, and see what was purged', async () => {
    const { page, ecran } = await ouvrir('equipe');
    expect(ecran.textContent).toContain('Connexions\u00A0: 32');
    const connexions = ecran.querySelector<HTMLSelectElement>('select[name=connexions]');
    expect(connexions?.value).toBe('9');
    if (connexions) connexions.value = '6';
    ecran.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    const requete = http.expectOne({ method: 'PUT', url: ADRESSE });
    expect(requete.request.headers.get('If-Match')).toBe('"4"');
    expect(requete.request.body).toEqual({ connexions: 6, courriels: 6, notifications: 3, demandes: 6 });
    requete.flush({ ...DONNEES.conservation, version: 5, connexions: 6 });
    await new Promise((suite) => setTimeout(suite));
    await repondre(page, DONNEES);
  });

  it('keeps what was chosen when somebody has set them meanwhile', async () => {
    const { ecran, page } = await ouvrir('equipe');
    const connexions = ecran.querySelector<HTMLSelectElement>('select[name=connexions]');
    if (connexions) connexions.value = '6';
    ecran.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    const probleme = { type: '/problemes/perime', status: 412, title: 'Quelqu’un a écrit entre-temps.' };
    http.expectOne({ method: 'PUT', url: ADRESSE }).flush(probleme, { status: 412, statusText: 'Stale' });
    await new Promise((suite) => setTimeout(suite));
    await page.whenStable();
    expect(ecran.textContent).toContain('Quelqu’un a écrit entre-temps.');
    expect(connexions?.value).toBe('6');
  });
});
