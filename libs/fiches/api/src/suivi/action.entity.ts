import type { EtapeAction, NiveauAction, StatutAction } from '@pleniere/fiches/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A followed action of a fiche; `rang` makes its code and is never given twice. */
@Entity('action')
export class ActionEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  ficheId!: string;

  @Column('int')
  rang!: number;

  @Column('text')
  titre!: string;

  @Column('text')
  description!: string;

  @Column('text')
  pilote!: string;

  @Column('date')
  echeance!: string | null;

  @Column('text')
  statut!: StatutAction;

  @Column('text')
  niveauParticipation!: NiveauAction;

  @Column('jsonb')
  etapes!: EtapeAction[];

  @Column('text')
  refDauphin!: string;
}
