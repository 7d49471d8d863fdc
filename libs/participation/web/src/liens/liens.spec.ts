import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { LienContribution } from '@pleniere/participation/domain';
import { Confirmation, Saisie } from '@pleniere/shared/ui';
import { LiensDeLaSource } from './liens-de-la-source';
import { ParolesHabitants } from './paroles-habitants';

const LIEN: LienContribution = {
  id: 'l1',
  version: 2,
  source: {
    ...{ sorte: 'question', id: 'q1', libelle: 'Question n°\u00A07', texte: 'Et l’aire de jeux ?', date: '2026-03-01' },
    ...{ quartier: { code: 'QN03709M', nom: 'Sanitas' }, consultationId: null },
  },
  cible: {
    sorte: 'fiche',
    id: 'f1',
    libelle: 'Espaces verts',
    fiche: { id: 'f1', code: 'T2.1', titre: 'Espaces verts' },
  },
  etape: 'origine',
  preuve: 'Compte rendu du 12 mars',
  liePar: 'Claire',
  lieLe: '2026-03-02T08:00:00Z',
  reserve: null,
  decision: {
    ...{ suite: 'integree', motif: 'Elle change de place.', revision: 2, action: null, fonction: 'Cheffe de projet' },
    ...{ decideeLe: '2026-04-02T08:00:00Z', defaite: false, enVigueurLe: null },
  },
};
const SUGGESTIONS = [{ id: 'f9', code: 'E1.1', titre: 'Se déplacer', proximite: 0.4, actions: [] }];

let http: HttpTestingController;
const demander = jest.fn().mockResolvedValue(null);

function preparer(peut: boolean): void {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => peut } },
      { provide: Saisie, useValue: { demander } },
      { provide: Confirmation, useValue: { demander: () => Promise.resolve(true) } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
}

