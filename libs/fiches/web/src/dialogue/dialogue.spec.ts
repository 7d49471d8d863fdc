import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Permission, Role } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { DemandePrecision, DialogueFiche, Fil, Interlocuteur, Message } from '@pleniere/fiches/domain';
import { fiche, HTTP, SESSION, suite } from '../essais/exemples';
import { fichesRoutes } from '../fiches.routes';
import { appelEnCours, citees, decouper, proposer } from './redaction/mentions';
// Read before the clock of the first test starts: the sheet brings most of the area.
import '../fiche/feuille/feuille';

let api: HttpTestingController;
let vue: HTMLElement;

const CLAIRE: Interlocuteur = {
  id: 'claire',
  nom: 'Claire Vasseur',
  fonction: 'Cheffe de projet',
  role: 'equipe',
  organisation: { id: 'metropole', nom: 'Tours Métropole' },
};
const HELENE: Interlocuteur = { ...CLAIRE, id: 'helene', nom: 'Hélène Marchadier', role: 'delegue' };

function message(changement: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    version: 1,
    auteurId: 'claire',
    auteur: 'Claire Vasseur',
    fonction: 'Cheffe de projet',
    texte: 'Est-ce encore vrai ?',
    mentions: [],
    ecritLe: '2026-11-13T08:20:00Z',
    modifieLe: null,
    supprimeLe: null,
    ...changement,
  };
}

function fil(changement: Partial<Fil> = {}): Fil {
  return {
    id: 'fil1',
    version: 1,
    champ: 'contexte',
    elementId: null,
    valeur: null,
    extrait: '',
    visibilite: 'tous',
    statut: 'ouvert',
    resoluPar: null,
    resoluLe: null,
    meMentionne: false,
    messages: [message()],
    ...changement,
  };
}

function demande(changement: Partial<DemandePrecision> = {}): DemandePrecision {
  return {
    id: 'd1',
    version: 1,
    champ: null,
    question: 'Quelle voie ?',
    destinataire: { personneId: null, organisationId: 'tours', nom: 'Ville de Tours' },
    echeance: '2026-11-18',
    statut: 'ouverte',
    auteurId: 'helene',
    auteur: 'Hélène Marchadier',
    fonction: 'Déléguée du préfet',
    demandeeLe: '2026-11-03T10:00:00Z',
    reponse: '',
    reponduePar: null,
    repondueLe: null,
    closePar: null,
    closeLe: null,
    ...changement,
  };
}

async function repos(): Promise<void> {
  for (let tour = 0; tour < 4; tour++) {
    await suite();
    for (const demande of api.match(({ url }) => url.startsWith('/api/v1/contrats/'))) {
      demande.flush(demande.request.url.endsWith('/questions') ? { questions: [], total: 0 } : []);
    }
  }
}

/** Opens the sheet of a draft, as somebody, with what is said of it. */
async function ouvrir(
  dit: Partial<DialogueFiche>,
  { role = 'referent', permissions = ['dialogue.participer'] }: { role?: Role; permissions?: Permission[] } = {},
): Promise<void> {
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush({ ...SESSION, role, permissions: ['fiches.lire', ...permissions] });
  await ouverte;
  const harness = await RouterTestingHarness.create('/fiches/T1.1');
  api.expectOne('/api/v1/fiches/T1.1').flush(fiche());
  await repos();
  for (const requete of api.match('/api/v1/fiches/f1/dialogue'))
    requete.flush({ fils: [], demandes: [], interlocuteurs: [CLAIRE, HELENE], ...dit });
  await repos();
  vue = harness.fixture.nativeElement as HTMLElement;
}

const volet = () => vue.querySelector<HTMLElement>('pl-volet-dialogue') as HTMLElement;
const bouton = (mots: string) =>
  [...vue.querySelectorAll('button')].find(
    (candidat) => candidat.textContent?.includes(mots) || candidat.getAttribute('aria-label')?.includes(mots),
  );
