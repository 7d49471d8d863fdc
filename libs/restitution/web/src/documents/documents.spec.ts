import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { ArreteResume } from '@pleniere/plenieres/domain';
import type { DocumentProduit } from '@pleniere/restitution/domain';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { Annonce } from '@pleniere/shared/ui';
import { FilDirect, problemeInterceptor } from '@pleniere/shared/web';
import { Subject } from 'rxjs';
import { DialogueDocument } from './dialogue-document';
import { DocumentsPage } from './documents-page';

const FICHES = ['T1.1', 'T1.2', 'E2.1'].map((code, rang) => ({ id: `f${rang + 1}`, code, titre: `Projet ${code}` }));
const ARRETE = {
  ...{ id: 'a1', numero: 3, titre: 'Plénière 2026', seance: null, figeLe: '2026-11-20T09:00:00.000Z' },
  ...{ figePar: 'Claire Vasseur', perimetre: FICHES, sha256: 'ab'.repeat(32) },
} satisfies ArreteResume;

const document = (reste: Partial<DocumentProduit>): DocumentProduit => ({
  ...{ id: 'd1', arreteId: 'a1', sorte: 'livre-pdf', options: { ficheIds: [], sections: [] }, statut: 'attente' },
  ...{ etape: '', avancement: 0, demandeLe: '2026-11-20T10:00:00Z', demandePar: 'Claire Vasseur', termineLe: null },
  ...{ motif: null, fichier: null },
  ...reste,
});
const FICHIER = { nom: 'livre-arrete-3.pdf', type: 'application/pdf', taille: 1_250_000, sha256: 'cd'.repeat(32) };

const fermer = jest.fn();
const dire = jest.fn();
const evenements = new Subject<EvenementDirect>();
let api: HttpTestingController;

function preparer(role: 'equipe' | 'lecteur', data: unknown = null): void {
  fermer.mockReset();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: MatDialogRef, useValue: { close: fermer } },
      { provide: MAT_DIALOG_DATA, useValue: data },
      { provide: Annonce, useValue: { dire } },
      { provide: FilDirect, useValue: { evenements: () => evenements, reprises: new Subject() } },
      {
        provide: SessionStore,
        useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => role === 'equipe', role: () => role },
      },
    ],
  });
  api = TestBed.inject(HttpTestingController);
}

const mots = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ');
const DOCUMENTS = '/api/v1/contrats/c1/arretes/a1/documents';

/** The next reading of the list, which comes a moment after what calls for it. */
async function relecture(fixture: ComponentFixture<unknown>): Promise<TestRequest> {
  for (;;) {
    fixture.detectChanges();
    const [lecture] = api.match(DOCUMENTS);
    if (lecture) return lecture;
    await new Promise((resoudre) => setTimeout(resoudre, 10));
  }
}

async function ouvrirPage(role: 'equipe' | 'lecteur', documents: DocumentProduit[]) {
  preparer(role);
  const fixture = TestBed.createComponent(DocumentsPage);
  fixture.componentRef.setInput('id', 'a1');
  fixture.detectChanges();
  api.expectOne('/api/v1/contrats/c1/arretes').flush([ARRETE]);
  api.expectOne(DOCUMENTS).flush(documents);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const bouton = (texte: string) =>
    [...element.querySelectorAll('button')].find((un) => un.textContent?.includes(texte));
  return { fixture, element, bouton };
}

