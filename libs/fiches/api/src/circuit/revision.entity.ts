import type { ChampId, ContenuFiche, CorrectionDemandee, EtatChamp, SorteCause } from '@pleniere/fiches/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The life of one revision of a fiche, and its text once it is closed. */
@Entity('revision')
export class RevisionEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  ficheId!: string;

  @PrimaryColumn('int')
  numero!: number;

  @Column({ type: 'timestamptz', insert: false, update: false })
  ouverteLe!: Date;

  @Column('text')
  ouvertePar!: string;

  @Column('text')
  causeSorte!: SorteCause;

  @Column('text')
  causeTexte!: string;

  @Column('timestamptz')
  soumiseLe!: Date | null;

  @Column('text')
  soumisePar!: string | null;

  @Column('timestamptz')
  transmiseLe!: Date | null;

  @Column('text')
  transmisePar!: string | null;

  /** Day by which the State answers. */
  @Column('date')
  avisEcheance!: string | null;

  @Column('jsonb')
  correction!: CorrectionDemandee | null;

  @Column('jsonb')
  contenu!: Partial<ContenuFiche> | null;

  @Column('jsonb')
  champs!: Partial<Record<ChampId, EtatChamp>> | null;
}
