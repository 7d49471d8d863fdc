import { TexteSimple } from '@pleniere/shared/api';

/** Longest code that is read: spaces typed in a recovery code included. */
export const CODE_MAX = 40;

/** What one types as a second factor: six digits, or a recovery code. */
export class CodeDto {
  @TexteSimple(CODE_MAX)
  code!: string;
}
