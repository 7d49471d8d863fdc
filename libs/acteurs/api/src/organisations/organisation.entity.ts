import type { Categorie } from '@pleniere/acteurs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of an organisation of a contrat. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  nom!: string;

  @Column('text', { nullable: true })
  nomCourt!: string | null;

  @Column('text')
  categorie!: Categorie;

  @Column('text', { nullable: true })
  siret!: string | null;

  @Column('text', { nullable: true })
  communeCode!: string | null;

  @Column('boolean')
  signataire!: boolean;
}
