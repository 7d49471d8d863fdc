import { Injectable, type OnModuleInit } from '@nestjs/common';
import { REGLES_CONSERVATION, type SorteConservation } from '@pleniere/acces/domain';
import { Base, Taches } from '@pleniere/shared/api';

const TACHE = 'purges';
const CHAQUE_NUIT = '40 3 * * *';

/** What takes the place of the text of an e-mail once its time is over. */
const TEXTE_EFFACE = 'Texte effacé à la fin de sa durée de conservation.';

const duree = (quoi: SorteConservation): string =>
  `make_interval(months => coalesce(
    (select k.${quoi} from conservation k where k.contrat_id = t.contrat_id), ${REGLES_CONSERVATION[quoi].usuel}))`;

// Each gives the contrat of every row that it took.
const PURGES: Readonly<Record<SorteConservation | 'sessions', string>> = {
  connexions: `delete from connexion t where t.quand < now() - ${duree('connexions')} returning t.contrat_id`,
  courriels: `update courriel t set texte = '${TEXTE_EFFACE}'
    where t.cree_le < now() - ${duree('courriels')} and t.texte <> '${TEXTE_EFFACE}' and t.statut <> 'a-envoyer'
    returning t.contrat_id`,
  notifications: `delete from notification t
    where t.lue_le < now() - ${duree('notifications')} or t.cree_le < now() - interval '12 months' returning t.contrat_id`,
  demandes: `delete from demande_acces t where t.traitee_le < now() - ${duree('demandes')} returning t.contrat_id`,
  sessions: `delete from session t where t.expire < now() or t.creee_le < now() - interval '30 days' returning t.contrat_id`,
};

// They belong to no contrat yet, and live for minutes.
const SANS_CONTRAT = [
  'delete from oidc_demande where expire < now()',
  'delete from connexion_attente where expire < now()',
];

const consigner = (purge: string) => `
  with prises as (${purge})
  insert into purge (contrat_id, quoi, nombre) select contrat_id, $1, count(*) from prises group by contrat_id`;

/** Deletes each night the personal data whose time is over, and says so. */
@Injectable()
export class Purges implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.purger());
    this.taches.planifier(TACHE, CHAQUE_NUIT);
  }

  /** One kind after the other: what fails does not hold back what was done, and is tried again. */
  async purger(): Promise<void> {
    for (const [quoi, purge] of Object.entries(PURGES)) await this.base.entites.query(consigner(purge), [quoi]);
    for (const ordre of SANS_CONTRAT) await this.base.entites.query(ordre);
  }
}