async function cliquer(mots: string): Promise<void> {
  const trouve = bouton(mots);
  if (!trouve) throw new Error(`no button ${mots}`);
  trouve.click();
  await repos();
}
async function ecrire(texte: string): Promise<HTMLTextAreaElement> {
  const zone = volet().querySelector('textarea');
  if (!zone) throw new Error('nowhere to write');
  zone.value = texte;
  zone.setSelectionRange(texte.length, texte.length);
  zone.dispatchEvent(new Event('input'));
  await repos();
  return zone;
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'fiches', children: fichesRoutes }], withComponentInputBinding())],
  });
  api = TestBed.inject(HttpTestingController);
});

describe('what is said of a fiche', () => {
  it('is counted beside the fields and opens narrowed to one', async () => {
    await ouvrir({ fils: [fil(), fil({ id: 'fil2', champ: 'publicCible' }), fil({ id: 'fil3', statut: 'resolu' })] });
    expect(volet().textContent).toContain('2\u00A0échanges ouverts');
    await cliquer('sur «\u202FContexte / diagnostic\u202F»');
    expect(volet().querySelectorAll('pl-fil-de-discussion')).toHaveLength(1);
    expect(volet().textContent).toContain('Est-ce encore vrai\u202F?');
    await cliquer('voir tous les champs');
    expect(volet().querySelectorAll('pl-fil-de-discussion')).toHaveLength(2);
    await cliquer('Ouverts');
    expect(volet().querySelectorAll('pl-fil-de-discussion')).toHaveLength(3);
  });

  it('keeps only what is mine when asked', async () => {
    const mien = fil({ id: 'fil2', messages: [message({ mentions: [{ id: 'samira', nom: 'Samira Lahlou' }] })] });
    await ouvrir({ fils: [fil(), mien] });
    await cliquer('Échanges');
    await cliquer('À moi');
    expect(volet().querySelectorAll('pl-fil-de-discussion')).toHaveLength(1);
  });

  it('shows an answer at once, then as the server has it', async () => {
    await ouvrir({ fils: [fil()] });
    await cliquer('Échanges');
    await cliquer('Répondre');
    await ecrire('Oui, @Claire Vasseur.');
    await cliquer('Envoyer');
    expect(volet().textContent).toContain('Envoi en cours');
    const envoi = api.expectOne('/api/v1/fils/fil1/messages');
    expect(envoi.request.body).toEqual({ texte: 'Oui, @Claire Vasseur.', mentions: ['claire'] });
    envoi.flush(
      fil({ messages: [message(), message({ id: 'm2', texte: 'Oui, @Claire Vasseur.', auteur: 'Samira' })] }),
    );
    await repos();
    expect(volet().textContent).not.toContain('Envoi en cours');
    expect(volet().querySelectorAll('pl-message-lu')).toHaveLength(2);
  });

  it('gives an answer that did not arrive back to its author, and finds it again after a reload', async () => {
    await ouvrir({ fils: [fil()] });
    await cliquer('Échanges');
    await cliquer('Répondre');
    await ecrire('Ma réponse');
    await cliquer('Envoyer');
    api.expectOne('/api/v1/fils/fil1/messages').error(new ProgressEvent('error'));
    await repos();
    expect(volet().querySelector('textarea')?.value).toBe('Ma réponse');
    expect(volet().querySelector('[role="alert"]')?.textContent).not.toBe('');
    expect(sessionStorage.length).toBe(1);
  });

  it('says who will read before one writes, and mentions only them', async () => {
    await ouvrir({}, { role: 'equipe' });
    await cliquer('Échanges');
    expect(volet().textContent).toContain('Personne n’a encore rien dit');
    await cliquer('Nouvel échange');
    const choix = [...volet().querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    expect(choix.map(({ value, checked }) => `${value} ${checked}`)).toEqual([
      'tous true',
      'etat false',
      'equipe false',
    ]);
    expect(volet().textContent).toContain('L’équipe du contrat de ville, et personne d’autre');
    choix[2]?.click();
    await ecrire('Bonjour @hel');
    expect(volet().querySelectorAll('[role="option"]')).toHaveLength(0);
    choix[1]?.click();
    const zone = await ecrire('Bonjour @hel');
    expect(volet().querySelector('[role="option"]')?.textContent).toContain('Hélène Marchadier');
    zone.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await repos();
    expect(zone.value).toBe('Bonjour @Hélène Marchadier ');
    zone.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await repos();
    expect(api.expectOne('/api/v1/fiches/f1/fils').request.body).toEqual({
      champ: null,
      elementId: null,
      valeur: null,
      texte: 'Bonjour @Hélène Marchadier',
      mentions: ['helene'],
      visibilite: 'etat',
    });
  });

  it('keeps the words of an entry that is gone, and the place of a message that its author deleted', async () => {
    const orphelin = fil({
      champ: 'resultatsAttendus',
      elementId: 'parti',
      extrait: 'Un lieu par quartier',
      messages: [message({ texte: '', supprimeLe: '2026-11-13T08:30:00Z' })],
    });
    await ouvrir({ fils: [orphelin, fil({ id: 'fil2', champ: 'resultatsAttendus', elementId: 'r1', extrait: 'Là' })] });
    await cliquer('Échanges');
    const [premier, second] = volet().querySelectorAll('pl-fil-de-discussion');
    expect(premier?.textContent).toMatch(/Un lieu par quartier\s+\(n’est plus dans la fiche\)/);
    expect(premier?.textContent).toContain('Message supprimé par son auteur');
    expect(second?.textContent).not.toContain('n’est plus dans la fiche');
  });
});

describe('a demande de précision', () => {
  it('says in words that it is late, and is answered by whom it is put to', async () => {
    await ouvrir({ demandes: [demande()] });
    expect(volet().querySelector('.attente')?.textContent).toContain('1');
    await cliquer('Échanges');
    expect(volet().textContent).toContain('Attendue le 18 novembre 2026, en retard de 4\u00A0jours');
    expect(bouton('Répondre à la demande')).toBeDefined();
    expect(bouton('Clore')).toBeUndefined();
  });

  it('is closed by whoever asked it', async () => {
    const posee = demande({ auteurId: 'samira', statut: 'repondue', reponse: 'La première.', reponduePar: 'Julien' });
    await ouvrir(
      { demandes: [posee] },
      { role: 'delegue', permissions: ['dialogue.participer', 'precisions.demander'] },
    );
    await cliquer('Échanges');
    await cliquer('Clore');
    const cloture = api.expectOne('/api/v1/precisions/d1/cloture');
    expect(cloture.request.headers.get('If-Match')).toBe('"1"');
    cloture.flush({ ...posee, statut: 'close', closePar: 'Samira', closeLe: '2026-11-22T10:00:00Z' });
    await repos();
    expect(volet().querySelector('pl-demande-lue')).toBeNull();
  });
});

describe('whoever does not take part', () => {
  it('sees no sign of what is said, and asks for none of it', async () => {
    await ouvrir({}, { role: 'lecteur', permissions: [] });
    api.expectNone('/api/v1/fiches/f1/dialogue');
    expect(volet().textContent?.trim()).toBe('');
    expect(bouton('échange')).toBeUndefined();
  });

  it('is not shown the notes of the State, nor asked for them', async () => {
    await ouvrir({ fils: [fil()] }, { role: 'equipe' });
    await cliquer('Échanges');
    api.expectNone('/api/v1/fiches/f1/notes');
    expect(volet().querySelector('pl-notes-etat')).toBeNull();
  });
});

describe('mentions', () => {
  it('are found before the caret, by name first, then by function', () => {
    expect(appelEnCours('Bonjour @Cla', 12)).toEqual({ debut: 8, nom: 'Cla' });
    expect(appelEnCours('claire@exemple', 14)).toBeNull();
    expect(proposer([HELENE, CLAIRE], { debut: 0, nom: 'vass' })).toEqual([CLAIRE]);
    expect(proposer([HELENE, CLAIRE], { debut: 0, nom: 'cheffe' })).toEqual([HELENE, CLAIRE]);
    expect(citees('Avec @Claire Vasseur', [HELENE, CLAIRE])).toEqual([CLAIRE]);
  });

  it('are shown apart in a message, whose words all stay', () => {
    const texte = 'Vu avec @Claire Vasseur et @Hélène Marchadier.';
    const passages = decouper(texte, ['Hélène Marchadier', 'Claire Vasseur']);
    expect(passages.map((passage) => passage.texte).join('')).toBe(texte);
    expect(passages.filter(({ mention }) => mention).map((passage) => passage.texte)).toEqual([
      '@Claire Vasseur',
      '@Hélène Marchadier',
    ]);
  });
});
