import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import { Base, prendreSonTemps, Taches } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

const TACHE = 'consultations-purge';

interface Cle {
  contratId: string;
  id: string;
}

const TENIR = `
  select etape = 'archivee' and purgee_le is null as due from consultation where (contrat_id, id) = ($1, $2) for no key update`;

// Each participant becomes another one, whom nothing links to the first: no key, no hour of arrival, no profile.
const NOUVEAUX = `
  create temporary table purge_participant on commit drop as
  select id as ancien, gen_random_uuid() as nouveau, canal, confiance from participant where (contrat_id, consultation_id) = ($1, $2)`;

const ORDRES = [
  `insert into participant (id, contrat_id, consultation_id, canal, confiance, cree_le)
   select m.nouveau, $1, $2, m.canal, m.confiance, c.fin from purge_participant m, consultation c where (c.contrat_id, c.id) = ($1, $2)`,
  `update vote_courant v set participant_id = m.nouveau from purge_participant m
   where (v.contrat_id, v.consultation_id, v.participant_id) = ($1, $2, m.ancien)`,
  // The hour of a vote tells who was there: the day of the end is all that remains.
  `update vote_event v set participant_id = m.nouveau, quand = c.fin from purge_participant m, consultation c
   where (v.contrat_id, v.consultation_id, v.participant_id) = ($1, $2, m.ancien) and (c.contrat_id, c.id) = ($1, $2)`,
  `update proposition set auteur_id = null, prenom = null, email = null, email_jusqua = null, verrou_id = null, verrou_jusqua = null,
     proposee_le = date_trunc('day', proposee_le, 'Europe/Paris')
   where (contrat_id, consultation_id) = ($1, $2)`,
  'delete from signalement where (contrat_id, consultation_id) = ($1, $2)',
  'delete from suspicion where (contrat_id, consultation_id) = ($1, $2)',
  'delete from sequence_servie where (contrat_id, consultation_id) = ($1, $2)',
  'delete from participant_profil where (contrat_id, consultation_id) = ($1, $2)',
  'delete from code_habitant where (contrat_id, consultation_id) = ($1, $2)',
  `delete from participant p using purge_participant m where (p.contrat_id, p.consultation_id, p.id) = ($1, $2, m.ancien)`,
  'update consultation set purgee_le = now() where (contrat_id, id) = ($1, $2)',
] as const;

/** What an archived consultation forgets: who gave which vote. Every count stays as it was. */
@Injectable()
export class PurgeConsultations implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir<Cle>(TACHE, (cle) => this.purger(cle));
  }

  /** Has it done once the transaction of the archiving has committed. */
  async demander(tx: EntityManager, cle: Cle): Promise<void> {
    await this.taches.ajouter(tx, TACHE, cle, { cle: cle.id });
  }

  /** Once: a second time changes nothing. */
  async purger({ contratId, id }: Cle): Promise<void> {
    await this.base.transaction(async (tx) => {
      await prendreSonTemps(tx, 120);
      const [tenue] = await tx.query<{ due: boolean }[]>(TENIR, [contratId, id]);
      if (!tenue?.due) return;
      await tx.query('set constraints all deferred');
      await tx.query(NOUVEAUX, [contratId, id]);
      for (const ordre of ORDRES) await tx.query(ordre, [contratId, id]);
      const robot = { contratId, personneId: null, nom: 'Purge des données personnelles' };
      await this.journal.inscrire(tx, robot, { objet: 'consultation', objetId: id, champ: 'purge', apres: true });
    });
  }
}
