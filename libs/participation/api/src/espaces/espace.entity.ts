import type { FormeEspace } from '@pleniere/participation/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of an espace de dialogue; its quartiers are in rows of their own. */
@Entity('espace_dialogue')
export class EspaceEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  nom!: string;

  @Column('text')
  forme!: FormeEspace;

  @Column('uuid')
  organisationId!: string;

  @Column('text')
  description!: string;

  @Column('date')
  depuis!: string;

  @Column('date', { name: 'jusqu_a', nullable: true })
  jusquA!: string | null;

  @Column('boolean')
  public!: boolean;
}
