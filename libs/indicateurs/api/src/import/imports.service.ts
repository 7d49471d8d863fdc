import { Injectable } from '@nestjs/common';
import { type Acteur, DROITS } from '@pleniere/acces/domain';
import {
  type ApercuImport,
  type CaseImport,
  type ImportValeurs,
  LIMITES_IMPORT,
  manquesDesRoles,
  presenterCase,
  type SortCase,
  trouverFeuille,
  trouverTitres,
  verifierRoles,
} from '@pleniere/indicateurs/domain';
import {
  Base,
  enConflit,
  interdit,
  introuvable,
  invalide,
  perime,
  refuse,
  TableurIllisible,
  type TableurLu,
  Tableurs,
} from '@pleniere/shared/api';
import { nettoyerTexte } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import { AnalyseImport } from './analyse';
import { ApercusGardes, vueDe, type VueImport } from './apercus-gardes';
import type { ColonnesDto, FiltreCasesDto } from './imports.dto';
import { type ChoixDeLecture, type ImportStocke, ImportsRepository, type Lecture } from './imports.repository';

/** A file as it was sent. */
export interface FichierRecu {
  nom: string;
  octets: Uint8Array;
}

/** Files of values before they are applied: what they hold, how they are understood, what they would change. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly base: Base,
    private readonly repository: ImportsRepository,
    private readonly analyse: AnalyseImport,
    private readonly gardes: ApercusGardes,
    private readonly horloge: Horloge,
    private readonly tableurs: Tableurs,
  ) {}

  /** A person sees their own imports; who enters values for the whole contrat sees all of them. */
  lister(acteur: Acteur): Promise<ImportValeurs[]> {
    return this.repository.lister(acteur.contratId, voitTout(acteur) ? null : acteur.personneId);
  }

  async deposer(acteur: Acteur, fichier: FichierRecu): Promise<ApercuImport> {
    const { format, feuilles } = await this.ouvrir(fichier);
    const nom = nettoyerTexte(fichier.nom)
      .replace(/[\n/\\]+/g, ' ')
      .trim();
    const depot = { fichier: nom.slice(0, LIMITES_IMPORT.nom) || `valeurs.${format}`, format, feuilles };
    return this.base.transaction(async (tx) => {
      const id = await this.repository.inserer(tx, acteur, { ...depot, ...trouverFeuille(feuilles) });
      return this.apercevoir(tx, acteur, await this.trouver(tx, acteur, id));
    });
  }

  /** A page of an import: the file itself is read again only when something was written since the page before. */
  lire(acteur: Acteur, id: string, filtre: FiltreCasesDto): Promise<ApercuImport> {
    return this.base.transaction(async (tx) => {
      const entete = await this.trouver(tx, acteur, id, { sansFeuilles: true });
      if (entete.statut !== 'ouvert') return this.apercevoir(tx, acteur, entete, filtre);
      const nom = await this.gardes.nommer(tx, acteur, entete, this.horloge.annee());
      const gardee = this.gardes.trouver(nom);
      if (gardee) return presenter(entete, gardee, filtre);
      const stocke = await this.trouver(tx, acteur, id);
      const vue = vueDe(stocke, (await this.analyse.trier(tx, acteur, stocke)).cases);
      this.gardes.garder(nom, vue);
      return presenter(stocke, vue, filtre);
    });
  }

  /** Reads another sheet or other headings, or takes columns for something else. */
  choisirColonnes(acteur: Acteur, id: string, version: number, choix: ColonnesDto): Promise<ApercuImport> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.ouvert(tx, acteur, id, version);
      const lecture = lectureChoisie(stocke, choix);
      await this.repository.relire(tx, acteur.contratId, id, lecture);
      return this.apercevoir(tx, acteur, { ...stocke, ...lecture, version: version + 1 });
    });
  }

  /** Forgets a file that was not applied. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      await this.ouvert(tx, acteur, id, version);
      await this.repository.supprimer(tx, acteur.contratId, id);
    });
  }

  /** An import that the person may see; locked when it is to be written. */
  async trouver(tx: EntityManager, acteur: Acteur, id: string, choix: ChoixDeLecture = {}): Promise<ImportStocke> {
    const stocke = await this.repository.lire(tx, acteur.contratId, id, choix);
    if (!stocke) throw introuvable('Cet import');
    if (!voitTout(acteur) && stocke.personneId !== acteur.personneId) {
      throw interdit('Cet import est celui d’une autre personne.');
    }
    return stocke;
  }

  /** The preview of an open import; the report of one that was applied. */
  async apercevoir(
    tx: EntityManager,
    acteur: Acteur,
    stocke: ImportStocke,
    filtre: FiltreCasesDto = {},
  ): Promise<ApercuImport> {
    if (stocke.statut !== 'ouvert') {
      const { colonnes, resume, rapport } = stocke;
      const page = paginer(rapport, filtre, (lue) => lue);
      return composer(stocke, { feuilles: [], colonnes, resume, empreinte: '', ...page });
    }
    const { cases } = await this.analyse.trier(tx, acteur, stocke);
    return presenter(stocke, vueDe(stocke, cases), filtre);
  }

  private async ouvert(tx: EntityManager, acteur: Acteur, id: string, version: number): Promise<ImportStocke> {
    const stocke = await this.trouver(tx, acteur, id, { verrou: true });
    if (stocke.version !== version) throw perime(await this.apercevoir(tx, acteur, stocke));
    if (stocke.statut !== 'ouvert') throw enConflit('Cet import est déjà appliqué.');
    return stocke;
  }

  private async ouvrir({ octets }: FichierRecu): Promise<TableurLu> {
    try {
      return await this.tableurs.lire(octets);
    } catch (erreur) {
      if (!(erreur instanceof TableurIllisible)) throw erreur;
      throw refuse(erreur.message, [{ pointer: '/fichier', detail: erreur.message }]);
    }
  }
}

