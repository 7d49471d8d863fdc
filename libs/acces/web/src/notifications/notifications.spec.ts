import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MesNotifications, Notification, PreferenceNotification } from '@pleniere/acces/domain';
import { FilDirect, problemeInterceptor } from '@pleniere/shared/web';
import { EMPTY, Subject } from 'rxjs';
import { SessionStore } from '../session/session-store';
import { Cloche } from './cloche';
import { NotificationsPage } from './notifications-page';
import { PreferencesNotificationsPage } from './preferences-page';

const FICHE = { id: 'f1', code: 'T\u00A01.1', titre: 'Santé' };
const une = (id: string, reste: Partial<Notification> = {}): Notification => ({
  id,
  sorte: 'mention',
  titre: `Mention ${id}`,
  texte: '',
  lien: '/fiches/T1.1',
  fiche: FICHE,
  creeLe: '2026-03-02T10:00:00Z',
  lueLe: null,
  ...reste,
});
const LISTE: MesNotifications = {
  nonLues: 2,
  notifications: [une('a'), une('b', { fiche: null }), une('c', { lueLe: '2026-03-02T11:00:00Z' })],
};

describe('notifications on screen', () => {
  const sonnerie = new Subject<unknown>();
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemeInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: FilDirect, useValue: { evenements: () => sonnerie, reprises: EMPTY } },
        { provide: SessionStore, useValue: { session: () => ({}) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  async function repondre<T>(page: ComponentFixture<T>, adresse: string, corps: object): Promise<HTMLElement> {
    page.detectChanges();
    TestBed.tick();
    http.expectOne(adresse).flush(corps);
    await page.whenStable();
    return page.nativeElement as HTMLElement;
  }
  const bouton = (ecran: HTMLElement, texte: string) =>
    [...ecran.querySelectorAll('button')].find((un) => (un.textContent ?? '').includes(texte)) as HTMLButtonElement;

  it('rings: says how many are not read, and again when one comes', async () => {
    const page = TestBed.createComponent(Cloche);
    const ecran = await repondre(page, '/api/v1/notifications/nombre', { nonLues: 2 });
    expect(ecran.querySelector('a')?.getAttribute('aria-label')).toBe(
      'Notifications\u00A0: 2\u00A0notifications non lues',
    );
    sonnerie.next({});
    await repondre(page, '/api/v1/notifications/nombre', { nonLues: 3 });
    expect(ecran.querySelector('[aria-live]')?.textContent).toBe('3\u00A0notifications non lues');
  });

  it('groups by fiche, keeps what is not read on demand, and reads all that was shown', async () => {
    const page = TestBed.createComponent(NotificationsPage);
    const ecran = await repondre(page, '/api/v1/notifications', LISTE);
    expect([...ecran.querySelectorAll('h2')].map((titre) => titre.textContent)).toEqual([
      'T\u00A01.1 – Santé',
      'Le contrat',
    ]);
    expect(ecran.querySelectorAll('li')).toHaveLength(3);
    ecran.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await page.whenStable();
    expect(ecran.querySelectorAll('li')).toHaveLength(2);

    bouton(ecran, 'Tout marquer comme lu').click();
    const requete = http.expectOne('/api/v1/notifications/lecture');
    expect(requete.request.body).toEqual({ jusqua: '2026-03-02T10:00:00Z' });
    requete.flush(null);
    await Promise.resolve();
    await repondre(page, '/api/v1/notifications', { nonLues: 0, notifications: [] });
    expect(ecran.textContent).toContain('Rien de nouveau');
  });

  it('reads one with its button', async () => {
    const page = TestBed.createComponent(NotificationsPage);
    const ecran = await repondre(page, '/api/v1/notifications', LISTE);
    bouton(ecran, 'Lue').click();
    http.expectOne('/api/v1/notifications/a/lecture').flush(null);
    await Promise.resolve();
    await repondre(page, '/api/v1/notifications', { ...LISTE, nonLues: 1 });
    expect(ecran.textContent).toContain('1\u00A0non lue');
  });

  it('chooses how a kind of event comes, at once', async () => {
    const preferences: PreferenceNotification[] = [{ sorte: 'mention', choix: 'tout-de-suite' }];
    const page = TestBed.createComponent(PreferencesNotificationsPage);
    const ecran = await repondre(page, '/api/v1/compte/notifications', preferences);
    const jamais = ecran.querySelector<HTMLInputElement>('input[value=jamais]');
    expect(jamais?.checked).toBe(false);
    jamais?.click();
    const requete = http.expectOne('/api/v1/compte/notifications');
    expect(requete.request.body).toEqual({ preferences: [{ sorte: 'mention', choix: 'jamais' }] });
    requete.flush([{ sorte: 'mention', choix: 'jamais' }]);
    await page.whenStable();
    expect(ecran.querySelector<HTMLInputElement>('input[value=jamais]')?.checked).toBe(true);
  });
});
