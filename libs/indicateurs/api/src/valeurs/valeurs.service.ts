import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Cellule,
  type CelluleActuelle,
  cleDe,
  type EtatValeur,
  etatDe,
  type SaisieValeur,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { Base, Direct, perime } from '@pleniere/shared/api';
import type { Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { type CampagnesTenues, Verrous } from '../campagne/verrous';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { Horloge } from '../horloge';
import { annoncesDe } from './annonces';
import { EcritureDirecte } from './directe/ecriture-directe';
import { exigerPermis, parId, plume, refuserSi, reglesEnfreintes } from './jugement';
import { estVide, type SaisieSituee, trier } from './lot';
import { type IndicateurSaisi, ValeursRepository } from './valeurs.repository';

/** Answer to a batch: the new state of its cells, and those that are empty now. */
export interface LotEnregistre {
  valeurs: Valeur[];
  effacees: Cellule[];
}

/** Entry of values, all or nothing: what one cell refuses is refused for the whole batch. */
@Injectable()
export class ValeursService {
  constructor(
    private readonly base: Base,
    private readonly repository: ValeursRepository,
    private readonly journal: Journal,
    private readonly horloge: Horloge,
    private readonly verrous: Verrous,
    private readonly direct: Direct,
    private readonly directe: EcritureDirecte,
  ) {}

  /** A cell alone, as people type, is written at once when nothing stands in its way; a transaction says what does. */
  async enregistrer(acteur: Acteur, saisies: readonly SaisieValeur[]): Promise<LotEnregistre> {
    const [seule, ...autres] = saisies;
    const ecrite = seule && autres.length === 0 ? await this.directe.ecrire(acteur, seule) : null;
    if (ecrite) return { valeurs: [ecrite], effacees: [] };
    return this.base.transaction((tx) => this.enregistrerDans(tx, acteur, saisies));
  }

  /** The same in a transaction of the caller's, who tells where the values come from. */
  async enregistrerDans(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieSituee[]): Promise<LotEnregistre> {
    const contexte = await this.repository.contexte(tx, acteur, saisies);
    const indicateurs = parId(contexte);
    exigerPermis(acteur, saisies, contexte, indicateurs, this.horloge.annee());
    return this.ecrire(tx, acteur, saisies, indicateurs, await this.campagnesDe(tx, acteur, saisies));
  }

  /** Why the caller may not write each of these values, in their order; null for those that nothing refuses. */
  async juger(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieValeur[]): Promise<Refus[]> {
    const contexte = await this.repository.contexte(tx, acteur, saisies);
    const indicateurs = parId(contexte);
    const enfreintes = reglesEnfreintes(saisies, indicateurs, contexte, this.horloge.annee());
    const campagnes = await this.campagnesDe(tx, acteur, saisies);
    return saisies.map((saisie, rang) => {
      const indicateur = indicateurs.get(saisie.indicateurId);
      if (indicateur?.ficheArchivee) return FICHE_ARCHIVEE;
      const verrou = campagnes.refus(saisie.annee, indicateur?.ficheId ?? null);
      return plume(acteur, saisie, indicateur, contexte) ?? verrou ?? enfreintes[rang]?.detail ?? null;
    });
  }

  private campagnesDe(tx: EntityManager, acteur: Acteur, saisies: readonly SaisieValeur[]): Promise<CampagnesTenues> {
    const annees = saisies.map(({ annee }) => annee);
    return this.verrous.tenir(tx, acteur, annees);
  }

  private async ecrire(
    tx: EntityManager,
    acteur: Acteur,
    saisies: readonly SaisieSituee[],
    indicateurs: ReadonlyMap<string, IndicateurSaisi>,
    campagnes: CampagnesTenues,
  ): Promise<LotEnregistre> {
    const { contratId } = acteur;
    const etats = parCle(await this.repository.verrouiller(tx, contratId, saisies));
    const avant = new Map(etats);
    const { nouvelles, changees, effacees, perimees } = trier(saisies, etats);
    if (perimees.length > 0) throw perime(actuelles(perimees, etats));
    refuserSi(
      [...nouvelles, ...changees, ...effacees].flatMap((saisie) => {
        const detail = campagnes.refus(saisie.annee, indicateurs.get(saisie.indicateurId)?.ficheId ?? null);
        return detail === null ? [] : [{ pointer: `/saisies/${saisies.indexOf(saisie)}`, detail }];
      }),
    );

    const datees = (lot: readonly SaisieSituee[]) =>
      lot.map((saisie) => ({ ...saisie, enRetard: campagnes.enRetard(saisie.annee) }));
    const ecrites = [
      ...(nouvelles.length > 0 ? await this.repository.inserer(tx, acteur, datees(nouvelles)) : []),
      ...(changees.length > 0 ? await this.repository.modifier(tx, acteur, datees(changees)) : []),
    ];
    for (const valeur of ecrites) etats.set(cleDe(valeur), valeur);
    for (const valeur of effacees.length > 0 ? await this.repository.effacer(tx, acteur, effacees) : []) {
      etats.delete(cleDe(valeur));
    }
    const faites = new Set(ecrites.map(cleDe));
    const manquees = [...nouvelles, ...changees].filter((saisie) => !faites.has(cleDe(saisie)));
    if (manquees.length > 0) {
      const presentes = parCle(await this.repository.verrouiller(tx, contratId, manquees));
      throw perime(actuelles(manquees, presentes));
    }

    const touchees = [...nouvelles, ...changees, ...effacees];
    const ficheDe = (saisie: Cellule) => indicateurs.get(saisie.indicateurId)?.ficheId ?? undefined;
    const entrees = touchees.map((saisie) => {
      const cle = cleDe(saisie);
      const ficheId = ficheDe(saisie);
      return {
        objet: 'valeur',
        objetId: cle,
        ficheId,
        avant: etatOuNull(avant.get(cle)),
        apres: etatOuNull(etats.get(cle)),
        motif: saisie.motif,
      };
    });
    if (entrees.length > 0) await this.journal.inscrire(tx, acteur, entrees);
    const versionnees = touchees.map((saisie) => ({ ...saisie, version: etats.get(cleDe(saisie))?.version ?? null }));
    for (const annonce of annoncesDe(acteur, versionnees, ficheDe)) await this.direct.publier(tx, contratId, annonce);
    return {
      valeurs: saisies.flatMap((saisie) => etats.get(cleDe(saisie)) ?? []),
      effacees: saisies
        .filter(estVide)
        .map(({ indicateurId, annee, territoire, ventilation }) => ({ indicateurId, annee, territoire, ventilation })),
    };
  }
}

function parCle(valeurs: readonly Valeur[]): Map<string, Valeur> {
  return new Map(valeurs.map((valeur) => [cleDe(valeur), valeur]));
}

/** What stands in cells now, the emptied ones told as such. */
function actuelles(cellules: readonly Cellule[], etats: ReadonlyMap<string, Valeur>): CelluleActuelle[] {
  return cellules.map((cellule) => {
    const { indicateurId, annee, territoire, ventilation } = cellule;
    const lieu = { indicateurId, annee, territoire, ventilation };
    return etats.get(cleDe(cellule)) ?? { ...lieu, version: null, valeur: null, absence: null };
  });
}

function etatOuNull(valeur: Valeur | undefined): EtatValeur | null {
  return valeur ? etatDe(valeur) : null;
}
