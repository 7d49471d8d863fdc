import { LIMITES_PERSONNE, type PersonneSaisie } from '@pleniere/acteurs/domain';
import { Partiel, TexteSimple } from '@pleniere/shared/api';
import { IsEmail, IsOptional } from 'class-validator';

const { nom, fonction, email } = LIMITES_PERSONNE;

/** What is typed to create a person. */
export class PersonneDto implements PersonneSaisie {
  @TexteSimple(nom)
  nom!: string;

  @TexteSimple(fonction)
  fonction!: string;

  /** Professional address, needed to open an account. */
  @IsOptional()
  @TexteSimple(email)
  @IsEmail()
  email!: string | null;
}

/** What is typed to change a person. */
export class PersonnePartielleDto extends Partiel(PersonneDto) {}
