const PAGES = '/ngsw.json';

/** True when every page of this version is on the device: a reload without a network then shows the application. */
export async function pagesGardees(): Promise<boolean> {
  // Both are absent without a secure address.
  const travailleurs = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!travailleurs?.controller || !('caches' in globalThis)) return false;
  try {
    const reponse = await fetch(PAGES, { cache: 'no-store' });
    const { hashTable } = (await reponse.json()) as { hashTable: Record<string, string> };
    const gardees = await Promise.all(Object.keys(hashTable).map((adresse) => caches.match(adresse)));
    return gardees.every((gardee) => gardee !== undefined);
  } catch {
    return false;
  }
}
