import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a person of a contrat. */
@Entity('personne')
export class PersonneEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  nom!: string;

  @Column('text')
  fonction!: string;

  @Column('text', { nullable: true })
  email!: string | null;
}
