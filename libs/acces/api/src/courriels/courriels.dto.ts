import { IsOptional, IsUUID } from 'class-validator';

/** Query of the list of e-mails. */
export class FiltreCourrielsDto {
  /** Only those before this one: asks for the next page. */
  @IsOptional()
  @IsUUID()
  avant?: string;
}
