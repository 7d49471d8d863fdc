import { HttpEventType } from '@angular/common/http';
import { Component } from '@angular/core';
import type { Piece } from '@pleniere/indicateurs/domain';
import { ouvrirQualite, type PageOuverte } from '../qualite/essais/ouvrir-qualite';
import { PiecesDeValeur } from './pieces-de-valeur';

const PIECES = '/api/v1/contrats/c1/pieces';
const PIECE: Piece = {
  ...{ id: 'a1', indicateurId: 'i1', annee: 2025, territoire: 'QN03709M' },
  ...{ nom: 'emargement.pdf', type: 'application/pdf', taille: 204_800, donneesPersonnelles: true },
  ...{ ajouteePar: 'Samira Lahlou', ajouteeLe: '2026-01-12T13:32:00Z', retirable: true },
};

@Component({
  imports: [PiecesDeValeur],
  template: `<pl-pieces-de-valeur indicateurId="i1" [cellule]="cellule" [saisissable]="true" />`,
})
class Saisissable {
  readonly cellule = { annee: 2025, territoire: 'QN03709M' };
}

@Component({
  imports: [PiecesDeValeur],
  template: `<pl-pieces-de-valeur indicateurId="i1" [nommer]="nommer" />`,
})
class Lue {
  readonly nommer = (): string => 'Sanitas';
}

async function ouvrir(component: typeof Saisissable | typeof Lue, ...pieces: Piece[]): Promise<PageOuverte> {
  const page = await ouvrirQualite([{ path: 'pieces', component }], '/pieces', 'referent');
  await page.repondre('GET', `${PIECES}?indicateur=i1`, pieces);
  return page;
}

async function choisir(page: PageOuverte, nom: string, octets = 1000): Promise<void> {
  const champ = page.element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!champ) throw new Error('no field for a file');
  const fichier = Object.defineProperty(new File(['x'], nom), 'size', { value: octets });
  Object.defineProperty(champ, 'files', { value: [fichier], configurable: true });
  champ.dispatchEvent(new Event('change'));
  await page.suite();
}

describe('evidence of a value', () => {
  it('is listed with its weight and author, says when people are in it, and downloads', async () => {
    const page = await ouvrir(Saisissable, PIECE, { ...PIECE, id: 'a2', annee: 2024 });
    expect(page.element.querySelectorAll('li')).toHaveLength(1);
    expect(page.texte()).toMatch(/emargement.pdf ?200 Ko · Samira Lahlou, 12 janvier 2026 ?Données personnelles/);
    expect(page.element.querySelector('li a')?.getAttribute('href')).toBe('/api/v1/pieces/a1');
  });

  it('leaves once the question about the people in it is answered, and shows how far it has gone', async () => {
    const page = await ouvrir(Saisissable);
    expect(page.texte()).toContain('10 Mo et 10 pièces au plus par valeur.');
    await choisir(page, 'presences.csv');
    expect(
      [...page.element.querySelectorAll<HTMLInputElement>('[type="radio"]')].map(({ checked }) => checked),
    ).toEqual([false, false]);
    page.commande('Joindre').click();
    await page.suite();
    page.api.expectNone({ method: 'POST' });
    expect(page.texte()).toContain('Répondez à cette question');

    page.commande<HTMLLabelElement>('Non', 'label').click();
    await page.suite();
    page.commande('Joindre').click();
    const envoi = await page.envoi('POST', PIECES);
    const corps = envoi.request.body as FormData;
    expect(Object.fromEntries([...corps.entries()].filter(([champ]) => champ !== 'fichier'))).toEqual({
      indicateurId: 'i1',
      annee: '2025',
      territoire: 'QN03709M',
      donneesPersonnelles: 'non',
    });
    envoi.event({ type: HttpEventType.UploadProgress, loaded: 400, total: 1000 });
    await page.suite();
    expect(page.element.querySelector('progress')?.value).toBe(40);
    envoi.flush(PIECE, { status: 201, statusText: 'Created' });
    await page.repondre('GET', `${PIECES}?indicateur=i1`, [PIECE]);
    expect(page.texte()).toContain('emargement.pdf');
  });

  it('is refused before it leaves when it is too heavy or of no known kind, and with the server’s words after', async () => {
    const page = await ouvrir(Saisissable);
    const deposer = async (nom: string, octets?: number): Promise<void> => {
      await choisir(page, nom, octets);
      page.commande<HTMLLabelElement>('Oui', 'label').click();
      await page.suite();
      page.commande('Joindre').click();
      await page.suite();
    };
    await deposer('film.pdf', 11 * 1024 * 1024);
    expect(page.texte()).toContain('Ce fichier dépasse 10 Mo');
    await deposer('outil.exe');
    expect(page.texte()).toContain('Ce type de fichier n’est pas accepté');
    page.api.expectNone({ method: 'POST' });
    await deposer('note.docx');
    await page.repondre(
      'POST',
      PIECES,
      { title: 'La saisie est refusée.', detail: 'Ce document contient des macros.' },
      422,
    );
    expect(page.texte()).toContain('Ce document contient des macros.');
  });

  it('is removed after a confirmation', async () => {
    const page = await ouvrir(Saisissable, PIECE);
    page.commande('Retirer emargement.pdf').click();
    await page.dansLaFenetre('Retirer');
    await page.repondre('DELETE', '/api/v1/pieces/a1', null, 204);
    await page.repondre('GET', `${PIECES}?indicateur=i1`, []);
    expect(page.element.querySelectorAll('li')).toHaveLength(0);
  });

  it('of a whole indicator names its place, and nothing is dropped there', async () => {
    const page = await ouvrir(Lue, { ...PIECE, retirable: false });
    expect(page.texte()).toContain('Sanitas, 2025 · 200 Ko');
    expect(page.element.querySelector('button')).toBeNull();
  });
});
