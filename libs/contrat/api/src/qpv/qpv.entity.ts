import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a QPV of a contrat; its contour stays in the database. */
@Entity('qpv')
export class QpvEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  libelle!: string;

  @Column('text', { nullable: true })
  libelleEditorial!: string | null;

  @Column('boolean', { default: false })
  npnru!: boolean;

  @Column('int')
  generation!: 2015 | 2024;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;
}
