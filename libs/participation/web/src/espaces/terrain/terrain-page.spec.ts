import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { SeanceDialogue } from '@pleniere/participation/domain';
import { problemeInterceptor, Proprietaire, Reseau } from '@pleniere/shared/web';
import { TerrainPage } from './terrain-page';

const SEANCE: SeanceDialogue = {
  id: 's1',
  version: 3,
  espace: { id: 'e1', nom: 'Table de quartier', forme: 'table-de-quartier', organisationId: 'o1' },
  qpvCode: 'QN03709M',
  date: '2026-11-20',
  heure: '18:30',
  lieu: 'Centre social',
  modalite: 'presentiel',
  statut: 'annoncee',
  motif: '',
  niveauParticipation: null,
  compteRenduPublieLe: null,
  presents: 1,
  habitants: 1,
  dureeMinutes: null,
  sollicitations: [],
  ordreDuJour: '',
  compteRendu: '',
  niveauJustification: '',
  ressentiQuestion: 'Ce soir, avez-vous été écouté ?',
  codeEmargement: 'ABCD2345',
  adresseEmargement: '/habitants/tmvl/emargement/ABCD2345',
  presences: [
    {
      id: 'p0',
      role: 'habitant',
      trancheAge: null,
      genre: null,
      qpvCode: null,
      premiereFois: null,
      parTelephone: false,
    },
  ],
  comptages: [{ role: 'habitant', n: 4, methode: 'comptage', version: 2 }],
  ressenti: { version: 0, notes: [0, 0, 0, 0, 0] },
  notes: [],
  questions: [],
};

let fixture: ComponentFixture<TerrainPage>;
let api: HttpTestingController;
let element: HTMLElement;

async function reposer(): Promise<void> {
  for (let tour = 0; tour < 8; tour++) {
    TestBed.tick();
    await new Promise((suite) => setTimeout(suite));
  }
}

async function ouvrir(seance = SEANCE): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
    ],
  });
  TestBed.inject(Proprietaire).nommer({ personneId: 'claire', contratId: 'c1' });
  fixture = TestBed.createComponent(TerrainPage);
  fixture.componentRef.setInput('id', 's1');
  api = TestBed.inject(HttpTestingController);
  element = fixture.nativeElement as HTMLElement;
  TestBed.tick();
  api.expectOne('/api/v1/seances-dialogue/s1').flush(seance);
  await reposer();
}

const couper = async (): Promise<void> => {
  TestBed.inject(Reseau).constater(false);
  await reposer();
};
const texte = (selecteur: string): string => element.querySelector(selecteur)?.textContent?.trim() ?? '';
const bouton = (nom: string): HTMLButtonElement => {
  const trouve = [...element.querySelectorAll('button')].find((candidat) =>
    (candidat.getAttribute('aria-label') ?? candidat.textContent ?? '').trim().startsWith(nom),
  );
  if (!trouve) throw new Error(`no button ${nom}`);
  return trouve;
};
const appuyer = async (nom: string): Promise<void> => {
  bouton(nom).click();
  await reposer();
};
const ecrire = async (selecteur: string, valeur: string): Promise<void> => {
  const champ = element.querySelector<HTMLTextAreaElement>(selecteur);
  if (!champ) throw new Error(selecteur);
  champ.value = valeur;
  champ.dispatchEvent(new Event('input'));
  await reposer();
};

describe('entry in a hall', () => {
  it('counts in one tap, says what stays on the phone, and sends it once the network is back', async () => {
    await ouvrir();
    await couper();
    await appuyer('60–74');
    await appuyer('1re fois');
    await appuyer('+1 habitant');
    expect(texte('.compte')).toBe('2 habitants pointés');
    expect(texte('.etat')).toContain('1\u00A0saisie sur ce téléphone, pas encore envoyée.');
    expect(bouton('60–74').getAttribute('aria-pressed')).toBe('false');
    api.expectNone(({ method }) => method === 'PUT');

    TestBed.inject(Reseau).constater(true);
    await reposer();
    const envoi = api.expectOne(({ method }) => method === 'PUT');
    expect(envoi.request.url).toMatch(/^\/api\/v1\/seances-dialogue\/s1\/presences\/[0-9a-f-]{36}$/);
    expect(envoi.request.body).toEqual({
      role: 'habitant',
      trancheAge: '60-74',
      genre: null,
      qpvCode: null,
      premiereFois: true,
    });
    envoi.flush({ ...(envoi.request.body as object), id: envoi.request.url.slice(-36), parTelephone: false });
    await reposer();
    expect(texte('.compte')).toBe('2 habitants pointés');
    expect(texte('.etat')).toContain('Tout est envoyé.');
    api.verify();
  });

  it('takes back what was tapped by mistake before it left', async () => {
    await ouvrir();
    await couper();
    await appuyer('+1 élu');
    await appuyer('Retirer');
    expect(texte('.etat')).toContain('Hors ligne.');
    TestBed.inject(Reseau).constater(true);
    await reposer();
    api.expectNone(({ method }) => method === 'PUT');
  });

  it('sends a headcount from the version that was read, and the last one takes the place of the others', async () => {
    await ouvrir();
    await couper();
    await appuyer('Un habitant de plus');
    await appuyer('Garder ce comptage');
    await appuyer('Un habitant de plus');
    await appuyer('Garder ce comptage');
    TestBed.inject(Reseau).constater(true);
    await reposer();
    const envoi = api.expectOne('/api/v1/seances-dialogue/s1/comptages/habitant');
    expect(envoi.request.body).toEqual({ n: 6, methode: 'comptage', version: 2 });
  });

  it('takes down a question for those who answer, and warns when it seems to name somebody', async () => {
    await ouvrir();
    await ecrire('#titre-questions ~ label textarea', 'Et le bus');
    expect(bouton('Garder la question').disabled).toBe(true);
    await ecrire('#titre-questions ~ label textarea', 'Quand Madame Durand sera-t-elle relogée ?');
    expect(texte('.alerte')).toContain('le nom d’une personne');
    await ecrire('#titre-questions ~ label textarea', 'Quand le bus du soir reviendra-t-il ?');
    expect(element.querySelector('.alerte')).toBeNull();
    await appuyer('Garder la question');
    const envoi = api.expectOne(({ url }) => url.startsWith('/api/v1/contrats/c1/questions/'));
    expect(envoi.request.body).toEqual({
      texte: 'Quand le bus du soir reviendra-t-il ?',
      seanceId: 's1',
      qpvCode: 'QN03709M',
      ficheId: null,
      email: null,
    });
  });

  it('counts nobody at a séance that is closed', async () => {
    await ouvrir({ ...SEANCE, statut: 'close' });
    expect(element.textContent).toContain('Cette séance est close');
    expect([...element.querySelectorAll('button')].map((candidat) => candidat.textContent?.trim())).toEqual([]);
  });
});
