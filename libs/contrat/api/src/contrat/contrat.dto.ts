import { type ContratSaisie, LIMITES_CONTRAT, verifierLogo } from '@pleniere/contrat/domain';
import { DateIso, Partiel, TexteSimple } from '@pleniere/shared/api';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';

const { titre, titreCourt, couleur, logo, delaiAvis, seuilPublication } = LIMITES_CONTRAT;

function Logo(): PropertyDecorator {
  const refus = (valeur: unknown) => (typeof valeur === 'string' ? verifierLogo(valeur) : null);
  return ValidateBy({
    name: 'logo',
    validator: {
      validate: (valeur) => refus(valeur) === null,
      defaultMessage: (saisie) => refus(saisie?.value) ?? '',
    },
  });
}

/** The parts of the contrat that can be changed. */
export class ContratDto implements ContratSaisie {
  @TexteSimple(titre)
  titre!: string;

  @TexteSimple(titreCourt)
  titreCourt!: string;

  @Matches(couleur, { message: 'Une couleur s’écrit comme #1d3f72.' })
  couleur!: string;

  /** Data URL of a PNG, or of an SVG that only draws. */
  @IsOptional()
  @IsString()
  @MaxLength(logo, { message: 'Ce logo est trop lourd : 150 ko au plus.' })
  @Logo()
  logo!: string | null;

  @IsOptional()
  @DateIso()
  signeLe!: string | null;

  /** Days that the State has to give its avis on a fiche. */
  @IsInt({ message: 'Un nombre de jours est attendu.' })
  @Min(delaiAvis.min, { message: 'Un jour au moins.' })
  @Max(delaiAvis.max, { message: 'Un an au plus.' })
  delaiAvis!: number;

  /** Smallest count of people that those who did not produce it may read. */
  @IsInt({ message: 'Un nombre de personnes est attendu.' })
  @Min(seuilPublication.min, { message: 'Trois personnes au moins.' })
  @Max(seuilPublication.max, { message: 'Vingt personnes au plus.' })
  seuilPublication!: number;

  /** Whether the team and the State enter by a second factor. */
  @IsBoolean()
  secondFacteurExige!: boolean;
}

/** What the team changes of the contrat. */
export class ContratPartielDto extends Partiel(ContratDto) {}