describe('documents of an arrêté', () => {
  it('tell how far each is, what it was made of, and give its file', async () => {
    const { element } = await ouvrirPage('lecteur', [
      document({ statut: 'en-cours', etape: 'Composition des fiches', avancement: 28 }),
      document({ id: 'd2', statut: 'pret', options: { ficheIds: ['f1'], sections: ['fiches'] }, fichier: FICHIER }),
      document({ id: 'd3', sorte: 'essentiel-pdf', statut: 'echec', motif: 'La fabrication s’est arrêtée.' }),
    ]);
    const lu = mots(element);
    expect(lu).toContain('Documents de l’arrêté n° 3');
    expect(lu).toContain('Composition des fiches, 28 %');
    expect(lu).toContain('1 fiche choisie sur 3, 1 partie');
    expect(lu).toContain('1,3 Mo');
    expect(lu).toContain('La fabrication s’est arrêtée.');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/documents/d2/fichier');
    expect(element.querySelectorAll('button')).toHaveLength(0);
  });

  it('follow the work as it goes on, and can be cancelled or begun again', async () => {
    const { fixture, element, bouton } = await ouvrirPage('equipe', [document({ statut: 'en-cours' })]);
    evenements.next({ type: 'document.avance', objetId: 'd1', visibilite: 'tous', donnees: { arreteId: 'autre' } });
    evenements.next({ type: 'document.avance', objetId: 'd1', visibilite: 'tous', donnees: { arreteId: 'a1' } });
    (await relecture(fixture)).flush([document({ statut: 'en-cours', etape: 'Mise en page', avancement: 35 })]);
    await fixture.whenStable();
    expect(mots(element)).toContain('Mise en page, 35 %');

    bouton('Annuler')?.click();
    api.expectOne('/api/v1/documents/d1/annuler').flush(document({ statut: 'annule' }));
    (await relecture(fixture)).flush([document({ statut: 'annule' })]);
    await fixture.whenStable();
    expect(dire).toHaveBeenCalledWith('Document annulé.');
    bouton('Recommencer')?.click();
    const { request } = api.expectOne(DOCUMENTS);
    expect(request.body).toEqual({ sorte: 'livre-pdf', options: { ficheIds: [], sections: [] } });
  });

  it('say when there is none, and offer to make one to the team alone', async () => {
    const { element, bouton } = await ouvrirPage('equipe', []);
    expect(mots(element)).toContain('Aucun document');
    expect(bouton('Faire un document')).toBeDefined();
  });
});

describe('asking a document', () => {
  async function ouvrirDialogue(anterieurs: ArreteResume[] = []) {
    preparer('equipe', { arrete: ARRETE, anterieurs });
    const fixture = TestBed.createComponent(DialogueDocument);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const cliquer = async (selecteur: string) => {
      element.querySelector<HTMLElement>(selecteur)?.click();
      await fixture.whenStable();
    };
    const envoyer = () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      return api.expectOne(DOCUMENTS);
    };
    return { fixture, element, cliquer, envoyer };
  }

  it('asks the whole unless told otherwise', async () => {
    const { fixture, envoyer } = await ouvrirDialogue();
    const demande = envoyer();
    expect(demande.request.body).toEqual({ sorte: 'livre-pdf', options: { ficheIds: [], sections: [] } });
    demande.flush(document({}));
    await fixture.whenStable();
    expect(fermer).toHaveBeenCalledWith(document({}));
  });

  it('asks some fiches in another order, and some parts', async () => {
    const { element, cliquer, envoyer } = await ouvrirDialogue();
    await cliquer('pl-choix-des-fiches li:nth-child(1) [aria-label^=Descendre]');
    await cliquer('pl-choix-des-fiches li:nth-child(3) input');
    await cliquer('.parties label:nth-child(1) input');
    expect(mots(element)).toContain('2 fiches choisies sur 3');
    expect(element.querySelector('.apercu')?.getAttribute('href')).toContain('fiches=f2&fiches=f1&sections=synthese');
    expect(envoyer().request.body.options).toEqual({
      ficheIds: ['f2', 'f1'],
      sections: ['synthese', 'tableau-de-bord', 'fiches', 'decisions', 'reponses', 'index'],
    });
  });

  it('offers to compare when there is an earlier arrêté only, and asks which', async () => {
    const { element } = await ouvrirDialogue();
    expect(mots(element)).not.toContain('Depuis la dernière plénière');
    TestBed.resetTestingModule();
    const avant = await ouvrirDialogue([{ ...ARRETE, id: 'a0', numero: 2, titre: 'Plénière 2025' }]);
    await avant.cliquer('input[value="evolution-pdf"]');
    expect(mots(avant.element)).toContain('N° 2 – Plénière 2025');
    expect(avant.envoyer().request.body).toEqual({
      sorte: 'evolution-pdf',
      options: { ficheIds: [], sections: [], arreteDepuisId: 'a0' },
    });
  });

  it('keeps what was chosen when it is refused', async () => {
    const { fixture, element, cliquer, envoyer } = await ouvrirDialogue();
    await cliquer('pl-choix-des-fiches li:nth-child(1) input');
    const refus = { type: 't', title: 'Ce document ne peut pas être fait.', status: 422 };
    envoyer().flush(refus, { status: 422, statusText: 'Refused' });
    await fixture.whenStable();
    expect(mots(element)).toContain('Ce document ne peut pas être fait.');
    expect(mots(element)).toContain('2 fiches choisies sur 3');
    expect(fermer).not.toHaveBeenCalled();
  });
});
