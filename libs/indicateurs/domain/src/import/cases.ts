import {
  type CelluleTableur,
  type FeuilleTableur,
  formaterNombre,
  nettoyerTexte,
  sansAccents,
} from '@pleniere/shared/domain';
import { estNumerique } from '../definition/indicateur';
import { verifierDefinition } from '../definition/regles-definition';
import { LIBELLES_QUALITES, LIBELLES_VENTILATIONS } from '../indicateurs.labels';
import { estMasque } from '../petits-nombres/petits-nombres';
import { lireCellule } from '../saisie/lecture';
import { verifierSaisie } from '../saisie/regles-valeur';
import {
  type Absence,
  type Contenu,
  LIMITES_VALEUR,
  type Qualite,
  QUALITES,
  type Ventilation,
  VENTILATIONS,
} from '../saisie/valeur';
import {
  anneeDuRole,
  cleDeNom,
  type RoleColonne,
  type RoleSimple,
  texteDe,
  TYPE_CALCULEE,
  type TypeValeur,
} from './colonnes';
import { lireAnnee } from './lecture-annee';
import type { IndicateurImportable, Reperage, TerritoireImportable } from './reperage';

/** What a cell of the file says; what it leaves out (`undefined`) stays as it stands. */
export interface ContenuLu {
  valeur: Contenu;
  absence: Absence | null;
  qualite?: Qualite;
  commentaire?: string;
  source?: string;
}

/** One cell of the file, read: what it names, and what it says, unless it is empty or refused. */
export interface CaseLue {
  ligne: number;
  /** Position of its column from 0; of the column at fault when it is refused. */
  colonne: number;
  type: TypeValeur;
  indicateur: IndicateurImportable | null;
  territoire: TerritoireImportable | null;
  annee: number | null;
  ventilation: Ventilation;
  lu: string;
  /** Null when the cell is empty or refused. */
  contenu: ContenuLu | null;
  motif: string | null;
}

const TYPES_ECRITS: Readonly<Record<string, TypeValeur>> = {
  '': 'va',
  va: 'va',
  valeur: 'va',
  'valeur actuelle': 'va',
  realise: 'va',
  vi: 'vi',
  reference: 'vi',
  'valeur initiale': 'vi',
  'valeur reference': 'vi',
  vc: 'vc',
  cible: 'vc',
  'valeur cible': 'vc',
  objectif: 'vc',
};

/** Why a cell is refused, and in which column the fault is; null for the cell of the value itself. */
class Refusee extends Error {
  constructor(
    readonly role: RoleSimple | null,
    readonly motif: string,
  ) {
    super(motif);
  }
}

type Cellules = Partial<Record<RoleSimple, CelluleTableur>>;
type CelluleLue = Omit<CaseLue, 'ligne' | 'colonne'> & { role: RoleSimple | null };

function lireType(texte: string): TypeValeur {
  const type = TYPES_ECRITS[cleDeNom(texte)];
  if (!type) throw new Refusee('type_valeur', 'Le type de valeur est va (valeur), vi (référence) ou vc (cible).');
  return type;
}

function lireQualite(texte: string): Qualite | undefined {
  if (texte === '') return undefined;
  const cle = sansAccents(texte);
  const qualite = QUALITES.find((slug) => slug === cle || sansAccents(LIBELLES_QUALITES[slug]) === cle);
  if (!qualite) throw new Refusee('qualite', 'La qualité est provisoire, définitive ou estimée.');
  return qualite;
}

function lireVentilation(texte: string): Ventilation {
  if (texte === '') return 'total';
  const cle = cleDeNom(texte);
  const lue = VENTILATIONS.find((slug) => cleDeNom(slug) === cle || cleDeNom(LIBELLES_VENTILATIONS[slug]) === cle);
  if (!lue) throw new Refusee('ventilation', 'Cette partie n’est ni un sexe ni une tranche d’âge que l’on connaisse.');
  return lue;
}

