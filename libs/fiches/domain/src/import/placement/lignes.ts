import type { BlocSource } from '../source';
import { lireEnLigne } from './en-ligne';
import { etiqueter, etiqueterInconnu, texteDe, type Etiquette, type Lecture, type Trouvaille } from './etiquette';
import {
  estCompose,
  estOfficiel,
  estPrecision,
  libelleExact,
  LONGUEUR_LIBELLE,
  normaliser,
  reconnaitre,
} from './reconnaitre';
import { lireDebut, rejoindre, resteOuvert } from './puces';

const LIGNES_D_UN_LIBELLE = 5;
const LIGNES_D_UNE_PRECISION = 6;
/** From these likenesses on, a line that a sign points out, and one that nothing points out, are headings. */
const RESSEMBLANCE_SIGNALEE = 0.72;
const RESSEMBLANCE_NUE = 0.9;
/** A heading begins with a capital, after its number if it has one. */
const COMMENCE = /^\s*(?:[\dIVX]+\s*[.)–-]\s*)?\p{Lu}/u;
const ETAPE = /^\s*(?:action|étape|etape|phase|axe|objectif|volet|étude|temps|atelier)\b/iu;

function estEnCapitales(texte: string): boolean {
  const lettres = texte.replace(/\P{L}/gu, '');
  return lettres.length >= 4 && lettres === lettres.toUpperCase();
}

/** True when a heading may stand here: inside content, only those of the row that is being read, or unmistakable ones. */
function admis({ document, ligne, structuree, composee }: Lecture, bloc: BlocSource, etiquette: Etiquette): boolean {
  if (!structuree && bloc.colonne === 'pleine') return true;
  if ((etiquette.ligne === ligne && ligne !== null) || (composee && etiquette.score === 1)) return true;
  const mots = normaliser(document.texte.slice(etiquette.debut, etiquette.fin));
  return etiquette.score === 1 && (bloc.gras || mots.includes(' '));
}

/** The small words printed under a heading, when they follow it: `fin` moves after them. */
function avecPrecision(lecture: Lecture, rang: number, etiquette: Etiquette): { etiquette: Etiquette; blocs: number } {
  const { document } = lecture;
  const depart = document.blocs[rang];
  if (!etiquette.ligne || !depart) return { etiquette, blocs: 1 };
  for (let nombre = 0; nombre < LIGNES_D_UNE_PRECISION; nombre++) {
    const bloc = document.blocs[rang + nombre];
    if (!bloc || bloc.colonne !== depart.colonne) break;
    const suite = document.texte.slice(etiquette.fin, bloc.fin);
    const [parenthese] = /^\s*\([^)]*\)\s*:?/u.exec(suite) ?? [];
    if (parenthese !== undefined) {
      if (!estPrecision(parenthese, etiquette.ligne)) break;
      return { etiquette: { ...etiquette, fin: etiquette.fin + parenthese.length }, blocs: nombre + 1 };
    }
    if (suite.trim() !== '' && !/^\s*\(/.test(suite)) break;
  }
  return { etiquette, blocs: 1 };
}

/** A heading that consecutive pieces are together; it is sure when more than its words make it one. */
function lireEnsemble({ document, ligne }: Lecture, premier: BlocSource, dernier: BlocSource): Etiquette | null {
  const texte = rejoindre(texteDe(document, premier, dernier));
  const libelle = /[.,;]$/.test(texte) ? null : libelleExact(texte, ligne);
  if (!libelle) return null;
  const voyant = /[:?]$/.test(texte) || premier.gras || estEnCapitales(texte);
  const sure = voyant || (document.enLignes && estOfficiel(texte));
  return etiqueter(libelle, { debut: premier.debut, fin: dernier.fin, score: 1, sure });
}

/** In a cell of a word processor, the bare words of a heading are an entry like the others. */
function estDite({ sure }: Etiquette, { colonne }: BlocSource, enLignes: boolean): boolean {
  return sure || enLignes || colonne !== 'droite';
}

