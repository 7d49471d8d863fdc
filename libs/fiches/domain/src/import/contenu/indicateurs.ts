import { definitionNeuve, type IndicateurSaisie, type Nature, type TypeIndicateur } from '@pleniere/indicateurs/domain';
import { sansAccents } from '@pleniere/shared/domain';
import type { Champ } from '../../fiche/registre';

/** Type of indicator that each row of the sheet holds. */
export const TYPES_PAR_CHAMP: Readonly<Partial<Record<Champ['id'], TypeIndicateur>>> = {
  indicateursRealisation: 'realisation',
  indicateursResultat: 'resultat',
  indicateursImpact: 'impact',
};

/** What is measured under one wording. */
export interface MesureProposee {
  libelle: string;
  nature: Nature;
  unite: string;
}

/** A line of the sheet to turn into a definition: its official wording, and the parts that can be measured when it says several. */
export interface IndicateurPropose extends MesureProposee {
  /** Passage that it comes from. */
  passage: string;
  type: TypeIndicateur;
  /** Two measurable indicators or more instead of one, to be accepted or not; empty when the line says only one thing. */
  parties: MesureProposee[];
}

const NATURES: readonly [RegExp, Nature][] = [
  [/^(nombre|nb|effectif|volume)/, 'nombre'],
  [/^(taux|part|pourcentage|proportion|%|diversite|mixite)/, 'pourcentage'],
  [/^(montant|budget|cout|credits)/, 'montant'],
  [/^(frequence|regularite|rythme)/, 'frequence'],
];
const MESURE = '[\\p{L}]+';
const DE = "(?:d[’']\\s?|de la |de l[’']|des |du |de )";
const COMPOSE = new RegExp(`^(${MESURE})\\s+et\\s+(?:la |le |l[’'])?(${MESURE})\\s+(${DE})(.+)$`, 'iu');
const ENUMERE = new RegExp(`^(${MESURE})\\s+(${DE})(.+?)\\s+et\\s+(${DE})(.+)$`, 'iu');

/** Verb forms that say what happened to the things counted: « actions / projets ayant associé… ». */
const APRES_L_UNITE =
  /^(?:ayant|mobilise|organise|realise|accompagne|concerne|touche|cree|issu|forme|present|beneficiaire|participant|qui|dans|par|au|aux|a|de|du|des|et|en|sur)/;

function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

function natureDe(libelle: string): Nature {
  const mots = sansAccents(libelle);
  return NATURES.find(([forme]) => forme.test(mots))?.[1] ?? 'texte';
}

/** « habitants » from « Nombre d’habitants mobilisés »: the word counted, when it is a plural. */
function uniteDe(libelle: string, nature: Nature): string {
  if (nature !== 'nombre') return '';
  const [, premier = '', second = ''] =
    /^\p{L}+\s+(?:d[’']\s?|de |des )([\p{L}-]+)(?:\s+([\p{L}-]+))?/iu.exec(libelle) ?? [];
  if (!/[sx]$/i.test(premier)) return '';
  const complete =
    second !== '' && /[sx]$/i.test(second) && !APRES_L_UNITE.test(sansAccents(second)) && !/[ée]e?s$/i.test(second);
  return complete ? `${premier} ${second}` : premier;
}

function mesure(libelle: string): MesureProposee {
  const nature = natureDe(libelle);
  return { libelle: majuscule(libelle), nature, unite: uniteDe(libelle, nature) };
}

/** « Nombre et diversité d’habitants mobilisés »: two ways to measure the same thing. */
function partiesComposees(libelle: string): MesureProposee[] {
  const [, premiere = '', seconde = '', lien = '', objet = ''] = COMPOSE.exec(libelle) ?? [];
  if (natureDe(premiere) === 'texte') return [];
  return [premiere, seconde].map((tete) => mesure(`${tete} ${lien}${objet}`));
}

/** « Nombre de réunions et de participants »: the same measure of two things. */
function partiesEnumerees(libelle: string): MesureProposee[] {
  const [, tete = '', lien = '', un = '', autreLien = '', autre = ''] = ENUMERE.exec(libelle) ?? [];
  if (natureDe(tete) === 'texte' || un.includes(',')) return [];
  return [mesure(`${tete} ${lien}${un}`), mesure(`${tete} ${autreLien}${autre}`)];
}

/** What a line of the sheet proposes to measure. */
export function proposerIndicateur(passage: string, type: TypeIndicateur, libelle: string): IndicateurPropose {
  const composees = partiesComposees(libelle);
  const parties = composees.length > 0 ? composees : partiesEnumerees(libelle);
  return { ...mesure(libelle), libelle, passage, type, parties };
}

/** A first definition, to be completed by hand: nothing is summed nor hoped for that the sheet does not say. */
export function definirIndicateur(
  ficheId: string,
  type: TypeIndicateur,
  { libelle, nature, unite }: MesureProposee,
  libelleOfficiel: string | null = null,
): IndicateurSaisie {
  return {
    ...definitionNeuve(ficheId),
    libelle,
    type,
    nature,
    unite,
    sens: 'aucun',
    maille: 'contrat',
    agregation: 'aucune',
    definition: libelleOfficiel === null ? '' : `Sur la fiche\u00A0: «\u00A0${libelleOfficiel}\u00A0».`,
  };
}
