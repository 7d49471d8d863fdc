import type { Role } from '@pleniere/acces/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a mandat of a contrat. */
@Entity('mandat')
export class MandatEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  personneId!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  role!: Role;

  @Column('date')
  du!: string;

  @Column('date', { nullable: true })
  au!: string | null;
}