/** A page of the preview of an open import. */
export function presenter(stocke: ImportStocke, vue: VueImport, filtre: FiltreCasesDto = {}): ApercuImport {
  const { titres, cases, ...reste } = vue;
  return composer(stocke, { ...reste, ...paginer(cases, filtre, (lue) => presenterCase(lue, titres)) });
}

function voitTout({ role }: Acteur): boolean {
  return DROITS[role]['valeurs.saisir'] === 'contrat';
}

function lectureChoisie({ feuilles, ...stocke }: ImportStocke, choix: ColonnesDto): Lecture {
  const feuille = choix.feuille ?? stocke.feuille;
  const lue = feuilles?.[feuille];
  if (!lue)
    throw invalide('Cette feuille n’existe pas.', [{ pointer: '/feuille', detail: 'Cette feuille n’existe pas.' }]);
  const trouves = trouverTitres(lue);
  const titres = choix.ligneTitres === undefined ? trouves.titres : choix.ligneTitres - 1;
  const ligne = lue.lignes[titres];
  if (!ligne)
    throw invalide('Cette ligne n’existe pas.', [{ pointer: '/ligneTitres', detail: 'Cette ligne n’existe pas.' }]);
  const proposes = titres === trouves.titres ? trouves.roles : trouverTitres({ ...lue, lignes: [ligne] }).roles;
  const roles = choix.roles ?? proposes;
  const detail = verifierRoles(roles, ligne.length);
  if (detail !== null) throw refuse(detail, [{ pointer: '/roles', detail }]);
  return { feuille, titres, roles };
}

function paginer<T extends { sort: SortCase }>(
  cases: readonly T[],
  { sort, page = 1 }: FiltreCasesDto,
  montrer: (lue: T) => CaseImport,
): Pick<ApercuImport, 'cases' | 'total' | 'page' | 'pages'> {
  const { parPage } = LIMITES_IMPORT;
  const gardees = sort ? cases.filter((lue) => lue.sort === sort) : cases;
  return {
    cases: gardees.slice((page - 1) * parPage, page * parPage).map(montrer),
    total: gardees.length,
    page,
    pages: Math.max(1, Math.ceil(gardees.length / parPage)),
  };
}

type Suite = Pick<
  ApercuImport,
  'feuilles' | 'colonnes' | 'resume' | 'empreinte' | 'cases' | 'total' | 'page' | 'pages'
>;

function composer(stocke: ImportStocke, suite: Suite): ApercuImport {
  const { id, version, fichier, format, statut, creeLe, creePar, appliqueLe, annuleLe, retablies } = stocke;
  const entete = { id, version, fichier, format, statut, creeLe, creePar, appliqueLe, annuleLe, retablies };
  const { feuille, titres, roles, ecritures } = stocke;
  return {
    ...entete,
    ecrites: ecritures.length,
    feuille,
    ligneTitres: titres + 1,
    manques: manquesDesRoles(roles),
    ...suite,
  };
}
