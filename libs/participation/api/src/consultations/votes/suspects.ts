import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { SuspicionReleve } from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, Taches } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { exigerConsultation } from '../cycle/existence';
import { EN_COURS, LEVER, MARQUER, OUBLIER, POSER, RELEVER, SUSPICIONS } from './suspects.sql';
import { DEPLACER_PARTICIPANTS, ECARTS, RECOMPTER } from './votes.sql';

const RELEVE = 'consultations-suspects';
const NUIT = 'consultations-comptes';

interface Cle {
  contratId: string;
  id: string;
}

/** Votes that look like no person’s: set apart, told to nobody, and brought back by whoever looks. */
@Injectable()
export class Suspects implements OnModuleInit {
  private readonly traces = new Logger('Consultations');

  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(RELEVE, () => this.releverPartout());
    this.taches.planifier(RELEVE, '*/10 * * * *');
    this.taches.definir(NUIT, () => this.verifierPartout());
    this.taches.planifier(NUIT, '20 4 * * *');
  }

  /** Raises the signals of the consultations that are open. */
  async releverPartout(): Promise<void> {
    for (const cle of await this.enCours()) await this.relever(cle);
  }

  /** Raises the signals of one consultation; whoever shows one is set apart, and the journal says so. */
  relever({ contratId, id }: Cle): Promise<number> {
    return this.base.transaction(async (tx) => {
      await tx.query("set local statement_timeout = '60s'");
      await tour(tx, id);
      const releves = await tx.query<{ id: string; signal: string }[]>(RELEVER, [contratId, id]);
      const ids = [...new Set(releves.map((une) => une.id))];
      const deplaces = await deplacer(tx, contratId, id, ids, 'suspect');
      if (deplaces === 0) return 0;
      const parSignal = Object.fromEntries(
        [...Map.groupBy(releves, ({ signal }) => signal)].map(([signal, liste]) => [signal, liste.length]),
      );
      const robot = { contratId, personneId: null, nom: 'Contrôle automatique des votes' };
      const trace = {
        objet: 'consultation',
        objetId: id,
        champ: 'suspects',
        apres: { participants: deplaces, ...parSignal },
      };
      await this.journal.inscrire(tx, robot, trace);
      return deplaces;
    });
  }

  /** Signals of a consultation, for the team alone. */
  async lister({ contratId }: Acteur, id: string): Promise<SuspicionReleve[]> {
    await exigerConsultation(this.base, contratId, id);
    const [ligne] = await this.base.lire<{ reponse: SuspicionReleve[] }>('suspicions', SUSPICIONS, [contratId, id]);
    return ligne?.reponse ?? [];
  }

  /** Brings a participant back, or sets one apart, with a reason; before the results are frozen. */
  async changer(
    acteur: Acteur,
    id: string,
    participantId: string,
    suspect: boolean,
    motif: string,
  ): Promise<SuspicionReleve[]> {
    const { contratId } = acteur;
    await this.base.transaction(async (tx) => {
      await tour(tx, id);
      const [consultation] = await tx.query<{ etape: string }[]>(
        'select etape from consultation where (contrat_id, id) = ($1, $2) for share',
        [contratId, id],
      );
      if (!consultation) throw introuvable('Cette consultation');
      if (consultation.etape !== 'publiee') throw enConflit('Les résultats sont gelés.');
      const confiance = suspect ? 'suspect' : 'normal';
      if ((await deplacer(tx, contratId, id, [participantId], confiance)) === 0) {
        throw enConflit('Ce participant est absent, ou l’était déjà : rechargez la page.');
      }
      await tx.query(suspect ? POSER : LEVER, [contratId, id, participantId, motif]);
      const trace = { objet: 'consultation', objetId: id, champ: 'suspects', apres: { participantId, confiance } };
      await this.journal.inscrire(tx, acteur, { ...trace, motif });
    });
    return this.lister(acteur, id);
  }

  /** How many counts differ from their events; and makes them again when asked. */
  async verifier({ contratId, id }: Cle, refaire = false): Promise<number> {
    return this.base.transaction(async (tx) => {
      await tx.query("set local statement_timeout = '60s'");
      const [lu] = await tx.query<{ ecarts: number }[]>(ECARTS, [contratId, id]);
      if (refaire) await tx.query(RECOMPTER, [contratId, id]);
      return lu?.ecarts ?? 0;
    });
  }

  private async verifierPartout(): Promise<void> {
    for (const cle of await this.enCours()) {
      const ecarts = await this.verifier(cle);
      if (ecarts > 0) this.traces.error(`${ecarts} comptes de ${cle.id} ne sont pas ceux de leurs votes`);
    }
    for (const ordre of OUBLIER) await this.base.pool.query(ordre);
  }

  private enCours(): Promise<Cle[]> {
    return this.base.lire<Cle>('consultations-en-cours', EN_COURS, []);
  }
}

/** One at a time in a consultation: two would cross on the counts. */
async function tour(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`suspects ${id}`]);
}

async function deplacer(
  tx: EntityManager,
  contratId: string,
  id: string,
  ids: readonly string[],
  confiance: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const [marques] = await tx.query<[{ id: string }[], number]>(MARQUER, [contratId, id, ids, confiance]);
  const touches = marques.map((une) => une.id);
  if (touches.length > 0) await tx.query(DEPLACER_PARTICIPANTS, [contratId, id, touches, confiance]);
  return touches.length;
}
