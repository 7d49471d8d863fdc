import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { textesPropresInterceptor } from './textes-propres-interceptor';

describe('a text pasted from elsewhere', () => {
  let http: HttpClient;
  let api: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([textesPropresInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpClient);
    api = TestBed.inject(HttpTestingController);
  });
  afterEach(() => api.verify());

  it('leaves without the marks that the server would refuse, wherever it was pasted', () => {
    http.put('/api/v1/fiches/f1/champs/pilotes', { valeur: [{ libelle: 'Co\u00ADhé\u200Bsion \uF0B7' }] }).subscribe();
    const { request } = api.expectOne('/api/v1/fiches/f1/champs/pilotes');
    expect(request.body).toEqual({ valeur: [{ libelle: 'Cohésion •' }] });
  });

  it('leaves as it was typed when it is a password, or a file', () => {
    http.post('/api/v1/session', { email: 'a\u200B@exemple.fr', motDePasse: '\uF8FF secret' }).subscribe();
    expect(api.expectOne('/api/v1/session').request.body).toEqual({
      email: 'a@exemple.fr',
      motDePasse: '\uF8FF secret',
    });
    const fichier = new FormData();
    http.post('/api/v1/pieces', fichier).subscribe();
    expect(api.expectOne('/api/v1/pieces').request.body).toBe(fichier);
  });
});
