import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import { decider, type Acteur } from '@pleniere/acces/domain';
import {
  completude,
  manquesObligatoires,
  referencesDe,
  refusEcriture,
  valeurVide,
  verifierChamp,
  type ChampEnConflit,
  type ChampEnregistre,
  type ChampId,
  type ContenuFiche,
} from '@pleniere/fiches/domain';
import { Base, enConflit, perime, refuse } from '@pleniere/shared/api';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { FicheEntity } from '../fiche.entity';
import { AnnoncesFiche } from '../../presence/annonces-fiche';
import { periodeDuContrat, typesIndicateur, verrouillerFiche } from '../verrou';
import { verifierActionsPayees } from './actions-payees';
import { lireValeur } from './lire-valeur';
import { rattacher } from './references';
import { mentionsInconnues } from './references-connues';

/** What is asked: a value for one field, from the version of the field that was read (0 when never written). */
export interface EcritureDeChamp {
  ficheId: string;
  champ: ChampId;
  version: number;
  corps: unknown;
  /** Words of the journal. */
  motif?: string;
}

const ECRIRE = `
  update fiche set
    contenu = jsonb_set(contenu, array[$4], $5::jsonb),
    champs = jsonb_set(champs, array[$4], $6::jsonb),
    champs_remplis = $7, manques_obligatoires = $8, version = version + 1, modifie_le = now()
  where contrat_id = $1 and id = $2 and coalesce((champs -> $4 ->> 'version')::int, 0) = $3`;

/** Writes the fields of a fiche one by one, so that two people may work on the same sheet. */
@Injectable()
export class ChampsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /**
   * Writes a field; the same value again changes nothing. Throws 412 with the current value and its author when
   * somebody else wrote the field in between.
   */
  async ecrire(acteur: Acteur, { ficheId, champ, version, corps, motif }: EcritureDeChamp): Promise<ChampEnregistre> {
    const perimetre = await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    this.autorisation.exiger(acteur, 'fiches.ecrire', perimetre);
    const peutValider = decider(acteur, 'fiches.valider', perimetre) === null;
    const valeur = JSON.parse(JSON.stringify(await lireValeur(champ, corps))) as ContenuFiche[typeof champ];

    return this.base.transaction(async (tx) => {
      const fiche = await verrouillerFiche(tx, acteur.contratId, ficheId);
      const refus = refusEcriture(fiche.statut, peutValider);
      if (refus !== null) throw enConflit(refus);

      const avant = fiche.contenu[champ];
      const etat = fiche.champs[champ];
      if (etat && isDeepStrictEqual(avant, valeur)) return this.rendre(tx, fiche, champ);
      if ((etat?.version ?? 0) !== version) throw perime(etatActuel(fiche, champ));
      await this.ecrireDans(tx, acteur, fiche, { champ, valeur, motif });
      return this.rendre(tx, fiche, champ);
    });
  }

  /**
   * Writes a valid value in a locked fiche, in a transaction of the caller's, who answers for the rights and may give the
   * words of the journal; throws 422 when the value breaks a rule of the trade.
   */
  async ecrireDans<C extends ChampId>(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    { champ, valeur: donnee, motif }: { champ: C; valeur: ContenuFiche[C]; motif?: string },
  ): Promise<void> {
    const { id } = fiche;
    const avant = fiche.contenu[champ] ?? null;
    const valeur = await this.verifier(tx, fiche, champ, donnee);
    await this.enregistrer(tx, acteur, fiche, { champ, valeur });
    const change = { objet: 'fiche', objetId: id, ficheId: id, champ, avant, apres: valeur, motif };
    await this.journal.inscrire(tx, acteur, change);
    await this.annonces.champ(tx, acteur, id, champ, fiche.champs[champ]?.version ?? 0);
  }

  /** The value as it may be written, without the actions that are gone. */
  private async verifier<C extends ChampId>(
    tx: EntityManager,
    fiche: FicheEntity,
    champ: C,
    valeur: ContenuFiche[C],
  ): Promise<ContenuFiche[C]> {
    const periode = await periodeDuContrat(tx, fiche.contratId);
    const budget = champ === 'lignesBudget' ? (valeur as ContenuFiche['lignesBudget']) : [];
    const payees = await verifierActionsPayees(tx, fiche, budget);
    const refus = [
      ...verifierChamp(champ, valeur, periode),
      ...(await mentionsInconnues(tx, fiche, champ, valeur)),
      ...payees.refus,
    ].map(({ pointer, detail }) => ({ pointer: `/valeur${pointer}`, detail }));
    if (refus.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été enregistré.', refus);
    return champ === 'lignesBudget' ? (payees.lignes as ContenuFiche[C]) : valeur;
  }

  private async enregistrer<C extends ChampId>(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    { champ, valeur }: { champ: C; valeur: ContenuFiche[C] },
  ): Promise<void> {
    const version = fiche.champs[champ]?.version ?? 0;
    const etat = { version: version + 1, modifieLe: new Date().toISOString(), modifiePar: acteur.nom };
    const contenu = { ...fiche.contenu, [champ]: valeur };
    const cle = [fiche.contratId, fiche.id];
    const etats = [version, champ, JSON.stringify(valeur), JSON.stringify(etat)];
    await tx.query(ECRIRE, [...cle, ...etats, completude(contenu, []).remplis, manquesObligatoires(contenu)]);

    const nommes = [fiche.contenu, contenu].flatMap((etape) => referencesDe(champ, etape[champ] ?? valeurVide(champ)));
    if (nommes.length > 0) {
      await tx.query('delete from fiche_reference where contrat_id = $1 and fiche_id = $2 and champ = $3', [
        ...cle,
        champ,
      ]);
      await rattacher(tx, fiche.contratId, fiche.id, champ, valeur);
    }
    fiche.contenu = contenu;
    fiche.version += 1;
    fiche.champs = { ...fiche.champs, [champ]: etat };
  }

  private async rendre<C extends ChampId>(
    tx: EntityManager,
    fiche: FicheEntity,
    champ: C,
  ): Promise<ChampEnregistre<C>> {
    return {
      champ,
      ...etatActuel(fiche, champ),
      completude: completude(fiche.contenu, await typesIndicateur(tx, fiche)),
    };
  }
}

function etatActuel<C extends ChampId>(fiche: FicheEntity, champ: C): ChampEnConflit<C> {
  const jamaisEcrit = { version: 0, modifieLe: fiche.creeLe.toISOString(), modifiePar: '' };
  const contenu: Partial<ContenuFiche> = fiche.contenu;
  return { valeur: contenu[champ] ?? valeurVide(champ), etat: fiche.champs[champ] ?? jamaisEcrit };
}
