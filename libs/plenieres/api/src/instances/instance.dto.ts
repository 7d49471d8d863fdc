import {
  type InstanceSaisie,
  LIMITES_PLENIERES,
  type SorteInstance,
  SORTES_INSTANCE,
} from '@pleniere/plenieres/domain';
import { Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsIn } from 'class-validator';

/** What is typed to create an instance. */
export class InstanceDto implements InstanceSaisie {
  @IsIn(SORTES_INSTANCE)
  sorte!: SorteInstance;

  @TexteSimple(LIMITES_PLENIERES.nom)
  nom!: string;

  @TexteLibre(LIMITES_PLENIERES.description)
  description = '';
}

/** What is typed to change an instance. */
export class InstancePartielleDto extends Partiel(InstanceDto) {}