/** A heading over several lines of a page, or the whole of one. */
function lirePlusieurs(lecture: Lecture, rang: number): { etiquette: Etiquette; dernier: number } | null {
  const { blocs, enLignes } = lecture.document;
  const premier = blocs[rang];
  if (!premier || !COMMENCE.test(texteDe(lecture.document, premier))) return null;
  const tenant = blocs.slice(rang, rang + (enLignes ? LIGNES_D_UN_LIBELLE : 1));
  for (const [place, dernier] of [...tenant.entries()].reverse()) {
    const ensemble = dernier.colonne === premier.colonne && dernier.sorte === 'paragraphe';
    const etiquette = ensemble ? lireEnsemble(lecture, premier, dernier) : null;
    if (etiquette) return estDite(etiquette, premier, enLignes) ? { etiquette, dernier: rang + place } : null;
  }
  return null;
}

/** A line that resembles a heading without being one of its wordings. */
function lireRessemblance({ document, ligne }: Lecture, bloc: BlocSource): Etiquette | null {
  const texte = texteDe(document, bloc);
  if (texte.trim().length > LONGUEUR_LIBELLE || /[.,;]\s*$/.test(texte)) return null;
  const reconnu = reconnaitre(texte, ligne);
  const signale = bloc.gras || estEnCapitales(texte) || /:\s*$/.test(texte);
  if (!reconnu || reconnu.score < (signale ? RESSEMBLANCE_SIGNALEE : RESSEMBLANCE_NUE)) return null;
  return etiqueter(reconnu.libelle, { debut: bloc.debut, fin: bloc.fin, score: reconnu.score, sure: false });
}

/** Words at the start of a line that stand out as another territory's heading would, and how long they are. */
function lireVoyant(texte: string, { gras, debutGras }: BlocSource): { mots: string; longueur: number } | null {
  if (gras || estEnCapitales(texte)) return { mots: texte, longueur: texte.length };
  const enTete = texte.slice(0, debutGras);
  const [deuxPoints] = /^\s*:\s*/.exec(texte.slice(debutGras)) ?? [];
  const separe = deuxPoints ?? (/:\s*$/.test(enTete) ? '' : null);
  return separe === null || debutGras === 0 ? null : { mots: enTete, longueur: debutGras + separe.length };
}

/** The heading of a supplementary section, in the row that our own sheet keeps for them. */
function lireSection({ document, trouvees }: Lecture, bloc: BlocSource): Etiquette | null {
  const officielle = trouvees.findLast(({ ligne }) => ligne !== null);
  const mots = rejoindre(texteDe(document, bloc));
  const dite = officielle?.ligne === 'complements' && bloc.colonne === 'droite' && bloc.gras;
  return dite && mots.length <= LONGUEUR_LIBELLE ? etiqueterInconnu(mots, bloc) : null;
}

/** A short line in bold or in capitals among headings written alike: another territory's heading. */
function lireInconnue({ document, trouvees, ligne, structuree }: Lecture, bloc: BlocSource): Etiquette | null {
  if (structuree || ligne === null || bloc.colonne !== 'pleine') return null;
  const voyant = lireVoyant(texteDe(document, bloc), bloc);
  const mots = rejoindre(voyant?.mots ?? '');
  if (!voyant || mots.length > LONGUEUR_LIBELLE || /[.;,!]$/.test(mots) || ETAPE.test(mots)) return null;
  const capitales = !bloc.gras && bloc.debutGras === 0;
  const semblables = trouvees.filter(
    ({ sure, debut, fin }) => sure && (!capitales || estEnCapitales(document.texte.slice(debut, fin))),
  );
  if (semblables.length < 2) return null;
  const tranche = { debut: bloc.debut, fin: bloc.debut + voyant.longueur };
  return { ...etiqueterInconnu(mots.replace(/\s*:$/, ''), tranche), composee: estCompose(mots, ligne) };
}

function estSuite({ document: { blocs, texte, enLignes } }: Lecture, rang: number): boolean {
  const [avant, bloc] = [blocs[rang - 1], blocs[rang]];
  if (!avant || !bloc || bloc.suite === false || avant.sorte === 'titre' || avant.sorte === 'folio') return false;
  if (bloc.suite === true) return true;
  return enLignes && avant.colonne === bloc.colonne && resteOuvert(texte.slice(avant.debut, avant.fin));
}

