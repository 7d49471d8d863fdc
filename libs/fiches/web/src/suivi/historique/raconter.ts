import type { EntreeJournal } from '@pleniere/acces/domain';
import {
  champDe,
  type ChampId,
  type ContenuFiche,
  enMots,
  estChampEcrit,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIBELLES_STATUTS_ACTION,
  LIBELLES_STATUTS_FICHE,
  LIBELLES_STATUTS_FIL,
  LIBELLES_STATUTS_PRECISION,
} from '@pleniere/fiches/domain';
import { formaterDate, formaterNombre, texteBrut } from '@pleniere/shared/domain';
import { direElements, type ElementChange } from '../../historique/mots-elements';
import { direParole } from '../../dialogue/dire-parole';

/** A line of the journal in words. */
export interface EntreeRacontee extends Pick<EntreeJournal, 'id' | 'quand' | 'motif'> {
  auteur: string;
  phrase: string;
  avant: string;
  apres: string;
  /** Field of the sheet that changed, null for anything else. */
  champ: ChampId | null;
  /** Entry by entry, when it is the change of a list. */
  elements: ElementChange[] | null;
}

const SLUGS: Readonly<Record<string, string>> = {
  ...LIBELLES_STATUTS_FICHE,
  ...LIBELLES_STATUTS_ACTION,
  ...LIBELLES_EXECUTION,
  ...LIBELLES_STATUTS_FIL,
  ...LIBELLES_STATUTS_PRECISION,
  ...Object.fromEntries(Object.entries(LIBELLES_METEO).map(([slug, { nom }]) => [slug, nom])),
};

const PARTIES: Readonly<Record<string, string>> = {
  titre: 'Titre',
  description: 'Description',
  pilote: 'Conduite par',
  echeance: 'Échéance',
  statut: 'Statut',
  statutExecution: 'Avancement',
  niveauParticipation: 'Place des habitants',
  etapes: 'Étapes',
  refDauphin: 'Dossier Dauphin',
  meteo: 'Météo',
  meteoExplication: 'Explication',
  modaliteRetenue: 'Modalité retenue',
  recits: 'Récits',
  faitsMarquants: 'Faits marquants',
  freins: 'Freins',
  perspectives: 'Perspectives',
  annee: 'Année',
  libelle: 'Libellé',
  valeur: 'Valeur',
  absence: 'Absence',
  commentaire: 'Commentaire',
  source: 'Source',
  qualite: 'Qualité',
  faite: 'Faite',
  question: 'Question',
  destinataire: 'À',
};

const OBJETS: Readonly<Record<string, { connu: string; inconnu: string }>> = {
  action: { connu: 'l’action', inconnu: 'une action' },
  declinaison: { connu: 'la déclinaison', inconnu: 'une déclinaison' },
  indicateur: { connu: 'l’indicateur', inconnu: 'un indicateur' },
  avis: { connu: 'l’avis de l’État', inconnu: 'l’avis de l’État' },
  valeur: { connu: 'la valeur de', inconnu: 'une valeur d’indicateur' },
};

/** Name of what a line of the journal bears upon or holds; null when it is no longer there. */
export type Nommer = (entree: Pick<EntreeJournal, 'objet' | 'objetId'>) => string | null;

function simple(valeur: string | number | boolean): string {
  if (typeof valeur === 'number') return formaterNombre(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (/^\d{4}-\d{2}-\d{2}$/.test(valeur)) return formaterDate(valeur);
  return SLUGS[valeur] ?? texteBrut(valeur);
}

/** Any recorded value in words: known parts by their French name, identifiers left out. */
function libre(valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  if (typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean') return simple(valeur);
  if (Array.isArray(valeur)) return valeur.map(libre).filter(Boolean).join('\n');
  return Object.entries(valeur)
    .map(([cle, partie]) => ({ nom: PARTIES[cle], mots: libre(partie) }))
    .filter(({ nom, mots }) => nom !== undefined && mots !== '')
    .map(({ nom, mots }) => `${nom} : ${mots}`)
    .join('\n');
}

const parId =
  (nommer: Nommer) =>
  (objetId: string): string | null =>
    nommer({ objet: 'orientation', objetId }) ?? nommer({ objet: 'action', objetId });

function mots(champ: string | null, valeur: unknown, nommer: Nommer): string {
  if (valeur === null || valeur === undefined) return '';
  if (champ === null || !estChampEcrit(champ)) return libre(valeur);
  return enMots(champ, valeur as ContenuFiche[typeof champ], parId(nommer));
}

function quoi({ objet, objetId }: EntreeJournal, nommer: Nommer): string {
  const nom = nommer({ objet, objetId });
  const mots = OBJETS[objet];
  if (!mots) return objet;
  return nom === null ? mots.inconnu : `${mots.connu} « ${nom} »`;
}

function phraseDeLaFiche({ champ, avant, apres }: EntreeJournal): string {
  if (champ === 'statut') return `a fait passer la fiche de « ${libre(avant)} » à « ${libre(apres)} »`;
  if (champ !== null && estChampEcrit(champ)) return `a modifié « ${champDe(champ).libelle} »`;
  return avant === null || avant === undefined ? 'a créé la fiche' : 'a modifié la fiche';
}

function phraseDuSuivi(entree: EntreeJournal, nommer: Nommer): string {
  const parole = direParole(entree);
  if (parole) return parole;
  const objet = quoi(entree, nommer);
  const partie = PARTIES[entree.champ ?? ''];
  if (partie) return `a modifié « ${partie} » pour ${objet}`;
  if (entree.avant === null || entree.avant === undefined) return `a ajouté ${objet}`;
  return entree.apres === null || entree.apres === undefined ? `a supprimé ${objet}` : `a modifié ${objet}`;
}

/** Tells one line of the journal. */
export function raconter(entree: EntreeJournal, nommer: Nommer): EntreeRacontee {
  const nom = entree.objet === 'fiche' ? entree.champ : null;
  const champ = nom !== null && estChampEcrit(nom) ? nom : null;
  return {
    id: entree.id,
    quand: entree.quand,
    motif: entree.motif,
    auteur: entree.auteur.nom,
    phrase: entree.objet === 'fiche' ? phraseDeLaFiche(entree) : phraseDuSuivi(entree, nommer),
    avant: mots(nom, entree.avant, nommer),
    apres: mots(nom, entree.apres, nommer),
    champ,
    elements: champ && direElements(champ, entree.avant, entree.apres, parId(nommer)),
  };
}
