import type { BlocSource } from '../source';
import { etiqueter, etiqueterInconnu, texteDe, type Etiquette, type Lecture, type Trouvaille } from './etiquette';
import { estCompose, libelleExact, LONGUEUR_LIBELLE, normaliser, reconnaitre } from './reconnaitre';
import { rejoindre } from './puces';

/** Pieces of the cell that begins at `rang`. */
function celluleA({ document: { blocs } }: Lecture, rang: number): BlocSource[] {
  const premier = blocs[rang];
  const fin = blocs.findIndex(
    (bloc, suivant) => suivant > rang && (bloc.colonne !== 'gauche' || bloc.rang !== premier?.rang),
  );
  return blocs.slice(rang, fin < 0 ? undefined : fin);
}

/** Two headings in one cell (« Contexte/diagnostic Environnement »): the slice of each. */
function lireDeux({ document, ligne }: Lecture, debut: number, fin: number): Etiquette[] | null {
  const texte = document.texte.slice(debut, fin);
  for (const { index } of texte.matchAll(/\s+/g)) {
    const premier = libelleExact(texte.slice(0, index), ligne);
    const second = premier && libelleExact(texte.slice(index), premier.ligne);
    if (!premier || !second || premier.destination === second.destination) continue;
    const milieu = debut + index;
    return [
      etiqueter(premier, { debut, fin: milieu, score: 1, sure: true }),
      etiqueter(second, { debut: milieu, fin, score: 1, sure: true }),
    ];
  }
  return null;
}

/** A heading that only the first words of the cell are, the others explaining it. */
function lireDebutDeCellule(
  { document, ligne }: Lecture,
  blocs: readonly BlocSource[],
  tranche: Tranche,
): Etiquette | null {
  const [premier] = blocs;
  if (!premier) return null;
  for (let nombre = blocs.length - 1; nombre > 0; nombre--) {
    const libelle = libelleExact(rejoindre(texteDe(document, premier, blocs[nombre - 1])), ligne);
    if (libelle) return etiqueter(libelle, { ...tranche, score: 1, sure: true });
  }
  const avantSigne = /^[^:;,–—-]+/u.exec(rejoindre(document.texte.slice(tranche.debut, tranche.fin)))?.[0] ?? '';
  const libelle = libelleExact(avantSigne, ligne);
  return libelle && etiqueter(libelle, { ...tranche, score: 0.9, sure: true });
}

type Tranche = Pick<Etiquette, 'debut' | 'fin'>;

/** Reads a cell of the left column: one or two headings of the sheet, or a heading of another territory's. */
export function lireCellule(lecture: Lecture, rang: number): Trouvaille {
  const { document, ligne } = lecture;
  const cellule = celluleA(lecture, rang);
  const [premier] = cellule;
  const dernier = cellule.at(-1);
  const blocs = cellule.length;
  if (!premier || !dernier) return { etiquettes: [], blocs };
  const tranche = { debut: premier.debut, fin: dernier.fin };
  const texte = rejoindre(texteDe(document, premier, dernier));
  const aucune = { etiquettes: [], blocs };
  if (normaliser(texte).length > LONGUEUR_LIBELLE) return aucune;

  const exact = libelleExact(texte, ligne);
  if (exact) return { etiquettes: [etiqueter(exact, { ...tranche, score: 1, sure: true })], blocs };
  const deux = lireDeux(lecture, tranche.debut, tranche.fin);
  if (deux) return { etiquettes: deux, blocs };
  const debut = lireDebutDeCellule(lecture, cellule, tranche);
  if (debut) return { etiquettes: [debut], blocs };
  const flou = reconnaitre(texte, ligne);
  if (flou) return { etiquettes: [etiqueter(flou.libelle, { ...tranche, score: flou.score, sure: true })], blocs };

  const suivant = document.blocs[rang + blocs];
  const seule = suivant?.colonne !== 'droite' || suivant.rang !== premier.rang;
  if (seule || normaliser(texte) === '') return aucune;
  return { etiquettes: [{ ...etiqueterInconnu(texte, tranche), composee: estCompose(texte, ligne) }], blocs };
}