/** An item of a list that begins with a smaller heading of the row being read: « - Pour les habitants : … ». */
function lirePuce(lecture: Lecture, bloc: BlocSource, longueur: number): Trouvaille | null {
  const etiquette = lireEnLigne(lecture, bloc.debut + longueur, bloc);
  const sienne = etiquette?.sure && etiquette.ligne === lecture.ligne && etiquette.ligne !== 'entete';
  return sienne ? { etiquettes: [{ ...etiquette, debut: bloc.debut }], blocs: 1 } : null;
}

/** A heading that begins the piece, and the rank of the last piece that it takes. */
function lireTete(lecture: Lecture, rang: number, bloc: BlocSource): { etiquette: Etiquette; dernier: number } | null {
  const entiere = lirePlusieurs(lecture, rang);
  const etiquette = entiere?.etiquette ?? lireEnLigne(lecture, bloc.debut, bloc) ?? lireRessemblance(lecture, bloc);
  if (!etiquette || !admis(lecture, bloc, etiquette)) return null;
  return { etiquette, dernier: entiere?.dernier ?? rang };
}

/** Reads a line or a paragraph: does a heading begin it? */
export function lireLigne(lecture: Lecture, rang: number): Trouvaille | null {
  const { document } = lecture;
  const bloc = document.blocs[rang];
  if (!bloc || estSuite(lecture, rang)) return null;
  const { puce, famille, longueur } = lireDebut(texteDe(document, bloc));
  if ((puce !== null && famille !== 'numero') || bloc.sorte === 'puce') return lirePuce(lecture, bloc, longueur);

  const tete = lireTete(lecture, rang, bloc);
  if (!tete) {
    const inconnue = lireSection(lecture, bloc) ?? lireInconnue(lecture, bloc);
    return inconnue && { etiquettes: [inconnue], blocs: 1 };
  }
  const { dernier } = tete;
  const { etiquette, blocs } = avecPrecision(lecture, dernier, tete.etiquette);
  return { etiquettes: [etiquette, ...lireSuite(lecture, etiquette, dernier)], blocs: dernier - rang + blocs };
}

/** A smaller heading right after the first, on the same line: « Cadre : Quand ? … ». */
function lireSuite(lecture: Lecture, { fin, ligne, destination }: Etiquette, rang: number): Etiquette[] {
  const bloc = lecture.document.blocs[rang];
  if (!bloc || fin >= bloc.fin || ligne === null) return [];
  const suite = lireEnLigne({ ...lecture, ligne }, fin, bloc);
  return suite?.sure && suite.ligne === ligne && suite.destination !== destination ? [suite] : [];
}

/** Reads a heading style: a heading of the sheet, the title above them, or a heading of another territory's. */
export function lireTitre(lecture: Lecture, rang: number): Trouvaille | null {
  const { document, ligne, niveauTitre } = lecture;
  const bloc = document.blocs[rang];
  if (!bloc) return null;
  const texte = texteDe(document, bloc);
  const reconnu = reconnaitre(texte, ligne);
  const tranche = { debut: bloc.debut, fin: bloc.fin };
  if (reconnu)
    return { etiquettes: [etiqueter(reconnu.libelle, { ...tranche, score: reconnu.score, sure: true })], blocs: 1 };
  const enLigne = lireEnLigne(lecture, bloc.debut, bloc);
  if (enLigne?.sure) return { etiquettes: [enLigne], blocs: 1 };
  if (estCompose(texte, ligne))
    return { etiquettes: [{ ...etiqueterInconnu(rejoindre(texte), tranche), composee: true }], blocs: 1 };
  const dessous = ligne === null || bloc.niveau > niveauTitre || texte.length > LONGUEUR_LIBELLE;
  return dessous ? null : { etiquettes: [etiqueterInconnu(rejoindre(texte), tranche)], blocs: 1 };
}
