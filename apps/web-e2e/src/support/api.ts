import type { Page } from 'playwright-core';

/** Reads the API as the person of this page does. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.context().request.get(`/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Writes as the person of this page does, from the version that was read. */
export async function write<T>(page: Page, method: string, path: string, data: unknown, version = 0): Promise<T> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), 'If-Match': `"${version}"` };
  const answer = await page.context().request.fetch(`/api/v1${path}`, { method, headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (answer.status() === 204 ? null : await answer.json()) as T;
}

/** Contrat of the person of this page. */
export async function contratOf(page: Page): Promise<string> {
  return (await read<{ contrat: { id: string } }>(page, '/session')).contrat.id;
}
