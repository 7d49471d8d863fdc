import type { EntreeJournal } from '@pleniere/acces/domain';
import {
  type Champ,
  type ChampId,
  type ContenuFiche,
  enMots,
  estChampEcrit,
  LIBELLES_STATUTS_FICHE,
  type NommerParId,
  REGISTRE,
  type StatutFiche,
} from '@pleniere/fiches/domain';
import { type Absence, LIBELLES_ABSENCES } from '@pleniere/indicateurs/domain';
import { accorder, formaterDate, INSECABLE, texteBrut } from '@pleniere/shared/domain';
import { direParole } from '../dialogue/dire-parole';
import { direElements, type ElementChange } from '../historique/mots-elements';
import { CAMPAGNES, COMPTES, LIBELLES, OBJETS, RUBRIQUES } from './libelles-journal';

/** One thing that changed, as it read before and after; null on the side where there was nothing. */
export interface Changement {
  libelle: string;
  avant: string | null;
  apres: string | null;
  /** Entry by entry, when it is the change of a list. */
  elements?: ElementChange[] | null;
}

const FICHE: ReadonlyMap<string, string> = new Map(REGISTRE.map(({ id, libelle }: Champ) => [id, libelle]));

// « resultatsLies » → « Resultats lies »: better than a slug for the few names that no table holds.
const humaniser = (cle: string) => {
  const mots = cle.replace(/[A-Z]/g, (lettre) => ` ${lettre.toLowerCase()}`);
  return mots.charAt(0).toUpperCase() + mots.slice(1);
};

function estObjet(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);
}

const estTechnique = (cle: string) => /^(id|version|ordre|modifie.*)$|Ids?$/.test(cle);

const direTexte = (texte: string) => {
  if (texte.startsWith('data:')) return 'Une image';
  return /^\d{4}-\d\d-\d\d/.test(texte) ? formaterDate(texte) : texteBrut(texte);
};

function direPlusieurs(valeurs: readonly unknown[], separateur: string): string {
  return valeurs.map(dire).filter(Boolean).join(separateur);
}

/** Any kept state as a reader can take it in; null when there is nothing to read. */
function dire(valeur: unknown): string | null {
  if (valeur === null || valeur === undefined) return null;
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non';
  if (typeof valeur === 'string') return direTexte(valeur) || null;
  if (Array.isArray(valeur)) return direPlusieurs(valeur, '\n') || null;
  if (!estObjet(valeur)) return String(valeur);
  const parties = Object.entries(valeur).filter(([cle]) => !estTechnique(cle));
  return (
    direPlusieurs(
      parties.map(([, partie]) => partie),
      ', ',
    ) || null
  );
}

// A value is kept under `<indicateur>/<annee>/<territoire>`.
function cellule(objetId: string): string {
  const [, annee = '', territoire = ''] = objetId.split('/');
  return territoire === 'contrat' ? annee : `${annee}, ${territoire}`;
}

function direValeur(etat: unknown): string | null {
  if (!estObjet(etat)) return null;
  const absence = LIBELLES_ABSENCES[etat['absence'] as Absence] as { long: string } | undefined;
  return absence?.long ?? dire(etat['valeur'] ?? etat['valeur_num'] ?? etat['valeur_texte'] ?? etat['modalites']);
}

function unChangement(libelle: string, avant: unknown, apres: unknown): Changement[] {
  const changement = { libelle, avant: dire(avant), apres: dire(apres) };
  return changement.avant === changement.apres ? [] : [changement];
}

function libelleDuChamp(objet: string, champ: string | null): string {
  if (champ === null) return '';
  return (objet === 'fiche' ? FICHE.get(champ) : LIBELLES[champ]) ?? humaniser(champ);
}

function direChamp(
  champ: ChampId,
  { avant, apres }: Pick<EntreeJournal, 'avant' | 'apres'>,
  orientation: NommerParId,
): Changement {
  const mots = (valeur: unknown) =>
    valeur === null || valeur === undefined ? null : enMots(champ, valeur as ContenuFiche[typeof champ], orientation);
  return {
    libelle: libelleDuChamp('fiche', champ),
    avant: mots(avant),
    apres: mots(apres),
    elements: direElements(champ, avant, apres, orientation),
  };
}

