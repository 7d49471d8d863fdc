/** The one style sheet of the site: same paper, ink and type as the workspace, in a few kilobytes. */
export const FEUILLE = String.raw`
@font-face {
  font-family: 'Source Sans 3';
  src: url('/polices/source-sans-3-latin-wght-normal.woff2') format('woff2');
  font-weight: 200 900;
  font-display: swap;
}

:root {
  color-scheme: light dark;
  --couleur-contrat: #1f4788;
  --toile: light-dark(#f4f2ee, #15181d);
  --papier: light-dark(#ffffff, #1d2128);
  --encre: light-dark(#15202e, #ebe9e4);
  --douce: light-dark(#4a5361, #b6bac1);
  --filet: light-dark(#ded8cd, #363c47);
  --filet-fort: light-dark(#7d776c, #868d99);
  --primaire: light-dark(oklch(from var(--couleur-contrat) min(l, 0.42) c h), oklch(from var(--couleur-contrat) max(l, 0.8) min(c, 0.1) h));
  --sur-primaire: light-dark(#ffffff, #14181f);
  --voile: color-mix(in oklab, var(--primaire) 9%, var(--papier));
  --alerte: light-dark(#a8231b, #ff9f95);
  --succes: light-dark(#1d6640, #84d3a5);
  --pour: light-dark(#1d6640, #84d3a5);
  --contre: light-dark(#a8231b, #ff9f95);
  --neutre: light-dark(#77716a, #a3a9b1);
  --police: 'Source Sans 3', system-ui, sans-serif;
}

*, *::before, *::after { box-sizing: border-box; }
html { font: 1.0625rem/1.55 var(--police); color: var(--encre); background: var(--toile); text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: anywhere; }
table { overflow-wrap: break-word; }
main { flex: 1; width: 100%; max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.125rem; }
p, li, dd { max-width: 68ch; }
a { color: var(--primaire); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
img { max-width: 100%; }
:focus-visible { outline: 3px solid var(--primaire); outline-offset: 2px; border-radius: 2px; }
.large { width: 100%; max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
.discret { color: var(--douce); font-size: 0.9375rem; }
.hors-ecran { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.evitement { position: absolute; left: 1rem; top: -4rem; padding: 0.75rem 1rem; background: var(--papier); z-index: 2; }
.evitement:focus { top: 0.5rem; }

.entete { background: var(--papier); border-top: 4px solid var(--primaire); border-bottom: 1px solid var(--filet); }
.entete .large { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 2rem; padding-block: 0.75rem; }
.entete ul, .pied ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; }
.entete nav a { display: block; padding: 0.5rem 0; color: var(--encre); text-decoration: none; font-weight: 600; border-bottom: 3px solid transparent; }
.entete nav a:hover { border-color: var(--filet-fort); }
.entete nav a[aria-current] { color: var(--primaire); border-color: var(--primaire); }
.marque { display: flex; align-items: center; gap: 0.75rem; color: inherit; font-weight: 600; text-decoration: none; }
.pied { border-top: 1px solid var(--filet); padding: 1.25rem 0; font-size: 0.9375rem; }
.pied a { color: var(--douce); display: block; padding: 0.25rem 0; }

.pile { display: grid; gap: 1rem; align-content: start; }
.grande-pile { display: grid; gap: 2.5rem; align-content: start; }
.pile > .pile-serree + .pile-serree { margin-top: 1rem; }
.chapeau { font-size: 1.1875rem; color: var(--douce); }
.papier { background: var(--papier); border: 1px solid var(--filet); border-radius: 6px; padding: 1.25rem 1.5rem; }
.colonnes { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.lignes { list-style: none; }
.lignes > li { max-width: none; padding: 0.875rem 0; border-top: 1px solid var(--filet); }
.lignes > li:last-child { border-bottom: 1px solid var(--filet); }
.puces { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; }
.puces a { display: block; min-height: 2.75rem; padding: 0.5rem 0.9375rem; background: var(--papier); border: 1px solid var(--filet-fort); border-radius: 1.5rem; text-decoration: none; font-weight: 600; }
.puces a:hover { background: var(--voile); border-color: var(--primaire); }
.portes { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); list-style: none; }
.portes a { display: grid; gap: 0.25rem; height: 100%; align-content: start; padding: 1.125rem 1.25rem; background: var(--papier); border: 1px solid var(--filet); border-left: 4px solid var(--teinte, var(--primaire)); border-radius: 6px; color: var(--encre); text-decoration: none; }
.portes a:hover { border-color: var(--teinte, var(--primaire)); }
.portes strong { font-size: 1.125rem; line-height: 1.25; }
.bord { border-left: 4px solid var(--teinte, var(--primaire)); padding-left: 1rem; }
.puce { display: inline-block; padding: 0.0625rem 0.5rem; border: 1px solid var(--filet-fort); border-radius: 1rem; font-size: 0.875rem; font-weight: 600; white-space: nowrap; margin-inline-end: 0.375rem; }
.puce.faite { color: var(--succes); border-color: currentColor; }
.puce.retard { color: var(--alerte); border-color: currentColor; }
.chiffres { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.chiffres dt { color: var(--douce); font-size: 0.9375rem; }
.chiffres dd { font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: lining-nums; }
.chiffres > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.redige > * + * { margin-top: 0.5rem; }
.redige ul, .redige ol { padding-left: 1.25rem; }
.fil { font-size: 0.9375rem; }

.bouton, button { display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem; min-height: 2.875rem; padding: 0.5rem 1.25rem; font: inherit; font-weight: 600; color: var(--sur-primaire); background: var(--primaire); border: 2px solid var(--primaire); border-radius: 6px; cursor: pointer; text-decoration: none; }
.bouton:hover, button:hover { filter: brightness(1.12); }
.bouton.second, button.second { color: var(--primaire); background: transparent; }
button[aria-pressed='true'] { color: var(--sur-primaire); background: var(--primaire); }
.boutons { display: flex; flex-wrap: wrap; max-width: none; gap: 0.75rem; align-items: center; }
label, legend { display: block; font-weight: 600; padding: 0; }
legend { margin-bottom: 0.5rem; }
.aide { color: var(--douce); font-size: 0.9375rem; font-weight: 400; }
.erreur { color: var(--alerte); font-weight: 600; }
input[type='text'], input[type='email'], input[type='search'], select, textarea { width: 100%; max-width: 40rem; min-height: 2.875rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: var(--papier); border: 1px solid var(--filet-fort); border-radius: 6px; }
textarea { min-height: 7rem; resize: vertical; }
input[aria-invalid='true'], textarea[aria-invalid='true'] { border: 2px solid var(--alerte); }
.choix { display: flex; gap: 0.625rem; align-items: flex-start; padding: 0.375rem 0; font-weight: 400; }
.choix input { width: 1.25rem; height: 1.25rem; margin: 0.15rem 0 0; flex: none; accent-color: var(--primaire); }
.avis { padding: 0.875rem 1.125rem; background: var(--voile); border-left: 4px solid var(--primaire); border-radius: 0 6px 6px 0; }

.pile-serree { display: grid; gap: 0.5rem; align-content: start; }
.etroite { max-width: 44rem; margin-inline: auto; }
.champ { display: grid; gap: 0.375rem; }
.formulaire { gap: 1.5rem; }
.filtres { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
.filtres .champ { flex: 1 1 13rem; }
.filtres .champ input { max-width: none; }
.avis.alerte { background: color-mix(in oklab, var(--alerte) 9%, var(--papier)); border-color: var(--alerte); }
.succes { padding: 0.875rem 1.125rem; border-left: 4px solid var(--succes); background: color-mix(in oklab, var(--succes) 9%, var(--papier)); }
.lignes-simples { padding-left: 1.25rem; }
.lignes-gardees { white-space: pre-line; }
.parole { font-size: 1.125rem; line-height: 1.35; font-weight: 600; }
.parole-entiere { font-size: clamp(1.25rem, 1.1rem + 1vw, 1.625rem); line-height: 1.3; font-weight: 600; letter-spacing: 0; }
.parole a, .parole-entiere a { color: inherit; }
.extrait { color: var(--douce); }
.signature { font-weight: 600; }
.recepisse { letter-spacing: 0.06em; }
.empreinte { overflow-wrap: anywhere; }
blockquote { margin: 0; padding-left: 1rem; border-left: 4px solid var(--filet); }
details > :not(summary) { margin-top: 0.75rem; }
summary { padding: 0.625rem 0; color: var(--primaire); font-weight: 600; cursor: pointer; }
.paires { display: grid; gap: 0.25rem 1.5rem; grid-template-columns: auto 1fr; }
.paires dt { color: var(--douce); }
.invitation { border-left: 4px solid var(--primaire); }
button.petit, .bouton.petit { min-height: 2.75rem; padding: 0.375rem 1rem; }
.carte-vote { padding: clamp(1.125rem, 4vw, 2rem); gap: 1.25rem; }
.carte-vote h1:focus { outline: none; }
main:focus { outline: none; }
.votes { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
button.vote { min-height: 3.5rem; font-size: 1.0625rem; color: var(--teinte); background: var(--papier); border-color: var(--teinte); }
button.vote[aria-pressed='true'] { color: var(--papier); background: var(--teinte); }
.vote1 { --teinte: var(--pour); }
.vote-1 { --teinte: var(--contre); }
.vote0 { --teinte: light-dark(#55504a, #c0c4ca); }
.chaines { display: grid; gap: 1rem; list-style: none; }
.chaines > li { max-width: none; }
.chaine { list-style: none; display: grid; gap: 1rem; border-left: 2px solid var(--filet-fort); margin-left: 0.375rem; }
.chaine > li { position: relative; padding-left: 1.25rem; display: grid; gap: 0.375rem; }
.chaine > li::before { content: ''; position: absolute; left: -0.4375rem; top: 0.4375rem; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: var(--primaire); border: 2px solid var(--papier); }
.precisions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.resultats tr { display: grid; gap: 0.5rem; padding: 0.875rem 0; border-bottom: 1px solid var(--filet); }
.resultats th, .resultats td { display: block; padding: 0; border: 0; }

table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
th { font-weight: 600; }
th, td { text-align: left; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--filet); vertical-align: top; }
td.nombre, th.nombre { text-align: right; }
.defile { overflow-x: auto; }

.carte { width: 100%; height: auto; background: var(--papier); border: 1px solid var(--filet); border-radius: 6px; }
.carte path { fill: color-mix(in oklab, var(--primaire) 30%, var(--papier)); stroke: var(--primaire); stroke-width: 1.2; }
.carte a:hover path, .carte a:focus path, .carte path.ici { fill: var(--primaire); }
.carte text { font: 600 17px var(--police); fill: var(--encre); text-anchor: middle; paint-order: stroke; stroke: var(--papier); stroke-width: 4px; }
.barre { display: block; width: 100%; max-width: 30rem; height: 0.875rem; border-radius: 3px; background: var(--filet); }
.barre .pour { fill: var(--pour); }
.barre .contre { fill: var(--contre); }
.barre .neutre { fill: var(--neutre); }
.barre .marge { fill: var(--encre); }
.groupe-0 { --teinte: var(--primaire); }
.groupe-1 { --teinte: color-mix(in oklab, var(--primaire) 45%, var(--papier)); }
.groupe-2 { --teinte: var(--neutre); }
.groupe-3 { --teinte: var(--filet-fort); }
.groupe-4 { --teinte: var(--encre); }
.barre rect[class^='groupe'] { fill: var(--teinte); }
.legende { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; }
.legende > li { padding-left: 0.75rem; border-left: 0.5rem solid var(--teinte); }
.avis-de-groupe { max-width: 30rem; }
.resultats td.avis-de-groupe { display: grid; gap: 0.125rem 0.75rem; grid-template-columns: 6rem 1fr 9rem; align-items: center; font-size: 0.9375rem; }
.qr { width: 7.5rem; height: 7.5rem; background: #fff; padding: 0.375rem; }
.imprime { display: none; }

@media (prefers-contrast: more) {
  :root { --toile: light-dark(#fff, #000); --papier: light-dark(#fff, #000); --encre: light-dark(#000, #fff); --douce: light-dark(#000, #fff); --filet: light-dark(#000, #fff); }
}
@media (max-width: 40rem) {
  .resultats td.avis-de-groupe { grid-template-columns: 1fr auto; }
  .avis-de-groupe .barre { grid-row: 2; grid-column: 1 / -1; }
  .entete .large { padding-block: 0.5rem 0; }
  .entete nav { width: 100%; }
  .entete nav a { padding: 0.3125rem 0; }
  .entete ul { display: grid; grid-template-columns: max-content max-content; gap: 0 1.5rem; }
  .carte text { display: none; }
  .grande-pile { gap: 2rem; }
  .etroite { gap: 1.25rem; }
  .marque img { height: 28px; }
  main { padding-top: 1.25rem; }
  .papier { padding: 1rem 1.125rem; }
}
@media (min-width: 52rem) {
  .chaines { grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); }
  .resultats tr { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.5rem 2rem; }
  .resultats th:first-child { grid-row: span 5; }
}
@page { margin: 16mm 18mm; }
@media print {
  :root { color-scheme: light; }
  html { font-size: 10.5pt; line-height: 1.4; background: #fff; }
  .entete nav, .pied, .evitement, .ecran, .bouton, form { display: none !important; }
  .imprime { display: block; margin-top: 1.75rem; }
  /* A grid that goes over to another page covers what follows it: everything that piles up is blocks on paper. */
  body, main, .pile, .pile-serree, .grande-pile, .chaines, .chaine, .chaine > li, .lignes > li { display: block; }
  .pile > * + * { margin-top: 0.75rem; }
  .pile-serree > * + *, .chaine > li > * + * { margin-top: 0.25rem; }
  .grande-pile > * + * { margin-top: 1.75rem; }
  .chaines > li + li, .chaine > li + li { margin-top: 0.75rem; }
  .entete { border-top: 0; margin-bottom: 1.25rem; }
  .entete .large { padding: 0 0 0.375rem; max-width: none; }
  .papier { border: 0; padding: 0; }
  .chaines > .papier { border: 1px solid var(--filet); padding: 0.75rem 1rem; }
  main { max-width: none; padding: 0; }
  p, li, dd { max-width: none; orphans: 3; widows: 3; }
  a { color: inherit; }
  main a[href^='http']::after { content: ' (' attr(href) ')'; font-weight: 400; overflow-wrap: anywhere; }
  h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
  h2 + *, h3 + * { break-before: avoid; }
  li, tr, figure, .papier, .avis, .succes, .colonnes, .chiffres, .paires, .carte { break-inside: avoid; }
  .redige li { break-inside: auto; }
  .carte { max-height: 110mm; }
  .portes { display: block; columns: 2; }
  .portes li { break-inside: avoid; padding-bottom: 0.5rem; }
  .portes a { padding: 0.5rem 0.75rem; }
  .puces { display: block; }
  .puces li { display: inline; }
  .puces li + li::before { content: ' · '; }
  .puces a { display: inline; padding: 0; border: 0; font-weight: 400; background: none; }
  details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
  summary { padding: 0; color: inherit; list-style: none; break-after: avoid; }
  summary::-webkit-details-marker { display: none; }
  .barre, .legende > li, .chaine > li::before, .carte, .puce { print-color-adjust: exact; }
  .resultats tr { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.25rem 2rem; padding: 0.5rem 0; }
  .resultats th:first-child { grid-row: span 5; }
}
`;
