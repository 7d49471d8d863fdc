import { Injectable } from '@nestjs/common';
import { Autorisation, type EntreeAInscrire, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  changeLeSens,
  definitionPassee,
  type HistoriqueValeur,
  type Indicateur,
  type IndicateurAvecValeurs,
  type IndicateurSaisie,
  type RuptureSaisie,
  verifierDepuis,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, IsNull } from 'typeorm';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { ControleDefinition } from './controle-definition';
import { IndicateurEntity } from './indicateur.entity';
import { type FiltresHistorique, IndicateursRepository } from './indicateurs.repository';

const INCONNU = 'Cet indicateur';
// What decides which values an indicator admits, beside its nature.
const MESURE: readonly (keyof Indicateur)[] = ['decimales', 'modalites', 'periodicite', 'anneesPonctuelles'];

/** What goes with a change: its words in the journal, and what becomes of the values when the meaning changes. */
interface Precisions {
  motif?: string;
  /** The wording was wrong: the values already had the new meaning. */
  correction?: boolean;
  /** The values follow the new definition from that year on. */
  depuis?: number;
}

/** Definitions of the indicators of a contrat: who holds the pen of a fiche defines its indicators. */
@Injectable()
export class IndicateursService {
  constructor(
    private readonly base: Base,
    private readonly repository: IndicateursRepository,
    private readonly controle: ControleDefinition,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
  ) {}

  lister(acteur: Acteur, ficheId?: string): Promise<Indicateur[]> {
    return this.repository.lister(acteur, ficheId);
  }

  async lire(acteur: Acteur, id: string): Promise<IndicateurAvecValeurs> {
    const indicateur = await this.repository.lire(acteur, id);
    if (!indicateur) throw introuvable(INCONNU);
    return indicateur;
  }

  async historique(acteur: Acteur, id: string, filtres: FiltresHistorique): Promise<HistoriqueValeur[]> {
    const historique = await this.repository.historique(acteur, id, filtres);
    if (!historique) throw introuvable(INCONNU);
    return historique;
  }

  /** The context indicators with their values, to compare the quarters with the EPCI. */
  contexte(acteur: Acteur): Promise<IndicateurAvecValeurs[]> {
    return this.repository.contexte(acteur);
  }

