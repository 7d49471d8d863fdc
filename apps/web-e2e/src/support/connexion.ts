import type { Page } from 'playwright-core';
import { openPage } from './pages';

type CompteDemo = { email: string; motDePasse: string };
type Screen = Parameters<typeof openPage>[0];

/** People of the demo contrat, one a role and two référents who write the same fiches. */
export const DEMO = {
  equipe: 'claire.vasseur@exemple.fr',
  referente: 'samira.lahlou@exemple.fr',
  autreReferent: 'julien.pasquet@exemple.fr',
  deleguee: 'helene.marchadier@exemple.fr',
  lectrice: 'vice.presidence@exemple.fr',
} as const;

/** A page where this demo account is logged in, on no screen yet; the login screen has its own journey. */
export async function openAs(email: string, screen: Screen = {}): Promise<Page> {
  const page = await openPage(screen);
  await logIn(page, email);
  return page;
}

/** Gives the browser of this page the session of this demo account, whatever session it had. */
export async function logIn(page: Page, email: string): Promise<void> {
  const { request } = page.context();
  const comptes = (await (await request.get('/api/v1/demo/comptes')).json()) as CompteDemo[];
  const compte = comptes.find((candidat) => candidat.email === email);
  if (!compte) throw new Error(`no demo account ${email}`);
  const { motDePasse } = compte;
  const answer = await request.post('/api/v1/session', { data: { email, motDePasse } });
  if (!answer.ok()) throw new Error(`login refused: ${await answer.text()}`);
}

/** Asks the API as the person of this page does, with the proof that the request is theirs. */
export async function ask(page: Page, method: string, path: string, data?: unknown): Promise<number> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), 'If-Match': '"0"' };
  const answer = await page.context().request.fetch(`/api/v1${path}`, { method, headers, data });
  return answer.status();
}
