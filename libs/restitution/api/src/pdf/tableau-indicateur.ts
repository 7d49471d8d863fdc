import { LIBELLES_QUALITES } from '@pleniere/indicateurs/domain';
import type { IndicateurImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';

/** A table of the document: header row, then rows; `compact` when the columns are the years. */
export interface Tableau {
  compact: boolean;
  entetes: string[];
  lignes: string[][];
}

const SIGNES_PAR_COLONNE = 24;

function cellule(valeur: ValeurImprimee | undefined): string {
  if (!valeur) return '–';
  const nuance = valeur.qualite === 'provisoire' || valeur.qualite === 'estimee';
  return nuance ? `${valeur.texte}\n${LIBELLES_QUALITES[valeur.qualite ?? 'provisoire'].toLowerCase()}` : valeur.texte;
}

/** One row per run of years that say the same: « 2027 à 2030 | à venir ». */
function recit({ territoire, valeurs }: SerieImprimee): string[][] {
  const periodes = valeurs.reduce<{ debut: number; fin: number; texte: string }[]>((faites, valeur) => {
    const texte = cellule(valeur);
    const derniere = faites.at(-1);
    if (derniere && derniere.texte === texte && derniere.fin === valeur.annee - 1) derniere.fin = valeur.annee;
    else faites.push({ debut: valeur.annee, fin: valeur.annee, texte });
    return faites;
  }, []);
  return periodes.map(({ debut, fin, texte }) => [territoire, debut === fin ? String(debut) : `${debut} à ${fin}`, texte]);
}

/**
 * The values of an indicator as a table: a column per year with the reference and the targets, or, when values are
 * sentences, a row per territory and period.
 */
export function tableauIndicateur({ series, reference, cibles }: IndicateurImprime, annees: number[]): Tableau {
  const textes = series.flatMap(({ valeurs }) => valeurs.map(({ texte }) => texte));
  if (textes.some((texte) => texte.length > SIGNES_PAR_COLONNE)) {
    return { compact: false, entetes: ['Territoire', 'Année', 'Constat'], lignes: series.flatMap(recit) };
  }
  const parAnnee = (lire: (annee: number) => string) => annees.map(lire);
  const reperes = (libelle: string, choisis: { annee: number; texte: string }[]) =>
    choisis.some(({ annee }) => annees.includes(annee))
      ? [[libelle, ...parAnnee((annee) => choisis.find((repere) => repere.annee === annee)?.texte ?? '–')]]
      : [];
  return {
    compact: true,
    entetes: ['Territoire', ...annees.map(String)],
    lignes: [
      ...reperes('Référence', reference ? [reference] : []),
      ...reperes('Cible', cibles),
      ...series.map(({ territoire, valeurs }) => [
        territoire,
        ...parAnnee((annee) => cellule(valeurs.find((valeur) => valeur.annee === annee))),
      ]),
    ],
  };
}
