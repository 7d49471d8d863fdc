import type { ApercuImport } from '@pleniere/indicateurs/domain';
import { apercuImport, caseImport } from '../essais/exemples-imports';
import { ouvrirImports, type PageOuverte } from '../essais/ouvrir-imports';

const IMPORT = '/api/v1/imports-valeurs/i1';
const SANS_REFUS = { nouvelle: 1, changee: 2, identique: 40, vide: 5, refusee: 0 };

async function ouvrir(apercu: Partial<ApercuImport> = {}, filtre = ''): Promise<PageOuverte> {
  const page = await ouvrirImports(`/indicateurs/import/i1${filtre}`);
  await page.repondre('GET', IMPORT + filtre, apercuImport(apercu));
  return page;
}

function lignes({ element }: PageOuverte, table = 'Cases du fichier'): string[] {
  const rangees = element.querySelectorAll(`[aria-label="${table}"] tbody tr`);
  return [...rangees].map((rangee) =>
    [...rangee.children].map((cellule) => cellule.textContent.replace(/[\s\u00A0\u202F]+/g, ' ').trim()).join(' | '),
  );
}

function attribuer({ element }: PageOuverte, lettre: string, role: string): void {
  const champs = [...element.querySelectorAll('label')];
  const choix = champs.find((champ) => champ.textContent.includes(`Contenu de la colonne ${lettre}`));
  const liste = choix?.querySelector('select');
  if (!liste) throw new Error(`no column ${lettre}`);
  liste.value = role;
  liste.dispatchEvent(new Event('change'));
}

describe('the preview of an import', () => {
  it('says in a line what would change, and shows each cell with its address', async () => {
    const page = await ouvrir();
    expect(page.texte()).toContain('1 nouvelle, 2 changées, 40 identiques, 2 refusées, 5 vides.');
    expect(lignes(page)).toEqual([
      'F12 | T 1.1 Séances tenues | Le Sanitas | 2025 | Avant : 9 séances → , après : 12 séances | Changée',
      'F13 | T 1.1 Séances tenues | Le Sanitas | 2025 | Avant : vide → , après : 4 séances | Nouvelle',
      'F14 | T 1.1 Séances tenues | Le Sanitas | 2025 | « douze » | Refusée Un nombre est attendu.',
    ]);
  });

  it('names a target, and what else changes in a cell', async () => {
    const details = ['qualité : provisoire → définitive'];
    const page = await ouvrir({ cases: [caseImport({ type: 'vc', details })] });
    expect(lignes(page)[0]).toContain('Séances tenues (Cible)');
    expect(lignes(page)[0]).toContain('qualité : provisoire → définitive');
  });

  it('is filtered by what becomes of the cells, in its address', async () => {
    const page = await ouvrir();
    page.bouton('2 refusées').click();
    await page.suite();
    expect(page.adresse()).toBe('/indicateurs/import/i1?sort=refusee');
    expect(page.texte()).toContain('Séances tenues');
    await page.repondre('GET', `${IMPORT}?sort=refusee`, apercuImport({ cases: [caseImport({ cellule: 'F14' })] }));
    expect(lignes(page)).toHaveLength(1);
    expect(page.bouton('2 refusées').getAttribute('aria-pressed')).toBe('true');
  });

  it('is turned page by page', async () => {
    const page = await ouvrir({ pages: 3, page: 2 }, '?page=2');
    expect(page.texte()).toContain('Page 2 sur 3');
    page.bouton('Suivantes').click();
    await page.suite();
    await page.repondre('GET', `${IMPORT}?page=3`, apercuImport({ pages: 3, page: 3 }));
    expect(page.bouton('Suivantes').disabled).toBe(true);
    expect(document.activeElement?.textContent).toContain('Case par case');
  });
});

