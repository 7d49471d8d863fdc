import { computed, inject, Injectable } from '@angular/core';
import { ReperesDuJournal } from '@pleniere/fiches/web';
import { PlenieresClient } from '../plenieres-client';

/** The day of the last Assemblée Plénière that was held, for whoever reads what changed since. */
@Injectable()
export class DernierePleniere extends ReperesDuJournal {
  private readonly seances = inject(PlenieresClient).seances();

  override readonly reperes = computed(() => {
    const seances = this.seances.hasValue() ? this.seances.value() : [];
    const tenues = seances.filter(
      ({ statut, instance }) => statut === 'tenue' && instance.sorte === 'assemblee-pleniere',
    );
    const derniere = tenues
      .map(({ date }) => date)
      .sort()
      .at(-1);
    return derniere === undefined ? [] : [{ nom: 'Depuis la dernière plénière', depuis: derniere }];
  });
}
