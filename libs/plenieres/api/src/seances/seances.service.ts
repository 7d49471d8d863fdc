import { Injectable } from '@nestjs/common';
import { Ecritures, Journal, type Ressource } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { PointOrdreDuJour, Seance, SeanceResume, SeanceSaisie } from '@pleniere/plenieres/domain';
import { Base, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AnnoncesSeance } from './annonces';
import { LISTE_SEANCES, UNE_SEANCE } from './lectures';
import { SeanceEntity } from './seance.entity';

type PointSaisi = Omit<PointOrdreDuJour, 'id'>;

const RESSOURCE: Ressource<SeanceEntity, Seance> = {
  entite: SeanceEntity,
  objet: 'seance',
  quoi: 'Cette séance',
  utilise: 'Cette séance a pris des décisions : déclarez-la plutôt annulée.',
  contraintes: {
    seance_contrat_id_instance_id_fkey: () =>
      refuse('Rien n’a été enregistré.', [
        { pointer: '/instanceId', detail: 'Cette instance ne fait pas partie du contrat.' },
      ]),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: lireSeance,
};

const FICHES_CONNUES = 'select id from fiche where contrat_id = $1 and id = any($2::uuid[])';

const AVANCER = `
  update seance set version = version + 1 where contrat_id = $1 and id = $2 and version = $3 returning id`;

const INSCRIRE = `
  insert into point_ordre_du_jour (contrat_id, seance_id, rang, fiche_id, titre)
  select $1, $2, p.rang, (p.point ->> 'ficheId')::uuid, p.point ->> 'titre'
  from jsonb_array_elements($3::jsonb) with ordinality as p(point, rang)`;

/** Séances of the instances of a contrat. */
@Injectable()
export class SeancesService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesSeance,
  ) {}

  /** Every séance, the latest first. */
  async lister(contratId: string): Promise<SeanceResume[]> {
    const [ligne] = await this.base.lire<{ reponse: SeanceResume[] }>('seances', LISTE_SEANCES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One séance with everything; throws 404 when the contrat has no such séance. */
  async lire({ contratId }: Acteur, id: string): Promise<Seance> {
    const [ligne] = await this.base.lire<{ reponse: Seance }>('seance', UNE_SEANCE, [contratId, id]);
    if (!ligne) throw introuvable(RESSOURCE.quoi);
    return ligne.reponse;
  }

  creer(acteur: Acteur, saisie: SeanceSaisie): Promise<Seance> {
    return this.base.transaction((tx) => this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie));
  }

  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<SeanceSaisie>): Promise<Seance> {
    return this.base.transaction(async (tx) => {
      const seance = await this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie);
      await this.annonces.publier(tx, acteur, id);
      return seance;
    });
  }

  /** Deletes a séance that decided nothing. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }

  /** Writes the whole agenda, in the order given; a point is a fiche of the contrat or a subject. */
  ordonner(acteur: Acteur, id: string, version: number, points: readonly PointSaisi[]): Promise<Seance> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const avant = await lireSeance(tx, contratId, id);
      if (!avant) throw introuvable(RESSOURCE.quoi);
      await this.verifier(tx, contratId, points);
      const [, touchees] = await tx.query<[unknown, number]>(AVANCER, [contratId, id, version]);
      if (touchees === 0) throw perime(await lireSeance(tx, contratId, id));
      await tx.query('delete from point_ordre_du_jour where contrat_id = $1 and seance_id = $2', [contratId, id]);
      await tx.query(INSCRIRE, [contratId, id, JSON.stringify(points)]);
      const etat = avant.ordreDuJour.map(({ ficheId, titre }) => ({ ficheId, titre }));
      const change = { objet: 'seance', objetId: id, champ: 'ordreDuJour', avant: etat, apres: points };
      await this.journal.inscrire(tx, acteur, change);
      await this.annonces.publier(tx, acteur, id);
      const seance = await lireSeance(tx, contratId, id);
      if (!seance) throw introuvable(RESSOURCE.quoi);
      return seance;
    });
  }

  private async verifier(tx: EntityManager, contratId: string, points: readonly PointSaisi[]): Promise<void> {
    const citees = points.flatMap(({ ficheId }) => ficheId ?? []);
    const connues = await tx.query<{ id: string }[]>(FICHES_CONNUES, [contratId, citees]);
    const connus = new Set(connues.map(({ id }) => id));
    const erreurs = points.flatMap(({ ficheId, titre }, rang): ErreurDeChamp[] => {
      const point = `/points/${rang}`;
      if (ficheId === null && titre === '') {
        return [{ pointer: `${point}/titre`, detail: 'Un point porte sur une fiche ou sur un sujet.' }];
      }
      if (ficheId === null || connus.has(ficheId)) return [];
      return [{ pointer: `${point}/ficheId`, detail: 'Cette fiche ne fait pas partie du contrat.' }];
    });
    if (new Set(citees).size < citees.length) {
      erreurs.push({ pointer: '/points', detail: 'Une fiche est inscrite deux fois à l’ordre du jour.' });
    }
    if (erreurs.length > 0) throw refuse('Corrigez l’ordre du jour ; rien n’a été enregistré.', erreurs);
  }
}

async function lireSeance(tx: EntityManager, contratId: string, id: string): Promise<Seance | null> {
  const [ligne] = await tx.query<{ reponse: Seance }[]>(UNE_SEANCE, [contratId, id]);
  return ligne?.reponse ?? null;
}
