import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsDe, type Role } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { Reprise } from '@pleniere/fiches/domain';
import { HTTP, SESSION } from '../essais/exemples';
import { ReprisePage } from './reprise-page';

const FICHE = { id: 'f1', code: 'T1.1', titre: 'Des lieux d’échange' };
const POSTE: Reprise = {
  organisation: { id: 'o1', nom: 'Ville de La Riche' },
  personnes: [{ id: 'p2', nom: 'Luc Aubertin', fonction: 'Référent', du: '2024-07-11', au: '2025-12-31' }],
  fiches: [{ ...FICHE, statut: 'en-vigueur', modifieLe: '2026-03-02T10:00:00Z' }],
  declinaisons: [{ id: 'd1', fiche: FICHE, qpv: null, statutExecution: 'en-cours', meteo: 'orage' }],
  indicateurs: [{ id: 'i1', libelle: 'Habitants mobilisés', fiche: FICHE }],
  actionsEnRetard: [{ id: 'a1', titre: 'Café des habitants', echeance: '2025-06-30', fiche: FICHE }],
  changements: [
    {
      id: '9',
      quand: '2025-11-02T10:00:00Z',
      auteur: { id: 'p2', nom: 'Luc Aubertin' },
      objet: 'action',
      objetId: 'a1',
      ficheId: 'f1',
      champ: null,
      avant: null,
      apres: { titre: 'Café des habitants' },
      motif: null,
    },
  ],
};
const VIDE: Reprise = {
  ...POSTE,
  personnes: [],
  fiches: [],
  declinaisons: [],
  indicateurs: [],
  actionsEnRetard: [],
  changements: [],
};

async function ouvrir(role: Role, reprise: Reprise) {
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'reprise', component: ReprisePage }], withComponentInputBinding())],
  });
  const api = TestBed.inject(HttpTestingController);
  const chargement = TestBed.inject(SessionStore).charger();
  api.expectOne('/api/v1/session').flush({ ...SESSION, role, permissions: permissionsDe(role) });
  await chargement;
  const ouverture = RouterTestingHarness.create('/reprise');
  await new Promise((suite) => setTimeout(suite));
  TestBed.tick();
  api.expectOne(`/api/v1/contrats/${SESSION.contrat.id}/reprise`).flush(reprise);
  api.expectOne(`/api/v1/contrats/${SESSION.contrat.id}/organisations`).flush([
    { id: 'o1', nom: 'Ville de La Riche' },
    { id: 'o2', nom: 'Ville de Tours' },
  ]);
  const ecran = await ouverture;
  await ecran.fixture.whenStable();
  return { api, ecran, element: ecran.routeNativeElement as HTMLElement };
}

describe('taking over a post', () => {
  it('says what is late first, then what is mine and what was done before me', async () => {
    const { element } = await ouvrir('referent', POSTE);
    expect(element.querySelector('h1')?.textContent).toBe('Reprise de poste\u00A0: Ville de La Riche');
    const titres = [...element.querySelectorAll('h2')].map((titre) => titre.textContent);
    expect(titres[0]).toBe('En retard');
    expect(element.textContent).toContain('attendue le 30 juin 2025');
    expect(element.textContent).toContain('du 11 juillet 2024 au 31 décembre 2025');
    expect(element.textContent).toContain('Luc Aubertin a ajouté une action');
    expect(element.querySelector('select')).toBeNull();
  });

  it('says so in words when there is nothing', async () => {
    const { element } = await ouvrir('referent', VIDE);
    expect(element.textContent).toContain('ne tient la plume d’aucune fiche');
    expect(element.querySelector('#titre-retards')).toBeNull();
  });

  it('lets the team choose another organisation, kept in the address', async () => {
    const { api, ecran, element } = await ouvrir('equipe', POSTE);
    const menu = element.querySelector('select');
    if (menu) menu.value = 'o2';
    menu?.dispatchEvent(new Event('change'));
    await new Promise((suite) => setTimeout(suite));
    TestBed.tick();
    api.expectOne(`/api/v1/contrats/${SESSION.contrat.id}/reprise?organisation=o2`).flush(VIDE);
    await ecran.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/reprise?organisation=o2');
  });
});
