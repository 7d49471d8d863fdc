import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, Taches } from '@pleniere/shared/api';

const TACHE = 'emargements-purge';
const CHAQUE_NUIT = '55 3 * * *';

/** Months after which nothing tells any more that the same phone came to two séances. */
const CONSERVATION_CLES_MOIS = 12;

const PURGER = `
  with prises as (
    update presence p set cle_hash = null from seance_dialogue s
    where (s.contrat_id, s.id) = (p.contrat_id, p.seance_id) and p.cle_hash is not null
      and s.date < $1::date - make_interval(months => $2)
    returning p.contrat_id
  )
  insert into purge (contrat_id, quoi, nombre) select contrat_id, 'emargements', count(*) from prises group by contrat_id`;

/** Forgets each night the keys of the séances of more than a year ago; who came stays counted, to the unit. */
@Injectable()
export class PurgeDesCles implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.purger());
    this.taches.planifier(TACHE, CHAQUE_NUIT);
  }

  async purger(): Promise<void> {
    await this.base.entites.query(PURGER, [this.horloge.aujourdhui(), CONSERVATION_CLES_MOIS]);
  }
}
