/* The service worker: the pages of the application only. The API, its live events, the public pages and the health
   checks are left to the browser as if there were no worker. */
self.addEventListener('fetch', (evenement) => {
  const { pathname } = new URL(evenement.request.url);
  if (/^\/(api|habitants|health|public)(\/|$)/.test(pathname)) evenement.stopImmediatePropagation();
});
importScripts('./ngsw-worker.js');
