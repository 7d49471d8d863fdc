import type { PresenceCollege, StatutSeance } from '@pleniere/plenieres/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a séance; its agenda is in rows of its own. */
@Entity('seance')
export class SeanceEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  instanceId!: string;

  @Column('date')
  date!: string;

  @Column('text')
  heure!: string;

  @Column('text')
  lieu!: string;

  @Column('text')
  statut!: StatutSeance;

  @Column('jsonb')
  presences!: PresenceCollege[];

  @Column('text')
  compteRendu!: string;
}
