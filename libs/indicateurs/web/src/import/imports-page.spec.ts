import { apercuImport, importValeurs } from './essais/exemples-imports';
import { ouvrirImports, type PageOuverte } from './essais/ouvrir-imports';

const IMPORTS = '/api/v1/contrats/c1/imports-valeurs';
const FICHES = [{ id: 'f1', code: 'T1.1', titre: 'La parole des habitants', titreCourt: '', enjeu: { couleur: '' } }];

async function ouvrir(imports: object[] = []): Promise<PageOuverte> {
  const page = await ouvrirImports('/indicateurs/import');
  await page.repondre('GET', '/api/v1/contrats/c1/fiches?page=1', {
    total: 1,
    page: 1,
    taillePage: 50,
    fiches: FICHES,
  });
  await page.repondre('GET', IMPORTS, imports);
  return page;
}

function tableur(nom = 'valeurs-2026.xlsx', octets = 1000): File {
  return Object.defineProperty(new File(['x'], nom), 'size', { value: octets });
}

function choisir({ element }: PageOuverte, ...fichiers: File[]): void {
  const champ = element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!champ) throw new Error('no field for a file');
  Object.defineProperty(champ, 'files', { value: fichiers, configurable: true });
  champ.dispatchEvent(new Event('change'));
}

function glisser(type: string, ...fichiers: File[]): Event {
  const evenement = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(evenement, { dataTransfer: { types: ['Files'], files: fichiers } });
  document.body.dispatchEvent(evenement);
  return evenement;
}

describe('imports of values', () => {
  it('are listed with their author, their date and what they did', async () => {
    const page = await ouvrir([
      importValeurs(),
      importValeurs({ id: 'i2', fichier: 'bilan.csv', statut: 'applique', ecrites: 15 }),
      importValeurs({ id: 'i3', fichier: 'essai.ods', statut: 'annule', ecrites: 15, retablies: 13 }),
    ]);
    const lignes = [...page.element.querySelectorAll('li')].map((ligne) =>
      ligne.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lignes).toEqual([
      'valeurs-2026.xlsx Déposé le 12 janvier 2026 à 14 h 32 par Samira Lahlou À vérifier',
      'bilan.csv Déposé le 12 janvier 2026 à 14 h 32 par Samira Lahlou 15 cases écrites Appliqué',
      'essai.ods Déposé le 12 janvier 2026 à 14 h 32 par Samira Lahlou 13 cases remises comme avant, 2 conservées Annulé',
    ]);
    expect(page.element.querySelector('li a')?.getAttribute('href')).toBe('/indicateurs/import/i1');
  });

  it('say so when there is none', async () => {
    const page = await ouvrir();
    expect(page.texte()).toContain('Aucun import pour l’instant');
  });
});

describe('the template', () => {
  it('is downloaded in three formats, for every fiche or for one', async () => {
    const page = await ouvrir();
    const adresses = (): (string | null)[] =>
      [...page.element.querySelectorAll('a[download]')].map((lien) => lien.getAttribute('href'));
    expect(adresses()).toEqual([`${IMPORTS}/modele.xlsx`, `${IMPORTS}/modele.ods`, `${IMPORTS}/modele.csv`]);

    const choix = page.element.querySelector('select');
    expect(choix?.textContent).toContain('T\u00A01.1 La parole des habitants');
    if (choix) choix.value = 'f1';
    choix?.dispatchEvent(new Event('change'));
    await page.suite();
    expect(adresses()[2]).toBe(`${IMPORTS}/modele.csv?fiche=f1`);
  });
});

describe('a file of values', () => {
  it('is sent when it is chosen, then its preview opens on what is refused', async () => {
    const page = await ouvrir();
    choisir(page, tableur());
    await page.suite();
    expect(page.texte()).toContain('Lecture de valeurs-2026.xlsx…');

    const envoi = await page.envoi('POST', IMPORTS);
    expect(((envoi.request.body as FormData).get('fichier') as File).name).toBe('valeurs-2026.xlsx');
    envoi.flush(apercuImport(), { status: 201, statusText: 'Created' });
    await page.suite();
    expect(page.adresse()).toBe('/indicateurs/import/i1?sort=refusee');
  });

  it('may be dropped anywhere on the page, which never gives way to it', async () => {
    const page = await ouvrir();
    expect(glisser('dragover').defaultPrevented).toBe(true);
    await page.suite();
    expect(page.element.querySelector('.survolee')).not.toBeNull();
    expect(glisser('drop', tableur('releve.csv')).defaultPrevented).toBe(true);
    await page.suite();
    await page.envoi('POST', IMPORTS);
  });

  it('is refused before it is sent when it is too heavy or not alone', async () => {
    const page = await ouvrir();
    choisir(page, tableur('photos.xlsx', 12.5 * 1024 * 1024));
    await page.suite();
    expect(page.texte()).toContain('Ce fichier pèse 12,5 Mo, la limite est de 10 Mo.');

    glisser('drop', tableur('a.csv'), tableur('b.csv'));
    await page.suite();
    expect(page.texte()).toContain('Déposez un seul fichier à la fois.');
    page.api.expectNone({ method: 'POST' });
  });

  it('that cannot be read leaves the page as it was, with the reason said once, and may be chosen again', async () => {
    const page = await ouvrir([importValeurs()]);
    choisir(page, tableur('image.xlsx'));
    await page.suite();
    const detail = 'Ce fichier n’est pas un tableur.';
    const probleme = { title: 'La saisie est refusée.', detail, errors: [{ pointer: '/fichier', detail }] };
    await page.repondre('POST', IMPORTS, probleme, 422);
    const alerte = page.element.querySelector('[role="alert"]')?.textContent ?? '';
    expect(alerte).toContain('Ce fichier n’a pas pu être lu.');
    expect(alerte.split(detail)).toHaveLength(2);
    expect(page.texte()).toContain('Samira Lahlou');

    choisir(page, tableur());
    await page.suite();
    expect(page.element.querySelector('[role="alert"]')).toBeNull();
    await page.envoi('POST', IMPORTS);
  });
});