function lireTexte(role: 'commentaire' | 'source', cellule?: CelluleTableur): string | undefined {
  const net = nettoyerTexte(texteDe(cellule)).trim();
  if (net === '') return undefined;
  if (net.length > LIMITES_VALEUR[role]) {
    throw new Refusee(role, `Le texte dépasse ${formaterNombre(LIMITES_VALEUR[role])} caractères.`);
  }
  return role === 'source' ? net.replace(/\n+/g, ' ') : net;
}

function lireContenu(lu: string, indicateur: IndicateurImportable): { valeur: Contenu; absence: Absence | null } {
  if (/^#[A-Z/0!?]+[!?]?$/.test(lu)) throw new Refusee(null, `La cellule contient une erreur de calcul (${lu}).`);
  const cellule = lireCellule(nettoyerTexte(lu), indicateur);
  if (cellule.sorte === 'valeur') return { valeur: cellule.valeur, absence: null };
  if (cellule.sorte === 'absence') return { valeur: null, absence: cellule.absence };
  throw new Refusee(null, cellule.sorte === 'refus' ? cellule.detail : 'La cellule est vide.');
}

// Where to show a fault when the file lacks the column that it is in.
const VOISINES: Readonly<Partial<Record<RoleSimple, RoleSimple>>> = {
  identifiant_indic: 'indicateur',
  indicateur: 'identifiant_indic',
  fiche: 'indicateur',
  zone_id: 'zone_nom',
  zone_nom: 'zone_id',
};

const COLONNES_DES_REFUS = {
  '/annee': 'date_valeur',
  '/territoire': 'zone_id',
  '/ventilation': 'ventilation',
  '/valeur': null,
} as const;

/** Nothing is asked of an empty cell, nor of a figure that an export kept hidden. */
function estVide(lu: string, { nature }: IndicateurImportable): boolean {
  return lu === '' || (estNumerique(nature) && estMasque(lu));
}

/** Reads one cell of values against the contrat. */
class Lecteur {
  constructor(private readonly reperage: Reperage) {}

  lire(cellules: Cellules, lu: string, parAnnee: ReturnType<typeof anneeDuRole>): CelluleLue {
    const rien = { indicateur: null, territoire: null, annee: null, contenu: null, motif: null, role: null };
    const total = { ventilation: 'total' } as const;
    const lue: CelluleLue = { ...rien, ...total, type: parAnnee?.type ?? 'va', lu };
    try {
      if (!parAnnee) lue.type = lireType(texteDe(cellules.type_valeur));
      lue.annee = parAnnee?.annee ?? lireAnnee(cellules.date_valeur);
      lue.indicateur = this.indicateur(cellules);
      lue.territoire = this.territoire(cellules, lue.indicateur, lue.type);
      lue.ventilation = lireVentilation(texteDe(cellules.ventilation));
      if (estVide(lu, lue.indicateur)) return lue;
      if (lue.annee === null) throw new Refusee('date_valeur', 'Une année est attendue, comme 2025 ou 31/12/2025.');
      const contenu = lireContenu(lu, lue.indicateur);
      if (lue.type === 'va')
        this.verifierValeur(lue.indicateur, lue.annee, lue.territoire.code, lue.ventilation, contenu);
      else this.verifierRepere(lue.indicateur, lue.annee, lue.type, contenu.valeur);
      lue.contenu = {
        ...contenu,
        qualite: lireQualite(texteDe(cellules.qualite)),
        commentaire: lireTexte('commentaire', cellules.commentaire),
        source: lireTexte('source', cellules.source),
      };
    } catch (erreur) {
      if (!(erreur instanceof Refusee)) throw erreur;
      // Nothing is asked of an empty cell, so nothing is refused.
      if (lu !== '') Object.assign(lue, { motif: erreur.motif, role: erreur.role });
    }
    return lue;
  }

  private indicateur(cellules: Cellules): IndicateurImportable {
    const repere = this.reperage.indicateur({
      identifiant_indic: texteDe(cellules.identifiant_indic),
      fiche: texteDe(cellules.fiche),
      indicateur: texteDe(cellules.indicateur),
    });
    if (repere.trouve === null) throw new Refusee(repere.role, repere.motif);
    return repere.trouve;
  }

  private territoire(cellules: Cellules, indicateur: IndicateurImportable, type: TypeValeur): TerritoireImportable {
    const noms = { zone_id: texteDe(cellules.zone_id), zone_nom: texteDe(cellules.zone_nom) };
    const nul = noms.zone_id === '' && noms.zone_nom === '';
    if (type !== 'va' && nul) return this.reperage.contrat;
    const repere = this.reperage.territoire(noms, indicateur);
    if (repere.trouve === null) throw new Refusee(repere.role, repere.motif);
    if (type !== 'va' && repere.trouve.code !== 'contrat') {
      throw new Refusee('zone_id', 'Une référence ou une cible vaut pour l’ensemble du contrat.');
    }
    return repere.trouve;
  }

  private verifierValeur(
    indicateur: IndicateurImportable,
    annee: number,
    territoire: string,
    ventilation: Ventilation,
    contenu: { valeur: Contenu; absence: Absence | null },
  ): void {
    const { periode, anneeCourante } = this.reperage.cadre;
    const cellule = { annee, territoire, ventilation, ...contenu };
    const refus = verifierSaisie(cellule, indicateur, periode, anneeCourante);
    if (!refus) return;
    throw new Refusee(COLONNES_DES_REFUS[refus.pointer], refus.detail);
  }

  private verifierRepere(indicateur: IndicateurImportable, annee: number, type: TypeValeur, valeur: Contenu): void {
    if (!estNumerique(indicateur.nature)) throw new Refusee('type_valeur', 'Cet indicateur n’est pas chiffré.');
    if (typeof valeur !== 'number') throw new Refusee(null, 'Une référence ou une cible est un nombre.');
    const repere = { annee, valeur };
    const definition = type === 'vi' ? { reference: repere, cibles: [] } : { reference: null, cibles: [repere] };
    const [refus] = verifierDefinition({ ...indicateur, ...definition }, this.reperage.cadre.periode).filter(
      ({ pointer }) => pointer.startsWith('/reference') || pointer.startsWith('/cibles'),
    );
    if (refus) throw new Refusee(refus.detail.startsWith('L’année') ? 'date_valeur' : null, refus.detail);
  }
}

/** Reads the cells of values below the headings one by one; lines without anything are passed over. */
export function* lireCases(
  { lignes }: FeuilleTableur,
  titres: number,
  roles: readonly (RoleColonne | null)[],
  reperage: Reperage,
): Generator<CaseLue> {
  const lecteur = new Lecteur(reperage);
  const valeurs = roles.flatMap((role, colonne) => {
    const parAnnee = role && anneeDuRole(role);
    return role === 'valeur' || parAnnee ? [{ colonne, parAnnee }] : [];
  });
  const rangs = new Map(roles.map((role, rang) => [role, rang]));
  const rangDe = (role: RoleSimple | null) => role && (rangs.get(role) ?? rangs.get(VOISINES[role] ?? role));
  for (const [rang, ligne] of lignes.entries()) {
    if (rang <= titres || ligne.every((cellule) => texteDe(cellule) === '')) continue;
    const cellules = Object.fromEntries(
      roles.flatMap((role, colonne) => (role ? [[role, ligne[colonne] ?? null]] : [])),
    ) as Cellules;
    // What is computed is never declared, even by whoever sends its own export back.
    if (cleDeNom(texteDe(cellules.type_valeur)) === TYPE_CALCULEE) continue;
    for (const { colonne, parAnnee } of valeurs) {
      const { role, ...lue } = lecteur.lire(cellules, texteDe(ligne[colonne]), parAnnee);
      yield { ...lue, ligne: rang + 1, colonne: rangDe(role) ?? colonne };
    }
  }
}
