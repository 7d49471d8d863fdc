import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { Annonce, type DemandeSaisie, Saisie } from '@pleniere/shared/ui';
import { fiche, HTTP, SESSION, suite } from '../../essais/exemples';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { HistoriquePage } from './historique-page';

const ENTREE: EntreeJournal = {
  id: '12',
  quand: '2026-11-20T10:00:00Z',
  auteur: { id: 'samira', nom: 'Samira Lahlou' },
  objet: 'fiche',
  objetId: 'f1',
  ficheId: 'f1',
  champ: 'contexte',
  avant: '<p>Cinq quartiers.</p>',
  apres: '<p>Sept quartiers.</p>',
  motif: null,
};

const PAGE = '/api/v1/contrats/contrat/historique?fiche=f1';

async function ouvrir(ecrire: boolean) {
  const affichee = fiche({ champs: { contexte: { version: 4, modifieLe: '', modifiePar: '' } } });
  const lue = signal({ ...affichee, droits: { ...affichee.droits, ecrire } });
  const recevoir = jest.fn();
  const demander = jest.fn((demande: DemandeSaisie<{ motif: string }, unknown>) =>
    demande.enregistrer({ motif: 'Erreur' }, demande.version ?? 0),
  );
  TestBed.configureTestingModule({
    providers: [
      ...HTTP,
      provideRouter([]),
      { provide: FicheStore, useValue: { fiche: lue, recevoir } },
      { provide: Referentiels, useValue: { texteOrientation: () => null, nomTerritoire: (code: string) => code } },
      { provide: Saisie, useValue: { demander } },
      { provide: Annonce, useValue: { dire: () => Promise.resolve() } },
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  const vue = TestBed.createComponent(HistoriquePage);
  vue.detectChanges();
  const page = async () => {
    api.expectOne(({ urlWithParams }) => urlWithParams === PAGE).flush({ entrees: [ENTREE], fiches: [] });
    await suite();
    vue.detectChanges();
  };
  await page();
  return { noeud: vue.nativeElement as HTMLElement, api, page, recevoir };
}

const bouton = (noeud: HTMLElement, texte: string) =>
  [...noeud.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(texte));

describe('history of a fiche', () => {
  it('brings a field back from the version that is shown, and shows what came of it', async () => {
    const { noeud, api, page, recevoir } = await ouvrir(true);
    expect(noeud.querySelector('del')?.textContent).toBe('Cinq');
    bouton(noeud, 'Rétablir le texte d’avant')?.click();
    const demande = api.expectOne('/api/v1/fiches/f1/champs/contexte/retablissement');
    expect(demande.request.body).toEqual({ entree: '12', cote: 'avant', motif: 'Erreur' });
    expect(demande.request.headers.get('If-Match')).toBe('"4"');
    demande.flush({ champ: 'contexte' });
    await suite();
    const relue = fiche();
    api.expectOne('/api/v1/fiches/f1').flush(relue);
    await suite();
    expect(recevoir).toHaveBeenCalledWith(relue);
    await page();
  });

  it('offers nothing to whoever may not write the fiche', async () => {
    const { noeud } = await ouvrir(false);
    expect(noeud.querySelectorAll('details')).toHaveLength(1);
    expect(bouton(noeud, 'Rétablir')).toBeUndefined();
  });
});
