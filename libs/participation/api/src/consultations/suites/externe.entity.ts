import type { ConsultationExterne } from '@pleniere/participation/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a consultation that somebody else held. */
@Entity('consultation_externe')
export class ConsultationExterneEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  nom!: string;

  @Column('text')
  organisateur!: string;

  @Column('text')
  question!: string;

  @Column('text')
  source!: string;

  @Column('text')
  adresse!: string;

  @Column('jsonb')
  dates!: ConsultationExterne['dates'];

  @Column('jsonb')
  chiffres!: ConsultationExterne['chiffres'];

  @Column('jsonb')
  agenda!: ConsultationExterne['agenda'];

  @Column('jsonb')
  projets!: ConsultationExterne['projets'];
}
