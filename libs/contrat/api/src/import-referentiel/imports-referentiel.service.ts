import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AnnulationReferentiel,
  type ApercuReferentiel,
  comparerReferentiel,
  etatActuel,
  genreDe,
  type ImportReferentiel,
  type LigneComparee,
  LIMITES_REFERENTIEL,
  manquesDeLecture,
  memeEtatReferentiel,
  proposerRoles,
  SORTS_REFERENTIEL,
  type SortReferentiel,
} from '@pleniere/contrat/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { nettoyerTexte } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { EcrituresReferentiel } from './ecritures-referentiel';
import type { FiltreReferentielDto, LectureReferentielDto } from './imports-referentiel.dto';
import {
  type CadreVersionne,
  type EcritureReferentiel,
  type ImportReferentielStocke,
  ImportsReferentielRepository,
  type RapportReferentiel,
} from './imports-referentiel.repository';
import { FichiersReferentiel } from './lecture/fichiers-referentiel';

const EXEMPLES = 3;
const CLE_ETRANGERE = '23503';

interface Tri {
  lignes: LigneComparee[];
  rapport: RapportReferentiel;
  empreinte: string;
}

/** Reference files: what they hold, what they would change of the contrat, their application and its undo. */
@Injectable()
export class ImportsReferentielService {
  constructor(
    private readonly base: Base,
    private readonly repository: ImportsReferentielRepository,
    private readonly fichiers: FichiersReferentiel,
    private readonly ecritures: EcrituresReferentiel,
    private readonly journal: Journal,
  ) {}

  async lister({ contratId }: Acteur): Promise<ImportReferentiel[]> {
    const stockes = await this.repository.lister(contratId);
    return stockes.map((stocke) => enTete(stocke, stocke.ecrites));
  }

  async deposer(acteur: Acteur, { nom, octets }: { nom: string; octets: Uint8Array }): Promise<ApercuReferentiel> {
    const contenu = await this.fichiers.ouvrir(octets);
    const fichier =
      nettoyerTexte(nom)
        .replace(/[\n/\\]+/g, ' ')
        .trim()
        .slice(0, 200) || 'referentiel.csv';
    const lecture = { roles: proposerRoles(contenu.titres), millesime: null, source: '' };
    return this.base.transaction(async (tx) => {
      const id = await this.repository.inserer(tx, acteur, { fichier, contenu, lecture });
      return this.apercevoir(tx, acteur, await this.trouver(tx, acteur, id));
    });
  }

  /** A page of the preview, as the contrat stands now; of the report once it is applied. */
  lire(acteur: Acteur, id: string, filtre: FiltreReferentielDto): Promise<ApercuReferentiel> {
    return this.base.transaction(async (tx) => this.apercevoir(tx, acteur, await this.trouver(tx, acteur, id), filtre));
  }

