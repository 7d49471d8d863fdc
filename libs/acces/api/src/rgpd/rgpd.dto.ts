import { applyDecorators } from '@nestjs/common';
import { REGLES_CONSERVATION, type SorteConservation } from '@pleniere/acces/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** A number of months within the limits of that kind of data. */
function Mois(quoi: SorteConservation): PropertyDecorator {
  const { min, max } = REGLES_CONSERVATION[quoi];
  const message = `Choisissez de ${min} à ${max} mois.`;
  return applyDecorators(IsInt({ message }), Min(min, { message }), Max(max, { message }));
}

/** How long each kind of personal data is kept, in months. */
export class ConservationDto implements Record<SorteConservation, number> {
  @Mois('connexions')
  connexions!: number;

  @Mois('courriels')
  courriels!: number;

  @Mois('notifications')
  notifications!: number;

  @Mois('demandes')
  demandes!: number;
}

/** In what form one takes what is kept of a person. */
export class FormatExportDto {
  @IsOptional()
  @IsIn(['json', 'csv'], { message: 'Choisissez json ou csv.' })
  format?: 'json' | 'csv';
}
