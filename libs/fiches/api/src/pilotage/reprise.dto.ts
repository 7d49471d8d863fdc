import { IsOptional, IsUUID } from 'class-validator';

/** Whose post is taken over; the caller's own organisation when it is left out. */
export class RepriseDto {
  @IsOptional()
  @IsUUID()
  organisation?: string;
}