  /** Takes columns for something else, or says the year and source of populations. */
  choisirLecture(
    acteur: Acteur,
    id: string,
    version: number,
    choix: LectureReferentielDto,
  ): Promise<ApercuReferentiel> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.ouvert(tx, acteur, id, version);
      const lecture = { ...stocke.lecture, ...choix };
      verifierRoles(lecture.roles, stocke.contenu?.titres.length ?? 0);
      await this.repository.relire(tx, acteur.contratId, id, lecture);
      return this.apercevoir(tx, acteur, { ...stocke, lecture, version: version + 1 });
    });
  }

  /** Writes the valid lines as the preview showed them, in one transaction. */
  appliquer(acteur: Acteur, id: string, empreinte: string): Promise<ApercuReferentiel> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.trouver(tx, acteur, id);
      if (stocke.statut !== 'ouvert') throw enConflit('Cet import est déjà appliqué.');
      const [manque] = manquesDeLecture(stocke.lecture);
      if (manque) throw refuse(manque);
      const cadre = await this.repository.cadre(tx, acteur.contratId, true);
      const tri = trier(stocke, cadre);
      if (tri.empreinte !== empreinte) throw perime(presenter(stocke, tri.rapport, tri.empreinte));

      const ecritures = await this.ecrire(tx, acteur, tri.lignes, cadre);
      await this.repository.appliquer(tx, acteur.contratId, id, { ecritures, rapport: tri.rapport });
      const apres = { fichier: stocke.fichier, ecrites: ecritures.length };
      await this.journal.inscrire(tx, acteur, { objet: 'referentiel', objetId: id, apres });
      return this.apercevoir(tx, acteur, await this.trouver(tx, acteur, id));
    });
  }

  /** Puts back what nobody changed nor used since; the last written goes first. */
  annuler(acteur: Acteur, id: string): Promise<AnnulationReferentiel> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.trouver(tx, acteur, id);
      if (stocke.statut !== 'applique') throw enConflit('Seul un import appliqué s’annule, et une seule fois.');
      const cadre = await this.repository.cadre(tx, acteur.contratId, true);
      const conservees: AnnulationReferentiel['conservees'] = [];
      for (const ecriture of stocke.ecritures.toReversed()) {
        const motif = await this.retablir(tx, acteur, ecriture, cadre);
        if (motif !== null) conservees.push({ code: ecriture.apres.code, motif });
      }
      const retablies = stocke.ecritures.length - conservees.length;
      await this.repository.annuler(tx, acteur.contratId, id, retablies);
      const motif = `Annulation de l’import de ${stocke.fichier}`;
      const apres = { fichier: stocke.fichier, retablies, conservees: conservees.length };
      await this.journal.inscrire(tx, acteur, { objet: 'referentiel', objetId: id, apres, motif });
      return { retablies, conservees };
    });
  }

  /** Forgets a file that was not applied. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      await this.ouvert(tx, acteur, id, version);
      await this.repository.supprimer(tx, acteur.contratId, id);
    });
  }

  private async ecrire(
    tx: EntityManager,
    { contratId }: Acteur,
    lignes: readonly LigneComparee[],
    cadre: CadreVersionne,
  ): Promise<EcritureReferentiel[]> {
    const faites: EcritureReferentiel[] = [];
    for (const { sort, ecriture } of lignes) {
      if (ecriture === null || sort === 'identique') continue;
      const { version, communes } = await this.ecritures.ecrire(tx, contratId, ecriture);
      faites.push(...communes, { avant: etatActuel(ecriture, cadre), apres: ecriture, version });
    }
    if (faites.length === 0) throw refuse('Ce fichier ne change rien\u00A0: il n’y a rien à écrire.');
    return faites;
  }

  /** Why a thing is left as it stands; null once it is put back. */
  private async retablir(
    tx: EntityManager,
    { contratId }: Acteur,
    { avant, apres, version }: EcritureReferentiel,
    cadre: CadreVersionne,
  ): Promise<string | null> {
    const actuel = etatActuel(apres, cadre);
    if (actuel === null) return 'Retiré depuis.';
    const touche = apres.sur === 'qpv' && cadre.versions[apres.code] !== version;
    if (touche || !memeEtatReferentiel(actuel, apres)) return 'Modifié depuis.';
    if (avant !== null) {
      await this.ecritures.ecrire(tx, contratId, avant);
      return null;
    }
    if (apres.sur === 'qpv' && cadre.populations.some(({ code }) => code === apres.code)) {
      return 'Une population de ce quartier est enregistrée.';
    }
    try {
      await tx.transaction((etape) => this.ecritures.retirer(etape, contratId, apres));
      return null;
    } catch (erreur) {
      const { code } = erreur instanceof QueryFailedError ? (erreur.driverError as { code?: string }) : {};
      if (code === CLE_ETRANGERE) return 'Nommé depuis par une fiche, une valeur ou un quartier.';
      throw erreur;
    }
  }

  private async trouver(tx: EntityManager, { contratId }: Acteur, id: string): Promise<ImportReferentielStocke> {
    const stocke = await this.repository.lire(tx, contratId, id);
    if (!stocke) throw introuvable('Cet import');
    return stocke;
  }

  private async ouvert(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    version: number,
  ): Promise<ImportReferentielStocke> {
    const stocke = await this.trouver(tx, acteur, id);
    if (stocke.version !== version) throw perime(await this.apercevoir(tx, acteur, stocke));
    if (stocke.statut !== 'ouvert') throw enConflit('Cet import est déjà appliqué.');
    return stocke;
  }

  private async apercevoir(
    tx: EntityManager,
    { contratId }: Acteur,
    stocke: ImportReferentielStocke,
    filtre: FiltreReferentielDto = {},
  ): Promise<ApercuReferentiel> {
    if (stocke.rapport) return presenter(stocke, stocke.rapport, '', filtre);
    const { rapport, empreinte } = trier(stocke, await this.repository.cadre(tx, contratId));
    return presenter(stocke, rapport, empreinte, filtre);
  }
}

