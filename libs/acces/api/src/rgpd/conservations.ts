import { Injectable } from '@nestjs/common';
import {
  type Acteur,
  type Conservation,
  type DonneesPersonnelles,
  REGLES_CONSERVATION,
  type SorteConservation,
  SORTES_CONSERVATION,
} from '@pleniere/acces/domain';
import { Base, perime } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Journal } from '../journal/journal';

// A contrat without a line is at its first version, with the usual durations.
const CONSERVATION = `json_build_object('version', coalesce(k.version, 1), ${SORTES_CONSERVATION.map(
  (quoi) => `'${quoi}', coalesce(k.${quoi}, ${REGLES_CONSERVATION[quoi].usuel})`,
).join(', ')})`;

const UNE = `
  select ${CONSERVATION} as reponse from contrat c left join conservation k on k.contrat_id = c.id where c.id = $1`;

const LIRE = `
  select json_build_object('conservation', ${CONSERVATION}, 'purges', (
    select coalesce(json_agg(json_build_object('id', p.id::text, 'quoi', p.quoi, 'quand', p.quand, 'nombre', p.nombre)
      order by p.id desc), '[]')
    from (select * from purge where contrat_id = c.id and $2 order by id desc limit 100) p)) as reponse
  from contrat c left join conservation k on k.contrat_id = c.id where c.id = $1`;

const REGLER = `
  insert into conservation (contrat_id, version, connexions, courriels, notifications, demandes)
  select $1, 2, $3, $4, $5, $6 where $2 = 1 or exists (select from conservation where contrat_id = $1)
  on conflict (contrat_id) do update set version = conservation.version + 1, connexions = excluded.connexions,
    courriels = excluded.courriels, notifications = excluded.notifications, demandes = excluded.demandes
    where conservation.version = $2
  returning 1`;

/** How long a contrat keeps personal data. */
@Injectable()
export class Conservations {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** The settings and, for whoever manages the contrat, the last purges. */
  async lire(contratId: string, gere: boolean): Promise<DonneesPersonnelles> {
    type Ligne = { reponse: DonneesPersonnelles };
    const [ligne] = await this.base.lire<Ligne>('donnees-personnelles', LIRE, [contratId, gere]);
    if (!ligne) throw new Error('a session belongs to a contrat');
    return ligne.reponse;
  }

  /** Sets the durations; what is over is purged the next night. */
  regler(acteur: Acteur, version: number, durees: Record<SorteConservation, number>): Promise<Conservation> {
    const { contratId } = acteur;
    const mois = SORTES_CONSERVATION.map((quoi) => durees[quoi]);
    return this.base.transaction(async (tx) => {
      const avant = await lireDans(tx, contratId);
      const reglees = await tx.query<unknown[]>(REGLER, [contratId, version, ...mois]);
      const apres = await lireDans(tx, contratId);
      if (reglees.length === 0) throw perime(apres);
      await this.journal.inscrire(tx, acteur, { objet: 'conservation', objetId: contratId, avant, apres });
      return apres;
    });
  }
}

async function lireDans(tx: EntityManager, contratId: string): Promise<Conservation> {
  const [ligne] = await tx.query<{ reponse: Conservation }[]>(UNE, [contratId]);
  if (!ligne) throw new Error('a session belongs to a contrat');
  return ligne.reponse;
}
