import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { HTTP, SESSION, suite } from '../essais/exemples';
import { journalRoutes } from './journal.routes';

const element = (id: string, texte: string) => ({ id, texte: `<p>${texte}</p>` });
const FICHE = { id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux d’échange' };

function entree(changement: Partial<EntreeJournal>): EntreeJournal {
  const auteur = { id: 'samira', nom: 'Samira Lahlou' };
  const rien = { champ: null, avant: null, apres: null, motif: null };
  return {
    id: '9',
    quand: '2026-11-20T10:00:00Z',
    auteur,
    objet: 'fiche',
    objetId: 'f1',
    ficheId: 'f1',
    ...rien,
    ...changement,
  };
}

const ENTREES = [
  entree({ id: '9', champ: 'contexte', avant: '<p>Cinq quartiers.</p>', apres: '<p>Sept quartiers.</p>' }),
  entree({
    id: '8',
    champ: 'resultatsAttendus',
    avant: [element('a', 'Un'), element('b', 'Deux'), element('c', 'Trois')],
    apres: [element('c', 'Trois'), element('a', 'Un lieu'), element('d', 'Quatre')],
  }),
  entree({ id: '7', objet: 'organisation', objetId: 'o', ficheId: null, apres: { nom: 'Val Habitat' } }),
];

const mots = (noeud: Element | null | undefined) => noeud?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const tous = (vue: HTMLElement, quoi: string) => [...vue.querySelectorAll(quoi)].map(mots);

async function ouvrir(adresse: string, attendue: string, entrees: EntreeJournal[]) {
  TestBed.configureTestingModule({ providers: [...HTTP, provideRouter(journalRoutes, withComponentInputBinding())] });
  const api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  const harness = await RouterTestingHarness.create(adresse);
  await suite();
  for (const demande of api.match(({ url }) => !url.endsWith('/historique'))) demande.flush([]);
  const repondre = async (url: string, corps: EntreeJournal[]) => {
    api
      .expectOne(({ urlWithParams }) => urlWithParams === `/api/v1/contrats/contrat/historique${url}`)
      .flush({ entrees: corps, fiches: [FICHE] });
    await suite();
    await harness.fixture.whenStable();
  };
  await repondre(attendue, entrees);
  return { vue: harness.fixture.nativeElement as HTMLElement, repondre };
}

beforeEach(() => {
  localStorage.clear();
});

describe('journal of the contrat', () => {
  it('reads fiche by fiche, then field by field, word by word and entry by entry', async () => {
    const { vue } = await ouvrir('/', '', ENTREES);
    expect(tous(vue, 'h2')).toEqual(['T 1.1 – Ouvrir des lieux d’échange', 'Hors des fiches']);
    expect(tous(vue, 'h3')).toEqual(['Contexte / diagnostic', 'Résultat(s) attendu(s)', 'Organisations']);
    const [texte, liste] = [...vue.querySelectorAll<HTMLElement>('details')];
    expect(tous(texte ?? vue, 'del')).toEqual(['Cinq']);
    expect(tous(texte ?? vue, 'ins')).toEqual(['Sept']);
    expect(tous(liste ?? vue, '.geste')).toEqual([
      'Déplacé de la 3e place à la 1re place',
      'Modifié, à la 2e place',
      'Retiré de la 2e place',
      'Ajouté à la 3e place',
    ]);
  });

  it('asks for the part that the address tells, and for the next page of the same', async () => {
    const cent = Array.from({ length: 100 }, (_, rang) =>
      entree({ id: String(200 - rang), champ: 'titre', avant: 'a', apres: 'b' }),
    );
    const { vue, repondre } = await ouvrir(
      '/?depuis=2026-11-01&personne=samira&vue=jours',
      '?depuis=2026-11-01&personne=samira',
      cent,
    );
    expect(tous(vue, 'h2')).toEqual(['20 novembre 2026']);
    expect(vue.querySelector<HTMLInputElement>('input')?.value).toBe('2026-11-01');
    const plus = [...vue.querySelectorAll('button')].find((bouton) => mots(bouton).includes('plus anciens'));
    plus?.click();
    await suite();
    await repondre('?depuis=2026-11-01&personne=samira&avant=101', [entree({ id: '5', champ: 'titre' })]);
    expect(vue.querySelectorAll('ol > li')).toHaveLength(101);
    expect(mots(vue)).not.toContain('plus anciens');
  });

  it('says that nothing changed there, and offers everything again', async () => {
    const { vue } = await ouvrir('/?objet=mandat', '?objet=mandat', []);
    expect(mots(vue)).toContain('Rien n’a changé dans ce qui est demandé');
    expect(tous(vue, '.outils button').at(-1)).toBe('Tout montrer');
  });
});
