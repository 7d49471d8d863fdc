import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { permissionsDe } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { Courriel, CourrielResume } from '@pleniere/shared/domain';
import { Annonce } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { CourrielsPage } from './courriels-page';
import { couperAuxLiens } from './liens';

const RESUME: CourrielResume = {
  id: 'm1',
  creeLe: '2026-11-20T08:30:00Z',
  destinataire: { nom: 'Samira Lahlou', email: 'samira.lahlou@exemple.fr' },
  objet: 'Trois valeurs à saisir',
  statut: 'echec',
};
const COURRIEL: Courriel = {
  ...RESUME,
  texte: 'Bonjour,\n\nSaisissez-les ici : https://pleniere.exemple.fr/indicateurs.\n<b>Merci</b>',
  essais: 11,
  erreur: '550 boîte pleine',
  envoyeLe: null,
};

let api: HttpTestingController;
let ecran: ComponentFixture<CourrielsPage>;
const dits: string[] = [];

async function stabiliser(): Promise<void> {
  await ecran.whenStable();
  ecran.detectChanges();
}

async function afficher(courriels: CourrielResume[], { demo = false, envoi = true } = {}): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Annonce, useValue: { dire: (texte: string) => Promise.resolve(dits.push(texte)) } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const charge = TestBed.inject(SessionStore).charger();
  const session = { contrat: { id: 'c1' }, role: 'equipe', permissions: permissionsDe('equipe'), demo };
  api.expectOne('/api/v1/session').flush(session);
  await charge;
  ecran = TestBed.createComponent(CourrielsPage);
  ecran.detectChanges();
  api.expectOne('/api/v1/contrats/c1/courriels').flush({ envoi, courriels });
  await stabiliser();
  return texte();
}

async function lire(courriel: Courriel): Promise<void> {
  ecran.componentRef.setInput('courriel', courriel.id);
  ecran.detectChanges();
  api.expectOne(`/api/v1/courriels/${courriel.id}`).flush(courriel);
  await stabiliser();
}

const element = () => ecran.nativeElement as HTMLElement;
const texte = () => (element().textContent ?? '').replace(/[\u00A0\u202F]/g, ' ');
const bouton = (libelle: string) =>
  [...element().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(libelle));

afterEach(() => {
  api?.verify();
  dits.length = 0;
});

describe('page of e-mails', () => {
  it('lists who was written to, about what, and what became of it', async () => {
    const lu = await afficher([RESUME, { ...RESUME, id: 'm2', statut: 'envoye' }]);
    expect(lu).toContain('Samira Lahlou');
    expect(lu).toContain('20 novembre 2026');
    expect(lu).toContain('Non remis');
    expect(lu).toContain('Envoyé');
    expect(lu).not.toContain('Courriels de démonstration');
  });

  it('shows one in full, its addresses to follow and nothing else alive', async () => {
    await afficher([RESUME]);
    await lire(COURRIEL);
    expect(texte()).toContain('Samira Lahlou <samira.lahlou@exemple.fr>');
    expect(texte()).toContain('550 boîte pleine');
    const liens = [...element().querySelectorAll<HTMLAnchorElement>('.texte a')];
    expect(liens.map(({ href, textContent }) => [href, textContent])).toEqual([
      ['https://pleniere.exemple.fr/indicateurs', 'https://pleniere.exemple.fr/indicateurs'],
    ]);
    expect(element().querySelector('.texte')?.textContent).toBe(COURRIEL.texte);
    expect(element().querySelector('.texte b')).toBeNull();
  });

  it('sends again what was given up, and says so', async () => {
    await afficher([RESUME]);
    await lire(COURRIEL);
    bouton('Renvoyer')?.click();
    api
      .expectOne({ method: 'POST', url: '/api/v1/courriels/m1/envoi' })
      .flush({ ...COURRIEL, statut: 'a-envoyer', erreur: null });
    await stabiliser();
    expect(dits).toEqual(['Le courriel va repartir.']);
    expect(texte()).toContain('À envoyer');
    expect(bouton('Renvoyer')).toBeUndefined();
  });

  it('tells why it could not be sent again', async () => {
    await afficher([RESUME]);
    await lire(COURRIEL);
    bouton('Renvoyer')?.click();
    const refus = { type: 'conflit', status: 409, title: 'Impossible.', detail: 'Ce courriel est déjà parti.' };
    api.expectOne('/api/v1/courriels/m1/envoi').flush(refus, { status: 409, statusText: 'Conflict' });
    await stabiliser();
    expect(texte()).toContain('Ce courriel est déjà parti.');
  });

  it('says that nothing leaves from a demo, or from a server without mail', async () => {
    const retenu: CourrielResume = { ...RESUME, statut: 'retenu' };
    expect(await afficher([retenu], { demo: true, envoi: false })).toContain(
      'Courriels de démonstration : aucun n’est envoyé.',
    );
    await lire({ ...COURRIEL, ...retenu });
    expect(bouton('Envoyer')).toBeUndefined();
  });

  it('says when there is none', async () => {
    expect(await afficher([], { envoi: false })).toContain('Aucun courriel');
    expect(texte()).toContain('Aucun serveur d’envoi n’est réglé');
  });
});

describe('addresses in a text', () => {
  it.each([
    ['Rien ici', [['Rien ici', false]]],
    [
      'Voir https://a.fr/x?y=1, puis.',
      [
        ['Voir ', false],
        ['https://a.fr/x?y=1', true],
        [', puis.', false],
      ],
    ],
    [
      '(http://a.fr/b)',
      [
        ['(', false],
        ['http://a.fr/b', true],
        [')', false],
      ],
    ],
    ['javascript:alert(1)', [['javascript:alert(1)', false]]],
  ])('%s', (ecrit, attendu) => {
    expect(couperAuxLiens(ecrit).map(({ texte, lien }) => [texte, lien])).toEqual(attendu);
  });
});
