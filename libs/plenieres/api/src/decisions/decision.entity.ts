import type { StatutDecision } from '@pleniere/plenieres/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a decision of a séance. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  seanceId!: string;

  @Column('int')
  rang!: number;

  @Column('uuid', { nullable: true })
  ficheId!: string | null;

  @Column('text')
  texte!: string;

  @Column('uuid', { nullable: true })
  responsableId!: string | null;

  @Column('date', { nullable: true })
  echeance!: string | null;

  @Column('text')
  statut!: StatutDecision;

  @Column('text')
  suivi!: string;
}
