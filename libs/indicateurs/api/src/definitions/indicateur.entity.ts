import type {
  Agregation,
  Calcul,
  Dimension,
  Indicateur,
  Maille,
  Modalite,
  Nature,
  Periodicite,
  Repere,
  Rupture,
  Sens,
  TypeIndicateur,
} from '@pleniere/indicateurs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

// The driver reads a numeric as text.
const NOMBRE = {
  to: (nombre: number | null) => nombre,
  from: (ecrit: string | null) => (ecrit === null ? null : Number(ecrit)),
};

/** Stored definition of an indicator; its fiche and its responsable are opaque ids here, real keys in the schema. */
@Entity('indicateur')
export class IndicateurEntity implements Indicateur {
  @PrimaryColumn('uuid')
  contratId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { nullable: true })
  ficheId!: string | null;

  @Column('int')
  ordre!: number;

  @Column('text')
  libelle!: string;

  @Column('text')
  type!: TypeIndicateur;

  @Column('text')
  nature!: Nature;

  @Column('text')
  unite!: string;

  @Column('int')
  decimales!: number;

  @Column('text')
  sens!: Sens;

  @Column('text')
  maille!: Maille;

  @Column('text')
  agregation!: Agregation;

  @Column('text')
  periodicite!: Periodicite;

  @Column('int', { array: true })
  anneesPonctuelles!: number[];

  @Column('text')
  definition!: string;

  @Column('text')
  source!: string;

  @Column('text')
  methode!: string;

  @Column('text')
  numerateur!: string;

  @Column('text')
  denominateur!: string;

  @Column('text', { array: true })
  ventilations!: Dimension[];

  @Column('uuid', { nullable: true })
  ponderationId!: string | null;

  @Column('numeric', { nullable: true, transformer: NOMBRE })
  borneMin!: number | null;

  @Column('numeric', { nullable: true, transformer: NOMBRE })
  borneMax!: number | null;

  @Column('boolean')
  cumulatif!: boolean;

  @Column('jsonb')
  ruptures!: Rupture[];

  @Column('uuid', { nullable: true })
  responsableId!: string | null;

  @Column('jsonb', { nullable: true })
  reference!: Repere | null;

  @Column('jsonb')
  cibles!: Repere[];

  @Column('jsonb')
  modalites!: Modalite[];

  @Column('text', { array: true })
  resultatsLies!: string[];

  @Column('text')
  visibilite!: Indicateur['visibilite'];

  @Column('text', { nullable: true })
  calcul!: Calcul | null;
}
