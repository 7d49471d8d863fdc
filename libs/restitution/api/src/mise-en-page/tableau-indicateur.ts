import type { AnneeDeSerie, Qualite } from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import type { IndicateurImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';

/** One cell; `discret` for what is not a value: an absence, a reference, a target. */
export interface Cellule {
  texte: string;
  discret: boolean;
  /** How many columns it spans: consecutive years without a value, for the same reason, are one cell. */
  colonnes: number;
}

/** A table of the document: header row, then rows; `compact` when the columns are the years. */
export interface Tableau {
  compact: boolean;
  entetes: string[];
  lignes: Cellule[][];
  /** What the letters beside some values mean; empty when there is none. */
  note: string;
}

const franche = (texte: string): Cellule => ({ texte, discret: false, colonnes: 1 });
const discrete = (texte: string): Cellule => ({ texte, discret: true, colonnes: 1 });

const SIGNES_PAR_COLONNE = 24;

const LETTRES: Readonly<Record<Qualite, string>> = { provisoire: 'p', estimee: 'e', definitive: '' };
const NOTES: readonly [Qualite, string][] = [
  ['provisoire', 'p : valeur provisoire'],
  ['estimee', 'e : valeur estimée'],
];

const EN_TOUTES_LETTRES: Readonly<Record<Qualite, string>> = {
  provisoire: '(provisoire)',
  estimee: '(estimation)',
  definitive: '',
};

function cellule(valeur: ValeurImprimee | undefined, nuances = LETTRES): Cellule {
  if (!valeur) return discrete('–');
  const nuance = valeur.qualite ? nuances[valeur.qualite] : '';
  if (valeur.absence !== null) return discrete(valeur.texte);
  return franche(nuance ? `${valeur.texte}${INSECABLE}${nuance}` : valeur.texte);
}

function noter(series: SerieImprimee[]): string {
  const presentes = new Set(
    series.flatMap(({ valeurs }) => valeurs.flatMap(({ absence, qualite }) => (absence ? [] : qualite))),
  );
  return NOTES.flatMap(([qualite, note]) => (presentes.has(qualite) ? note : [])).join(` ${INSECABLE} `);
}

function ecrirePeriode(debut: number, fin: number): string {
  if (debut === fin) return String(debut);
  return fin === debut + 1 ? `${debut} et ${fin}` : `${debut} à ${fin}`;
}

/** One row per run of years that say the same: « 2027 à 2030 | à venir ». */
function recit({ territoire, valeurs }: SerieImprimee): Cellule[][] {
  const periodes = valeurs.reduce<{ debut: number; fin: number; dit: Cellule }[]>((faites, valeur) => {
    const dit = cellule(valeur, EN_TOUTES_LETTRES);
    const derniere = faites.at(-1);
    if (derniere && derniere.dit.texte === dit.texte && derniere.fin === valeur.annee - 1) derniere.fin = valeur.annee;
    else faites.push({ debut: valeur.annee, fin: valeur.annee, dit });
    return faites;
  }, []);
  return periodes.map(({ debut, fin, dit }) => [franche(territoire), franche(ecrirePeriode(debut, fin)), dit]);
}

/** The years of every territory; those that are missing everywhere for the same reason are told once, at the end. */
function recits(series: SerieImprimee[]): Cellule[][] {
  const [premiere, ...autres] = series;
  if (!premiere || autres.length === 0) return series.flatMap(recit);
  const communes = premiere.valeurs.filter(
    ({ annee, absence, texte }) =>
      absence !== null &&
      autres.every(({ valeurs }) => valeurs.find((valeur) => valeur.annee === annee)?.texte === texte),
  );
  const propres = series.map(({ territoire, valeurs }) => ({
    territoire,
    valeurs: valeurs.filter(({ annee }) => !communes.some((commune) => commune.annee === annee)),
  }));
  return [...propres, { territoire: 'Tous les territoires', valeurs: communes }].flatMap(recit);
}

function rassembler(cellules: Cellule[]): Cellule[] {
  return cellules.reduce<Cellule[]>((faites, lue) => {
    const derniere = faites.at(-1);
    if (lue.discret && derniere?.texte === lue.texte) derniere.colonnes++;
    else faites.push({ ...lue });
    return faites;
  }, []);
}

const SANS_REPONSE: readonly AnneeDeSerie['absence'][] = ['a-venir', 'non-mesure', 'non-renseigne'];

/**
 * The values of an indicator as a table: a column per year with the reference and the targets, or, when values are
 * sentences, a row per territory and period. As long as nobody has answered, territories are left out.
 */
export function tableauIndicateur({ series, reference, cibles }: IndicateurImprime, annees: number[]): Tableau {
  const textes = series.flatMap(({ valeurs }) => valeurs.map(({ texte }) => texte));
  if (textes.some((texte) => texte.length > SIGNES_PAR_COLONNE)) {
    return { compact: false, entetes: ['Territoire', 'Année', 'Constat'], lignes: recits(series), note: '' };
  }
  const repondu = series.some(({ valeurs }) => valeurs.some(({ absence }) => !SANS_REPONSE.includes(absence)));
  const reperes = (libelle: string, choisis: { annee: number; texte: string }[]) =>
    choisis.some(({ annee }) => annees.includes(annee))
      ? [
          [
            discrete(libelle),
            ...annees.map((annee) => discrete(choisis.find((repere) => repere.annee === annee)?.texte ?? '–')),
          ],
        ]
      : [];
  return {
    compact: true,
    note: noter(series),
    entetes: ['Territoire', ...annees.map(String)],
    lignes: [
      ...reperes('Référence', reference ? [reference] : []),
      ...reperes('Cible', cibles),
      ...(repondu ? series : []).map(({ territoire, valeurs }) => [
        franche(territoire),
        ...rassembler(annees.map((annee) => cellule(valeurs.find((valeur) => valeur.annee === annee)))),
      ]),
    ],
  };
}
