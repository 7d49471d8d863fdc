import { Injectable } from '@nestjs/common';
import { Autorisation, type EntreeAInscrire, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type HistoriqueValeur,
  type Indicateur,
  type IndicateurSaisie,
  type Valeur,
  valeursEcartees,
  verifierDefinition,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { accorder, type ErreurDeChamp } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, IsNull } from 'typeorm';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { IndicateurEntity } from './indicateur.entity';
import { IndicateursRepository } from './indicateurs.repository';

const INCONNU = 'Cet indicateur';
// What decides which values an indicator admits, beside its nature.
const MESURE: readonly (keyof IndicateurSaisie)[] = ['decimales', 'modalites', 'periodicite', 'anneesPonctuelles'];

/** Definitions of the indicators of a contrat: who holds the pen of a fiche defines its indicators. */
@Injectable()
export class IndicateursService {
  constructor(
    private readonly base: Base,
    private readonly repository: IndicateursRepository,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
  ) {}

  lister(acteur: Acteur, ficheId?: string): Promise<Indicateur[]> {
    return this.repository.lister(acteur, ficheId);
  }

  async lire(acteur: Acteur, id: string): Promise<Indicateur & { valeurs: Valeur[] }> {
    const indicateur = await this.repository.lire(acteur, id);
    if (!indicateur) throw introuvable(INCONNU);
    return indicateur;
  }

  async historique(acteur: Acteur, id: string): Promise<HistoriqueValeur[]> {
    const historique = await this.repository.historique(acteur, id);
    if (!historique) throw introuvable(INCONNU);
    return historique;
  }

  creer(acteur: Acteur, saisie: IndicateurSaisie): Promise<Indicateur> {
    return this.base.transaction((tx) => this.creerDans(tx, acteur, saisie));
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  async creerDans(tx: EntityManager, acteur: Acteur, saisie: IndicateurSaisie, motif?: string): Promise<Indicateur> {
    await this.verifier(tx, acteur, saisie);
    await this.exigerPlume(tx, acteur, saisie.ficheId);
    const { contratId } = acteur;
    const dernier = await tx.maximum(IndicateurEntity, 'ordre', { contratId, ficheId: saisie.ficheId ?? IsNull() });
    const indicateur = { ...saisie, id: randomUUID(), version: 1, ordre: (dernier ?? 0) + 1, ruptures: [] };
    await tx.insert(IndicateurEntity, { contratId, ...indicateur });
    await this.journal.inscrire(tx, acteur, { ...trace(indicateur), apres: saisie, motif });
    return indicateur;
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<IndicateurSaisie>): Promise<Indicateur> {
    return this.base.transaction((tx) => this.modifierDans(tx, acteur, id, version, saisie));
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  async modifierDans(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    version: number,
    saisie: Partial<IndicateurSaisie>,
    motif?: string,
  ): Promise<Indicateur> {
    const courant = await this.verrouiller(tx, acteur, id, version);
    const cible = { ...courant, ...saisie };
    await this.verifier(tx, acteur, cible);
    if (cible.ficheId !== courant.ficheId) await this.exigerPlume(tx, acteur, cible.ficheId);

    const changes = champsChanges(courant, saisie);
    if (changes.length === 0) return courant;
    if (changes.includes('nature') || changes.includes('maille')) {
      await this.refuserSiValeurs(tx, acteur, id, 'sa nature et son échelle de territoire ne changent plus');
    }
    if (changes.some((champ) => MESURE.includes(champ))) await this.refuserSiEcartees(tx, acteur, cible);
    const { contratId } = acteur;
    await tx.update(IndicateurEntity, { contratId, id, version }, { ...saisie, version: version + 1 });
    await this.journal.inscrire(
      tx,
      acteur,
      changes.map((champ) => ({ ...trace(cible), champ, avant: courant[champ], apres: cible[champ], motif })),
    );
    return { ...cible, version: version + 1 };
  }

  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.supprimerDans(tx, acteur, id, version));
  }

  /** The same in a transaction of the caller's, who may give the words of the journal. */
  async supprimerDans(tx: EntityManager, acteur: Acteur, id: string, version: number, motif?: string): Promise<void> {
    const courant = await this.verrouiller(tx, acteur, id, version);
    await this.refuserSiValeurs(tx, acteur, id, 'videz-les d’abord, ou gardez l’indicateur');
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

  private async verifier(tx: EntityManager, { contratId }: Acteur, saisie: IndicateurSaisie): Promise<void> {
    const { ficheConnue, responsableConnu, ...periode } = await this.repository.cadre(tx, contratId, saisie);
    const erreurs: ErreurDeChamp[] = verifierDefinition(saisie, periode);
    if (!ficheConnue) erreurs.push({ pointer: '/ficheId', detail: 'Cette fiche n’existe pas dans ce contrat.' });
    if (!responsableConnu) {
      erreurs.push({ pointer: '/responsableId', detail: 'Cette organisation n’existe pas dans ce contrat.' });
    }
    if (erreurs.length > 0) throw refuse('Corrigez les champs signalés ; rien n’a été enregistré.', erreurs);
  }

  private async refuserSiValeurs(tx: EntityManager, { contratId }: Acteur, id: string, suite: string): Promise<void> {
    const nombre = await this.repository.nombreDeValeurs(tx, contratId, id);
    if (nombre > 0) throw enConflit(`Cet indicateur porte ${accorder(nombre, 'valeur')}\u00A0: ${suite}.`);
  }

  private async refuserSiEcartees(tx: EntityManager, { contratId }: Acteur, cible: Indicateur): Promise<void> {
    const { length } = valeursEcartees(await this.repository.valeurs(tx, contratId, cible.id), cible);
    if (length === 0) return;
    const verbe = length < 2 ? 'ne suivrait' : 'ne suivraient';
    const valeurs = accorder(length, 'valeur enregistrée', 'valeurs enregistrées');
    throw enConflit(`${valeurs} ${verbe} plus cette définition\u00A0: corrigez d’abord les valeurs.`);
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

function champsChanges(courant: Indicateur, saisie: Partial<IndicateurSaisie>): (keyof IndicateurSaisie)[] {
  const champs = Object.keys(saisie) as (keyof IndicateurSaisie)[];
  const pareil = (champ: keyof IndicateurSaisie) => JSON.stringify(courant[champ]) === JSON.stringify(saisie[champ]);
  return champs.filter((champ) => !pareil(champ));
}
