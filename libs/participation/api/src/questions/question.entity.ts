import type { CanalQuestion, EtatQuestion, MotifRefusQuestion } from '@pleniere/participation/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a question of a resident. */
@Entity('question_habitant')
export class QuestionEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('int')
  numero!: number;

  @Column('text')
  recepisse!: string;

  @Column('text')
  texte!: string;

  @Column('text')
  texteCompare!: string;

  @Column('text')
  canal!: CanalQuestion;

  @Column('uuid', { nullable: true })
  seanceId!: string | null;

  @Column('uuid', { nullable: true })
  consultationId!: string | null;

  @Column('uuid', { nullable: true })
  ficheId!: string | null;

  @Column('text', { nullable: true })
  qpvCode!: string | null;

  @Column('timestamptz')
  poseeLe!: Date;

  @Column('text')
  etat!: EtatQuestion;

  @Column('text', { nullable: true })
  motif!: MotifRefusQuestion | null;

  @Column('text')
  explication!: string;

  @Column('text')
  orienteeVers!: string;

  @Column('timestamptz', { nullable: true })
  modereeLe!: Date | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('date', { nullable: true })
  echeance!: string | null;

  @Column('timestamptz', { nullable: true })
  attribueeLe!: Date | null;

  @Column('timestamptz', { nullable: true })
  repondueLe!: Date | null;

  @Column('timestamptz', { nullable: true })
  rappeleeLe!: Date | null;

  @Column('timestamptz', { nullable: true })
  relanceeLe!: Date | null;

  @Column('timestamptz', { nullable: true })
  escaladeeLe!: Date | null;

  @Column('uuid', { nullable: true })
  rattacheeA!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('date', { nullable: true })
  emailJusquAu!: string | null;
}
