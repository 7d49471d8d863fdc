import { type Cotes, DEMANDES } from './demandes.mts';
import type { Appel } from './salve.mts';

interface Sujet {
  cotes: Cotes;
  produit: { url: string };
  portPlancher: number;
}

interface Liste {
  total: number;
  fiches: { id: string }[];
}

async function demander(url: string, { path, ...appel }: Appel): Promise<unknown> {
  const reponse = await fetch(`${url}${path}`, appel);
  const texte = await reponse.text();
  if (!reponse.ok) throw new Error(`${path}: ${reponse.status} ${texte.slice(0, 300)}`);
  return JSON.parse(texte);
}

const ids = (lu: unknown) => (lu as Liste).fiches.map(({ id }) => id).join();
const nombreDeValeurs = (lu: unknown) =>
  (lu as { indicateurs: { valeurs: unknown[] }[] }).indicateurs.flatMap(({ valeurs }) => valeurs).length;

const ATTENDU: Readonly<Record<(typeof DEMANDES)[number], (produit: unknown, plancher: unknown) => boolean>> = {
  a: (produit, plancher) =>
    (produit as Liste).fiches.length === 25 && (produit as Liste).total === 48 && ids(produit) === ids(plancher),
  b: (produit, plancher) => nombreDeValeurs(produit) === 84 && nombreDeValeurs(plancher) === 84,
  c: (produit) => (produit as { valeurs: unknown[] }).valeurs.length === 1,
  c50: (produit) => (produit as { valeurs: unknown[] }).valeurs.length === 1,
  d: (produit, plancher) => (produit as Liste).total > 0 && ids(produit) === ids(plancher),
  f: (produit) => (produit as { enjeu: unknown[] }).enjeu.length > 0,
  dall: (produit, plancher) => (produit as Liste).fiches.length > 0 && ids(produit) === ids(plancher),
  e: (produit, plancher) =>
    (produit as unknown[]).length === 13 && JSON.stringify(produit) === JSON.stringify(plancher),
};

/** Checks once that both sides answer the whole of what is asked, and the same. */
export async function verifier({ cotes, produit, portPlancher }: Sujet): Promise<void> {
  for (const demande of DEMANDES) {
    await cotes.relire();
    const duProduit = await demander(produit.url, cotes.produit(demande)());
    const duPlancher = await demander(`http://127.0.0.1:${portPlancher}`, cotes.plancher(demande)());
    if (!ATTENDU[demande](duProduit, duPlancher)) throw new Error(`${demande}: the answers are not what is expected`);
  }
}
