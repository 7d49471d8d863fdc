import { HttpTestingController } from '@angular/common/http/testing';
import { type Provider, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { Attente, FicheEnImage, TableauDeBord } from '@pleniere/fiches/domain';
import { HTTP, SESSION, suite } from '../essais/exemples';
import { ReperesDuJournal } from '../journal/reperes-journal';
import { accueilRoutes } from './accueil.routes';

const FICHE = { id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux d’échange' };
const ATTENTE: Attente = { sorte: 'valeurs', fiche: FICHE, nombre: 2, echeance: null, motif: null };

function image(code: string, meteo: FicheEnImage['meteo']): FicheEnImage {
  const compte = { remplis: 27, total: 27, valeursRenseignees: 5, valeursAttendues: 6 };
  return { ...FICHE, id: code, code, statut: 'en-vigueur', meteo, ...compte };
}

async function ouvrir(
  attentes: Attente[],
  { vide = false, session = SESSION, providers = [] as Provider[] } = {},
): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [...HTTP, ...providers, provideRouter(accueilRoutes)] });
  const api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(session);
  await ouverte;
  const harness = await RouterTestingHarness.create('/');
  await suite();
  const fiches = [image('T1.1', 'nuage'), image('T1.2', 'soleil'), image('T1.3', 'soleil')];
  const enjeu = { id: 'e1', type: 'transversal', numero: 1, intitule: 'Participation', couleur: '#5b3a8e' } as const;
  const mouvement = {
    quand: '2026-11-01T10:00:00Z',
    auteur: 'Awa',
    fiche: FICHE,
    objet: 'valeur',
    champ: null,
    nombre: 3,
  };
  const tableau: TableauDeBord = {
    annee: 2026,
    attentes,
    mouvements: [mouvement],
    enjeux: [{ ...enjeu, fiches: vide ? [] : fiches }],
  };
  api.expectOne('/api/v1/contrats/contrat/tableau-de-bord').flush(tableau);
  await suite();
  await harness.fixture.whenStable();
  return harness.fixture.nativeElement as HTMLElement;
}

const titres = (vue: HTMLElement) => [...vue.querySelectorAll('h2')].map((titre) => titre.textContent?.trim());
const lire = (texte: string | null | undefined) => texte?.replace(/\s+/g, ' ').trim();

describe('home', () => {
  it('opens on what waits for me, each demand a link to where it is done', async () => {
    const vue = await ouvrir([ATTENTE]);
    expect(titres(vue)).toEqual(['Ce qui m’attend', 'Ce qui a bougé', 'Le contrat en une image']);
    const demande = vue.querySelector<HTMLAnchorElement>('#attente li a');
    expect(lire(demande?.textContent)).toBe('2 valeurs 2026 à saisir');
    expect(demande?.getAttribute('href')).toBe('/fiches/T1.1/indicateurs');
  });

  it('leads to what changed since the days that matter', async () => {
    const reperes = signal([{ nom: 'Depuis la dernière plénière', depuis: '2025-12-11' }]);
    const vue = await ouvrir([], { providers: [{ provide: ReperesDuJournal, useValue: { reperes } }] });
    const lien = vue.querySelector('[aria-labelledby=titre-mouvements] > a');
    expect(lire(lien?.textContent)).toBe('Depuis la dernière plénière');
    expect(lien?.getAttribute('href')).toBe('/contrat/journal?depuis=2025-12-11');
  });

  it('puts the questions of residents together, with the list that each demand opens', async () => {
    const question: Attente = { ...ATTENTE, sorte: 'question-a-repondre', fiche: null, echeance: '2999-01-02' };
    const session = { ...SESSION, organisation: { id: 'ville', nom: 'Ville' } };
    const vue = await ouvrir([question, ATTENTE], { session });
    expect([...vue.querySelectorAll('#attente h3')].map(({ textContent }) => lire(textContent))).toEqual([
      'Questions des habitants',
      'T 1.1 Ouvrir des lieux d’échange',
    ]);
    const demande = vue.querySelector<HTMLAnchorElement>('#attente li a');
    expect(lire(demande?.textContent)).toBe('2 réponses à écrire avant le 2 janvier 2999');
    expect(demande?.getAttribute('href')).toBe('/participation/questions?etat=attribuee&service=ville');
    expect(lire(vue.textContent)).toContain('1 fiche et des questions d’habitants vous attendent.');
    TestBed.resetTestingModule();
    const equipe = await ouvrir([question], { session: { ...session, role: 'equipe' } });
    expect(equipe.querySelector('#attente li a')?.getAttribute('href')).toBe('/participation/questions?etat=attribuee');
  });

  it('shows a team what to begin with in a contrat without a fiche, and nobody else', async () => {
    const vue = await ouvrir([], { vide: true, session: { ...SESSION, permissions: ['fiches.lire', 'fiches.creer'] } });
    expect(titres(vue)).toEqual(['Pour commencer', 'Ce qui m’attend', 'Ce qui a bougé']);
    const liens = [...vue.querySelectorAll('pl-premiers-gestes a')].map((lien) => lien.getAttribute('href'));
    expect(liens).toEqual(['/fiches/import', '/fiches', '/contrat/enjeux', '/acteurs/personnes']);
    TestBed.resetTestingModule();
    const lue = await ouvrir([], { vide: true });
    expect(titres(lue)[0]).toBe('Le contrat en une image');
  });

  it('opens on the contrat in one picture for whoever has nothing to do', async () => {
    const vue = await ouvrir([]);
    expect(titres(vue)).toEqual(['Le contrat en une image', 'Ce qui m’attend', 'Ce qui a bougé']);
    expect([...vue.querySelectorAll('.bilan li')].map(({ textContent }) => lire(textContent))).toEqual([
      '3 fiches',
      '2 Tout va bien',
      '1 En difficulté',
    ]);
  });
});
