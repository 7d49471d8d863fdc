import { type CelluleTableur, INSECABLE } from '@pleniere/shared/domain';
import { cibleDe, type Repere } from '../definition/indicateur';
import { formaterAvecUnite, LIBELLES_ABSENCES, LIBELLES_QUALITES } from '../indicateurs.labels';
import { cleDe, type SaisieValeur, type Valeur } from '../saisie/valeur';
import type { CaseLue, ContenuLu } from './cases';
import { lettreDe, texteDe } from './colonnes';
import type { CaseImport, SortCase } from './import';
import type { IndicateurImportable, TerritoireImportable } from './reperage';

/** The part of a value that a file can change. */
export type EtatLu = Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'>;

/** A read cell beside what stands now: what would be written, if anything. */
export interface CaseComparee extends CaseLue {
  sort: SortCase;
  /** Value to write, from the version that stands; null for a baseline or a target. */
  saisie: SaisieValeur | null;
  /** Baseline or target to write; null for a value. */
  repere: Repere | null;
  avant: EtatLu | Repere | null;
}

/** Name of a cell of the grid, of a baseline or of a target, whatever file speaks of it; empty for one that is refused. */
export function cleDeCase({
  type,
  indicateur,
  annee,
  territoire,
  ventilation,
}: Pick<CaseLue, 'type' | 'indicateur' | 'annee' | 'territoire' | 'ventilation'>): string {
  if (!indicateur || annee === null || !territoire) return '';
  if (type === 'vi') return `${indicateur.id}/vi`;
  if (type === 'vc') return `${indicateur.id}/vc/${annee}`;
  return cleDe({ indicateurId: indicateur.id, annee, territoire: territoire.code, ventilation });
}

/** Tells a baseline or a target from a value. */
export function estRepere(etat: EtatLu | Repere): etat is Repere {
  return !('qualite' in etat);
}

function memeEtat(a: EtatLu | Repere, b: EtatLu | Repere): boolean {
  const ecrire = (etat: EtatLu | Repere) =>
    estRepere(etat)
      ? [etat.annee, etat.valeur]
      : [etat.valeur, etat.absence, etat.qualite, etat.commentaire, etat.source];
  return JSON.stringify(ecrire(a)) === JSON.stringify(ecrire(b));
}

function sortDe(avant: EtatLu | Repere | null, apres: EtatLu | Repere): SortCase {
  if (avant === null) return 'nouvelle';
  return memeEtat(avant, apres) ? 'identique' : 'changee';
}

interface CelluleNommee extends CaseLue {
  indicateur: IndicateurImportable;
  territoire: TerritoireImportable;
  annee: number;
  contenu: ContenuLu;
}

function estNommee(lue: CaseLue): lue is CelluleNommee {
  return lue.contenu !== null && lue.indicateur !== null && lue.territoire !== null && lue.annee !== null;
}

/** What a cell of values asks for: what it leaves out stays as it stands. */
function saisieDe(
  { indicateur, annee, territoire, ventilation, contenu }: CelluleNommee,
  avant: Valeur | null,
): SaisieValeur {
  const laisse = avant ?? { version: null, qualite: 'provisoire', commentaire: '', source: '' };
  return {
    indicateurId: indicateur.id,
    annee,
    territoire: territoire.code,
    ventilation,
    version: laisse.version,
    valeur: contenu.valeur,
    absence: contenu.absence,
    qualite: contenu.qualite ?? laisse.qualite,
    commentaire: contenu.commentaire ?? laisse.commentaire,
    source: contenu.source ?? laisse.source,
  };
}

function comparer(lue: CaseLue, actuelles: ReadonlyMap<string, Valeur>): CaseComparee {
  const nulle = { ...lue, saisie: null, repere: null, avant: null };
  if (lue.motif !== null) return { ...nulle, sort: 'refusee' };
  if (!estNommee(lue)) return { ...nulle, sort: 'vide' };
  const { indicateur, annee, contenu, type } = lue;
  if (type === 'va') {
    const avant = actuelles.get(cleDeCase(lue)) ?? null;
    const saisie = saisieDe(lue, avant);
    return { ...nulle, sort: sortDe(avant, saisie), saisie, avant };
  }
  const repere = { annee, valeur: Number(contenu.valeur) };
  const avant = type === 'vi' ? indicateur.reference : cibleDe(indicateur, annee);
  return { ...nulle, sort: sortDe(avant, repere), repere, avant };
}

/** Two lines that give one cell differently are both refused: none is more right than the other. */
function refuserDoublons(cases: CaseComparee[]): CaseComparee[] {
  const ecrites = Map.groupBy(
    cases.filter(({ saisie, repere }) => saisie !== null || repere !== null),
    cleDeCase,
  );
  return cases.map((lue) => {
    const memes = ecrites.get(cleDeCase(lue)) ?? [];
    const [premiere] = memes;
    const apres = lue.saisie ?? lue.repere;
    if (!premiere || memes.length < 2 || apres === null) return lue;
    const autre = memes.find(({ saisie, repere }) => !memeEtat(saisie ?? repere ?? apres, apres));
    if (autre)
      return { ...lue, sort: 'refusee', motif: `La ligne ${autre.ligne} donne une autre valeur à la même case.` };
    return premiere === lue ? lue : { ...lue, sort: 'identique' };
  });
}

/** Sorts the cells of a file out against what stands now. */
export function comparerCases(cases: readonly CaseLue[], actuelles: ReadonlyMap<string, Valeur>): CaseComparee[] {
  return refuserDoublons(cases.map((lue) => comparer(lue, actuelles)));
}

function ecrireEtat(etat: EtatLu | Repere | null, indicateur: IndicateurImportable): string {
  if (etat === null) return '';
  if (estRepere(etat)) return `${formaterAvecUnite(etat.valeur, indicateur)} (${etat.annee})`;
  return etat.absence ? LIBELLES_ABSENCES[etat.absence].long : formaterAvecUnite(etat.valeur, indicateur);
}

function ecrireDetails(avant: EtatLu | Repere | null, apres: SaisieValeur | null): string[] {
  if (!avant || !apres || estRepere(avant)) return [];
  const qualites = [avant.qualite, apres.qualite].map((qualite) => LIBELLES_QUALITES[qualite].toLowerCase());
  return [
    ...(avant.qualite === apres.qualite ? [] : [`qualité${INSECABLE}: ${qualites.join(' → ')}`]),
    ...(avant.commentaire === apres.commentaire ? [] : ['commentaire modifié']),
    ...(avant.source === apres.source ? [] : ['source modifiée']),
  ];
}

/** A sorted cell as the preview shows it. */
export function presenterCase(comparee: CaseComparee, titres: readonly CelluleTableur[]): CaseImport {
  const { ligne, colonne, sort, type, indicateur, territoire, ventilation, annee } = comparee;
  const { lu, saisie, repere, avant, motif } = comparee;
  return {
    ligne,
    colonne: texteDe(titres[colonne]),
    cellule: `${lettreDe(colonne)}${ligne}`,
    sort,
    type,
    indicateur: indicateur && { id: indicateur.id, libelle: indicateur.libelle, fiche: indicateur.fiche },
    territoire: territoire && { code: territoire.code, nom: territoire.noms[0] ?? territoire.code },
    ventilation,
    annee,
    lu,
    avant: indicateur ? ecrireEtat(avant, indicateur) : '',
    apres: indicateur && sort !== 'refusee' ? ecrireEtat(saisie ?? repere, indicateur) : '',
    details: ecrireDetails(avant, saisie),
    motif,
  };
}