describe('columns that were not recognised', () => {
  const manques = ['Indiquez la colonne qui nomme l’indicateur.'];
  const colonnes = apercuImport().colonnes.map((colonne) =>
    colonne.rang === 0 ? { ...colonne, titre: 'Quoi', role: null } : colonne,
  );

  it('come before any cell, and are read again once they are named', async () => {
    const page = await ouvrir({ manques, colonnes });
    expect(page.element.querySelector('pl-cases-import')).toBeNull();
    expect(page.texte()).toContain('Indiquez la colonne qui nomme l’indicateur.');
    expect(page.bouton('Lire avec ces colonnes').getAttribute('aria-disabled')).toBe('true');

    attribuer(page, 'A', 'indicateur');
    attribuer(page, 'B', 'zone_nom');
    await page.suite();
    expect(page.texte()).not.toContain('Indiquez la colonne');
    page.bouton('Lire avec ces colonnes').click();
    const envoi = page.api.expectOne({ method: 'PUT', url: `${IMPORT}/colonnes` });
    expect(envoi.request.headers.get('If-Match')).toBe('"3"');
    expect(envoi.request.body).toEqual({ feuille: 0, ligneTitres: 1, roles: ['indicateur', 'zone_nom', 'va-2025'] });
    envoi.flush(apercuImport({ version: 4 }));
    await page.suite();
    await page.repondre('GET', `${IMPORT}?sort=refusee`, apercuImport({ version: 4 }));
    expect(document.activeElement?.textContent).toBe('Ce que ce fichier changerait');
  });

  it('cannot hold the same thing twice', async () => {
    const page = await ouvrir();
    attribuer(page, 'B', 'indicateur');
    await page.suite();
    expect(page.texte()).toContain('Deux colonnes sont données pour « Libellé de l’indicateur ».');
    page.bouton('Lire avec ces colonnes').click();
    page.api.expectNone({ method: 'PUT' });
  });

  it('may be those of another sheet, or of another line', async () => {
    const feuilles = [
      { nom: 'Valeurs', lignes: 60 },
      { nom: 'Bilan', lignes: 12 },
    ];
    const page = await ouvrir({ feuilles });
    const feuille = page.element.querySelector<HTMLSelectElement>('pl-colonnes-import select');
    if (feuille) feuille.value = '1';
    feuille?.dispatchEvent(new Event('change'));
    const envoi = page.api.expectOne({ method: 'PUT', url: `${IMPORT}/colonnes` });
    expect(envoi.request.body).toEqual({ feuille: 1 });
    const detail = 'Cette feuille n’existe pas.';
    envoi.flush({ title: 'Demande incomprise.', detail }, { status: 400, statusText: 'Bad Request' });
    await page.suite();
    expect(page.element.querySelector('[role="alert"]')?.textContent).toContain(detail);

    const titres = page.element.querySelector<HTMLInputElement>('input[type="number"]');
    if (titres) Object.defineProperty(titres, 'valueAsNumber', { value: 4 });
    titres?.dispatchEvent(new Event('change'));
    const suivant = page.api.expectOne({ method: 'PUT', url: `${IMPORT}/colonnes` });
    expect(suivant.request.body).toEqual({ feuille: 0, ligneTitres: 4 });
  });
});

