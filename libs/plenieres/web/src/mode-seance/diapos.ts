import { codeAffiche, type FicheLue, type IndicateurLu, LIBELLES_SENS, pointsOuverts } from '@pleniere/fiches/domain';
import { type Seance } from '@pleniere/plenieres/domain';
import { formaterDate, texteBrut, typographier } from '@pleniere/shared/domain';
import { type DecisionMontree, type MatiereSeance } from './matiere';
import { enPages, MESURE_DECISIONS, MESURE_LISTE, parPages } from './pages';

/** A point of the agenda as it is said: its number from 1, its words. */
export interface PointNomme {
  numero: number;
  nom: string;
  fiche: FicheLue | null;
}

interface Commun {
  /** Stays the same while decisions arrive; it is what the address keeps. */
  cle: string;
  titre: string;
  point: PointNomme | null;
}

/** One screen of the presentation. */
export type Diapo = Commun &
  (
    | { sorte: 'titre' }
    | { sorte: 'agenda'; points: readonly PointNomme[] }
    | { sorte: 'fiche'; fiche: FicheLue }
    | { sorte: 'textes'; sous: string | null; textes: readonly string[] }
    | { sorte: 'indicateur'; fiche: FicheLue; indicateur: IndicateurLu }
    | { sorte: 'decisions'; decisions: readonly DecisionMontree[]; vide: string }
  );

const INDICATEURS = 3;

/** The points of a séance, numbered. */
export function pointsDe({ ordreDuJour }: Seance, fiches: MatiereSeance['fiches']): PointNomme[] {
  return ordreDuJour.map(({ ficheId, fiche, titre }, rang) => ({
    numero: rang + 1,
    nom: fiche ? `${codeAffiche(fiche.code)} – ${fiche.titre}` : titre,
    fiche: (ficheId !== null && fiches[ficheId]) || null,
  }));
}

/** The screens of a séance in their order, with the decisions as they stand. */
export function diaposDe(matiere: MatiereSeance, decisions: readonly DecisionMontree[]): Diapo[] {
  const { seance } = matiere;
  const points = pointsDe(seance, matiere.fiches);
  const prises = decisions.filter(({ origine }) => origine === null);
  return [
    { sorte: 'titre', cle: 'titre', titre: seance.instance.nom, point: null },
    ...pager(
      'agenda',
      'Ordre du jour',
      parPages(points, ({ nom }) => nom, MESURE_LISTE),
    ).map(({ contenu, ...diapo }): Diapo => ({ ...diapo, sorte: 'agenda', point: null, points: contenu })),
    ...points.flatMap((point) => duPoint(point, decisions)),
    ...ecransDecisions('fin', 'Décisions de la séance', null, prises, 'Aucune décision n’a été notée.'),
  ];
}

function duPoint(point: PointNomme, decisions: readonly DecisionMontree[]): Diapo[] {
  const [prefixe, { fiche }] = [`point-${point.numero}`, point];
  if (!fiche) return [{ sorte: 'textes', cle: prefixe, titre: point.nom, point, sous: null, textes: [] }];
  const siennes = decisions.filter(({ ficheId }) => ficheId === fiche.id);
  return [
    { sorte: 'fiche', cle: prefixe, titre: point.nom, point, fiche },
    ...textes(`${prefixe}-resultats`, 'Résultats attendus', point, listeDe(fiche.contenu.resultatsAttendus)),
    ...indicateursMontres(fiche).map((indicateur): Diapo => {
      const cle = `${prefixe}-indicateur-${indicateur.id}`;
      return { sorte: 'indicateur', cle, titre: indicateur.libelle, point, fiche, indicateur };
    }),
    ...avis(prefixe, point, fiche),
    ...textes(`${prefixe}-difficultes`, 'Difficultés', point, difficultes(fiche)),
    ...ecransDecisions(`${prefixe}-decisions`, 'Décisions', point, siennes, 'Aucune décision sur cette fiche.'),
  ];
}

/** Indicators that the room looks at: those that have values first, one of each type before a second one. */
export function indicateursMontres({ indicateurs }: Pick<FicheLue, 'indicateurs'>): IndicateurLu[] {
  const suivis = indicateurs.filter(({ valeurs }) => valeurs.length > 0);
  const premiers = suivis.filter(({ type }, rang) => suivis.findIndex((autre) => autre.type === type) === rang);
  return [...new Set([...premiers, ...suivis])].slice(0, INDICATEURS);
}

function avis(prefixe: string, point: PointNomme, { avis: rendus }: FicheLue): Diapo[] {
  const [dernier] = rendus;
  if (!dernier) return [];
  const ouverts = pointsOuverts([dernier]).map(({ texte }) => texte);
  const dits = [...(dernier.texte.trim() ? [dernier.texte] : []), ...ouverts].map(typographier);
  const sous = `${LIBELLES_SENS[dernier.sens]}, le ${formaterDate(dernier.renduLe)}`;
  return textes(`${prefixe}-avis`, 'Avis de l’État', point, dits.length > 0 ? dits : ['Sans point à traiter.'], sous);
}

function difficultes({ contenu, declinaisons }: FicheLue): string[] {
  const freinees = declinaisons.flatMap(({ organisation, meteo, meteoExplication }) =>
    (meteo === 'nuage' || meteo === 'orage') && meteoExplication
      ? [typographier(`${organisation.nom} : ${meteoExplication}`)]
      : [],
  );
  return [...freinees, ...listeDe(contenu.facteursDefavorables)];
}

const listeDe = (elements: readonly { texte: string }[] = []): string[] =>
  elements.map(({ texte }) => typographier(texteBrut(texte))).filter(Boolean);

function textes(cle: string, titre: string, point: PointNomme, dits: string[], sous: string | null = null): Diapo[] {
  if (dits.length === 0) return [];
  return pager(cle, titre, enPages(dits)).map(({ contenu, ...diapo }): Diapo => ({
    ...diapo,
    sorte: 'textes',
    point,
    sous,
    textes: contenu,
  }));
}

function ecransDecisions(
  cle: string,
  titre: string,
  point: PointNomme | null,
  decisions: readonly DecisionMontree[],
  vide: string,
): Diapo[] {
  const pages = parPages(decisions, ({ texte }) => texte, MESURE_DECISIONS);
  return pager(cle, titre, pages.length > 0 ? pages : [[]]).map(({ contenu, ...diapo }): Diapo => ({
    ...diapo,
    sorte: 'decisions',
    point,
    decisions: contenu,
    vide,
  }));
}

/** Numbers the screens of one thing, when it takes several. */
function pager<T>(cle: string, titre: string, pages: T[][]): { cle: string; titre: string; contenu: T[] }[] {
  return pages.map((contenu, rang) => ({
    cle: rang === 0 ? cle : `${cle}-${rang + 1}`,
    titre: pages.length > 1 ? `${titre} (${rang + 1}/${pages.length})` : titre,
    contenu,
  }));
}
