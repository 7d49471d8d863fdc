import { applyDecorators } from '@nestjs/common';
import { MOT_DE_PASSE_MAX, type Preuve, verifierMotDePasse } from '@pleniere/acces/domain';
import { TexteSimple } from '@pleniere/shared/api';
import { IsOptional, IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { CODE_MAX } from '../second-facteur/second-facteur.dto';

const EMAIL_MAX = 254;
/** A password: kept as typed, spaces included. */
function MotDePasse(): PropertyDecorator {
  return applyDecorators(
    IsString({ message: 'Un mot de passe est attendu.' }),
    MinLength(1, { message: 'Ce champ est à remplir.' }),
    MaxLength(MOT_DE_PASSE_MAX, { message: `Le mot de passe dépasse ${MOT_DE_PASSE_MAX} caractères.` }),
  );
}

/** A password that one chooses: it must also follow the rule. */
function NouveauMotDePasse(): PropertyDecorator {
  const manque = (valeur: unknown) => (typeof valeur === 'string' ? verifierMotDePasse(valeur) : null);
  return applyDecorators(
    MotDePasse(),
    ValidateBy({
      name: 'motDePasse',
      validator: {
        validate: (valeur) => manque(valeur) === null,
        defaultMessage: (saisie) => manque(saisie?.value) ?? '',
      },
    }),
  );
}

/** What one types to log in. */
export class IdentifiantsDto {
  @TexteSimple(EMAIL_MAX)
  email!: string;

  @MotDePasse()
  motDePasse!: string;
}

/** What one types again before something grave; the password is empty where the account has none. */
export class PreuveDto implements Preuve {
  @IsString({ message: 'Un mot de passe est attendu.' })
  @MaxLength(MOT_DE_PASSE_MAX, { message: `Le mot de passe dépasse ${MOT_DE_PASSE_MAX} caractères.` })
  motDePasse!: string;

  /** A code of the moment or a recovery code, where a second factor is active. */
  @IsOptional()
  @TexteSimple(CODE_MAX)
  code?: string;
}

/** What one types to change one's password. */
export class ChangementMotDePasseDto {
  @MotDePasse()
  ancien!: string;

  @NouveauMotDePasse()
  nouveau!: string;
}

/** What one types to activate an account. */
export class ActivationDto {
  @NouveauMotDePasse()
  motDePasse!: string;
}
