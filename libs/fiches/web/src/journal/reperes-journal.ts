import type { Signal } from '@angular/core';

/** A day from which one often wants to read the journal, with its name. */
export interface RepereDuJournal {
  nom: string;
  /** ISO day or instant. */
  depuis: string;
}

/** Days that another area knows: the application gives them to the journal, which knows no plénière. */
export abstract class ReperesDuJournal {
  abstract readonly reperes: Signal<readonly RepereDuJournal[]>;
}
