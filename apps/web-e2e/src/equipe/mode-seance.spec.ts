import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, logIn, openAs } from '../support/connexion';
import { TELEPHONE } from '../support/pages';

type Seance = { id: string; statut: string; points: number; decisions: { texte: string }[] };

const api = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;

/** The séance that is being prepared, as its address. */
async function prepared(page: Page): Promise<string> {
  const { contrat } = await api<{ contrat: { id: string } }>(page, '/session');
  const seances = await api<Seance[]>(page, `/contrats/${contrat.id}/seances`);
  const seance = seances.find(({ statut, points }) => statut === 'preparation' && points > 2);
  if (!seance) throw new Error('the demo prepares no séance');
  return seance.id;
}

const motDePasse = async (page: Page): Promise<string> =>
  (await api<{ motDePasse: string }[]>(page, '/demo/comptes'))[0]?.motDePasse ?? '';

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function type(page: Page, texte: string): Promise<void> {
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Noter une décision' });
  await dialog.getByLabel('Décision').fill(texte);
  await dialog.getByLabel('Responsable').selectOption({ label: 'Ville de Tours' });
  await dialog.getByRole('button', { name: 'Noter la décision' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const taken = async (page: Page, seance: string, texte: string): Promise<number> =>
  (await api<Seance>(page, `/seances/${seance}`)).decisions.filter((decision) => decision.texte === texte).length;

describe('mode séance', () => {
  it('goes on without a network, through a reload, and sends each decision once', async () => {
    const page = await openAs(DEMO.equipe, { offline: true });
    const seance = await prepared(page);
    await page.goto(`/plenieres/seances/${seance}`);
    await page.getByRole('link', { name: 'Présenter' }).click();
    await title(page, 'Assemblée Plénière').waitFor();
    await page.getByText('Prête hors ligne').waitFor({ timeout: 40_000 });
    expect(await page.getByRole('navigation').count()).toBe(0);

    await page.context().setOffline(true);
    await page.getByText(/^Hors ligne/).waitFor();
    await page.keyboard.press('PageDown');
    await title(page, /^Ordre du jour/).waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await title(page, /^T\s1\.1 – /).waitFor();
    await expectAccessible(page);

    const texte = 'Ouvrir la salle du Sanitas le samedi matin dès janvier.';
    await type(page, texte);
    await page.getByText('Hors ligne\u00A0: 1\u00A0saisie sera envoyée au retour du réseau.').waitFor();
    await page.keyboard.press('End');
    await page.getByText(texte).waitFor();
    await page.reload();
    await title(page, 'Décisions de la séance').waitFor();
    await page.getByText(texte).waitFor();
    await page.getByText('Gardée sur cet appareil, pas encore envoyée').waitFor();
    expect(await taken(page, seance, texte)).toBe(0);

    await page.context().setOffline(false);
    await page.getByText('Gardée sur cet appareil, pas encore envoyée').waitFor({ state: 'hidden', timeout: 40_000 });
    await page.reload();
    await page.getByText(texte).waitFor();
    expect(await taken(page, seance, texte)).toBe(1);
  }, 150_000);

  it('shows on a second screen what the first one has just noted, and fits a phone', async () => {
    const [wall, phone] = [await openAs(DEMO.equipe), await openAs(DEMO.lectrice, { viewport: TELEPHONE })];
    const seance = await prepared(wall);
    await phone.goto(`/plenieres/seances/${seance}/presenter?ecran=fin`);
    await title(phone, 'Décisions de la séance').waitFor();
    expect(await phone.getByRole('button', { name: 'Décision' }).count()).toBe(0);
    await wall.goto(`/plenieres/seances/${seance}/presenter?ecran=point-2`);
    await title(wall, /^T\s1\.1 – /).waitFor();
    const texte = 'Publier avant l’été le calendrier des marches exploratoires.';
    await type(wall, texte);
    await phone.getByText(texte).waitFor();
    expect(await taken(wall, seance, texte)).toBe(1);

    await phone.goto(`/plenieres/seances/${seance}/presenter?ecran=point-2`);
    await title(phone, /^T\s1\.1 – /).waitFor();
    await expectFits(phone);
    await expectAccessible(phone);
  });

  it('never sends under another name what one person typed, and asks that person to log in', async () => {
    const page = await openAs(DEMO.equipe, { offline: true });
    const seance = await prepared(page);
    await page.goto(`/plenieres/seances/${seance}/presenter?ecran=point-2`);
    await title(page, /^T\s1\.1 – /).waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^Hors ligne/).waitFor();
    const texte = 'Confier le bilan de la salle du Sanitas à la métropole.';
    await type(page, texte);
    await page.getByText(/1\ssaisie sera envoyée/).waitFor();

    await logIn(page, DEMO.autreReferent);
    await page.context().setOffline(false);
    await page.getByText(/^Votre session a expiré/).waitFor({ timeout: 40_000 });
    await logIn(page, DEMO.equipe);
    expect(await taken(page, seance, texte)).toBe(0);

    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.getByLabel('Adresse électronique').fill(DEMO.equipe);
    await page.getByLabel('Mot de passe').fill(await motDePasse(page));
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await title(page, /^T\s1\.1 – /).waitFor();
    await page.getByText(/1\ssaisie/).waitFor({ state: 'hidden' });
    expect(await taken(page, seance, texte)).toBe(1);
  }, 120_000);
});