async function repondre(fixture: ComponentFixture<unknown>, reponses: Record<string, object>): Promise<string> {
  fixture.detectChanges();
  TestBed.tick();
  for (const [suite, corps] of Object.entries(reponses)) {
    for (const demande of http.match(({ url }) => url.endsWith(suite))) demande.flush(corps);
  }
  await new Promise((suite) => setTimeout(suite));
  fixture.detectChanges();
  return (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
}

function ouvrir(): ComponentFixture<LiensDeLaSource> {
  const fixture = TestBed.createComponent(LiensDeLaSource);
  fixture.componentRef.setInput('source', 'question');
  fixture.componentRef.setInput('sourceId', 'q1');
  fixture.componentRef.setInput('texte', 'Le bus du soir');
  return fixture;
}

const LUES = { '/liens/suggestions': SUGGESTIONS, '/liens': [LIEN], '/tableau-de-bord': { enjeux: [] } };

describe('what a question touches', () => {
  it('is listed with what became of it, and fiches are suggested to who may link', async () => {
    preparer(true);
    const fixture = ouvrir();
    const lu = await repondre(fixture, LUES);
    expect(lu).toContain('T 2.1 – Espaces verts');
    expect(lu).toContain('Intégrée');
    expect(lu).toContain('Révision 2 de la fiche, pas encore en vigueur.');
    const boutons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    boutons.find(({ textContent }) => textContent.includes('Se déplacer'))?.click();
    const indicateurs = [
      { id: 'i1', libelle: 'Bus du soir', ficheId: 'f9' },
      { id: 'i2', libelle: 'Population', ficheId: null },
    ];
    http.expectOne('/api/v1/contrats/c1/indicateurs').flush(indicateurs);
    await new Promise((suite) => setTimeout(suite));
    expect(demander).toHaveBeenCalledWith(
      expect.objectContaining({ titre: 'Relier à une fiche', valeur: { cible: 'fiche/f9', etape: null, preuve: '' } }),
    );
    const [[{ champs }]] = demander.mock.calls.slice(-1) as [
      [{ champs: { options: { valeur: string; libelle: string }[] }[] }],
    ];
    expect(champs[0]?.options.map(({ valeur, libelle }) => [valeur, libelle.replace(/\s/g, ' ')])).toEqual([
      ['fiche/f9', 'E 1.1 – Se déplacer (suggérée)'],
      ['indicateur/i1', 'E 1.1, indicateur : Bus du soir'],
      ['indicateur/i2', 'Indicateur : Population'],
    ]);
  });

  it('is decided of with the actions of its fiche, its own left out', async () => {
    preparer(true);
    const fixture = ouvrir();
    await repondre(fixture, LUES);
    const boutons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    boutons.find(({ textContent }) => textContent.includes('Revoir la suite'))?.click();
    const actions = [
      { id: 'a1', titre: 'Déplacer l’aire' },
      { id: 'f1', titre: 'La cible' },
    ];
    http.expectOne('/api/v1/fiches/T2.1').flush({ actions });
    await new Promise((suite) => setTimeout(suite));
    const options = [{ valeur: 'a1', libelle: 'Déplacer l’aire' }];
    expect(demander).toHaveBeenLastCalledWith(
      expect.objectContaining({
        version: 2,
        valeur: { suite: 'integree', motif: 'Elle change de place.', revision: '2', actionId: null },
        champs: expect.arrayContaining([expect.objectContaining({ cle: 'actionId', options })]),
      }),
    );
  });

  it('is undone from the version that was read', async () => {
    preparer(true);
    const fixture = ouvrir();
    await repondre(fixture, LUES);
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[aria-label^="Délier"]')?.click();
    await new Promise((suite) => setTimeout(suite));
    const { request } = http.expectOne('/api/v1/liens/l1');
    expect([request.method, request.headers.get('If-Match')]).toEqual(['DELETE', '"2"']);
  });

  it('is only read by who may not link', async () => {
    preparer(false);
    const fixture = ouvrir();
    expect(await repondre(fixture, LUES)).toContain('T 2.1 – Espaces verts');
    expect((fixture.nativeElement as HTMLElement).querySelector('button')).toBeNull();
    http.expectNone(({ url }) => url.endsWith('/suggestions'));
  });
});

describe('what residents say of an indicator', () => {
  const cible: LienContribution['cible'] = { sorte: 'indicateur', id: 'i1', libelle: 'Bus du soir', fiche: null };

  it('is told with what became of it, without questions nor séances', async () => {
    preparer(false);
    const fixture = TestBed.createComponent(ParolesHabitants);
    fixture.componentRef.setInput('indicateur', 'i1');
    const lu = await repondre(fixture, { '/liens': [{ ...LIEN, cible }] });
    expect(lu).toContain('1 contribution reliée, dont 1 a changé quelque chose');
    http.expectNone(({ url }) => url.endsWith('/questions') || url.endsWith('/seances-dialogue'));
  });

  it('says so when there is nothing yet', async () => {
    preparer(false);
    const fixture = TestBed.createComponent(ParolesHabitants);
    fixture.componentRef.setInput('indicateur', 'i1');
    expect(await repondre(fixture, { '/liens': [] })).toContain('Aucune parole d’habitant n’y est encore reliée.');
  });

  it('leads to its page from what was said', async () => {
    preparer(false);
    const fixture = ouvrir();
    expect(await repondre(fixture, { ...LUES, '/liens': [{ ...LIEN, cible }] })).toContain('indicateur : Bus du soir');
    const lien = (fixture.nativeElement as HTMLElement).querySelector('pl-ligne-lien a');
    expect(lien?.getAttribute('href')).toBe('/indicateurs/i1');
  });
});

describe('what residents say of a fiche', () => {
  it('counts what changed, and an abandoned revision changed nothing', async () => {
    preparer(false);
    const fixture = TestBed.createComponent(ParolesHabitants);
    fixture.componentRef.setInput('fiche', 'f1');
    const defait = { ...LIEN, id: 'l2', decision: LIEN.decision && { ...LIEN.decision, defaite: true } };
    const vide = { total: 0, questions: [], aModerer: [] };
    const lu = await repondre(fixture, { '/liens': [LIEN, defait], '/questions': vide, '/seances-dialogue': [] });
    expect(lu).toContain('2 contributions reliées, dont 1 a changé quelque chose');
    expect(lu).toContain('Révision abandonnée');
    expect(lu).toContain('« Et l’aire de jeux ? »');
  });
});
