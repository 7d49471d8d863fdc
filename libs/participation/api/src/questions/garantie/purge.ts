import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, Taches } from '@pleniere/shared/api';

const TACHE = 'questions-purge';
const CHAQUE_NUIT = '50 3 * * *';

const PURGER = `
  with prises as (
    update question_habitant set email = null, email_jusqu_au = null where email_jusqu_au < $1::date
    returning contrat_id, id
  ), courriels as (
    update courriel c set email = 'adresse@effacee.invalid', nom = '' from prises p
    where c.contrat_id = p.contrat_id and c.cle like 'question/' || p.id || '/%' and c.statut <> 'a-envoyer'
  )
  insert into purge (contrat_id, quoi, nombre) select contrat_id, 'questions', count(*) from prises group by contrat_id`;

const OUBLIER_LES_SELS = 'delete from sel_du_jour where jour < $1::date';

/** Forgets each night the addresses that residents left to be told, once their time is over. */
@Injectable()
export class PurgeDesQuestions implements OnModuleInit {
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
    const aujourdhui = this.horloge.aujourdhui();
    await this.base.entites.query(PURGER, [aujourdhui]);
    await this.base.entites.query(OUBLIER_LES_SELS, [aujourdhui]);
  }
}