describe('applying an import', () => {
  it('as a whole waits for the refused cells, and says why', async () => {
    const page = await ouvrir();
    const tout = page.bouton('Appliquer tout');
    expect(tout.getAttribute('aria-disabled')).toBe('true');
    const motif = page.element.querySelector(`#${tout.getAttribute('aria-describedby')}`);
    expect(motif?.textContent).toMatch(/^2.cases sont refusées.: corrigez le fichier/);
    tout.click();
    page.api.expectNone({ method: 'POST' });
  });

  it('writes the valid lines of the very preview that is shown, then tells the result', async () => {
    const page = await ouvrir();
    page.bouton('Appliquer les lignes valides (3 cases)').click();
    await page.suite();
    expect(page.texte()).toContain('Écriture des valeurs…');
    const envoi = page.api.expectOne({ method: 'POST', url: `${IMPORT}/application` });
    expect(envoi.request.body).toEqual({ mode: 'valides', empreinte: 'empreinte-1' });
    const applique = apercuImport({ statut: 'applique', appliqueLe: '2026-01-12T13:40:00Z', ecrites: 3 });
    envoi.flush(applique);
    await page.suite();
    await page.repondre('GET', IMPORT, applique);
    expect(page.texte()).toContain('Appliqué le 12 janvier 2026 à 14 h 40 : 3 cases écrites.');
    expect(document.activeElement?.textContent).toBe('Import appliqué');
    expect(() => page.bouton('40 identiques')).toThrow();
  });

  it('as a whole is the only choice when nothing is refused', async () => {
    const page = await ouvrir({ resume: SANS_REFUS });
    expect(page.texte()).not.toContain('Appliquer les lignes valides');
    page.bouton('Appliquer tout').click();
    const envoi = page.api.expectOne({ method: 'POST', url: `${IMPORT}/application` });
    expect(envoi.request.body).toEqual({ mode: 'tout', empreinte: 'empreinte-1' });
  });

  it('has no object when the file changes nothing', async () => {
    const page = await ouvrir({ resume: { ...SANS_REFUS, nouvelle: 0, changee: 0 } });
    expect(page.bouton('Appliquer tout').getAttribute('aria-disabled')).toBe('true');
    expect(page.texte()).toContain('Ce fichier ne change rien : il n’y a rien à écrire.');
  });

  it('shows the preview again when values changed meanwhile', async () => {
    const page = await ouvrir({ resume: SANS_REFUS });
    page.bouton('Appliquer tout').click();
    await page.repondre('POST', `${IMPORT}/application`, { title: 'Périmé.' }, 412);
    await page.repondre(
      'GET',
      IMPORT,
      apercuImport({ resume: { ...SANS_REFUS, changee: 7 }, empreinte: 'empreinte-2' }),
    );
    expect(page.element.querySelector('[role="alert"]')?.textContent).toContain('Rien n’a été écrit.');
    expect(page.texte()).toContain('7 changées');
    page.bouton('Appliquer tout').click();
    const envoi = page.api.expectOne({ method: 'POST', url: `${IMPORT}/application` });
    expect(envoi.request.body).toMatchObject({ empreinte: 'empreinte-2' });
  });

  it('shows what stands when somebody applied it meanwhile', async () => {
    const page = await ouvrir({ resume: SANS_REFUS });
    page.bouton('Appliquer tout').click();
    const detail = 'Cet import est déjà appliqué.';
    await page.repondre('POST', `${IMPORT}/application`, { title: 'Impossible.', detail }, 409);
    await page.repondre('GET', IMPORT, apercuImport({ statut: 'applique', ecrites: 3 }));
    expect(page.texte()).toContain(detail);
    expect(page.texte()).toContain('3 cases écrites');
  });
});

describe('undoing an import', () => {
  it('asks first, then lists what was kept and why', async () => {
    const page = await ouvrir({ statut: 'applique', appliqueLe: '2026-01-12T13:40:00Z', ecrites: 3 });
    page.bouton('Annuler cet import').click();
    await page.confirmer('Remettre comme avant');
    const gardee = caseImport({ motif: 'Modifiée depuis par Claire Vasseur.' });
    await page.repondre('POST', `${IMPORT}/annulation`, { retablies: 2, conservees: [gardee] });
    await page.repondre(
      'GET',
      IMPORT,
      apercuImport({
        statut: 'annule',
        annuleLe: '2026-01-12T14:00:00Z',
        ecrites: 3,
        retablies: 2,
        cases: [gardee, caseImport({ cellule: 'F13', sort: 'nouvelle' })],
      }),
    );
    expect(page.texte()).toContain('2 cases remises comme avant, 1 conservée.');
    expect(lignes(page, 'Cases conservées')).toEqual([
      expect.stringMatching(/^F12 .* \| Conservée Modifiée depuis par Claire Vasseur\.$/),
    ]);
    expect(lignes(page)[1]).toMatch(/Annulée$/);
  });
});

describe('giving a file up', () => {
  it('forgets it after a question, and goes back to the list', async () => {
    const page = await ouvrir();
    page.bouton('Abandonner ce fichier').click();
    await page.confirmer('Abandonner ce fichier');
    const envoi = await page.envoi('DELETE', IMPORT);
    expect(envoi.request.headers.get('If-Match')).toBe('"3"');
    envoi.flush(null, { status: 204, statusText: 'No Content' });
    await page.suite();
    expect(page.adresse()).toBe('/indicateurs/import');
  });
});