/** What changed, part by part; parts that say nothing to a reader are left out. */
export function changementsDe(entree: EntreeJournal, orientation: NommerParId = () => null): Changement[] {
  const { objet, objetId, champ, avant, apres } = entree;
  if (champ === 'statut' && (objet === 'valeur' || objet === 'fiche')) return [];
  if (objet === 'valeur') return [{ libelle: cellule(objetId), avant: direValeur(avant), apres: direValeur(apres) }];
  if (objet === 'fiche' && champ !== null && estChampEcrit(champ)) return [direChamp(champ, entree, orientation)];
  return changementsDesParties(entree);
}

function changementsDesParties({ objet, champ, avant, apres }: EntreeJournal): Changement[] {
  const [depuis, vers] = [avant, apres].map((etat) => (estObjet(etat) ? etat : null));
  if (champ !== null || (!depuis && !vers)) return unChangement(libelleDuChamp(objet, champ), avant, apres);
  const cles = new Set([...Object.keys(depuis ?? {}), ...Object.keys(vers ?? {})]);
  return [...cles]
    .filter((cle) => !estTechnique(cle))
    .flatMap((cle) => unChangement(LIBELLES[cle] ?? humaniser(cle), depuis?.[cle], vers?.[cle]));
}

function nomDe({ avant, apres }: EntreeJournal): string {
  const etat = estObjet(apres) ? apres : estObjet(avant) ? avant : {};
  const nom = [etat['nom'], etat['titre'], etat['intitule'], etat['libelle']].find(
    (trouve) => typeof trouve === 'string',
  );
  return nom ? ` «${INSECABLE}${String(nom)}${INSECABLE}»` : '';
}

function direFiche(champ: string, avant: unknown, apres: unknown): string {
  if (champ === 'statut') return `a fait passer une fiche de ${statut(avant)} à ${statut(apres)}`;
  return `a réécrit «${INSECABLE}${libelleDuChamp('fiche', champ)}${INSECABLE}» d’une fiche`;
}

function direCampagne({ objetId, champ, avant }: EntreeJournal): string {
  const exception = avant === null ? 'a accordé une exception à la campagne' : 'a retiré une exception à la campagne';
  const geste = champ === 'exception' ? exception : (CAMPAGNES[champ ?? ''] ?? 'a réglé la campagne');
  return `${geste} ${objetId}`;
}

/** What is told in words of its own, by the trade noun. */
const PHRASES: Readonly<Record<string, (entree: EntreeJournal, nombre: number) => string>> = {
  valeur: ({ champ }, nombre) => `${champ === 'statut' ? 'a vérifié' : 'a saisi'} ${accorder(nombre, 'valeur')}`,
  import: ({ avant }) => (avant === null ? 'a importé un fichier de valeurs' : 'a annulé un import de valeurs'),
  compte: ({ champ }) => COMPTES[champ ?? ''] ?? 'a modifié un compte',
  campagne: direCampagne,
  demande: () => 'a répondu à une demande d’accès',
};

/** « a réécrit « Public cible » d’une fiche », without the author's name; `nombre` when the line stands for several. */
export function direEntree(entree: EntreeJournal, nombre = 1): string {
  const { objet, champ, avant, apres } = entree;
  const propre = PHRASES[objet]?.(entree, nombre) ?? direParole(entree);
  if (propre) return propre;
  if (objet === 'fiche' && champ !== null) return direFiche(champ, avant, apres);
  return `${gesteDe(entree)} ${OBJETS[objet] ?? objet}${nomDe(entree)}`;
}

function gesteDe({ champ, avant, apres }: EntreeJournal): string {
  if (champ === null && avant === null) return 'a ajouté';
  return champ === null && apres === null ? 'a supprimé' : 'a modifié';
}

function statut(slug: unknown): string {
  const libelle = LIBELLES_STATUTS_FICHE[slug as StatutFiche] as string | undefined;
  return `«${INSECABLE}${libelle ?? String(slug)}${INSECABLE}»`;
}

/** What a change bears upon, within its fiche: a field, the steps of the circuit, its actions, its values… */
export function direRubrique({ objet, champ }: EntreeJournal): string {
  if (objet !== 'fiche') return RUBRIQUES[objet] ?? humaniser(objet);
  if (champ === null) return 'La fiche entière';
  return champ === 'statut' ? 'Circuit' : libelleDuChamp('fiche', champ);
}
