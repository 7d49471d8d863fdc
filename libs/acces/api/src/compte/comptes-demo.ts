import { Injectable } from '@nestjs/common';
import type { CompteDemo } from '@pleniere/acces/domain';

/** The demo accounts to offer on the welcome page; the application fills the list at start. */
@Injectable()
export class ComptesDemo {
  liste: readonly CompteDemo[] = [];
}
