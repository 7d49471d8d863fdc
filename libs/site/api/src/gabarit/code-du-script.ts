/**
 * The one script of the site, which every page does without: forms and links marked `data-sur-place` change the content
 * without a reload and say so politely, and what is typed is counted. When the network fails, the browser sends the form itself.
 */
export const SCRIPT = String.raw`
const contenu = document.getElementById('contenu');
const annonce = document.getElementById('annonce');

function compter(zone) {
  const max = Number(zone.dataset.max);
  const compte = document.querySelector('[data-compte="' + zone.id + '"]');
  const dire = () => {
    const reste = max - [...zone.value.normalize('NFC').replace(/[\n ]+/g, ' ').trim()].length;
    const s = Math.abs(reste) > 1 ? 's' : '';
    compte.hidden = false;
    compte.textContent = reste < 0 ? -reste + ' caractère' + s + ' de trop' : reste + ' caractère' + s + ' restant' + s;
    compte.classList.toggle('erreur', reste < 0);
  };
  // Said once one stops typing: a count at each letter would cover one’s own words.
  let attente;
  zone.addEventListener('input', () => {
    dire();
    clearTimeout(attente);
    attente = setTimeout(() => { annonce.textContent = compte.textContent; }, 1200);
  });
  dire();
}

async function lire(adresse, options) {
  const reponse = await fetch(adresse, { credentials: 'same-origin', ...options });
  const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
  const recu = page.getElementById('contenu');
  if (!recu) throw new Error('no content');
  const foyer = document.activeElement?.id;
  document.title = page.title;
  contenu.replaceChildren(...recu.childNodes);
  if ((reponse.redirected || !options) && reponse.url !== location.href) history.pushState({ surPlace: true }, '', reponse.url);
  const dit = contenu.querySelector('#refus') ?? contenu.querySelector('[data-annonce]');
  annonce.textContent = dit?.dataset.annonce ?? dit?.textContent ?? '';
  const meme = foyer && document.getElementById(foyer);
  (meme || contenu.querySelector('#refus, [data-foyer]') || contenu).focus({ preventScroll: Boolean(meme) });
  if (!meme) scrollTo(0, 0);
  preparer();
}

function preparer() {
  contenu.querySelectorAll('textarea[data-max]').forEach(compter);
}

document.addEventListener('submit', (evenement) => {
  const form = evenement.target;
  if (!form.matches('[data-sur-place]')) return;
  evenement.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const donnees = new URLSearchParams(new FormData(form, evenement.submitter));
  lire(form.action, { method: 'POST', body: donnees }).catch(() => {
    for (const [nom, valeur] of donnees) {
      if (form.elements.namedItem(nom)?.type !== 'hidden') form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: nom, value: valeur }));
    }
    form.submit();
  });
});

document.addEventListener('click', (evenement) => {
  const lien = evenement.target.closest('a[data-sur-place]');
  if (!lien || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || evenement.button) return;
  evenement.preventDefault();
  lire(lien.href).catch(() => location.assign(lien.href));
});

addEventListener('popstate', () => lire(location.href).catch(() => location.reload()));
preparer();
`;
