import type { TypeEnjeu } from '@pleniere/contrat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of an enjeu of a contrat. */
@Entity('enjeu')
export class EnjeuEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  type!: TypeEnjeu;

  @Column('int')
  numero!: number;

  @Column('text')
  intitule!: string;

  @Column('text')
  couleur!: string;
}

/** Row of an orientation, under an enjeu. */
@Entity('orientation')
export class OrientationEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  enjeuId!: string;

  @Column('text')
  texte!: string;
}
