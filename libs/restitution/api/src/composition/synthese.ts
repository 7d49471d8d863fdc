import { libelleEnjeu, nomQpv } from '@pleniere/contrat/domain';
import {
  codeAffiche,
  type Declinaison,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  type RecitAnnuel,
  STATUTS_EXECUTION,
} from '@pleniere/fiches/domain';
import type { ContenuArrete, FicheFigee } from '@pleniere/plenieres/domain';

/** What a déclinaison told, with where it was told. */
export interface RecitRetenu {
  texte: string;
  /** « T 1.1, Ville de Tours – Sanitas, 2025 ». */
  source: string;
}

/** A fiche in one line. */
export interface FicheEnBref {
  code: string;
  titre: string;
  /** « Nuage », or empty when no territory gave any. */
  meteo: string;
  /** « 2 en cours, 1 terminé »; empty without déclinaison. */
  execution: string;
}

/** An enjeu told by its fiches, and by what their déclinaisons did and met. */
export interface EnjeuEnBref {
  libelle: string;
  intitule: string;
  couleur: string;
  fiches: FicheEnBref[];
  faits: RecitRetenu[];
  freins: RecitRetenu[];
}

const SIGNES = 280;

/** The first sentences that hold in a few lines. */
function ouvrir(recit: string): string {
  const texte = recit.replace(/\s+/g, ' ').trim();
  if (texte.length <= SIGNES) return texte;
  const phrase = /^.{40,280}?[.!?…](?= )/.exec(texte)?.[0];
  return phrase ?? `${texte.slice(0, SIGNES).replace(/\s+\S*$/, '')}…`;
}

function executionDe(declinaisons: readonly Declinaison[]): string {
  const comptes = STATUTS_EXECUTION.map((statut) => ({
    statut,
    nombre: declinaisons.filter(({ statutExecution }) => statutExecution === statut).length,
  }));
  return comptes
    .filter(({ nombre }) => nombre > 0)
    .map(({ statut, nombre }) => `${nombre} ${LIBELLES_EXECUTION[statut].toLowerCase()}`)
    .join(', ');
}

function recitsDe(fiche: FicheFigee, champ: 'faitsMarquants' | 'freins', { quartiers }: ContenuArrete): RecitRetenu[] {
  const lieu = ({ organisation, qpvCode }: Declinaison) => {
    const quartier = quartiers.find(({ code }) => code === qpvCode);
    return quartier ? `${organisation.nom} – ${nomQpv(quartier)}` : organisation.nom;
  };
  const dits = fiche.declinaisons.flatMap((declinaison) =>
    declinaison.recits.map((recit: RecitAnnuel) => ({ recit, lieu: lieu(declinaison) })),
  );
  return dits
    .filter(({ recit }) => recit[champ].trim() !== '')
    .toSorted((a, b) => b.recit.annee - a.recit.annee)
    .map(({ recit, lieu: ou }) => ({
      texte: ouvrir(recit[champ]),
      source: `${codeAffiche(fiche.code)}, ${ou}, ${recit.annee}`,
    }));
}

/** So many of them, the latest of each fiche before the second of any. */
function choisir(parFiche: readonly RecitRetenu[][], nombre: number): RecitRetenu[] {
  const plusLong = Math.max(0, ...parFiche.map(({ length }) => length));
  const tours = Array.from({ length: plusLong }, (_, rang) => parFiche.flatMap((recits) => recits[rang] ?? []));
  return tours.flat().slice(0, nombre);
}

/** The fiches of each enjeu of an arrêté in brief, with a few things done and difficulties in the words of those who told them. */
export function enjeuxEnBref(arrete: ContenuArrete, recits = 3): EnjeuEnBref[] {
  return arrete.enjeux.flatMap(({ id, type, numero, intitule, couleur }) => {
    const fiches = arrete.fiches.filter(({ enjeu }) => enjeu.id === id);
    if (fiches.length === 0) return [];
    const dits = (champ: 'faitsMarquants' | 'freins') =>
      choisir(
        fiches.map((fiche) => recitsDe(fiche, champ, arrete)),
        recits,
      );
    return [
      {
        ...{ libelle: libelleEnjeu({ type, numero }), intitule, couleur },
        fiches: fiches.map(({ code, contenu, meteo, declinaisons }) => ({
          code: codeAffiche(code),
          titre: contenu.titreCourt || contenu.titre || '',
          meteo: meteo === null ? '' : LIBELLES_METEO[meteo].nom,
          execution: executionDe(declinaisons),
        })),
        faits: dits('faitsMarquants'),
        freins: dits('freins'),
      },
    ];
  });
}
