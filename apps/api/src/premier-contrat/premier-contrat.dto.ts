import { LIMITES_PERSONNE } from '@pleniere/acteurs/domain';
import { LIMITES_CONTRAT } from '@pleniere/contrat/domain';
import { TexteSimple } from '@pleniere/shared/api';
import { IsEmail, IsInt, Matches, Max, Min } from 'class-validator';

/** What opens a new contrat: its frame, the métropole, and the first person of its team. */
export class PremierContratDto {
  @TexteSimple(LIMITES_CONTRAT.titre)
  titre!: string;

  @TexteSimple(LIMITES_CONTRAT.titreCourt)
  titreCourt!: string;

  @Matches(/^\d{9}$/, { message: 'Le SIREN de l’intercommunalité a neuf chiffres.' })
  siren!: string;

  @IsInt()
  @Min(2000)
  @Max(2100)
  debut!: number;

  @IsInt()
  @Min(2000)
  @Max(2115)
  fin!: number;

  /** Name of the EPCI that pilots the contrat. */
  @TexteSimple(200)
  organisation!: string;

  @TexteSimple(LIMITES_PERSONNE.nom)
  nom!: string;

  @TexteSimple(LIMITES_PERSONNE.fonction)
  fonction!: string;

  @IsEmail()
  email!: string;
}
