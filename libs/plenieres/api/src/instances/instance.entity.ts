import type { SorteInstance } from '@pleniere/plenieres/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of an instance of a contrat. */
@Entity('instance')
export class InstanceEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  sorte!: SorteInstance;

  @Column('text')
  nom!: string;

  @Column('text')
  description!: string;
}
