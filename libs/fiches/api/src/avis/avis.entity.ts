import type { PointAvis, SensAvis } from '@pleniere/fiches/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An avis of the State on a revision; a draft as long as it has no day. */
@Entity('avis')
export class AvisEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  ficheId!: string;

  @Column('int')
  revision!: number;

  @Column('uuid')
  personneId!: string;

  @Column('text')
  auteur!: string;

  @Column('text')
  fonction!: string;

  @Column('text')
  sens!: SensAvis | null;

  @Column('text')
  texte!: string;

  @Column('jsonb')
  points!: PointAvis[];

  @Column('timestamptz')
  renduLe!: Date | null;
}
