import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { SeanceDialogueResume } from '@pleniere/participation/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { AttentePage } from './attente-page';

const dans = (jours: number): string => jourDeParis(new Date(Date.now() + jours * 86_400_000));

function seance(id: string, jours: number, reste: Partial<SeanceDialogueResume> = {}): SeanceDialogueResume {
  return {
    id,
    version: 1,
    espace: { id: 'e1', nom: `Table ${id}`, forme: 'table-de-quartier', organisationId: 'o1' },
    qpvCode: null,
    date: dans(jours),
    heure: '18:30',
    lieu: '',
    modalite: 'presentiel',
    statut: 'annoncee',
    motif: '',
    niveauParticipation: null,
    compteRenduPublieLe: null,
    presents: null,
    habitants: null,
    ...reste,
  };
}

async function ouvrir(seances: SeanceDialogueResume[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
    ],
  });
  const fixture = TestBed.createComponent(AttentePage);
  TestBed.tick();
  for (const demande of TestBed.inject(HttpTestingController).match(() => true)) {
    if (demande.request.url.endsWith('/seances-dialogue')) demande.flush(seances);
    else if (demande.request.url.endsWith('/questions')) demande.flush({ total: 0, questions: [], aModerer: [] });
    else demande.flush([]);
  }
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const section = (element: HTMLElement, titre: string): string =>
  [...element.querySelectorAll('section')]
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .find((texte) => texte.startsWith(titre)) ?? '';

describe('what waits in the participation', () => {
  it('is what past séances owe, late ones said so, then what comes next', async () => {
    const racontee = { statut: 'close', presents: 12, habitants: 9, niveauParticipation: 'decision' } as const;
    const element = await ouvrir([
      seance('apres', 20),
      seance('demain', 1),
      seance('hier', -1),
      seance('tardive', -30, { statut: 'tenue', presents: 12, habitants: 9, niveauParticipation: 'concertation' }),
      seance('finie', -60, racontee),
    ]);
    const aCompleter = section(element, 'Séances à compléter');
    expect(aCompleter).toContain('2 séances attendent une suite, dont 1 au compte rendu en retard.');
    expect(aCompleter).toMatch(/Table hier.*dire si elle s’est tenue.*Table tardive.*en retard/);
    expect(aCompleter).not.toContain('finie');
    expect(section(element, 'Prochaines séances')).toMatch(/Table demain.*Table apres/);
  });

  it('says so when nothing waits', async () => {
    const element = await ouvrir([]);
    expect(section(element, 'Séances à compléter')).toContain('Toutes les séances passées sont comptées et racontées.');
    expect(section(element, 'Prochaines séances')).toContain('Aucune séance n’est prévue');
  });
});
