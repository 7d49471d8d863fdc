import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import api from '../../apps/api/rolldown.config.mts';
import { CHECKOUT } from '../checkout.mts';
import { entrer } from './entrer.mts';

// Usage: node tools/bench/livre.mts [fiches] [indicators of each] [quartiers of each] [address of a demo product that runs].
// The address adds the p95 of a list request, with and without a book being made.
const [FICHES = 60, INDICATEURS = 6, QUARTIERS = 2] = process.argv.slice(2, 5).map(Number);
const ADRESSE = process.argv[5];
const SOURCES = 'libs/restitution/api/src';
const WORK = join(CHECKOUT, 'dist/bench-livre');
const TOURS = 20;

interface Fichier {
  octets: Uint8Array;
}
interface Livre {
  enjeux: { fiches: FicheDuLivre[] }[];
}
interface FicheDuLivre {
  code: string;
  titre: string;
  lignes: { label: string; sections: { libelle: string | null; blocs: Bloc[] }[] }[];
  groupes: { indicateurs: Indicateur[] }[];
  declinaisons: { territoire: string; recits: { libelle: string; blocs: Bloc[] }[] }[];
}
interface Bloc {
  runs?: { texte: string }[];
  items?: { runs: { texte: string }[] }[];
}
interface Indicateur {
  libelle: string;
  phrase: string;
  graphiques: { svg: string; alt: string; textes: { x: number; y: number; mots: string; taille: number }[] }[];
  tableau: { entetes: string[]; lignes: { texte: string; colonnes: number }[][] };
}

const charger = async <T,>(nom: string): Promise<T> => (await import(join(WORK, `${nom}.cjs`))) as T;
const dire = (ligne: string): void => void process.stdout.write(`${ligne}\n`);
const secondes = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const cpuMs = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

function quantile(durees: number[], part: number): number {
  return durees.toSorted((a, b) => a - b)[Math.floor(durees.length * part)] ?? 0;
}

async function mesurer<T>(acte: () => Promise<T>): Promise<{ fait: T; duree: number; cpu: number }> {
  const [debut, cpu] = [performance.now(), cpuMs()];
  const fait = await acte();
  return { fait, duree: performance.now() - debut, cpu: cpuMs() - cpu };
}