  /** A new definition; `origine` names what it was copied from, a definition of the library or another indicator. */
  creer(acteur: Acteur, saisie: IndicateurSaisie, origine?: string): Promise<Indicateur> {
    return this.base.transaction(async (tx) =>
      this.creerDans(tx, acteur, saisie, origine && (await this.controle.direOrigine(tx, acteur, origine))),
    );
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  async creerDans(tx: EntityManager, acteur: Acteur, saisie: IndicateurSaisie, motif?: string): Promise<Indicateur> {
    await this.controle.verifier(tx, acteur, saisie);
    await this.exigerPlume(tx, acteur, saisie.ficheId);
    const { contratId } = acteur;
    const dernier = await tx.maximum(IndicateurEntity, 'ordre', { contratId, ficheId: saisie.ficheId ?? IsNull() });
    const indicateur = { ...saisie, id: randomUUID(), version: 1, ordre: (dernier ?? 0) + 1, ruptures: [] };
    await tx.insert(IndicateurEntity, { contratId, ...indicateur });
    await this.journal.inscrire(tx, acteur, { ...trace(indicateur), apres: saisie, motif });
    return indicateur;
  }

  /** Changes what is sent; a change of meaning under recorded values is refused unless it only corrects the wording. */
  modifier(
    acteur: Acteur,
    id: string,
    version: number,
    saisie: Partial<IndicateurSaisie>,
    correction = false,
  ): Promise<Indicateur> {
    return this.base.transaction((tx) => this.changer(tx, acteur, { id, version }, saisie, { correction }));
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  modifierDans(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    version: number,
    saisie: Partial<IndicateurSaisie>,
    motif?: string,
  ): Promise<Indicateur> {
    return this.changer(tx, acteur, { id, version }, saisie, { motif });
  }

  /** Starts a new definition from a year on: the values before keep the old one and are compared with nothing after. */
  rompre(acteur: Acteur, id: string, version: number, rupture: RuptureSaisie): Promise<Indicateur> {
    const { definition, depuis, motif } = rupture;
    return this.base.transaction((tx) => this.changer(tx, acteur, { id, version }, definition, { depuis, motif }));
  }

  private async changer(
    tx: EntityManager,
    acteur: Acteur,
    { id, version }: Pick<Indicateur, 'id' | 'version'>,
    saisie: Partial<IndicateurSaisie>,
    { motif, correction = false, depuis }: Precisions,
  ): Promise<Indicateur> {
    const courant = await this.verrouiller(tx, acteur, id, version);
    const suite = depuis === undefined ? {} : await this.ouvrir(tx, acteur, courant, saisie, { depuis, motif });
    const cible = { ...courant, ...saisie, ...suite };
    await this.controle.verifier(tx, acteur, cible);
    if (cible.ficheId !== courant.ficheId) await this.exigerPlume(tx, acteur, cible.ficheId);

    const changes = champsChanges(courant, { ...saisie, ...suite });
    if (changes.length === 0) return courant;
    if (changes.includes('nature') || changes.includes('maille')) {
      await this.controle.refuserSiValeurs(tx, acteur, id, 'sa nature et son échelle de territoire ne changent plus');
    }
    if (changes.some((champ) => MESURE.includes(champ))) await this.controle.refuserSiEcartees(tx, acteur, cible);
    if (depuis === undefined && !correction && changeLeSens(courant, saisie))
      await this.controle.refuserSansChoix(tx, acteur, id);
    const { contratId } = acteur;
    await tx.update(IndicateurEntity, { contratId, id, version }, { ...saisie, ...suite, version: version + 1 });
    await this.journal.inscrire(
      tx,
      acteur,
      changes.map((champ) => ({ ...trace(cible), champ, avant: courant[champ], apres: cible[champ], motif })),
    );
    return { ...cible, version: version + 1 };
  }

  /** The series with its new break; a baseline that nobody measured again does not pass it. */
  private async ouvrir(
    tx: EntityManager,
    acteur: Acteur,
    courant: Indicateur,
    definition: Partial<IndicateurSaisie>,
    { depuis, motif = '' }: { depuis: number; motif?: string },
  ): Promise<Pick<Indicateur, 'ruptures' | 'reference'>> {
    const periode = await this.repository.cadre(tx, acteur.contratId, courant);
    const refus = verifierDepuis(depuis, courant, periode);
    if (refus) throw refuse(refus, [{ pointer: '/depuis', detail: refus }]);
    if (!changeLeSens(courant, definition)) {
      const detail = 'Une nouvelle définition change ce que l’on compte, l’unité ou la méthode.';
      throw refuse(detail, [{ pointer: '/definition', detail }]);
    }
    const quand = new Date().toISOString();
    const rupture = { depuis, motif, avant: definitionPassee(courant), quand, auteur: acteur.nom };
    const remesuree = definition.reference !== undefined && !isDeepStrictEqual(definition.reference, courant.reference);
    return {
      ruptures: [...courant.ruptures, rupture],
      reference: remesuree ? (definition.reference ?? null) : null,
    };
  }

  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.supprimerDans(tx, acteur, id, version));
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  async supprimerDans(tx: EntityManager, acteur: Acteur, id: string, version: number, motif?: string): Promise<void> {
    const courant = await this.verrouiller(tx, acteur, id, version);
    await this.controle.refuserSiValeurs(tx, acteur, id, 'videz-les d’abord, ou gardez l’indicateur');
    const pondere = await this.repository.pondere(tx, acteur.contratId, id);
    if (pondere) throw enConflit(`Il pondère la moyenne de « ${pondere} »\u00A0: changez d’abord cette moyenne.`);
    await tx.delete(IndicateurEntity, { contratId: acteur.contratId, id, version });
    await this.journal.inscrire(tx, acteur, { ...trace(courant), avant: courant, motif });
  }

  async ordonner(acteur: Acteur, ficheId: string | null, ids: readonly string[]): Promise<Indicateur[]> {
    const { contratId } = acteur;
    await this.base.transaction(async (tx) => {
      await this.exigerPlume(tx, acteur, ficheId);
      const presents = await tx.find(IndicateurEntity, {
        where: { contratId, ficheId: ficheId ?? IsNull() },
        order: { ordre: 'ASC', id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const avant = presents.map(({ id }) => id);
      if (!isDeepStrictEqual([...avant].sort(), [...ids].sort())) {
        const detail = 'La liste doit contenir tous les indicateurs de la fiche, et eux seuls.';
        throw refuse(detail, [{ pointer: '/ids', detail }]);
      }
      if (isDeepStrictEqual(avant, ids)) return;
      await this.repository.ordonner(tx, contratId, ficheId, ids);
      const objet = { objet: 'indicateur', objetId: ficheId ?? contratId, ficheId: ficheId ?? undefined };
      await this.journal.inscrire(tx, acteur, { ...objet, champ: 'ordre', avant, apres: ids });
    });
    const indicateurs = await this.lister(acteur, ficheId ?? undefined);
    return indicateurs.filter((indicateur) => indicateur.ficheId === ficheId);
  }

  /** The definition, locked for the transaction, if the caller may change it from that version. */
  private async verrouiller(tx: EntityManager, acteur: Acteur, id: string, version: number): Promise<Indicateur> {
    const lu = await tx.findOne(IndicateurEntity, {
      where: { contratId: acteur.contratId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!lu) throw introuvable(INCONNU);
    const courant = sansContrat(lu);
    await this.exigerPlume(tx, acteur, courant.ficheId);
    if (courant.version !== version) throw perime(courant);
    return courant;
  }

  /** Throws 403 when the caller does not hold the pen of the fiche, 409 when nobody does any more. */
  private async exigerPlume(tx: EntityManager, acteur: Acteur, ficheId: string | null): Promise<void> {
    const { contratId } = acteur;
    const perimetre =
      ficheId === null
        ? { contratId, organisationIds: [] }
        : await this.autorisation.perimetreFiche(contratId, ficheId, tx);
    this.autorisation.exiger(acteur, 'indicateurs.gerer', perimetre);
    const archivee = ficheId !== null && (await this.repository.estArchivee(tx, contratId, ficheId));
    if (archivee) throw enConflit(FICHE_ARCHIVEE);
  }
}

function sansContrat(entite: IndicateurEntity): Indicateur {
  const indicateur: Indicateur & { contratId?: string } = { ...entite };
  delete indicateur.contratId;
  return indicateur;
}

function trace({ id, ficheId }: Pick<Indicateur, 'id' | 'ficheId'>): EntreeAInscrire {
  return { objet: 'indicateur', objetId: id, ficheId: ficheId ?? undefined };
}

function champsChanges(courant: Indicateur, saisie: Partial<Indicateur>): (keyof IndicateurSaisie | 'ruptures')[] {
  const champs = Object.keys(saisie) as (keyof IndicateurSaisie | 'ruptures')[];
  const pareil = (champ: keyof IndicateurSaisie | 'ruptures') =>
    JSON.stringify(courant[champ]) === JSON.stringify(saisie[champ]);
  return champs.filter((champ) => !pareil(champ));
}
