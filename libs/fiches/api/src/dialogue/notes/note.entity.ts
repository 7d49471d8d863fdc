import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChampId } from '@pleniere/fiches/domain';

/** A note that the State keeps for itself about a fiche. */
@Entity('note_terrain')
export class NoteTerrainEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  ficheId!: string;

  @Column('text')
  champ!: ChampId | null;

  @Column('text')
  texte!: string;

  @Column('uuid')
  personneId!: string;

  @Column('text')
  auteur!: string;

  @Column('timestamptz')
  ecriteLe!: Date;

  @Column('timestamptz')
  modifieeLe!: Date | null;
}
