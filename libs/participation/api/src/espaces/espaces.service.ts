import { Injectable } from '@nestjs/common';
import { Autorisation, Ecritures, Journal, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Espace,
  type EspaceResume,
  type EspaceSaisie,
  frequentationParAnnee,
} from '@pleniere/participation/domain';
import { Base, introuvable, perime, refuse } from '@pleniere/shared/api';
import { type ErreurDeChamp, jourDeParis } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { EspaceEntity } from './espace.entity';
import { EspacesReader } from './espaces.reader';
import { LISTE_ESPACES, UN_ESPACE } from './lectures';

/** An espace as a write answers it: who came is read apart. */
type EspaceEcrit = Omit<Espace, 'frequentation'>;

const horsContrat = (pointer: string, detail: string) => () =>
  refuse('Rien n’a été enregistré.', [{ pointer, detail }] satisfies ErreurDeChamp[]);

const RESSOURCE: Ressource<EspaceEntity, EspaceEcrit> = {
  entite: EspaceEntity,
  objet: 'espace-dialogue',
  quoi: 'Cet espace de dialogue',
  utilise: 'Cet espace s’est réuni : donnez-lui plutôt un dernier jour.',
  contraintes: {
    espace_dialogue_contrat_id_organisation_id_fkey: horsContrat(
      '/organisationId',
      'Cette organisation ne fait pas partie du contrat.',
    ),
    espace_dialogue_nom: horsContrat('/nom', 'Un autre espace porte déjà ce nom.'),
    espace_dialogue_duree: horsContrat('/jusquA', 'L’espace se termine après avoir commencé.'),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: lireEspace,
};

const ECRIRE_QUARTIERS = `
  with anciens as (delete from espace_qpv where contrat_id = $1 and espace_id = $2 and not qpv_code = any($3))
  insert into espace_qpv (contrat_id, espace_id, qpv_code) select $1, $2, unnest($3::text[]) on conflict do nothing`;

const QUARTIERS_CONNUS = 'select code from qpv where contrat_id = $1 and code = any($2)';

const AVANCER = `
  update espace_dialogue set version = version + 1 where contrat_id = $1 and id = $2 and version = $3`;

/** Espaces de dialogue of a contrat: where residents are heard, and who animates them. */
@Injectable()
export class EspacesService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
    private readonly reader: EspacesReader,
  ) {}

  /** Every espace, by name. */
  async lister(contratId: string): Promise<EspaceResume[]> {
    const valeurs = [contratId, jourDeParis()];
    const [ligne] = await this.base.lire<{ reponse: EspaceResume[] }>('espaces', LISTE_ESPACES, valeurs);
    return ligne?.reponse ?? [];
  }

  /** One espace with its séances; throws 404 when the contrat has no such espace. */
  async lire(contratId: string, id: string): Promise<Espace> {
    const valeurs = [contratId, jourDeParis(), id];
    const [[ligne], presences] = await Promise.all([
      this.base.lire<{ reponse: EspaceEcrit }>('espace', UN_ESPACE, valeurs),
      this.reader.presences(contratId, id),
    ]);
    if (!ligne) throw introuvable(RESSOURCE.quoi);
    return { ...ligne.reponse, frequentation: frequentationParAnnee(presences) };
  }

  /** Opens an espace, for an organisation that the actor may speak for. */
  creer(acteur: Acteur, { qpvCodes, ...cadre }: EspaceSaisie): Promise<EspaceEcrit> {
    this.exiger(acteur, cadre.organisationId);
    const id = randomUUID();
    return this.base.transaction(async (tx) => {
      await verifierQuartiers(tx, acteur.contratId, qpvCodes);
      await this.ecritures.creer(tx, acteur, RESSOURCE, id, cadre);
      await tx.query(ECRIRE_QUARTIERS, [acteur.contratId, id, qpvCodes]);
      return relire(tx, acteur.contratId, id);
    });
  }

  /** Changes an espace; only who animates it may, and may hand it over. */
  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<EspaceSaisie>): Promise<EspaceEcrit> {
    const { contratId } = acteur;
    const { qpvCodes, ...cadre } = saisie;
    return this.base.transaction(async (tx) => {
      const avant = await relire(tx, contratId, id);
      this.exiger(acteur, avant.organisation.id);
      const ecrit = await this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, cadre);
      if (qpvCodes === undefined || memes(qpvCodes, avant.qpvCodes)) return ecrit;
      await verifierQuartiers(tx, contratId, qpvCodes);
      if (ecrit.version === version) {
        const [, touchees] = await tx.query<[unknown, number]>(AVANCER, [contratId, id, version]);
        if (touchees === 0) throw perime(await relire(tx, contratId, id));
      }
      await tx.query(ECRIRE_QUARTIERS, [contratId, id, qpvCodes]);
      const change = { objet: RESSOURCE.objet, objetId: id, champ: 'qpvCodes', avant: avant.qpvCodes, apres: qpvCodes };
      await this.journal.inscrire(tx, acteur, change);
      return relire(tx, contratId, id);
    });
  }

  /** Deletes an espace that never met. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      this.exiger(acteur, (await relire(tx, acteur.contratId, id)).organisation.id);
      await this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version);
    });
  }

  private exiger(acteur: Acteur, organisationId: string): void {
    this.autorisation.exiger(acteur, 'espaces.animer', {
      contratId: acteur.contratId,
      organisationIds: [organisationId],
    });
  }
}

async function verifierQuartiers(tx: EntityManager, contratId: string, codes: readonly string[]): Promise<void> {
  const connus = await tx.query<unknown[]>(QUARTIERS_CONNUS, [contratId, codes]);
  if (connus.length < codes.length)
    throw horsContrat('/qpvCodes', 'Un de ces quartiers ne fait pas partie du contrat.')();
}

async function lireEspace(tx: EntityManager, contratId: string, id: string): Promise<EspaceEcrit | null> {
  const [ligne] = await tx.query<{ reponse: EspaceEcrit }[]>(UN_ESPACE, [contratId, jourDeParis(), id]);
  return ligne?.reponse ?? null;
}

async function relire(tx: EntityManager, contratId: string, id: string): Promise<EspaceEcrit> {
  const lu = await lireEspace(tx, contratId, id);
  if (!lu) throw introuvable(RESSOURCE.quoi);
  return lu;
}

const memes = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();
