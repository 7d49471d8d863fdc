import { CONFIANCES, type BlocSource, type Confiance, type DocumentSource } from '../source';
import { destinerEntete } from './destiner-entete';
import type { Etiquette } from './etiquette';
import type { Destination } from './libelles';
import type { Brouillon, Morceau, Passage } from '../passage';
import { lireDebut, poursuit } from './puces';
import { trouverEtiquettes } from './trouver-etiquettes';

/** A line is full from this share of the longest line of its section on. */
const LIGNE_PLEINE = 0.75;
const LIGNE_LONGUE = 40;
const SEUILS = { forte: 0.9, moyenne: 0.72 };
/** What a form prints where nobody wrote. */
const VIDE = /^\s*(?:non renseigné|à compléter|néant|sans objet)e?s?\s*\.?\s*$/iu;
const MISE_EN_PAGE = { destination: 'libelle', section: null, niveau: 0, confiance: 'forte' } as const;
const SUR_UNE_LIGNE: readonly Destination[] = ['contrat', 'code', 'enjeu'];

/** Confidence that the likeness of a heading gives to what stands under it. */
function confianceDe({ score }: Etiquette): Confiance {
  if (score >= SEUILS.forte) return 'forte';
  return score >= SEUILS.moyenne ? 'moyenne' : CONFIANCES[0];
}

/** What is left of the pieces once the headings are taken out. */
function decouper({ texte, blocs }: DocumentSource, etiquettes: readonly Etiquette[]): Morceau[] {
  return blocs.flatMap((bloc) => {
    const siennes = etiquettes.filter(({ debut, fin }) => debut < bloc.fin && fin >= bloc.debut);
    const bornes = [bloc.debut, ...siennes.flatMap(({ debut, fin }) => [debut, fin]), bloc.fin];
    const morceaux: Morceau[] = [];
    for (let rang = 0; rang < bornes.length; rang += 2) {
      const debut = Math.max(bornes[rang] ?? 0, bloc.debut);
      const fin = Math.min(bornes[rang + 1] ?? 0, bloc.fin);
      if (debut >= fin || texte.slice(debut, fin).trim() === '') continue;
      const etiquette = etiquettes.findLast((candidate) => candidate.fin <= debut) ?? null;
      morceaux.push({ debut, fin, bloc, etiquette });
    }
    return morceaux;
  });
}

function niveauDe(texte: string, bloc: BlocSource, premiere: Repere | null): Passage['niveau'] {
  const { puce, famille, retrait } = lireDebut(texte);
  if (bloc.sorte === 'puce') return bloc.niveau > 1 ? 2 : 1;
  if (puce === null) return 0;
  if (!premiere) return famille === 'creux' && bloc.niveau > 1 ? 2 : 1;
  const autre = famille !== premiere.famille && famille !== 'numero';
  return autre || retrait > premiere.retrait + 1 ? 2 : 1;
}

type Repere = { famille: string; retrait: number };

/** Length from which a line is full: what follows it may go on with it. */
function longueurPleine(lignes: readonly string[]): number {
  const longueur = Math.max(0, ...lignes.map((ligne) => ligne.trim().length));
  return longueur < LIGNE_LONGUE ? Infinity : longueur * LIGNE_PLEINE;
}

function commencer(morceau: Morceau, texte: string, niveau: Passage['niveau']): Brouillon {
  const { etiquette, debut, fin } = morceau;
  const destination = etiquette?.destination ?? 'non-place';
  const section = etiquette && destination === 'section' ? titreDe(etiquette, texte) : null;
  const confiance = etiquette ? confianceDe(etiquette) : 'faible';
  return { debut, fin, destination, section, niveau, confiance, morceaux: [morceau] };
}

