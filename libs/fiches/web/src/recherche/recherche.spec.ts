import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MonContrat } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { FicheTrouvee } from '@pleniere/fiches/domain';
import { HTTP, SESSION, suite } from '../essais/exemples';
import { RecherchePage } from './recherche-page';

const ICI: MonContrat = {
  contratId: 'contrat',
  titreCourt: 'TMVL',
  couleur: '#1f4788',
  role: 'referent',
  organisation: 'Ville de Tours',
  courant: true,
};
const AILLEURS: MonContrat = { ...ICI, contratId: 'autre', titreCourt: 'Val d’Amboise', courant: false };

const trouvee = (contrat: MonContrat, titre: string): FicheTrouvee => ({
  id: titre,
  code: 'T1.1',
  titre,
  statut: 'en-vigueur',
  couleur: '#5b3a8e',
  contrat,
});

let api: HttpTestingController;
let harness: RouterTestingHarness;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'recherche', component: RecherchePage }], withComponentInputBinding())],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  harness = await RouterTestingHarness.create();
});

afterEach(() => api.verify());

async function ouvrir(adresse: string): Promise<HTMLElement> {
  await harness.navigateByUrl(adresse);
  api.expectOne('/api/v1/compte/contrats').flush([ICI, AILLEURS]);
  return harness.routeNativeElement as HTMLElement;
}

async function chercher(fiches: FicheTrouvee[], partielle = false): Promise<HTMLElement> {
  const vue = await ouvrir('/recherche?q=jardin');
  const lecture = api.expectOne(({ url }) => url === '/api/v1/recherche');
  expect(lecture.request.params.get('q')).toBe('jardin');
  lecture.flush({ fiches, partielle });
  await harness.fixture.whenStable();
  return vue;
}

describe('search in all of one’s contrats', () => {
  it('tells of each fiche its contrat; a link here, a step into the other contrat elsewhere', async () => {
    const vue = await chercher([trouvee(AILLEURS, 'Le jardin d’Amboise'), trouvee(ICI, 'Le jardin de Tours')]);
    const lignes = [...vue.querySelectorAll('.trouvee')];
    expect(lignes.map((ligne) => ligne.querySelector('.pl-discret')?.textContent)).toEqual(['Val d’Amboise', 'TMVL']);
    expect(lignes[1]?.querySelector('a')?.getAttribute('href')).toBe('/fiches/T1.1');

    lignes[0]?.querySelector('button')?.click();
    const ouverture = api.expectOne('/api/v1/session/contrat');
    expect(ouverture.request.body).toEqual({ contratId: 'autre' });
    ouverture.flush({ status: 404, title: 'Ce contrat est introuvable.' }, { status: 404, statusText: '' });
    await suite();
    await harness.fixture.whenStable();
    expect(vue.textContent).toContain('Ce contrat est introuvable.');
  });

  it('says when a word is everywhere, and when it is nowhere', async () => {
    expect((await chercher([trouvee(ICI, 'Un jardin')], true)).textContent).toContain('Un mot de plus les départagera');
    await harness.navigateByUrl('/recherche?q=zzz');
    api.expectOne(({ url }) => url === '/api/v1/recherche').flush({ fiches: [], partielle: false });
    await harness.fixture.whenStable();
    expect(harness.routeNativeElement?.textContent).toContain('Aucune fiche ne correspond');
  });

  it('links one more contrat, and keeps what was typed when it is refused', async () => {
    const vue = await ouvrir('/recherche');
    await harness.fixture.whenStable();
    const [email, motDePasse] = [...vue.querySelectorAll<HTMLInputElement>('pl-mes-contrats input')];
    if (email) email.value = 'helene@exemple.fr';
    if (motDePasse) motDePasse.value = 'secret';
    const envoyer = () => vue.querySelector('pl-mes-contrats form')?.dispatchEvent(new Event('submit'));
    envoyer();
    const refus = { status: 422, title: 'Aucun contrat n’a été relié.' };
    api.expectOne({ method: 'POST', url: '/api/v1/compte/contrats' }).flush(refus, { status: 422, statusText: '' });
    await suite();
    await harness.fixture.whenStable();
    expect(vue.textContent).toContain('Aucun contrat n’a été relié.');
    expect(email?.value).toBe('helene@exemple.fr');

    envoyer();
    const envoi = api.expectOne({ method: 'POST', url: '/api/v1/compte/contrats' });
    expect(envoi.request.body).toEqual({ email: 'helene@exemple.fr', motDePasse: 'secret', code: '' });
    envoi.flush([ICI, AILLEURS]);
    await suite();
    api.expectOne({ method: 'GET', url: '/api/v1/compte/contrats' }).flush([ICI, AILLEURS]);
    await harness.fixture.whenStable();
    expect(email?.value).toBe('');
  });
});
