import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { OpinionsGelees } from '@pleniere/participation/domain';
import { Base, ouvrierConstruit, prendreSonTemps, Taches } from '@pleniere/shared/api';
import type { Piscina } from 'piscina';
import type { EntityManager } from 'typeorm';
import { calculerOpinions } from './calcul-opinions';
import { ECRIRE_OPINIONS, VOTES_ANONYMES } from './opinions.sql';

const TACHE = 'consultations-opinions';
const MEMOIRE_MO = 256;

interface Cle {
  contratId: string;
  id: string;
}

/** Groups of opinion of a frozen result: a job, computed in a thread of its own, kept beside it for ever. */
@Injectable()
export class OpinionsDesResultats implements OnModuleInit, OnModuleDestroy {
  private piscine: ReturnType<typeof ouvrirPiscine> | null = null;

  constructor(
    private readonly base: Base,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir<Cle>(TACHE, (cle) => this.calculer(cle));
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.piscine)?.destroy();
  }

  /** Has them computed once the transaction of the freezing has committed. */
  async demander(tx: EntityManager, cle: Cle): Promise<void> {
    await this.taches.ajouter(tx, TACHE, cle, { cle: cle.id });
  }

  /** Once: a second time changes nothing. */
  calculer({ contratId, id }: Cle): Promise<void> {
    return this.base.transaction((tx) =>
      garderOpinions(tx, contratId, id, async (votes) => {
        this.piscine ??= ouvrirPiscine();
        const piscine = await this.piscine;
        return piscine ? await piscine.run(votes) : calculerOpinions(votes);
      }),
    );
  }
}

/** Computes the groups of opinion of a frozen result and keeps them beside it; nothing when nothing is frozen. */
export async function garderOpinions(
  tx: EntityManager,
  contratId: string,
  consultationId: string,
  calculer: (votes: string) => Promise<OpinionsGelees> | OpinionsGelees = calculerOpinions,
): Promise<void> {
  await prendreSonTemps(tx, 60);
  const [lus] = await tx.query<{ votes: string; empreinte: string }[]>(VOTES_ANONYMES, [contratId, consultationId]);
  if (!lus) return;
  const contenu = JSON.stringify(await calculer(lus.votes));
  await tx.query(ECRIRE_OPINIONS, [contratId, consultationId, lus.empreinte, contenu]);
}

/** The worker that the build puts beside the program; none when it runs from its sources. */
async function ouvrirPiscine(): Promise<Piscina<string, OpinionsGelees> | null> {
  const filename = ouvrierConstruit(__dirname, 'opinions');
  if (!filename) return null;
  const resourceLimits = { maxOldGenerationSizeMb: MEMOIRE_MO };
  const { default: piscina } = await import('piscina');
  return new piscina.Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: 1000, resourceLimits });
}