/** Gathers the pieces under one heading into paragraphs and items; lines broken by the page are rejoined. */
function rassembler({ texte, enLignes }: DocumentSource, morceaux: readonly Morceau[]): Brouillon[] {
  const lignes = morceaux.map(({ debut, fin }) => texte.slice(debut, fin));
  const pleine = longueurPleine(lignes);
  const suit = ({ bloc }: Morceau, rang: number): boolean => {
    const [avant = '', ligne = ''] = [lignes[rang - 1], lignes[rang]];
    if (lireDebut(ligne).puce !== null || bloc.sorte !== 'paragraphe') return false;
    return bloc.suite ?? (enLignes && poursuit(avant, ligne, pleine));
  };
  const brouillons: Brouillon[] = [];
  let premiere: Repere | null = null;
  for (const [rang, morceau] of morceaux.entries()) {
    const dernier = brouillons.at(-1);
    if (dernier && suit(morceau, rang)) {
      dernier.morceaux.push(morceau);
      dernier.fin = morceau.fin;
      continue;
    }
    const ligne = lignes[rang] ?? '';
    const niveau = niveauDe(ligne, morceau.bloc, premiere);
    if (niveau === 1 && morceau.bloc.sorte !== 'puce') premiere ??= lireDebut(ligne);
    brouillons.push(commencer(morceau, texte, dernier ? niveau : (Math.min(niveau, 1) as 0 | 1)));
  }
  return brouillons;
}

function titreDe({ titre, debut, fin }: Etiquette, texte: string): string {
  const mots = titre || texte.slice(debut, fin).replace(/\([^)]*\)\s*:?\s*$/, '');
  return mots
    .replace(/\s+/g, ' ')
    .replace(/\s*[:?]\s*$/, '')
    .trim();
}

/** Above the first heading of the sheet, a code or an enjeu takes one paragraph: the next one is still to be understood. */
function bornerEntete(brouillons: readonly Brouillon[]): Brouillon[] {
  return brouillons.map((brouillon, rang) => {
    const meme = brouillons[rang - 1]?.morceaux[0]?.etiquette === brouillon.morceaux[0]?.etiquette;
    const trop = meme && SUR_UNE_LIGNE.includes(brouillon.destination);
    return trop ? { ...brouillon, destination: 'non-place', confiance: 'faible' } : brouillon;
  });
}

/**
 * Says where each passage of a document goes. The passages are a partition of the source text: put end to end they are
 * the text itself, white space included, so that nothing is lost and nothing is told twice.
 */
export function placer(document: DocumentSource): Passage[] {
  const { texte, blocs } = document;
  const etiquettes = trouverEtiquettes(document);
  const folios = blocs.filter(({ sorte }) => sorte === 'folio');
  const morceaux = decouper({ ...document, blocs: blocs.filter(({ sorte }) => sorte !== 'folio') }, etiquettes);
  const groupes = Map.groupBy(morceaux, ({ etiquette }) => etiquette);
  const brouillons = bornerEntete([...groupes.values()].flatMap((groupe) => rassembler(document, groupe)));
  const contenus = destinerEntete(brouillons, texte).map(({ debut, fin, destination, section, niveau, confiance }) => ({
    debut,
    fin,
    ...(VIDE.test(texte.slice(debut, fin)) ? MISE_EN_PAGE : { destination, section, niveau, confiance }),
  }));
  const reperes = [...etiquettes, ...folios]
    .filter(({ debut, fin }) => debut < fin)
    .map(({ debut, fin }) => ({ debut, fin, ...MISE_EN_PAGE }));
  return numeroter([...contenus, ...reperes], texte.length);
}

/** Puts the slices in order and stretches each one to the next, so that they cover the whole source. */
function numeroter(passages: readonly Omit<Passage, 'id'>[], longueur: number): Passage[] {
  const enOrdre = [...passages].sort((un, autre) => un.debut - autre.debut);
  return enOrdre.map((passage, rang) => ({
    id: `p${rang + 1}`,
    ...passage,
    debut: rang === 0 ? 0 : passage.debut,
    fin: enOrdre[rang + 1]?.debut ?? longueur,
  }));
}