function verifierRoles(roles: readonly (string | null)[], colonnes: number): void {
  const choisis = roles.filter((role) => role !== null);
  const detail =
    roles.length !== colonnes
      ? `Le fichier a ${colonnes} colonnes.`
      : new Set(choisis).size < choisis.length
        ? 'Deux colonnes sont données pour la même chose.'
        : null;
  if (detail !== null) throw refuse(detail, [{ pointer: '/roles', detail }]);
}

/** Sorts the lines out; none as long as the columns do not tell what they hold. */
function trier({ contenu, lecture }: ImportReferentielStocke, cadre: CadreVersionne): Tri {
  const fichier = contenu ?? { titres: [], lignes: [] };
  const lisible = manquesDeLecture(lecture).length === 0;
  const { lignes, horsContrat } = lisible
    ? comparerReferentiel(fichier, lecture, cadre)
    : { lignes: [], horsContrat: 0 };
  const ordonnees = [...lignes].sort((a, b) => Number(b.sort === 'refusee') - Number(a.sort === 'refusee'));
  const colonnes = fichier.titres.map((titre, rang) => ({
    titre,
    role: lecture.roles[rang] ?? null,
    exemples: fichier.lignes.slice(0, EXEMPLES).flatMap(({ cellules }) => cellules[rang] || []),
  }));
  const montrees = ordonnees.map(({ ligne, code, sort, avant, apres, motif }) => ({
    ligne,
    code,
    sort,
    avant,
    apres,
    motif,
  }));
  const signes = lignes.map(({ code, sort, avant, ecriture }) => [code, sort, avant, ecriture]);
  return {
    lignes,
    rapport: { colonnes, resume: resumer(lignes), horsContrat, lignes: montrees },
    empreinte: createHash('sha256').update(JSON.stringify(signes)).digest('base64url'),
  };
}

function resumer(lignes: readonly LigneComparee[]): Record<SortReferentiel, number> {
  const compter = (voulu: SortReferentiel) => lignes.filter(({ sort }) => sort === voulu).length;
  return Object.fromEntries(SORTS_REFERENTIEL.map((sort) => [sort, compter(sort)])) as Record<SortReferentiel, number>;
}

function enTete(stocke: Omit<ImportReferentielStocke, 'contenu'>, ecrites: number): ImportReferentiel {
  const { id, version, fichier, statut, creeLe, creePar, appliqueLe, annuleLe, retablies, lecture } = stocke;
  const genre = genreDe(lecture.roles);
  return { id, version, fichier, genre, statut, creeLe, creePar, appliqueLe, annuleLe, ecrites, retablies };
}

function presenter(
  stocke: ImportReferentielStocke,
  rapport: RapportReferentiel,
  empreinte: string,
  { sort, page = 1 }: FiltreReferentielDto = {},
): ApercuReferentiel {
  const { millesime, source } = stocke.lecture;
  const manques = stocke.statut === 'ouvert' ? manquesDeLecture(stocke.lecture) : [];
  const gardees = sort ? rapport.lignes.filter((lue) => lue.sort === sort) : rapport.lignes;
  const { parPage } = LIMITES_REFERENTIEL;
  return {
    ...enTete(stocke, stocke.ecritures.length),
    ...rapport,
    ...{ millesime, source, manques, empreinte, page },
    lignes: gardees.slice((page - 1) * parPage, page * parPage),
    total: gardees.length,
    pages: Math.max(1, Math.ceil(gardees.length / parPage)),
  };
}
