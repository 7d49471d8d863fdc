import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { Presence, SeanceDialogue } from '@pleniere/participation/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { SeanceDialoguePage } from './seance-page';

const presences = (femmes: number, hommes: number): Presence[] =>
  Array.from({ length: femmes + hommes }, (_, rang) => ({
    id: `p${rang}`,
    role: 'habitant',
    trancheAge: null,
    genre: rang < femmes ? 'femme' : 'homme',
    qpvCode: null,
    premiereFois: null,
    parTelephone: false,
  }));

const SEANCE: SeanceDialogue = {
  id: 's1',
  version: 3,
  espace: { id: 'e1', nom: 'Table de quartier', forme: 'table-de-quartier', organisationId: 'o1' },
  qpvCode: null,
  date: '2026-01-10',
  heure: '18:30',
  lieu: 'Centre social',
  modalite: 'presentiel',
  statut: 'tenue',
  motif: '',
  niveauParticipation: null,
  compteRenduPublieLe: null,
  presents: 40,
  habitants: 40,
  dureeMinutes: null,
  sollicitations: ['affichage'],
  ordreDuJour: '',
  compteRendu: '<p>On a parlé du bus.</p>',
  niveauJustification: '',
  ressentiQuestion: 'Ce soir, avez-vous été écouté ?',
  codeEmargement: 'ABCD2345',
  adresseEmargement: '/habitants/tmvl/emargement/ABCD2345',
  presences: presences(15, 12),
  comptages: [{ role: 'habitant', n: 40, methode: 'comptage', version: 1 }],
  ressenti: { version: 1, notes: [0, 0, 2, 6, 4] },
  notes: [],
  questions: [{ id: 'q1', numero: 12, texte: 'Quand revient le bus du soir ?', etat: 'attribuee' }],
};

async function ouvrir(seance: SeanceDialogue, role: string, organisation: string): Promise<HTMLElement> {
  const session = { role, contrat: { id: 'c1' }, organisation: { id: organisation } };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => session, peut: () => true } },
    ],
  });
  const fixture = TestBed.createComponent(SeanceDialoguePage);
  fixture.componentRef.setInput('id', 's1');
  TestBed.tick();
  // What the page asks once it knows the séance comes in a second time.
  for (let tour = 0; tour < 2; tour++) {
    for (const demande of TestBed.inject(HttpTestingController).match(() => true))
      demande.flush(demande.request.url.endsWith('/s1') ? seance : []);
    fixture.detectChanges();
    await Promise.resolve();
    TestBed.tick();
  }
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const boutons = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('button')].map((bouton) => bouton.textContent.trim());

describe('one séance of an espace', () => {
  it('says what it owes, who came, what was asked, and offers the steps that follow', async () => {
    const element = await ouvrir(SEANCE, 'equipe', 'autre');
    expect(element.textContent).toContain('publier le compte rendu, en retard, dire le niveau de participation');
    expect(element.textContent).toMatch(/Genre\s*:\s*femme 15, homme 12 \(27 sur 40 l’ont dit\)/);
    expect(element.textContent).toContain('4,2 sur 5, 12\u00A0réponses.');
    expect(element.textContent).toMatch(/Quand revient le bus du soir \?\s*Question n°\s12/);
    expect(boutons(element)).toContain('Publier le compte rendu');
  });

  it('details nothing where a part is of fewer than eleven people, or fewer than half have said it', async () => {
    const peu = await ouvrir({ ...SEANCE, presences: presences(20, 3) }, 'equipe', 'autre');
    expect(peu.textContent).toContain('23 sur 40 l’ont dit');
    expect(peu.textContent).not.toContain('femme 20');
    TestBed.resetTestingModule();
    const rares = await ouvrir(
      { ...SEANCE, presences: presences(12, 0), ressenti: { version: 1, notes: [3, 0, 0, 0, 4] } },
      'equipe',
      'x',
    );
    expect(rares.textContent).not.toContain('femme 12');
    expect(rares.textContent).toContain('Moins de 11 réponses');
  });

  it('is changed by those who animate it alone', async () => {
    expect(boutons(await ouvrir(SEANCE, 'referent', 'o1'))).toContain('Modifier');
    TestBed.resetTestingModule();
    // Somebody else may still say which fiche it touches.
    expect(boutons(await ouvrir(SEANCE, 'referent', 'autre'))).toEqual(['Relier']);
  });
});
