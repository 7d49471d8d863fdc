import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a contrat de ville, the tenant. */
@Entity('contrat')
export class ContratEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  titre!: string;

  @Column('text')
  titreCourt!: string;

  @Column('text')
  epciSiren!: string;

  @Column('int')
  anneeDebut!: number;

  @Column('int')
  anneeFin!: number;

  @Column('text')
  couleur!: string;

  @Column('text', { nullable: true })
  logo!: string | null;

  @Column('date', { nullable: true })
  signeLe!: string | null;

  @Column('int')
  delaiAvis!: number;

  @Column('int')
  seuilPublication!: number;

  @Column('boolean')
  secondFacteurExige!: boolean;
}
