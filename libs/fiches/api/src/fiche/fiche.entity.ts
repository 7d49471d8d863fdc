import type { ChampId, ContenuFiche, EtatChamp, IssueFiche, StatutFiche } from '@pleniere/fiches/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fiche as it is written: its place in the contrat, its statut, its content and the state of each field. */
@Entity('fiche')
export class FicheEntity {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  enjeuId!: string;

  @Column('text')
  lettre!: string;

  @Column('int')
  enjeuNumero!: number;

  @Column('int')
  rang!: number;

  /** Canonical code, made by the database. */
  @Column({ type: 'text', insert: false, update: false })
  code!: string;

  @Column('text')
  statut!: StatutFiche;

  /** Number of the revision that its text is. */
  @Column('int')
  revision!: number;

  /** Number of the revision in force, null when none ever was. */
  @Column('int')
  enVigueur!: number | null;

  /** What it became, once archived. */
  @Column('text')
  issue!: IssueFiche | null;

  @Column('jsonb')
  contenu!: Partial<ContenuFiche>;

  @Column('jsonb')
  champs!: Partial<Record<ChampId, EtatChamp>>;

  /** Filled fields of the official sheet, indicators left aside. */
  @Column('int')
  champsRemplis!: number;

  /** Empty fields that keep it from being submitted. */
  @Column('int')
  manquesObligatoires!: number;

  /** Actions that it has ever had: the rank of the next one, so that no code serves twice. */
  @Column('int')
  actionsCreees!: number;

  @Column({ type: 'timestamptz', insert: false })
  creeLe!: Date;

  @Column({ type: 'timestamptz', insert: false })
  modifieLe!: Date;
}
