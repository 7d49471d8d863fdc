import type { BlocSource } from '../source';
import type { Etiquette } from './etiquette';
import type { Destination } from './libelles';

const FICHE =
  /^\s*fiche(?:[\s-]+(?:projet|action|op[ée]ration|th[ée]matique))?\s*(?:n\s*[°ºo]\.?)?\s*[:–—-]?\s*(?=[A-Z]\s?\d|\d|$)/iu;
const PROJET = /^\s*(?:projet|action)\s*(?:n\s*[°ºo]\.?)?\s*[:–—-]?\s*(?=[A-Z]\s?\d{1,2}\s?\.\s?\d)/iu;
const CODE = /^\s*[A-Z]{0,2}\s?\d{1,2}(?:\s?[.-]\s?\d{1,3})?(?!\d)/u;
const CODE_NU = /^\s*[A-Z]\s?\d{1,2}\s?\.\s?\d{1,3}(?!\d)/u;
const CONTRAT = /^\s*(?:contrat\s+de\s+ville|engagements?\s+quartiers\s+2030)(?!\p{L})/iu;
const ENJEU = /^\s*(?:enjeu|axe|pilier|volet)\s+(?:\p{L}+\s+)?(?:n\s*°\s*)?(?:\d{1,2}|[IVX]{1,4})(?!\p{L})/iu;
const FIN = /^\s*(?:suivi\s+(?:des\s+indicateurs|annuel)|tableau\s+de\s+suivi|annexes?)(?![\p{L}\s]*:\s*\S)(?:\s|$)/iu;
const LONGUEUR_FIN = 60;
const SEPARATION = /^\s*[:–—-]?\s*/u;
const LONGUEUR_LIGNE = 160;
const LONGUEUR_TITRE = 8;

function etiquette(destination: Destination, debut: number, fin = debut): Etiquette {
  return { debut, fin, destination, ligne: 'entete', place: null, titre: '', score: 1, sure: true };
}

/** The code, and the title when it stands on the same line. */
function lireCode(texte: string, { debut }: BlocSource, libelle: number): Etiquette[] {
  const code = CODE.exec(texte.slice(libelle))?.[0].length ?? 0;
  const reste = libelle + code;
  const etiquettes = [etiquette('code', debut, debut + libelle)];
  if (texte.slice(reste).trim().length < LONGUEUR_TITRE) return etiquettes;
  const separation = SEPARATION.exec(texte.slice(reste))?.[0].length ?? 0;
  return [...etiquettes, etiquette('titre', debut + reste, debut + reste + separation)];
}

/** Headings of the top of a sheet, told by their form: « Contrat de ville … », « Fiche Projet n° : T 1.1 », « Enjeu transversal 1 : … ». */
export function lireEntete(texte: string, bloc: BlocSource): Etiquette[] | null {
  if (texte.length > LONGUEUR_LIGNE * 2) return null;
  const fiche = (FICHE.exec(texte) ?? PROJET.exec(texte))?.[0].length;
  if (fiche !== undefined) return lireCode(texte, bloc, fiche);
  if (CODE_NU.test(texte)) return lireCode(texte, bloc, 0);
  if (texte.length > LONGUEUR_LIGNE) return null;
  if (CONTRAT.test(texte)) return [etiquette('contrat', bloc.debut)];
  return ENJEU.test(texte) ? [etiquette('enjeu', bloc.debut)] : null;
}

/** Where a sheet ends and its follow-up or its annexes begin: what comes after is not of the sheet. */
export function estFinDeFiche(texte: string, { colonne, sorte, gras }: BlocSource): boolean {
  return (colonne === 'pleine' || gras) && sorte !== 'puce' && texte.length <= LONGUEUR_FIN && FIN.test(texte);
}
