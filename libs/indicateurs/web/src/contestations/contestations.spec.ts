import { Component, signal } from '@angular/core';
import type { ContestationSituee, Indicateur, Valeur } from '@pleniere/indicateurs/domain';
import { ouvrirQualite, type PageOuverte } from '../qualite/essais/ouvrir-qualite';
import { ContestationDeValeur } from './contestation-de-valeur';
import { ContestationsPage } from './contestations-page';

const LISTE = '/api/v1/contrats/c1/contestations';
const INDICATEUR = {
  ...{ id: 'i1', ficheId: 'f1', ficheCode: 'T1.1', libelle: 'Habitants mobilisés' },
  ...{ nature: 'nombre', unite: 'habitants', decimales: 0, modalites: [] },
} as unknown as Indicateur & { ficheCode: string };
const CELLULE = { indicateurId: 'i1', annee: 2025, territoire: 'QN03709M', ventilation: 'total' } as const;
const VALEUR = { ...CELLULE, valeur: 12, absence: null, version: 3 } as Valeur;

function contestation(reste: Partial<ContestationSituee> = {}): ContestationSituee {
  return {
    ...CELLULE,
    ...{ id: 'x1', version: 1, statut: 'ouverte', auteurId: 'p1', auteur: 'Hélène Marchadier' },
    ...{ valeurContestee: { valeur: 12, absence: null }, valeurProposee: 9, actuelle: VALEUR },
    ...{ motif: 'Trois personnes comptées deux fois.', source: 'Feuilles de présence' },
    ...{ ouverteLe: '2026-11-12T13:32:00Z', reponse: '', decideePar: null, decideeLe: null, indicateur: INDICATEUR },
    ...reste,
  };
}

@Component({
  imports: [ContestationDeValeur],
  template: `<pl-contestation-de-valeur
      [indicateur]="indicateur"
      [cellule]="cellule"
      [valeur]="valeur"
      (changee)="fois.set(fois() + 1)"
    />
    Relue {{ fois() }} fois`,
})
class Panneau {
  readonly indicateur = INDICATEUR;
  readonly cellule = CELLULE;
  readonly valeur = VALEUR;
  readonly fois = signal(0);
}

async function ouvrirPanneau(role: 'delegue' | 'equipe', ...cas: ContestationSituee[]): Promise<PageOuverte> {
  const page = await ouvrirQualite([{ path: 'case', component: Panneau }], '/case', role);
  await page.repondre('GET', `${LISTE}?indicateur=i1`, cas);
  return page;
}

async function ouvrirListe(role: 'delegue' | 'equipe', ...cas: ContestationSituee[]): Promise<PageOuverte> {
  const page = await ouvrirQualite([{ path: 'liste', component: ContestationsPage }], '/liste', role);
  await page.repondre('GET', '/api/v1/contrats/c1/qpv', [
    { code: 'QN03709M', libelle: 'Sanitas', communes: [{ code: '37261', nom: 'Tours' }] },
  ]);
  await page.repondre('GET', LISTE, cas);
  return page;
}

describe('a value that the State contests', () => {
  it('shows both figures, the reason and the source', async () => {
    const page = await ouvrirPanneau('equipe', contestation(), contestation({ id: 'x2', annee: 2024 }));
    expect(page.element.querySelectorAll('pl-carte-contestation')).toHaveLength(1);
    expect(page.texte()).toMatch(/Valeur inscrite ?12 habitants ?Valeur proposée ?9 habitants/);
    expect(page.texte()).toContain('Trois personnes comptées deux fois.');
    expect(page.texte()).toContain('Source : Feuilles de présence');
  });

  it('is contested by a délégué with a value of its nature, a motif and a source', async () => {
    const page = await ouvrirPanneau('delegue');
    page.commande('Contester cette valeur').click();
    await page.remplir('Valeur proposée', 'neuf');
    await page.remplir('Motif', 'Trois personnes comptées deux fois.');
    await page.remplir('Source', 'Feuilles de présence');
    await page.dansLaFenetre('Contester');
    expect(document.body.textContent).toContain('Un nombre est attendu.');
    await page.remplir('Valeur proposée', '9');
    await page.dansLaFenetre('Contester');
    const envoi = await page.envoi('POST', LISTE);
    expect(envoi.request.body).toEqual({
      ...CELLULE,
      valeurProposee: 9,
      motif: 'Trois personnes comptées deux fois.',
      source: 'Feuilles de présence',
    });
    envoi.flush(contestation(), { status: 201, statusText: 'Created' });
    await page.repondre('GET', `${LISTE}?indicateur=i1`, [contestation()]);
    expect(page.texte()).toContain('Relue 1 fois');
    expect(page.texte()).not.toContain('Contester cette valeur');
  });

  it('is not contested by the team, nor twice', async () => {
    expect((await ouvrirPanneau('equipe')).element.querySelector('button')).toBeNull();
  });
});

describe('the list of contestations', () => {
  it('puts those to decide first, then what became of the others', async () => {
    const decidee = { statut: 'refusee', reponse: 'Recompté.', decideePar: 'Claire Vasseur' } as const;
    const page = await ouvrirListe(
      'delegue',
      contestation(),
      contestation({ id: 'x2', ...decidee, decideeLe: '2026-11-14T13:32:00Z' }),
    );
    expect([...page.element.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'À décider (1)',
      'Décidées ou retirées (1)',
    ]);
    expect(page.texte()).toContain('T 1.1 · Sanitas, 2025');
    expect(page.texte()).toContain('Recompté.');
    expect(page.texte()).toContain('Refusée par Claire Vasseur, 14 novembre 2026');
    expect(page.element.querySelectorAll('button')).toHaveLength(1);
  });

  it('lets the team accept beside the value that it read', async () => {
    const page = await ouvrirListe('equipe', contestation({ auteurId: 'p9' }));
    page.commande('Accepter').click();
    await page.dansLaFenetre('Accepter');
    const envoi = await page.envoi('POST', '/api/v1/contestations/x1/decision');
    expect(envoi.request.body).toEqual({ decision: 'accepter', reponse: '', versionValeur: 3 });
    expect(envoi.request.headers.get('If-Match')).toBe('"1"');
    envoi.flush(contestation({ statut: 'acceptee', version: 2 }));
    await page.envoi('GET', LISTE);
  });

  it('asks the team for a reply to a refusal, and says when the value moved meanwhile', async () => {
    const page = await ouvrirListe('equipe', contestation({ auteurId: 'p9' }));
    page.commande('Refuser').click();
    await page.dansLaFenetre('Refuser');
    expect(document.body.textContent).toContain('Dites à l’auteur pourquoi');
    await page.remplir('Réponse', 'Les feuilles ont été recomptées.');
    await page.dansLaFenetre('Refuser');
    await page.repondre('POST', '/api/v1/contestations/x1/decision', { title: 'Périmé', actuel: [] }, 412);
    expect(document.body.textContent).toContain('La valeur ou la contestation a changé entre-temps.');
    await page.dansLaFenetre('Annuler');
    await page.envoi('GET', LISTE);
  });

  it('lets its author withdraw', async () => {
    const page = await ouvrirListe('delegue', contestation());
    page.commande('Retirer').click();
    await page.dansLaFenetre('Retirer');
    const envoi = await page.envoi('DELETE', '/api/v1/contestations/x1');
    expect(envoi.request.headers.get('If-Match')).toBe('"1"');
  });
});
