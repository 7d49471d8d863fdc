import type { Page } from 'playwright-core';

type CompteDemo = { email: string; motDePasse: string };

/** Logs the page in as a demo account, then shows the home page; the login screen has its own journey. */
export async function seConnecter(page: Page, email: string): Promise<void> {
  await page.goto('/');
  const message = await page.evaluate(async (wanted) => {
    const comptes = (await (await fetch('/api/v1/demo/comptes')).json()) as CompteDemo[];
    const compte = comptes.find((candidat) => candidat.email === wanted);
    if (!compte) return `no demo account ${wanted}: ${comptes.map((autre) => autre.email).join(', ')}`;
    const jeton = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const response = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(jeton) },
      body: JSON.stringify({ email: compte.email, motDePasse: compte.motDePasse }),
    });
    return response.ok ? null : `login refused: ${await response.text()}`;
  }, email);
  if (message) throw new Error(message);
  await page.goto('/');
}
