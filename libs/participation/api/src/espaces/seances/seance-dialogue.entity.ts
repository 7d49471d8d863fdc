import type { ModaliteSeance, NiveauParticipation, Sollicitation, StatutSeance } from '@pleniere/participation/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a séance of an espace de dialogue; who came is in rows of their own. */
@Entity('seance_dialogue')
export class SeanceDialogueEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  espaceId!: string;

  @Column('text', { nullable: true })
  qpvCode!: string | null;

  @Column('date')
  date!: string;

  @Column('text')
  heure!: string;

  @Column('int', { nullable: true })
  dureeMinutes!: number | null;

  @Column('text')
  lieu!: string;

  @Column('text')
  modalite!: ModaliteSeance;

  @Column('text', { array: true })
  sollicitations!: Sollicitation[];

  @Column('text')
  statut!: StatutSeance;

  @Column('text')
  motif!: string;

  @Column('text')
  ordreDuJour!: string;

  @Column('text')
  compteRendu!: string;

  @Column('date', { nullable: true })
  compteRenduPublieLe!: string | null;

  @Column('text', { nullable: true })
  niveauParticipation!: NiveauParticipation | null;

  @Column('text')
  niveauJustification!: string;

  @Column('text')
  ressentiQuestion!: string;

  @Column('text', { nullable: true })
  codeEmargement!: string | null;
}
