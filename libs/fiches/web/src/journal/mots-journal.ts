import type { EntreeJournal } from '@pleniere/acces/domain';
import { type Champ, LIBELLES_STATUTS_FICHE, REGISTRE, type StatutFiche } from '@pleniere/fiches/domain';
import { type Absence, LIBELLES_ABSENCES } from '@pleniere/indicateurs/domain';
import { accorder, formaterDate, INSECABLE, texteBrut } from '@pleniere/shared/domain';

/** One thing that changed, as it read before and after; null on the side where there was nothing. */
export interface Changement {
  libelle: string;
  avant: string | null;
  apres: string | null;
}

const OBJETS: Readonly<Record<string, string>> = {
  fiche: 'une fiche',
  indicateur: 'un indicateur',
  action: 'une action',
  declinaison: 'une déclinaison',
  organisation: 'une organisation',
  personne: 'une personne',
  mandat: 'un mandat',
  compte: 'un compte',
  contrat: 'le cadre du contrat',
  enjeu: 'un enjeu',
  orientation: 'une orientation',
  qpv: 'un quartier',
};

const COMPTES: Readonly<Record<string, string>> = {
  invitation: 'a ouvert un lien d’activation',
  acces: 'a fermé un compte',
  motDePasse: 'a changé son mot de passe',
};

const LIBELLES: Readonly<Record<string, string>> = {
  nom: 'Nom',
  nomCourt: 'Nom court',
  categorie: 'Catégorie',
  siret: 'SIRET',
  signataire: 'Signataire',
  communeCode: 'Commune',
  fonction: 'Fonction',
  email: 'Adresse électronique',
  role: 'Rôle',
  du: 'Du',
  au: 'Au',
  titre: 'Titre',
  titreCourt: 'Titre court',
  couleur: 'Couleur',
  logo: 'Logo',
  signeLe: 'Date de signature',
  numero: 'Numéro',
  intitule: 'Intitulé',
  texte: 'Texte',
  libelle: 'Libellé',
  libelleEditorial: 'Nom d’usage',
  npnru: 'NPNRU',
  validTo: 'Fin du périmètre',
  valeur: 'Valeur',
  absence: 'Absence',
  qualite: 'Qualité',
  commentaire: 'Commentaire',
  source: 'Source',
  statut: 'Statut',
  meteo: 'Météo',
  echeance: 'Échéance',
  description: 'Description',
  etapes: 'Étapes',
  recits: 'Récit',
};

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

/** Any kept state as a reader can take it in; null when there is nothing to read. */
function dire(valeur: unknown): string | null {
  if (valeur === null || valeur === undefined || valeur === '') return null;
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non';
  if (typeof valeur === 'string') {
    if (valeur.startsWith('data:')) return 'Une image';
    return /^\d{4}-\d\d-\d\d/.test(valeur) ? formaterDate(valeur) : texteBrut(valeur) || null;
  }
  if (Array.isArray(valeur)) return valeur.map(dire).filter(Boolean).join('\n') || null;
  if (!estObjet(valeur)) return String(valeur);
  const parties = Object.entries(valeur).flatMap(([cle, partie]) => (estTechnique(cle) ? [] : [dire(partie)]));
  return parties.filter(Boolean).join(', ') || null;
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

/** What changed, part by part; parts that say nothing to a reader are left out. */
export function changementsDe({ objet, objetId, champ, avant, apres }: EntreeJournal): Changement[] {
  if (objet === 'valeur') return [{ libelle: cellule(objetId), avant: direValeur(avant), apres: direValeur(apres) }];
  if (objet === 'fiche' && champ === 'statut') return [];
  if (champ !== null || !(estObjet(avant) || estObjet(apres))) {
    const libelle =
      champ === null ? '' : ((objet === 'fiche' ? FICHE.get(champ) : LIBELLES[champ]) ?? humaniser(champ));
    const [eux, nous] = [dire(avant), dire(apres)];
    return eux === nous ? [] : [{ libelle, avant: eux, apres: nous }];
  }
  const [depuis, vers] = [estObjet(avant) ? avant : {}, estObjet(apres) ? apres : {}];
  return [...new Set([...Object.keys(depuis), ...Object.keys(vers)])]
    .filter((cle) => !estTechnique(cle))
    .map((cle) => ({ libelle: LIBELLES[cle] ?? humaniser(cle), avant: dire(depuis[cle]), apres: dire(vers[cle]) }))
    .filter((changement) => changement.avant !== changement.apres);
}

function nomDe({ avant, apres }: EntreeJournal): string {
  const etat = estObjet(apres) ? apres : estObjet(avant) ? avant : {};
  const nom = [etat['nom'], etat['titre'], etat['intitule'], etat['libelle']].find(
    (trouve) => typeof trouve === 'string',
  );
  return nom ? ` «${INSECABLE}${String(nom)}${INSECABLE}»` : '';
}

/** « a réécrit « Public cible » d’une fiche », without the author's name; `nombre` when the line stands for several. */
export function direEntree(entree: EntreeJournal, nombre = 1): string {
  const { objet, champ, avant, apres } = entree;
  if (objet === 'valeur') return `a saisi ${accorder(nombre, 'valeur')}`;
  if (objet === 'compte') return COMPTES[champ ?? ''] ?? 'a modifié un compte';
  if (objet === 'fiche' && champ === 'statut') {
    return `a fait passer une fiche de ${statut(avant)} à ${statut(apres)}`;
  }
  if (objet === 'fiche' && champ !== null) {
    return `a réécrit «${INSECABLE}${FICHE.get(champ) ?? humaniser(champ)}${INSECABLE}» d’une fiche`;
  }
  const quoi = (OBJETS[objet] ?? objet) + nomDe(entree);
  if (champ !== null) return `a modifié ${quoi}`;
  if (avant === null) return `a ajouté ${quoi}`;
  return apres === null ? `a supprimé ${quoi}` : `a modifié ${quoi}`;
}

function statut(slug: unknown): string {
  const libelle = LIBELLES_STATUTS_FICHE[slug as StatutFiche] as string | undefined;
  return `«${INSECABLE}${libelle ?? String(slug)}${INSECABLE}»`;
}