/** A whole document in a process of its own, as the product makes it; peak memory as Linux tells it. */
function dansUnProcessus(commande: object): Promise<{ duree: number; memoire: number }> {
  const debut = performance.now();
  return new Promise((resoudre, refuser) => {
    const enfant = fork(join(WORK, 'document.worker.cjs'), { serialization: 'advanced' });
    enfant.on('message', (message: { fichier?: Fichier; erreur?: { message: string } }) => {
      if (message.erreur) refuser(new Error(message.erreur.message));
      if (!message.fichier) return;
      const pic = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${enfant.pid}/status`, 'utf8'))?.[1];
      resoudre({ duree: performance.now() - debut, memoire: Number(pic) / 1024 });
      enfant.kill('SIGKILL');
    });
    enfant.once('error', refuser);
    enfant.send(commande);
  });
}

const echapper = (texte: string): string => texte.replace(/[&<>]/g, (signe) => `&#${signe.charCodeAt(0)};`);
const enHtml = (blocs: Bloc[]): string =>
  blocs
    .map(({ runs, items }) =>
      items
        ? `<ul>${items.map((item) => `<li>${echapper(item.runs.map(({ texte }) => texte).join(''))}</li>`).join('')}</ul>`
        : `<p>${echapper((runs ?? []).map(({ texte }) => texte).join(''))}</p>`,
    )
    .join('');

function indicateurEnHtml({ libelle, phrase, graphiques, tableau }: Indicateur): string {
  const dessins = graphiques.map(({ svg, alt, textes }) => {
    const mots = textes.map(
      ({ x, y, taille, mots: dits }) => `<text x="${x}" y="${y}" font-size="${taille}">${echapper(dits)}</text>`,
    );
    return `<figure role="img" aria-label="${echapper(alt)}">${svg.replace('</svg>', `${mots.join('')}</svg>`)}</figure>`;
  });
  const entetes = tableau.entetes.map((dit) => `<th scope="col">${dit}</th>`).join('');
  const lignes = tableau.lignes.map((ligne) =>
    ligne.map(({ texte, colonnes }) => `<td colspan="${colonnes}">${echapper(texte)}</td>`).join(''),
  );
  return `<h4>${echapper(libelle)}</h4><p>${echapper(phrase)}</p>${dessins.join('')}<table><tr>${entetes}</tr>${lignes.map((ligne) => `<tr>${ligne}</tr>`).join('')}</table>`;
}

/** The same content as a plain page to print. */
function livreEnHtml(fiches: FicheDuLivre[]): string {
  const corps = fiches.map(({ code, titre, lignes, groupes, declinaisons }) => {
    const sections = (liste: { libelle: string | null; blocs: Bloc[] }[]) =>
      liste.map(({ libelle, blocs }) => (libelle ? `<h3>${echapper(libelle)}</h3>` : '') + enHtml(blocs)).join('');
    return [
      `<h1>${code} – ${echapper(titre)}</h1>`,
      ...lignes.map(
        (ligne) => `<section><h2>${echapper(ligne.label)}</h2><div>${sections(ligne.sections)}</div></section>`,
      ),
      ...groupes.flatMap(({ indicateurs }) => indicateurs.map(indicateurEnHtml)),
      ...declinaisons.map(
        ({ territoire, recits }) => `<section><h2>${echapper(territoire)}</h2><div>${sections(recits)}</div></section>`,
      ),
    ].join('');
  });
  const style =
    'body{font:10pt sans-serif}h1{break-before:page}section{display:grid;grid-template-columns:45mm 1fr;border-top:1px solid}svg{display:block;width:100%}table{width:100%;font-size:8pt}';
  return `<!doctype html><html lang="fr"><title>Livre</title><style>${style}</style>${corps.join('')}</html>`;
}

/** Chromium printing a page; wall and CPU in milliseconds, less the CPU of those of its processes that it does not wait for. */
function imprimerParChromium(html: string, nom: string): { duree: number; cpu: number; octets: number } {
  const [page, pdf] = [join(WORK, `${nom}.html`), join(WORK, `${nom}.pdf`)];
  writeFileSync(page, html);
  const commande = `TIMEFORMAT='%U %S'; time chromium --headless --no-sandbox --disable-gpu --generate-pdf-document-outline --no-pdf-header-footer --print-to-pdf=${pdf} file://${page} >/dev/null 2>&1`;
  const debut = performance.now();
  const temps = execFileSync('bash', ['-c', `{ ${commande}; } 2>&1`], { encoding: 'utf8' });
  const [utilisateur = 0, systeme = 0] =
    temps.trim().split('\n').at(-1)?.replaceAll(',', '.').split(' ').map(Number) ?? [];
  return { duree: performance.now() - debut, cpu: (utilisateur + systeme) * 1000, octets: statSync(pdf).size };
}

/** The list of fiches asked without a pause, while `encore` says so. */
async function lister(lire: () => Promise<unknown>, encore: (faites: number) => boolean): Promise<number[]> {
  const durees: number[] = [];
  while (encore(durees.length)) {
    const debut = performance.now();
    await lire();
    durees.push(performance.now() - debut);
  }
  return durees;
}

async function mesurerApi(adresse: string): Promise<void> {
  const { entetes, contratId } = await entrer(adresse);
  const contrat = `/contrats/${contratId}`;
  const appeler = async (chemin: string, corps?: object) => {
    const envoi = corps && { method: 'POST', body: JSON.stringify(corps) };
    return (await (await fetch(`${adresse}/api/v1${chemin}`, { headers: entetes, ...envoi })).json()) as never;
  };
  const lire = () => appeler(`${contrat}/fiches`);
  const [arrete] = (await appeler(`${contrat}/arretes`)) as { id: string }[];
  await lister(lire, (faites) => faites < 50);
  const sans = await lister(lire, (faites) => faites < 400);
  let fini = false;
  const faire = async () => {
    for (let tour = 0; tour < 3; tour++) {
      const demande = { sorte: 'livre-pdf', options: { ficheIds: [], sections: [] } };
      const { id } = (await appeler(`${contrat}/arretes/${arrete?.id}/documents`, demande)) as { id: string };
      for (let statut = ''; !['pret', 'echec', 'annule'].includes(statut);) {
        await new Promise((resoudre) => setTimeout(resoudre, 200));
        statut = ((await appeler(`/documents/${id}`)) as { statut: string }).statut;
      }
    }
    fini = true;
  };
  const [avec] = await Promise.all([lister(lire, () => !fini), faire()]);
  const [p95Sans, p95Avec] = [quantile(sans, 0.95), quantile(avec, 0.95)];
  dire(
    `list of fiches, p95: ${p95Sans.toFixed(1)} ms alone, ${p95Avec.toFixed(1)} ms while books are made (${avec.length} requests): × ${(p95Avec / p95Sans).toFixed(2)}`,
  );
}

mkdirSync(WORK, { recursive: true });
const bundle = await rolldown({
  ...api,
  input: {
    'document.worker': `${SOURCES}/fabrique/document.worker.ts`,
    fabrique: `${SOURCES}/livre/fabriquer-livre.ts`,
    livre: `${SOURCES}/livre/livre.ts`,
    moteur: `${SOURCES}/pdf/typst-engine.ts`,
    fiche: `${SOURCES}/composition/fiche-figee.ts`,
    exemple: `${SOURCES}/essai/grand-arrete.ts`,
  },
});
await bundle.write({ ...api.output, dir: WORK });
const { grandArrete } = await charger<{
  grandArrete: (fiches: number, indicateurs: number, quartiers: number) => { fiches: object[] };
}>('exemple');
const { fabriquerLivre } = await charger<{
  fabriquerLivre: (matiere: object, avancer: () => void) => Promise<Fichier>;
}>('fabrique');
const { composerLivre } = await charger<{
  composerLivre: (matiere: object, nettoyer: <T>(un: T) => T, faite: () => void) => Livre;
}>('livre');
const { composerFicheFigee } = await charger<{
  composerFicheFigee: (fiche: object | undefined, arrete: object, seuil: number) => object;
}>('fiche');
const { TypstEngine } = await charger<{ TypstEngine: new () => { exporter: (fiche: object) => Promise<Uint8Array> } }>(
  'moteur',
);

const contenu = grandArrete(FICHES, INDICATEURS, QUARTIERS);
const options = { ficheIds: [], sections: [] };
const arrete = { numero: 3, sha256: 'ab'.repeat(32), seuil: 5, depuis: null, options };
const commande = { ...arrete, contenu: JSON.stringify(contenu), sorte: 'livre-pdf' };
const parSeconde = (duree: number): string => `${((FICHES * 1000) / duree).toFixed(1)} fiches/s`;
const rien = (): void => undefined;
dire(`${FICHES} fiches × ${INDICATEURS} indicators, 7 years, ${QUARTIERS} quartiers`);

const froid = await dansUnProcessus(commande);
dire(
  `book, cold (process, engine and fonts included): ${secondes(froid.duree)}, ${parSeconde(froid.duree)}, peak ${froid.memoire.toFixed(0)} MB`,
);
const matiere = { ...arrete, contenu };
await fabriquerLivre(matiere, rien);
const chaud = await mesurer(() => fabriquerLivre(matiere, rien));
dire(
  `book, warm: ${secondes(chaud.duree)} (CPU ${secondes(chaud.cpu)}), ${parSeconde(chaud.duree)}, ${(chaud.fait.octets.length / 1e6).toFixed(2)} MB`,
);
writeFileSync(join(WORK, 'livre.pdf'), chaud.fait.octets);

const fiche = composerFicheFigee(contenu.fiches[0], contenu, 5);
const premiere = await mesurer(async () => new TypstEngine().exporter(fiche));
const moteur = new TypstEngine();
await moteur.exporter(fiche);
const tours = [];
for (let tour = 0; tour < TOURS; tour++) tours.push(await mesurer(() => moteur.exporter(fiche)));
const ficheCpu = quantile(
  tours.map(({ cpu }) => cpu),
  0.5,
);
const ficheDuree = quantile(
  tours.map(({ duree }) => duree),
  0.5,
);
dire(
  `fiche, cold: ${premiere.duree.toFixed(0)} ms; warm p50: ${ficheDuree.toFixed(0)} ms (CPU ${ficheCpu.toFixed(0)} ms), ${(1000 / ficheDuree).toFixed(0)} fiches/s, ${(premiere.fait.length / 1e3).toFixed(0)} kB`,
);

const fiches = composerLivre(matiere, (valeur) => valeur, rien).enjeux.flatMap((enjeu) => enjeu.fiches);
const parChromium = imprimerParChromium(livreEnHtml(fiches), 'livre-chromium');
dire(
  `same book printed by Chromium: ${secondes(parChromium.duree)} (CPU ${secondes(parChromium.cpu)}), ${(parChromium.octets / 1e6).toFixed(2)} MB: × ${(parChromium.duree / chaud.duree).toFixed(1)} wall, × ${(parChromium.cpu / chaud.cpu).toFixed(1)} CPU`,
);
const ficheParChromium = imprimerParChromium(livreEnHtml(fiches.slice(0, 1)), 'fiche-chromium');
dire(
  `same fiche printed by Chromium: ${secondes(ficheParChromium.duree)} (CPU ${secondes(ficheParChromium.cpu)}), ${(ficheParChromium.octets / 1e3).toFixed(0)} kB: × ${(ficheParChromium.duree / ficheDuree).toFixed(1)} wall, × ${(ficheParChromium.cpu / ficheCpu).toFixed(1)} CPU`,
);
if (ADRESSE) await mesurerApi(ADRESSE);
