import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, LIBELLES_METEO, type Meteo, METEOS, pireMeteo } from '@pleniere/fiches/domain';
import type { ContenuArrete, Decision } from '@pleniere/plenieres/domain';
import { accorder, texteBrut } from '@pleniere/shared/domain';
import type { MatiereDuDocument } from '../fabrique/fabrique';
import { type Palette, palette } from '../mise-en-page/couleurs';
import { entete, type EnteteDArrete, type Nettoyer } from './livre';
import { compter, type EnjeuDuLivre, enjeuxDuLivre, fichesChoisies, grouperParEnjeu } from './matiere';

/** An enjeu on one page, in plain words. */
interface EnjeuEssentiel {
  libelle: string;
  intitule: string;
  couleurs: Palette;
  meteo: { meteo: Meteo; nom: string; sens: string } | null;
  chiffres: { nombre: string; dit: string }[];
  projets: { titre: string; resume: string; meteo: string }[];
  /** Projects that the page has no room for. */
  reste: string;
  decisions: string[];
}

/** Shape of `data.json` for « L’essentiel ». */
export interface DonneesEssentiel extends EnteteDArrete {
  enjeux: EnjeuEssentiel[];
}

// What one A4 page holds at 14 points.
const PROJETS = 3;
const DECISIONS = 2;
const SIGNES = { resume: 170, decision: 130, titre: 60 } as const;

/** Whole sentences as long as they fit, else the words that do. */
function abreger(texte: string, signes: number): string {
  const suivi = texteBrut(texte).replace(/\s+/g, ' ').trim();
  if (suivi.length <= signes) return suivi;
  const phrases = suivi.slice(0, signes).replace(/(?<=[.!?…])\s[^.!?…]*$/, '');
  return phrases.length < suivi.length && /[.!?…]$/.test(phrases)
    ? phrases
    : `${suivi.slice(0, signes).replace(/[\s,;:]+\S*$/, '')}…`;
}

function chiffresDe({ fiches }: EnjeuDuLivre, contenu: ContenuArrete): EnjeuEssentiel['chiffres'] {
  const comptes = compter(fiches, contenu);
  const { actions, actionsRealisees, ciblesEchues, ciblesAtteintes } = comptes;
  const cibles = { nombre: `${ciblesAtteintes} sur ${ciblesEchues}`, dit: 'objectifs chiffrés atteints' };
  return [
    { nombre: `${actionsRealisees} sur ${actions}`, dit: actions < 2 ? 'action terminée' : 'actions terminées' },
    ciblesEchues > 0 ? cibles : { nombre: String(comptes.fiches), dit: comptes.fiches < 2 ? 'projet' : 'projets' },
  ];
}

const majuscule = (texte: string) => texte.charAt(0).toUpperCase() + texte.slice(1);
const dire = (meteo: Meteo | null) => (meteo === null ? '' : LIBELLES_METEO[meteo].nom.toLowerCase());

function resumer(groupe: EnjeuDuLivre, contenu: ContenuArrete, decisions: readonly Decision[]): EnjeuEssentiel {
  const { enjeu, fiches } = groupe;
  const meteo = pireMeteo(fiches.map(({ fiche }) => fiche.meteo));
  // Those in difficulty first: a page that leaves some out must not leave these.
  const rang = (une: Meteo | null) => (une === null ? -1 : METEOS.indexOf(une));
  const projets = fiches.map(({ fiche }) => fiche).toSorted((a, b) => rang(b.meteo) - rang(a.meteo));
  const ids = new Set(projets.map(({ id }) => id));
  const restants = Math.max(0, projets.length - PROJETS);
  return {
    libelle: libelleEnjeu(enjeu),
    intitule: enjeu.intitule,
    couleurs: palette(enjeu.couleur),
    meteo: meteo && { meteo, nom: dire(meteo), sens: majuscule(LIBELLES_METEO[meteo].sens) },
    chiffres: chiffresDe(groupe, contenu),
    projets: projets
      .slice(0, PROJETS)
      .map(({ code, contenu: { titre = '', titreCourt, resumePublic }, meteo: sienne }) => ({
        titre: `${codeAffiche(code)} – ${abreger(titreCourt || titre, SIGNES.titre)}`,
        resume: abreger(resumePublic || titre, SIGNES.resume),
        meteo: dire(sienne),
      })),
    reste: restants === 0 ? '' : `Et ${accorder(restants, 'autre projet', 'autres projets')} dans le livre.`,
    decisions: decisions
      .filter(({ fiche }) => fiche !== null && ids.has(fiche.id))
      .slice(0, DECISIONS)
      .map(({ texte }) => abreger(texte, SIGNES.decision)),
  };
}

/** One page per enjeu: what its projects want, how they go, two figures, what was decided. */
export function composerEssentiel(matiere: MatiereDuDocument, nettoyer: Nettoyer): DonneesEssentiel {
  const { contenu } = matiere;
  const enjeux = enjeuxDuLivre(grouperParEnjeu(fichesChoisies(matiere)));
  return {
    ...entete(matiere, 'L’essentiel', nettoyer),
    enjeux: nettoyer(enjeux.map((groupe) => resumer(groupe, contenu, contenu.decisions))),
  };
}
