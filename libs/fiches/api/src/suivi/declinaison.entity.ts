import type { Meteo, RecitAnnuel, StatutExecution } from '@pleniere/fiches/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a ville, or one of its QPV, carries a fiche out. */
@Entity('declinaison')
export class DeclinaisonEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  ficheId!: string;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  qpvCode!: string | null;

  @Column('uuid')
  referentId!: string | null;

  @Column('text')
  statutExecution!: StatutExecution;

  @Column('text')
  meteo!: Meteo | null;

  @Column('text')
  meteoExplication!: string;

  @Column('text')
  modaliteRetenue!: string;

  @Column('jsonb')
  recits!: RecitAnnuel[];
}
